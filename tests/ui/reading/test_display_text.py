from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from workbench.domain.text import Span
from workbench.ui.reading.display_text import LONGEST_BLOCK, DisplayText

#: Everything that Qt is known to rewrite or to count otherwise, among ordinary letters.
HARD = (
    "汉字。\n\t😀𠮷é\u0301\u2028\u2029\x85\x0b\x0c\x1f\x7f\xa0\ufffc\ufdd0\ufdd1\ufffe\u200b\xadא"
)
texts = st.text(st.sampled_from(HARD), max_size=60)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_character_is_shown_by_as_many_units(text: str) -> None:
    shown = DisplayText(text)
    assert utf16(shown.text) == utf16(text) + len(shown.soft)
    for offset in range(len(text) + 1):
        assert shown.to_shown(offset) == utf16(text[:offset])
        assert shown.from_shown(shown.to_shown(offset)) == offset


@given(texts)
def test_qt_keeps_every_position(text: str) -> None:
    shown = DisplayText(text)
    document = QTextDocument()
    document.setPlainText(shown.text)
    assert document.characterCount() == utf16(shown.text) + 1
    assert document.blockCount() == len(shown.blocks)
    for number, block in enumerate(shown.blocks):
        found = document.findBlockByNumber(number)
        assert shown.from_shown(found.position()) == block.start
        assert shown.from_shown(found.position() + found.length() - 1) == block.end


@pytest.mark.parametrize("letters", ["汉", "汉字，", "𠮷", "e\u0301", "x"])
def test_a_very_long_line_is_broken_softly(letters: str) -> None:
    text = "前\n" + letters * 5000 + "\n后"
    shown = DisplayText(text)
    assert all(len(block) <= LONGEST_BLOCK for block in shown.blocks)
    assert "".join(text[block.start : block.end] for block in shown.blocks) == text.replace(
        "\n", ""
    )
    for offset in [*range(1900, 2200), *shown.soft, len(text)]:
        assert shown.from_shown(shown.to_shown(offset)) == offset


def test_a_soft_break_prefers_the_end_of_a_clause() -> None:
    text = ("字" * 95 + "，") * 40
    assert all(text[cut - 1] == "，" for cut in DisplayText(text).soft)


def test_a_soft_break_tears_no_mark_from_its_letter() -> None:
    text = "x" + "e\u0301" * 3000
    assert [text[cut] for cut in DisplayText(text).soft] == ["e"] * 3


def test_a_block_knows_whether_its_line_goes_on() -> None:
    shown = DisplayText("字" * 2500 + "\n尾")
    assert [shown.is_continued(n) for n in range(len(shown.blocks))] == [True, False, False]


def test_blocks_are_found_by_offset_and_span() -> None:
    shown = DisplayText("一二\n\n三四")
    assert [shown.block_at(offset) for offset in range(7)] == [0, 0, 0, 1, 2, 2, 2]
    assert list(shown.blocks_of(Span(1, 5))) == [0, 1, 2]


def test_an_empty_text_has_one_empty_block() -> None:
    assert list(DisplayText("").blocks) == [Span(0, 0)]
