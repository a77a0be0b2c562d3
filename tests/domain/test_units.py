from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import article_text
from workbench.domain.text import Segments, Span
from workbench.domain.units import (
    Unit,
    clauses_in,
    following,
    grown,
    narrowed,
    preceding,
    shrunk,
    units_around,
    widened,
)

TEXT = (
    "各方表态，立场不一：𠮷国“支持”，对方沉默。会后，“怎么办？”没有人答。\n\n"
    "　　第二段，共1,250字。"
)

# Signs that part units, and characters beyond U+FFFF among others.
passages = st.text(alphabet="甲乙𠮷🙂a1，。；？”\n 　", max_size=40)
units = st.sampled_from(Unit)


def quotes(text: str, spans: object) -> list[str]:
    return [text[each.start : each.end] for each in spans]  # type: ignore[attr-defined]


def everything(text: str, unit: Unit) -> list[Span]:
    """Return all the units of a text, found without looking for a place."""
    segments = Segments(text)
    if unit is Unit.CLAUSE:
        return [e for each in segments.sentences for e in clauses_in(text, each)]
    return list(segments.sentences if unit is Unit.SENTENCE else segments.paragraphs)


def one_character(offset: int) -> Span:
    return Span(offset, offset + 1)


def test_clauses_are_what_stands_between_the_marks() -> None:
    assert quotes(TEXT, clauses_in(TEXT, Span(0, len(TEXT)))) == [
        "各方表态",
        "立场不一",
        "𠮷国“支持”",
        "对方沉默",
        "会后",
        "“怎么办",
        "没有人答",
        "第二段",
        "共1,250字",
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("甲、乙和丙", ["甲、乙和丙"]),
        ("He came, saw: won. Then", ["He came", "saw", "won", "Then"]),
        ("15:30开会……结束——散了", ["15:30开会", "结束", "散了"]),
        ("，。；", []),
        ("", []),
    ],
)
def test_clauses_of_odd_texts(text: str, clauses: list[str]) -> None:
    assert quotes(text, clauses_in(text, Span(0, len(text)))) == clauses


@given(article_text)
def test_a_text_has_the_clauses_of_its_sentences(text: str) -> None:
    whole = clauses_in(text, Span(0, len(text))) if text else []
    assert whole == everything(text, Unit.CLAUSE)


@given(passages, st.data())
def test_a_place_far_inside_has_the_same_neighbours(text: str, data: st.DataObject) -> None:
    long = "甲" * 500 + text + "乙" * 500 + "，" + text
    caret = data.draw(st.integers(0, len(long)))
    near = units_around(Segments(long), Unit.CLAUSE, caret)
    clauses = everything(long, Unit.CLAUSE)
    assert following(near, caret, len(long)) == following(clauses, caret, len(long))
    assert preceding(near, caret) == preceding(clauses, caret)
    assert [each for each in near if each.holds(caret)] == [e for e in clauses if e.holds(caret)]


@given(passages, units, st.data())
def test_a_step_leads_to_the_nearest_beginning(text: str, unit: Unit, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(text)))
    near = units_around(Segments(text), unit, caret)
    starts = [each.start for each in everything(text, unit)]
    assert following(near, caret, len(text)) == min(
        (each for each in starts if each > caret), default=len(text)
    )
    assert preceding(near, caret) == max((each for each in starts if each < caret), default=0)


@given(passages, units, st.data())
def test_a_selection_ends_where_a_unit_ends(text: str, unit: Unit, data: st.DataObject) -> None:
    anchor = data.draw(st.integers(0, len(text)))
    segments = Segments(text)
    caret = grown(units_around(segments, unit, anchor), anchor, anchor, len(text))
    ends = [each.end for each in everything(text, unit)]
    assert caret == min((each for each in ends if each > anchor), default=len(text))


@given(passages, units, st.data())
def test_the_opposite_step_takes_a_unit_back(text: str, unit: Unit, data: st.DataObject) -> None:
    spans = everything(text, unit)
    anchor = data.draw(st.integers(0, len(text)))
    ends = [each.end for each in spans if each.end > anchor]
    segments, length = Segments(text), len(text)
    for caret, further in pairwise(ends):
        assert grown(units_around(segments, unit, caret), anchor, caret, length) == further
        assert shrunk(units_around(segments, unit, further), anchor, further) == caret


@given(passages, units, st.data())
def test_a_selection_backwards_reaches_a_beginning_and_comes_back_to_its_anchor(
    text: str, unit: Unit, data: st.DataObject
) -> None:
    anchor = data.draw(st.integers(0, len(text)))
    segments, length = Segments(text), len(text)
    caret = shrunk(units_around(segments, unit, anchor), anchor, anchor)
    assert caret == 0 or caret in [each.start for each in everything(text, unit)]
    assert caret < anchor or anchor == 0
    for _ in range(len(text)):
        if caret == anchor:
            break
        caret = grown(units_around(segments, unit, caret), anchor, caret, length)
    assert caret == anchor


@given(passages.filter(bool), st.data())
def test_widening_holds_what_it_widens_up_to_a_paragraph(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    segments = Segments(text)
    wider = widened(segments, one_character, span)
    assert wider.start <= span.start
    assert wider.end >= span.end
    if wider == span:
        held = [each for each in segments.paragraphs if each.holds(start) and each != span]
        assert all(span.start <= each.start and each.end <= span.end for each in held)


@given(passages.filter(bool), st.data())
def test_narrowing_keeps_the_beginning_and_ends_with_a_character(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    segments = Segments(text)
    while len(span) > 1:
        narrower = narrowed(segments, one_character, span)
        assert narrower.start == span.start
        assert len(narrower) < len(span)
        span = narrower
    assert narrowed(segments, one_character, span) == span


def test_from_word_to_paragraph_and_back() -> None:
    segments = Segments(TEXT)

    def word(offset: int) -> Span:
        return Span(offset // 2 * 2, offset // 2 * 2 + 2)

    steps = [Span(0, 1)]
    for _ in range(4):
        steps.append(widened(segments, word, steps[-1]))
    assert quotes(TEXT, steps) == [
        "各",
        "各方",
        "各方表态",
        "各方表态，立场不一：𠮷国“支持”，对方沉默。",
        TEXT.split("\n")[0],
    ]
    assert widened(segments, word, steps[-1]) == steps[-1]
    back = [steps[-1]]
    for _ in range(4):
        back.append(narrowed(segments, word, back[-1]))
    assert back == steps[::-1]


@given(article_text)
def test_every_place_of_an_article_has_its_steps(text: str) -> None:
    segments = Segments(text)
    caret, steps = 0, 0
    while caret < len(text):
        further = following(units_around(segments, Unit.CLAUSE, caret), caret, len(text))
        assert further > caret
        caret, steps = further, steps + 1
    assert steps <= len(text)


def test_a_sentence_without_words_stops_no_step() -> None:
    text = "甲。" + "！\n" * 20 + "乙"
    segments = Segments(text)
    assert following(units_around(segments, Unit.CLAUSE, 1), 1, len(text)) == len(text) - 1
    assert preceding(units_around(segments, Unit.CLAUSE, len(text) - 1), len(text) - 1) == 0
