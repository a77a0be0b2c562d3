"""Dates and times of a project that was read: what is none is left out, and told."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.domain.errors import Refusal
from workbench.domain.values import checked_date
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignMemo,
    Remark,
    Remarks,
)

#: Some systems tell no local time of what was before 1970, and none of them of the year 9999.
_YEARS = range(1970, 9999)
_EXAMPLE = 80


def date_kept(date: str, remarks: Remarks) -> str:
    """Return a date as articles have it, "" for what is none."""
    date = date.strip()
    try:
        return checked_date(date) if date else ""
    except Refusal:
        return _left_out("published", date, remarks)


def times_kept(timed: ForeignAnnotation | ForeignMemo, remarks: Remarks) -> dict[str, str]:
    """Return when something was made and changed, each "" for what is no time."""
    return {
        "created": _time_kept("created", timed.created, remarks),
        "modified": _time_kept("modified", timed.modified, remarks),
    }


def _time_kept(name: str, time: str, remarks: Remarks) -> str:
    """Return a time in UTC to the millisecond, as all is kept."""
    if not time:
        return ""
    try:
        told = datetime.fromisoformat(time)
        if told.tzinfo is not None and told.year in _YEARS:
            told = told.astimezone(UTC)
            return told.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except ValueError:
        pass
    return _left_out(name, time, remarks)


def _left_out(name: str, told: str, remarks: Remarks) -> str:
    remarks.add(Remark.DATE_UNFIT, f"{name}: {told}"[:_EXAMPLE])
    return ""
