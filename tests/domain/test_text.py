from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import article_text, storable
from workbench.domain.errors import (
    SpanOutsideText,
    TextHoldsNul,
    TextHoldsSurrogate,
)
from workbench.domain.text import (
    Segments,
    Span,
    Spans,
    Utf16Map,
    canonical,
    checked_span,
    quote_of,
    refuse_unstorable,
    trimmed,
)

offsets = st.integers(-3, 12)


# --- canonical text ---------------------------------------------------------


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("\ufeff甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁"),
        ("\ufeff\ufeff甲", "甲"),
        ("甲\ufeff乙", "甲\ufeff乙"),
        ("甲\u2028乙\u00a0丙\x0c丁", "甲\u2028乙\u00a0丙\x0c丁"),
        ("\r\r\n\n", "\n\n\n"),
        ("", ""),
    ],
)
def test_canonical_mends_line_ends_and_the_mark_and_nothing_else(
    given_text: str, expected: str
) -> None:
    assert canonical(given_text) == expected


@given(storable)
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert "\r" not in once
    assert not once.startswith("\ufeff")


def test_canonical_names_the_place_of_a_nul() -> None:
    with pytest.raises(TextHoldsNul) as caught:
        canonical("\ufeff甲\r\n\0乙")
    assert caught.value.facts == {"position": 2}


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_canonical_names_the_place_of_half_a_character(half: int) -> None:
    with pytest.raises(TextHoldsSurrogate) as caught:
        canonical("𠮷甲" + chr(half))
    assert caught.value.facts == {"position": 2}


@given(storable)
def test_what_utf8_can_hold_is_storable(text: str) -> None:
    refuse_unstorable(text)
    assert text.encode().decode() == text


# --- spans ------------------------------------------------------------------


@given(offsets, offsets, st.integers(0, 10))
def test_a_span_is_accepted_exactly_when_it_selects_that_many_characters(
    start: int, end: int, length: int
) -> None:
    lies_inside = start in range(length) and end in range(start + 1, length + 1)
    if lies_inside:
        span = checked_span(start, end, length)
        assert (span.start, span.end, len(span)) == (start, end, end - start)
    else:
        with pytest.raises(SpanOutsideText) as caught:
            checked_span(start, end, length)
        assert caught.value.facts == {"start": start, "end": end, "length": length}


def _spans(length: int = 10) -> st.SearchStrategy[Span]:
    two = st.lists(st.integers(0, length), min_size=2, max_size=2, unique=True).map(sorted)
    return two.map(lambda pair: Span(*pair))


@given(_spans(), _spans())
def test_spans_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared)


@given(_spans(), st.integers(-1, 11))
def test_a_span_holds_the_offsets_of_its_characters(span: Span, offset: int) -> None:
    assert span.holds(offset) == (offset in range(span.start, span.end))


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(1, 5), Span(1, 2)]) == [Span(1, 2), Span(1, 5), Span(2, 3)]


@given(st.text(min_size=1), st.data())
def test_a_quote_is_the_text_between_its_neighbours(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quote = quote_of(text, span)
    assert text[:start] + quote + text[span.end :] == text


def test_a_quote_beyond_the_text_is_refused() -> None:
    with pytest.raises(SpanOutsideText):
        quote_of("甲乙", Span(1, 3))


@given(st.text(st.sampled_from("甲 \u3000\n\t𠮷"), min_size=1), st.data())
def test_trimming_takes_the_white_space_at_both_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    core = trimmed(text, span)
    if core is None:
        assert not text[span.start : span.end].strip()
    else:
        assert text[core.start : core.end] == text[span.start : span.end].strip()
        assert span.start <= core.start < core.end <= span.end


# --- paragraphs and sentences -----------------------------------------------


@given(article_text)
def test_paragraphs_are_the_lines_that_say_something(text: str) -> None:
    quotes = [quote_of(text, span) for span in Segments(text).paragraphs]
    assert quotes == [line for line in text.split("\n") if line.strip()]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=8), st.data())
