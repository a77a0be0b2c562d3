"""Days as pages write them, to ISO dates."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WESTERN = re.compile(r"((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})")
_MINGUO = re.compile(
    r"民[国國]\s?(\d{1,3}|[一二三四五六七八九十百〇零]{1,5})\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月"
    r"(?:\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號])?"
)
_HAN = re.compile(
    r"([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号號])?"
)
_ENGLISH = re.compile(
    r"\b([A-Z][a-z]{2})[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)"
    r"|\b(\d{1,2})\s([A-Z][a-z]{2})[a-z]*\.?,?\s((?:19|20)\d\d)"
)


def iso_date(text: str) -> str:
    """Return the first day (or month) that `text` names as an ISO date, "" if there is none."""
    if match := _WESTERN.search(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _MINGUO.search(text):
        return _iso(1911 + _number(match[1]), _number(match[2]), _number(match[3] or ""))
    if match := _HAN.search(text):
        year = int("".join(str(_DIGITS[char]) for char in match[1]))
        return _iso(year, _number(match[2]), _number(match[3] or ""))
    if match := _ENGLISH.search(text):
        day, month, year = match[2] or match[4], match[1] or match[5], match[3] or match[6]
        known = month.lower() in _MONTHS
        return _iso(int(year), _MONTHS.index(month.lower()) + 1, int(day)) if known else ""
    return ""


def _iso(year: int, month: int, day: int) -> str:
    """Return the date, the month where `day` is 0, "" where there is no such day."""
    try:
        whole = date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7]


def _number(digits: str) -> int:
    """Return a number below two hundred: 31, 三十一, 一百一十四 or 一一四; 0 for nothing."""
    if not digits or digits.isdecimal():
        return int(digits or 0)
    if "十" not in digits and "百" not in digits:
        return int("".join(str(_DIGITS[char]) for char in digits))
    hundreds, _, rest = digits.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = _DIGITS.get(hundreds, 1) * 100 if "百" in digits else 0
    return value + (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones.lstrip("零〇"), 0)
