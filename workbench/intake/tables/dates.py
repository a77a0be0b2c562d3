"""Dates as databases write them, to ISO."""

from __future__ import annotations

import re
from datetime import date

from workbench.intake.dates import iso_date as stated_date

_SEPARATED = re.compile(
    r"\s*((?:1[89]|20)\d\d)\s*(?:[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?)?)?月?年?"
    r"(?:[T\s(（,，星周].*|\s*)",
    re.DOTALL,
)
_PLAIN = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{4,6})?\s*")
_LONGEST = 40


def iso_date(text: str) -> str | None:
    """Return a day, month or year as ISO; None where `text` is no date, or may be two."""
    match = _PLAIN.fullmatch(text) or _SEPARATED.fullmatch(text)
    if match:
        return _checked(match[1], match[2], match[3])
    return stated_date(text.strip()) or None if len(text) <= _LONGEST else None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]
