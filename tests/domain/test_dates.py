from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.dates import parse_date
from workbench.domain.values import NotADate, checked_date

DAYS = st.dates(min_value=dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", ""),
        ("  ", ""),
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025年8月", "2025-08"),
        ("2025年8月25日", "2025-08-25"),
        ("2025年8月25", "2025-08-25"),
        ("2025.8.25", "2025-08-25"),
        ("2025/8/25", "2025-08-25"),
        ("2025-8", "2025-08"),
        ("20250825", "2025-08-25"),
        ("202508", "2025-08"),
        ("２０２５年８月", "2025-08"),
        ("二〇二五年八月", "2025-08"),
        ("二〇二五年十月二十五日", "2025-10-25"),
        ("Aug 2025", "2025-08"),
        ("25 August 2025", "2025-08-25"),
        ("Sept. 5, 2025", "2025-09-05"),
    ],
)
def test_reads_a_date(written: str, meant: str) -> None:
    assert parse_date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-10-31/2025-11-01", "2025-10-31/2025-11-01"),
        ("2025-10-31 – 2025-11-01", "2025-10-31/2025-11-01"),
        ("2025年8月25日至27日", "2025-08-25/2025-08-27"),
        ("2025年8月25日到9月2日", "2025-08-25/2025-09-02"),
        ("2025年8月至9月", "2025-08/2025-09"),
        ("2025.8.25-27", "2025-08-25/2025-08-27"),
        ("2025.8.25-2025.9.1", "2025-08-25/2025-09-01"),
        ("2023-2025", "2023/2025"),
        ("2023—2025", "2023/2025"),
    ],
)
def test_reads_a_range(written: str, meant: str) -> None:
    assert parse_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "8月",
        "soon",
        "2025-13",
        "2025-02-30",
        "1 2 3 4",
        "13",
        "2025/2024",
        "August",
        "1 2 Aug 2025",
        "2025-1-2-3",
        "至2025",
        "2025年底",
        "2025年左右",
        "early 2025",
        "约2025年8月",
    ],
)
def test_refuses_what_is_no_date(written: str) -> None:
    with pytest.raises(NotADate):
        parse_date(written)


@given(DAYS)
def test_what_the_dataset_holds_is_read_as_it_is(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == day.isoformat()


@given(DAYS)
def test_chinese_dates_are_read(day: dt.date) -> None:
    assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@given(st.text(alphabet="0123456789年月日-/.至 十", max_size=24))
def test_what_is_read_is_a_date(written: str) -> None:
    try:
        meant = parse_date(written)
    except NotADate:
        return
    assert meant == "" or checked_date(meant) == meant
