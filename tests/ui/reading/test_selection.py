from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.text import Span
from workbench.ui.reading.selection import Edge, Selection, extended, forward, moved_border

LENGTH = 40
spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda each: Span(each[0], min(LENGTH, each[0] + each[1]))
)


@given(spans, spans)
def test_a_drag_by_units_holds_both_whole(origin: Span, target: Span) -> None:
    found = extended(origin, target).span
    assert found == Span(min(origin.start, target.start), max(origin.end, target.end))


def test_the_caret_of_a_drag_lies_where_the_pointer_is() -> None:
    assert extended(Span(5, 7), Span(1, 3)) == Selection(7, 1)
    assert extended(Span(5, 7), Span(9, 12)) == Selection(5, 12)


def test_a_selection_of_nothing_has_no_span() -> None:
    assert Selection(3, 3).span is None
    assert Selection(5, 2).span == Span(2, 5)
    assert forward(Span(2, 5)) == Selection(2, 5)


@given(spans, st.sampled_from(Edge), st.integers(-10, LENGTH + 10))
def test_a_border_stays_in_the_text_and_leaves_something(
    span: Span, edge: Edge, offset: int
) -> None:
    moved = moved_border(span, edge, offset, LENGTH)
    assert 0 <= moved.start < moved.end <= LENGTH
    if edge is Edge.START:
        assert moved.end == span.end
        assert moved.start == offset or not 0 <= offset < span.end
    else:
        assert moved.start == span.start
        assert moved.end == offset or not span.start < offset <= LENGTH
