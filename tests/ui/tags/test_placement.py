from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from workbench.ui.tags.placement import place_beside

WINDOW = QRect(0, 0, 1000, 700)
SIZES = st.builds(QSize, st.integers(100, 900), st.integers(60, 600))
PASSAGES = st.builds(
    QRect, st.integers(0, 900), st.integers(0, 660), st.integers(1, 600), st.integers(1, 300)
)


def test_below_where_there_is_room() -> None:
    place = place_beside(QSize(400, 300), QRect(100, 100, 200, 30), WINDOW)
    assert (place.left(), place.top()) == (100, 136)


def test_above_where_there_is_none_below() -> None:
    place = place_beside(QSize(400, 300), QRect(100, 500, 200, 30), WINDOW)
    assert place.bottom() < 500


def test_right_where_there_is_none_above_or_below() -> None:
    place = place_beside(QSize(400, 600), QRect(100, 300, 200, 30), WINDOW)
    assert place.left() > 300
    assert place.height() == 600


def test_left_where_the_passage_stands_at_the_right() -> None:
    place = place_beside(QSize(400, 600), QRect(700, 300, 250, 30), WINDOW)
    assert place.right() < 700


def test_made_smaller_where_nothing_fits() -> None:
    passage = QRect(0, 200, 1000, 100)
    place = place_beside(QSize(400, 600), passage, WINDOW)
    assert not place.intersects(passage)
    assert place.height() < 600


def test_made_smaller_above_where_there_is_more_room() -> None:
    passage = QRect(0, 400, 1000, 200)
    place = place_beside(QSize(400, 600), passage, WINDOW)
    assert place.bottom() < 400


def test_a_passage_that_fills_the_window_is_covered() -> None:
    place = place_beside(QSize(400, 300), WINDOW, WINDOW)
    assert place.bottom() == WINDOW.bottom()


@given(SIZES, PASSAGES)
def test_always_inside_the_window(size: QSize, passage: QRect) -> None:
    assert WINDOW.contains(place_beside(size, passage, WINDOW))


@given(SIZES, PASSAGES)
def test_never_over_the_passage_while_a_side_has_room(size: QSize, passage: QRect) -> None:
    seen = passage.intersected(WINDOW)
    sides = (seen.top(), WINDOW.height() - seen.bottom())
    if max(sides) > 180:
        assert not place_beside(size, seen, WINDOW).intersects(seen)
