from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import Span
from workbench.ui.reading.hit import SpanIndex, following, smallest_first

LENGTH = 20_000  # beyond what the index treats as long


def spans(length: int = LENGTH) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).map(
        lambda each: Span(each[0], min(length, each[0] + each[1]))
    )


def filled(some: list[Span]) -> SpanIndex:
    index = SpanIndex()
    for id_, span in enumerate(some):
        index.put(id_, span)
    return index


@given(st.lists(spans(), max_size=30), st.integers(0, LENGTH - 1))
def test_at_finds_what_a_look_at_all_of_them_finds(some: list[Span], offset: int) -> None:
    naive = [id_ for id_, span in enumerate(some) if span.start <= offset < span.end]
    naive.sort(key=lambda id_: (len(some[id_]), some[id_].start, id_))
    assert filled(some).at(offset) == naive


@given(st.lists(spans(), max_size=30), spans())
def test_between_finds_what_overlaps_in_text_order(some: list[Span], wanted: Span) -> None:
    naive = [id_ for id_, span in enumerate(some) if span.overlaps(wanted)]
    naive.sort(key=lambda id_: (some[id_].start, -some[id_].end, id_))
    assert filled(some).between(wanted.start, wanted.end) == naive


@given(st.lists(spans(), min_size=2, max_size=20), spans(), st.integers(0, LENGTH - 1))
def test_moving_and_dropping_leave_nothing_behind(
    some: list[Span], moved: Span, offset: int
) -> None:
    index = filled(some)
    index.put(0, moved)
    assert index.drop(1) == some[1]
    kept = {0: moved} | {id_: span for id_, span in enumerate(some) if id_ > 1}
    assert index.ids() == sorted(kept, key=lambda i: (kept[i].start, -kept[i].end, i))
    assert set(index.at(offset)) == {i for i, span in kept.items() if span.holds(offset)}


def test_an_empty_stretch_meets_nothing() -> None:
    assert filled([Span(0, 5)]).between(3, 3) == []


def test_dropping_what_is_not_there_is_no_harm() -> None:
    index = SpanIndex()
    assert index.drop(7) is None
    assert 7 not in index
    assert len(index) == 0


def test_the_smallest_comes_first_then_the_earlier() -> None:
    given_spans = [(1, Span(0, 9)), (2, Span(4, 6)), (3, Span(2, 4))]
    assert smallest_first(given_spans) == [3, 2, 1]


@pytest.mark.parametrize(
    ("ids", "current", "chosen"),
    [([], 1, None), ([4, 5], None, 4), ([4, 5], 4, 5), ([4, 5], 5, 4), ([4, 5], 9, 4)],
)
def test_clicking_again_cycles(ids: list[int], current: int | None, chosen: int | None) -> None:
    assert following(ids, current) == chosen
