from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reading.sample import annotation
from workbench.domain.text import Span
from workbench.ui.reading.hit import SpanIndex, following, smallest_first

LENGTH = 20_000  # beyond what the index treats as long


def spans(length: int = LENGTH) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).map(
        lambda each: Span(each[0], min(length, each[0] + each[1]))
    )


def filled(some: list[Span]) -> SpanIndex:
    index = SpanIndex({id_: annotation(id_, "actor", span) for id_, span in enumerate(some)})
    for id_, span in enumerate(some):
        index.put(id_, span)
    return index


@given(st.lists(spans(), max_size=30), spans())
def test_between_finds_what_overlaps_in_text_order(some: list[Span], wanted: Span) -> None:
    naive = [id_ for id_, span in enumerate(some) if span.overlaps(wanted)]
    naive.sort(key=lambda id_: (some[id_].start, -some[id_].end, id_))
    assert filled(some).between(wanted.start, wanted.end) == naive


@given(st.lists(spans(), min_size=2, max_size=20), st.integers(0, LENGTH - 1))
def test_what_is_dropped_is_found_no_more(some: list[Span], offset: int) -> None:
    index = filled(some)
    index.drop(1, some[1])
    assert index.ids() == [id_ for id_ in range(len(some)) if id_ != 1]
    assert len(index) == len(some) - 1
    kept = {id_ for id_, span in enumerate(some) if id_ != 1 and span.holds(offset)}
    assert set(index.between(offset, offset + 1)) == kept


def test_an_empty_stretch_meets_nothing() -> None:
    assert filled([Span(0, 5)]).between(3, 3) == []


def test_the_smallest_comes_first_then_the_earlier() -> None:
    given_spans = [(1, Span(0, 9)), (2, Span(4, 6)), (3, Span(2, 4))]
    assert smallest_first(given_spans) == [3, 2, 1]


@pytest.mark.parametrize(
    ("ids", "current", "chosen"),
    [([], 1, None), ([4, 5], None, 4), ([4, 5], 4, 5), ([4, 5], 5, 4), ([4, 5], 9, 4)],
)
def test_clicking_again_cycles(ids: list[int], current: int | None, chosen: int | None) -> None:
    assert following(ids, current) == chosen
