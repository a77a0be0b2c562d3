from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import Span
from workbench.language.occurrences import FoldedText

MIXED = st.text(st.sampled_from("韩國ＡＢabİ12 \t\n\u200b𠮷👍，（"), max_size=40)


@pytest.mark.parametrize(
    ("text", "wanted", "quotes"),
    [
        ("韩国与韓國", "韩国", ["韩国", "韓國"]),
        ("韩国与韓國", "韓國", ["韩国", "韓國"]),
        ("AUKUS、ＡＵＫＵＳ、aukus", "Aukus", ["AUKUS", "ＡＵＫＵＳ", "aukus"]),
        ("2025年与 2025 年、２０２５年", "2025年", ["2025年", "2025 年", "２０２５年"]),
        ("2025年", "2025 年", ["2025年"]),
        ("on the  table, on the table", "the table", ["the  table", "the table"]),
        ("他说“是”", '"是"', ["“是”"]),
        ("零\u200b宽", "零宽", ["零\u200b宽"]),
        ("哈哈哈哈", "哈哈", ["哈哈", "哈哈"]),
        ("甲\n乙", "甲乙", []),
        ("𠮷野家👍", "野家", ["野家"]),
        ("İstanbul", "stanbul", ["stanbul"]),
        ("什么都没有", "", []),
        ("什么都没有", "  ", []),
    ],
)
def test_words_are_found_as_a_reader_would(text: str, wanted: str, quotes: list[str]) -> None:
    found = FoldedText(text).find(wanted)
    assert [text[span.start : span.end] for span in found] == quotes


def test_a_space_at_the_edge_is_no_part_of_a_hit() -> None:
    assert FoldedText("对 韩国 的").find("韩国") == [Span(2, 4)]


@given(MIXED, MIXED)
def test_what_stands_there_as_it_is_is_found(text: str, wanted: str) -> None:
    folded = FoldedText(text)
    found = folded.find(wanted)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    core = wanted.strip()
    if core.isalnum() and core in text:
        first = text.index(core)
        assert any(span.start <= first < span.end for span in found)


@given(MIXED)
def test_the_whole_text_is_found_in_itself(text: str) -> None:
    if text.strip() and any(c.isalnum() for c in text):
        (found,) = FoldedText(text).find(text)
        stripped = text.strip()
        assert text[found.start : found.end].strip("\u200b \t") == stripped.strip("\u200b \t")
