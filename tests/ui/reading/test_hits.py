from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reading.conftest import Show
from workbench.domain.text import Span
from workbench.ui.reading.hits import Hits

SPANS = st.lists(st.integers(1, 9), max_size=12).map(
    lambda steps: [Span(10 * i, 10 * i + step) for i, step in enumerate(steps)]
)


@given(SPANS, st.integers(0, 120), st.integers(1, 60))
def test_those_between_are_those_that_overlap(spans: list[Span], start: int, more: int) -> None:
    wanted = Span(start, start + more)
    assert Hits(spans).between(start, start + more) == [s for s in spans if s.overlaps(wanted)]


@pytest.mark.parametrize(
    ("offset", "by", "number"),
    [(0, 1, 0), (1, 1, 1), (10, 1, 1), (11, 1, 0), (0, -1, 1), (3, -1, 0), (99, -1, 1)],
)
def test_the_ways_begin_anew_at_the_other_end(offset: int, by: int, number: int) -> None:
    assert Hits([Span(0, 3), Span(10, 12)]).following(offset, by) == number


def test_without_hits_there_is_no_way() -> None:
    hits = Hits()
    assert hits.following(0, 1) is hits.following(0, -1) is None
    assert hits.number_of(None) is hits.number_of(Span(0, 1)) is None
    assert len(hits) == 0


def test_hits_are_painted_and_told_in_the_strip(show: Show) -> None:
    pane = show("港口不只是港口。\n港口。")
    before = pane._strip.grab().toImage()
    hits = Hits([Span(0, 2), Span(5, 7), Span(9, 11)])
    hits.current = hits[1]
    pane.show_hits(hits)
    pane._view.grab()
    assert pane._view.found == 3
    assert pane._strip.grab().toImage() != before