def test_spans_are_a_sequence(borders: list[tuple[int, int]], data: st.DataObject) -> None:
    spans, listed = Spans(borders), [Span(*each) for each in borders]
    assert list(spans) == [spans[number] for number in range(len(spans))] == listed
    first, last = data.draw(st.integers(-9, 9)), data.draw(st.integers(-9, 9))
    assert spans[first:last] == listed[first:last]


@given(article_text)
def test_sentences_tile_their_paragraphs(text: str) -> None:
    segments = Segments(text)
    for paragraph in segments.paragraphs:
        inside = [each for each in segments.sentences if paragraph.overlaps(each)]
        assert inside[0].start == paragraph.start
        assert all(one.end == next_.start for one, next_ in pairwise(inside))
        assert inside[-1].end <= paragraph.end
        assert not text[inside[-1].end : paragraph.end].strip()


@given(article_text)
def test_numbers_count_the_starts_up_to_an_offset(text: str) -> None:
    segments = Segments(text)
    for offset in range(len(text) + 1):
        paragraphs = sum(each.start <= offset for each in segments.paragraphs)
        sentences = sum(each.start <= offset for each in segments.sentences)
        assert segments.paragraph_number(offset) == max(1, paragraphs)
        assert segments.sentence_number(offset) == max(1, sentences)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲来了。乙走了！丙呢？", ["甲来了。", "乙走了！", "丙呢？"]),
        ("他说：“不行。”然后走了。", ["他说：“不行。”", "然后走了。"]),
        ("（见上。）下文", ["（见上。）", "下文"]),
        ("真的？！是……的", ["真的？！", "是……", "的"]),
        ("增长3.5个百分点。", ["增长3.5个百分点。"]),
        ("It rains. It pours.", ["It rains.", " It pours."]),
        ("标题没有句号\n正文。", ["标题没有句号", "正文。"]),
        ("完。 \u3000\n", ["完。"]),
        ("", []),
        (" \n\u3000\n", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [quote_of(text, span) for span in Segments(text).sentences] == sentences


def test_a_text_without_words_has_number_one() -> None:
    assert Segments("").paragraph_number(0) == 1
    assert Segments("").sentence_number(0) == 1


# --- UTF-16 -----------------------------------------------------------------


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(article_text)
def test_code_points_and_utf16_units_agree_with_the_encoder(text: str) -> None:
    offsets16 = Utf16Map(text)
    for offset in range(len(text) + 1):
        there = offsets16.to_utf16(offset)
        assert there == _units(text[:offset])
        assert offsets16.from_utf16(there) == offset


@given(article_text)
def test_the_middle_of_a_surrogate_pair_is_its_start(text: str) -> None:
    offsets16 = Utf16Map(text)
    for offset, character in enumerate(text):
        if _units(character) == 2:
            assert offsets16.from_utf16(_units(text[:offset]) + 1) == offset


def test_rare_characters_side_by_side() -> None:
    offsets16 = Utf16Map("𠮷😀a𠮷")
    assert [offsets16.to_utf16(offset) for offset in range(5)] == [0, 2, 4, 5, 7]
    assert [offsets16.from_utf16(unit) for unit in range(8)] == [0, 0, 1, 1, 2, 3, 3, 4]


@given(st.text(st.sampled_from("甲。！\n ")), st.integers(0, 40), st.integers(0, 40))
def test_what_begins_in_a_stretch_is_numbered_as_in_the_whole(
    text: str, start: int, end: int
) -> None:
    segments = Segments(text)
    for spans, found in (
        (segments.paragraphs, segments.paragraphs_between(start, end)),
        (segments.sentences, segments.sentences_between(start, end)),
    ):
        numbered = list(enumerate(spans, start=1))
        assert list(found) == [each for each in numbered if start <= each[1].start < end]
