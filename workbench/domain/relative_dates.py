"""Dates reckoned from another: 上月, 去年10月, three days ago."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from workbench.domain.errors import Refusal
from workbench.domain.values import NotADate, checked_date, days_of

#: What a day is reckoned to.
_Reckon = Callable[[dt.date], str]


class AnchorUnknown(Refusal):
    """A relative date is written where the date that it hangs on is not known well enough."""

    sentence = (
        "“{value}” hangs on the date of publication, which is not known so exactly; "
        "leave the date empty, the passage keeps the words."
    )


_DAYS = {
    **dict.fromkeys(("今天", "今日", "today"), 0),
    **dict.fromkeys(("昨天", "昨日", "yesterday"), -1),
    **dict.fromkeys(("明天", "明日", "tomorrow"), 1),
    **dict.fromkeys(("前天", "前日"), -2),
    "后天": 2,
}
_UNITS = {"天": "day", "日": "day", "周": "week", "个月": "month", "月": "month", "年": "year"}
_SIDES = {
    **dict.fromkeys(("上", "上个", "last"), -1),
    **dict.fromkeys(("本", "这", "这个", "this"), 0),
    **dict.fromkeys(("下", "下个", "next"), 1),
}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}

_SIDE = re.compile(rf"({'|'.join(sorted(_SIDES, key=len, reverse=True))}) ?(周|月|week|month|year)")
_WEEKDAY = re.compile(r"(上|本|这|下)(?:个)?(?:周|星期)([1-6日天])")
_MONTH = re.compile(r"(上|本|这|下)(?:个)?月(\d{1,2})[日号]?")
_YEAR = re.compile(rf"({'|'.join(_YEARS)})(?:(\d{{1,2}})月(?:份|(\d{{1,2}})[日号]?)?)?")
_AGO = re.compile(r"(\d{1,4}) ?(天|日|个月|年|days?|months?|years?) ?(以?前|以?后|之前|之后|ago)")
_IN = re.compile(r"in (\d{1,4}) (day|month|year)s?")


def reckoned(text: str, anchor: str) -> str | None:
    """Return the date that `text` means at `anchor`, None if it is no relative date.

    `text` has plain digits and marks. A month or a year will do for an anchor where every day
    of it leads to the same date.

    Raises:
        AnchorUnknown: the anchor is none, or not exact enough.
        NotADate: there is no such day.
    """
    reckon = _reckoning(text.casefold())
    if reckon is None:
        return None
    try:
        first, last = (reckon(dt.date(*day)) for day in days_of(anchor))
    except NotADate as error:
        if error.facts["value"] == anchor:
            raise AnchorUnknown(value=text) from None
        raise
    except (ValueError, OverflowError):
        raise NotADate(value=text) from None
    if first != last:
        raise AnchorUnknown(value=text)
    return first


def _reckoning(text: str) -> _Reckon | None:
    if text in _DAYS:
        return lambda day: str(day + dt.timedelta(_DAYS[text]))
    for pattern, reading in _READINGS:
        match = pattern.fullmatch(text)
        if match is not None:
            return reading(match)
    return None


def _of_side(match: re.Match[str]) -> _Reckon:
    by = _SIDES[match[1]]
    unit = _UNITS.get(match[2], match[2])
    if unit == "week":
        return lambda day: "/".join(str(_monday(day, by) + dt.timedelta(n)) for n in (0, 6))
    return lambda day: _shifted(day, unit, by)


def _of_weekday(match: re.Match[str]) -> _Reckon:
    number = "123456日天".index(match[2])
    return lambda day: str(_monday(day, _SIDES[match[1]]) + dt.timedelta(min(number, 6)))


def _of_month(match: re.Match[str]) -> _Reckon:
    by = _SIDES[match[1]]
    return lambda day: checked_date(f"{_shifted(day, 'month', by)}-{int(match[2]):02}")


def _of_year(match: re.Match[str]) -> _Reckon:
    rest = "".join(f"-{int(each):02}" for each in match.groups()[1:] if each)
    return lambda day: checked_date(_shifted(day, "year", _YEARS[match[1]]) + rest)


def _of_distance(match: re.Match[str]) -> _Reckon:
    after = "后" in match[3]
    unit = _UNITS.get(match[2], match[2].rstrip("s"))
    return lambda day: _shifted(day, unit, int(match[1]) * (1 if after else -1))


def _of_coming(match: re.Match[str]) -> _Reckon:
    return lambda day: _shifted(day, match[2], int(match[1]))


def _shifted(day: dt.date, unit: str, by: int) -> str:
    """Return the day, month or year that lies `by` units further, no more exact than the unit."""
    if unit == "day":
        return str(day + dt.timedelta(by))
    if unit == "year":
        return f"{day.replace(year=day.year + by, day=1).year:04}"
    months = day.year * 12 + day.month - 1 + by
    year, month = divmod(months, 12)
    return f"{dt.date(year, month + 1, 1):%Y-%m}"


def _monday(day: dt.date, by: int) -> dt.date:
    return day + dt.timedelta(7 * by - day.weekday())


_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Reckon]], ...] = (
    (_SIDE, _of_side),
    (_WEEKDAY, _of_weekday),
    (_MONTH, _of_month),
    (_YEAR, _of_year),
    (_AGO, _of_distance),
    (_IN, _of_coming),
)
