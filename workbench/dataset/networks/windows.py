"""Time windows: those of the calendar, and the moving ones of Discourse Network Analyzer."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from workbench.dataset.networks.errors import NetworkWindowsMany
from workbench.dataset.networks.options import Unit, Windows
from workbench.dataset.networks.selecting import Span

#: So many networks are made at most.
MOST_WINDOWS = 1_000


def windows_of(whole: Span, windows: Windows) -> list[Span]:
    """Return the windows between the first and the last day, in order, both ends within.

    Raises:
        NetworkWindowsMany
    """
    found: list[Span] = []
    for window in _moving(whole, windows) if windows.moving else _calendar(whole, windows):
        if len(found) == MOST_WINDOWS:
            raise NetworkWindowsMany(most=MOST_WINDOWS)
        found.append(window)
    return found


def _calendar(whole: Span, windows: Windows) -> Iterator[Span]:
    start = _begin(whole.first, windows.unit)
    while start <= whole.last:
        following = later(start, windows.unit, windows.size)
        if following == dt.date.max:
            yield Span(start, dt.date.max)
            return
        yield Span(start, following - dt.timedelta(days=1))
        start = following


def _moving(whole: Span, windows: Windows) -> Iterator[Span]:
    """Yield the windows about each point of time that lie between the first and last day.

    As `Exporter.computeTimeWindowMatrices` has it: a window reaches (size − 1) / 2 units,
    rounded up from the half, to either side of a point that moves on by one unit.
    """
    reach = windows.size // 2
    middle = whole.first
    while middle <= whole.last:
        window = Span(later(middle, windows.unit, -reach), later(middle, windows.unit, reach))
        if whole.first <= window.first and window.last <= whole.last:
            yield window
        following = later(middle, windows.unit, 1)
        if following <= middle:
            return
        middle = following


def _begin(day: dt.date, unit: Unit) -> dt.date:
    match unit:
        case Unit.DAYS:
            return day
        case Unit.WEEKS:
            return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case Unit.MONTHS:
            return day.replace(day=1)
        case Unit.YEARS:
            return day.replace(month=1, day=1)


def later(day: dt.date, unit: Unit, number: int) -> dt.date:
    """Return the day so many units later, the last of its month where there is none of that name.

    What lies beyond the calendar is its end.
    """
    if unit in (Unit.DAYS, Unit.WEEKS):
        ordinal = day.toordinal() + number * (7 if unit is Unit.WEEKS else 1)
        return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))
    months = day.year * 12 + day.month - 1 + number * (12 if unit is Unit.YEARS else 1)
    year, month = divmod(months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.min if number < 0 else dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
