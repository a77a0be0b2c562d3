from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dataset.reading import unescaped
from workbench.dataset.cells import cell, json_text, line, number_cell, text_cell
from workbench.domain.values import Missing

#: Texts with everything that CSV, Excel and we ourselves treat in a way of their own.
TEXTS = st.text(st.sampled_from("'\"=+-@,;\t\r\n \u3000\ufeff\u200b＝＋－＠a中😀")) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
)


def _read(written: str) -> list[str]:
    (row,) = csv.reader(io.StringIO(written, newline=""), strict=True)
    return row


@given(st.lists(TEXTS, min_size=2))
def test_texts_come_back_through_a_reader_of_csv(texts: list[str]) -> None:
    assert [unescaped(each) for each in _read(line(*texts))] == texts


@given(TEXTS)
def test_no_cell_can_be_taken_for_a_formula(text: str) -> None:
    (read, _) = _read(text_cell(text) + ",")
    assert not read.lstrip().lstrip("\ufeff\u200b").startswith(tuple("=+-@＝＋－＠"))
    assert not read.startswith(("\t", "\r", "\n"))


@given(TEXTS)
def test_only_what_is_dangerous_changes(text: str) -> None:
    assert unescaped(text) == text or text_cell(text).lstrip('"').startswith("''")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("甲国承诺", "甲国承诺"),
        ("=1+1", "'=1+1"),
        ("- 一条", "'- 一条"),
        ("\u3000＝甲", "'\u3000＝甲"),
        ("'=1", "''=1"),
        ("'甲'", "'甲'"),
        ("a-b", "a-b"),
        ("\tx", "'\tx"),
        ('说"不"', '"说""不"""'),
        ("甲,乙", '"甲,乙"'),
        ("甲\n乙", '"甲\n乙"'),
        ("甲\r乙", '"甲\r乙"'),
        ('@"', '"\'@"""'),
    ],
)
def test_examples(text: str, written: str) -> None:
    assert text_cell(text) == written


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back_exactly(number: float) -> None:
    assert float(number_cell(number)) == number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "1"),
        (False, "0"),
        (-2, "-2"),
        (-2.0, "-2"),
        (76.2, "76.2"),
        (1e14, "100000000000000"),
        (1e300, "1e+300"),
        (2**62, "4611686018427387904"),
        (Missing.UNDECIDABLE, "-98"),
        ("-98", "'-98"),
    ],
)
def test_values_as_cells(value: str | float | None, written: str) -> None:
    assert cell(value) == written


def test_json_is_compact_and_readable() -> None:
    assert json_text(["甲", True, -2.5, Missing.UNDECIDABLE]) == '["甲",true,-2.5,-98]'
