from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.dates import parse_date
from workbench.domain.relative_dates import AnchorUnknown, reckoned
from workbench.domain.values import NotADate, checked_date

#: A Monday.
DAY = "2025-08-25"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("今天", "2025-08-25"),
        ("昨日", "2025-08-24"),
        ("前天", "2025-08-23"),
        ("明天", "2025-08-26"),
        ("后天", "2025-08-27"),
        ("Yesterday", "2025-08-24"),
        ("本周", "2025-08-25/2025-08-31"),
        ("上周", "2025-08-18/2025-08-24"),
        ("next week", "2025-09-01/2025-09-07"),
        ("上周三", "2025-08-20"),
        ("本周日", "2025-08-31"),
        ("下周一", "2025-09-01"),
        ("上个星期天", "2025-08-24"),
        ("上月", "2025-07"),
        ("上个月", "2025-07"),
        ("上 月", "2025-07"),
        ("下月", "2025-09"),
        ("this month", "2025-08"),
        ("上月15日", "2025-07-15"),
        ("本月3号", "2025-08-03"),
        ("去年", "2024"),
        ("前年", "2023"),
        ("明年", "2026"),
        ("last year", "2024"),
        ("去年10月", "2024-10"),
        ("去年十月份", "2024-10"),
        ("今年8月15日", "2025-08-15"),
        ("3天前", "2025-08-22"),
        ("三天前", "2025-08-22"),
        ("8个月前", "2024-12"),
        ("十年后", "2035"),
        ("2 months ago", "2025-06"),
        ("3 days ago", "2025-08-22"),
        ("in 5 months", "2026-01"),
        ("in 1 year", "2026"),
    ],
)
def test_reckons_from_the_day_of_publication(written: str, meant: str) -> None:
    assert parse_date(written, DAY) == meant


@pytest.mark.parametrize(
    ("written", "anchor", "meant"),
    [
        ("上月", "2025-08", "2025-07"),
        ("去年", "2025", "2024"),
        ("去年10月", "2025-08", "2024-10"),
        ("上月", "2025-08-01/2025-08-31", "2025-07"),
    ],
)
def test_an_anchor_must_be_no_more_exact_than_needed(written: str, anchor: str, meant: str) -> None:
    assert parse_date(written, anchor) == meant


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        *(("上月", ""), ("昨天", ""), ("去年", "soon"), ("昨天", "2025-08")),
        *(("上月", "2025"), ("上周", "2025-08"), ("去年", "2024/2025")),
    ],
)
def test_where_the_anchor_is_unknown_nothing_is_guessed(written: str, anchor: str) -> None:
    with pytest.raises(AnchorUnknown):
        parse_date(written, anchor)


@pytest.mark.parametrize("written", ["上月31日", "去年2月30日", "今年13月", "9999年后", "9999年前"])
def test_there_is_no_such_day(written: str) -> None:
    with pytest.raises(NotADate):
        parse_date(written, "2025-07-05")


@pytest.mark.parametrize("written", ["2025", "soon", "8月", "", "上", "去年底", "last Monday"])
def test_anything_else_is_no_relative_date(written: str) -> None:
    assert reckoned(written, DAY) is None


_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1))


@given(_DAYS, st.integers(0, 400))
def test_days_ago_and_later_lead_back(day: dt.date, count: int) -> None:
    before = parse_date(f"{count}天前", str(day))
    assert parse_date(f"{count}天后", before) == str(day)


@given(_DAYS, st.integers(0, 400))
def test_months_ago_are_counted_across_years(day: dt.date, count: int) -> None:
    year, month = (int(each) for each in parse_date(f"{count}个月前", str(day)).split("-"))
    assert (day.year * 12 + day.month) - (year * 12 + month) == count


@given(
    _DAYS, st.sampled_from(["上周", "本周", "下周", "上月", "去年", "昨天", "上周五", "明年3月"])
)
def test_what_is_reckoned_is_a_date(day: dt.date, written: str) -> None:
    assert checked_date(parse_date(written, str(day)))


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)))
def test_a_week_begins_on_monday_and_holds_its_day(day: dt.date) -> None:
    first, last = parse_date("本周", str(day)).split("/")
    assert dt.date.fromisoformat(first).weekday() == 0
    assert first <= str(day) <= last
