from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Show
from tests.ui.reading.mouse import Mouse
from tests.ui.reading.sample import annotation, marked
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading import page
from workbench.ui.reading.pane import ReadingPane

LONG = "\n".join("港口不只是港口，它也是一种承诺。" * 8 for _ in range(40))


def test_ticks_stand_in_the_order_of_the_text_within_the_strip(pane: ReadingPane) -> None:
    spans = sorted(each.span for each in marked() if each.span)
    heights = pane._strip.heights_of(span.start for span in spans)
    assert heights == sorted(heights)
    assert heights[0] >= 0
    assert heights[-1] <= pane._strip.height()


def test_layers_have_columns_of_their_own(pane: ReadingPane) -> None:
    lefts = {box[0] for box in pane._strip._visible_ticks()}
    assert len(lefts) == 3


def test_one_tick_stands_for_all_at_a_place(show: Show) -> None:
    some = tuple(annotation(i, "actor", Span(0, 3)) for i in range(1, 50))
    assert len(show(LONG, some)._strip._visible_ticks()) == 1


def test_a_click_goes_there(show: Show) -> None:
    pane = show(LONG)
    QTest.mouseClick(
        pane._strip, Qt.MouseButton.LeftButton, pos=QPoint(4, pane._strip.height() - 2)
    )
    assert pane._view.verticalScrollBar().value() == pane._view.verticalScrollBar().maximum()
    pointer = Mouse(pane._strip)
    pointer.press(QPoint(4, pane._strip.height() // 2))
    pointer.move(QPoint(4, 0))
    assert pane._view.scrolled() == 0
    pointer.move(QPoint(4, 90), held=False)
    assert pane._view.scrolled() == 0


def test_what_is_selected_stands_out(pane: ReadingPane) -> None:
    before = pane._strip.grab().toImage()
    pane.select(4)
    assert pane._strip.grab().toImage() != before


def test_very_many_are_painted_a_little_later(show: Show, qtbot: QtBot) -> None:
    some = tuple(annotation(i, "actor", Span(i % 3000, i % 3000 + 2)) for i in range(1, 1600))
    pane = show(LONG, some)
    pane._strip.grab()
    ticks = pane._strip._ticks
    pane.patch([], {1})
    assert pane._strip._ticks is ticks
    qtbot.waitUntil(lambda: pane._strip._ticks is not ticks)


def test_in_a_book_lines_that_move_cost_no_look_at_every_mark(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "_LONG", 500)
    pane = show(LONG, tuple(annotation(i, "actor", Span(9 * i, 9 * i + 4)) for i in range(1, 60)))
    pane._strip.grab()
    places = pane._strip._places
    assert places is not None
    above = pane._view.page.geometry.block_top(8)
    pane.patch([annotation(99 + i, "actor", Span(9, 20)) for i in range(6)], [1])
    assert pane._view.page.geometry.block_top(8) > above
    assert pane._strip._places is places
    assert places.keys() == pane._strip._placed(pane._view.page.board.drawn()).keys()


some_marks = st.lists(
    st.builds(
        annotation,
        st.integers(1, 8),
        st.sampled_from(("actor", "stance", "claim")),
        st.integers(0, 9).map(lambda start: Span(start, start + 4)),
    ),
    max_size=6,
).map(tuple)


@pytest.mark.parametrize("long", [500, 500_000])
def test_ticks_that_are_patched_are_those_that_are_made_anew(
    long: int, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "_LONG", long)
    pane = show(LONG)
    strip, board = pane._strip, pane._view.page.board

    @settings(max_examples=60)
    @given(some_marks, some_marks, st.sets(st.integers(1, 8)))
    def run(
        before: tuple[Annotation, ...], changed: tuple[Annotation, ...], gone: set[int]
    ) -> None:
        pane.patch(before, set(range(1, 9)))
        strip.grab()
        pane.patch(changed, gone)
        anew = strip._placed(board.drawn())
        places = strip._places
        assert places is None or places == anew

    run()


def test_ticks_that_meet_are_painted_alike_whatever_came_first(show: Show) -> None:
    some = [
        annotation(i, "actor", Span(7 * i, 7 * i + 4), {"actor": ("JIA", "YI")[i % 2]})
        for i in range(1, 200)
    ]
    pane = show(LONG, tuple(some))
    before = pane._strip.grab().toImage()
    pane.patch([], [each.id for each in some[::3]])
    assert pane._strip.grab().toImage() != before
    pane.patch(some[::3], [])
    assert pane._strip.grab().toImage() == before
