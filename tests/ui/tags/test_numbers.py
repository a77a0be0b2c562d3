from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.tags.numbers import parse_integer, parse_number, shown_number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("76.2", 76.2),
        ("76.2%", 76.2),
        ("７６．２％", 76.2),
        ("−1", -1.0),
        ("1,234.5", 1234.5),
        ("", None),
        ("many", None),
        ("inf", None),
        ("1_000", None),
    ],
)
def test_reads_numbers(written: str, meant: float | None) -> None:
    assert parse_number(written) == meant


def test_a_whole_number_has_no_fraction() -> None:
    assert parse_integer("１２") == 12
    assert parse_integer("1.5") is None
    assert parse_integer("x") is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_shown_is_read_back(number: float) -> None:
    assert parse_number(shown_number(number)) == number


def test_whole_numbers_are_shown_bare() -> None:
    assert shown_number(76.0) == "76"
    assert shown_number(76.2) == "76.2"
