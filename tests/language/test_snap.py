from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import Span
from workbench.language.fallback import FallbackSegmenter
from workbench.language.snap import snap, word_at
from workbench.language.tiling import spans_of

SEGMENTER = FallbackSegmenter(["主权寻租", "代理人懈怠", "欧盟", "战略自主", "“平衡”", "50%"])
TEXTS = st.text(alphabet='主权寻租欧盟战略自主的，。“”（）《》" \n\tUS5%𠮷😀', min_size=1)


@st.composite
def selections(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def snapped(text: str, selected: str) -> str:
    start = text.index(selected)
    span = snap(SEGMENTER.words(text), text, Span(start, start + len(selected)))
    return text[span.start : span.end]


@given(st.lists(st.integers(1, 4)), st.integers(0, 20))
def test_word_at_is_the_one_that_holds_the_offset(lengths: list[int], offset: int) -> None:
    words = spans_of(lengths)
    holding = [word for word in words if word.holds(offset)]
    assert word_at(words, offset) == (holding[0] if holding else None)


def test_between_words_there_is_none() -> None:
    assert word_at([Span(0, 2), Span(4, 6)], 3) is None
    assert word_at([Span(1, 2)], 0) is None


@given(selections())
def test_letters_selected_stay_selected(selection: tuple[str, Span]) -> None:
    text, span = selection
    result = snap(SEGMENTER.words(text), text, span)
    assert 0 <= result.start < result.end <= len(text)
    kept = [at for at in range(span.start, span.end) if text[at].isalnum()]
    assert all(result.holds(offset) for offset in kept)


@given(selections())
def test_both_borders_are_word_borders_unless_only_marks_were_selected(
    selection: tuple[str, Span],
) -> None:
    text, span = selection
    words = SEGMENTER.words(text)
    result = snap(words, text, span)
    if any(text[at].isalnum() for at in range(span.start, span.end)):
        assert result.start in {word.start for word in words}
        assert result.end in {word.end for word in words}


@given(selections())
def test_it_grows_by_less_than_a_word_at_each_side(selection: tuple[str, Span]) -> None:
    text, span = selection
    words = SEGMENTER.words(text)
    first, last = word_at(words, span.start), word_at(words, span.end - 1)
    result = snap(words, text, span)
    assert first is not None
    assert last is not None
    assert first.start <= result.start
    assert result.end <= last.end


@given(selections())
def test_snapping_twice_changes_nothing(selection: tuple[str, Span]) -> None:
    text, span = selection
    words = SEGMENTER.words(text)
    once = snap(words, text, span)
    assert snap(words, text, once) == once


@given(selections(), st.lists(st.integers(1, 9)))
def test_it_crosses_no_paragraph_that_the_selection_does_not(
    selection: tuple[str, Span], lengths: list[int]
) -> None:
    text, span = selection
    result = snap(spans_of(lengths), text, span)
    added = text[result.start : span.start] + text[span.end : max(span.end, result.end)]
    assert "\n" not in added


@pytest.mark.parametrize(
    ("text", "selected", "expected"),
    [
        ("谈主权寻租的人", "权", "主权寻租"),
        ("谈主权寻租的人", "权寻租的", "主权寻租的"),
        ("欧盟，战略自主", "盟，战", "欧盟，战略自主"),
        ("，欧盟。", "，欧盟。", "欧盟"),
        ("说： 欧盟 在", "： 欧盟 ", "欧盟"),
        ("欧盟\n战略自主", "欧盟\n", "欧盟"),
        ("欧盟\n战略自主", "盟\n战", "欧盟\n战略自主"),
        ("战略自主（SA）的", "战略自主（SA）", "战略自主（SA）"),
        ("（战略自主）", "（战略自主", "战略自主"),
        ("（战略自主）", "战略自主）", "战略自主"),
        ("《欧盟条约》。", "《欧盟条约》。", "《欧盟条约》"),
        ('他说"欧盟"的', '"欧盟"', '"欧盟"'),
        ("所谓“平衡”论", "平", "“平衡”"),
        ("增长50%。", "50%。", "50%"),
        ("在AUKUS中", "KU", "AUKUS"),
        ("欧盟，。战", "，。", "，。"),
        ("欧盟 \n", " \n", " \n"),
    ],
)
def test_as_a_person_would_draw_it(text: str, selected: str, expected: str) -> None:
    assert snapped(text, selected) == expected


def test_without_words_only_the_ends_are_cleaned() -> None:
    assert snap([], "，欧盟，", Span(0, 3)) == Span(1, 3)
