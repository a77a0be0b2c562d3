from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.reading.conftest import Show
from tests.ui.reading.mouse import Mouse
from tests.ui.reading.sample import TEXT, annotation, marked
from tests.ui.reading.test_pane import Heard
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading import margin_names
from workbench.ui.reading.margin_names import MarginNames
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.theme import Theme


def labels(pane: ReadingPane) -> list[str]:
    return [str(name.label) for _, row in pane._margin.rows() for name in row.names]


def point_of(pane: ReadingPane, label: str) -> QPoint:
    return next(
        box.center().toPoint()
        for box, row in pane._margin.rows()
        if any(str(name.label) == label for name in row.names)
    )


def crowd(count: int) -> tuple[Annotation, ...]:
    kinds = ("stance", "actor", "concept", "claim", "event")
    start = TEXT.index("甲国")
    return tuple(
        annotation(i, kinds[i % 5], Span(start + i % 30, start + i % 30 + 1 + i % 17))
        for i in range(1, count + 1)
    )


def test_every_annotation_is_named_beside_its_line(pane: ReadingPane) -> None:
    named = [id_ for _, row in pane._margin.rows() for id_ in row.ids]
    assert sorted(named) == [each.id for each in marked() if each.span]
    assert "Jia → pipe −1" in labels(pane)


def test_rows_do_not_run_over_one_another_however_crowded(show: Show) -> None:
    pane = show(annotations=crowd(300))
    boxes = [box for box, _ in pane._margin.rows()]
    assert all(upper.bottom() <= lower.top() + 1e-6 for upper, lower in pairwise(boxes))
    named = [id_ for _, row in pane._margin.rows() for id_ in row.ids]
    assert sorted(named) == list(range(1, 301))
    pane._margin.grab()


def test_names_do_not_jump_while_one_scrolls(show: Show) -> None:
    text = "\n".join("港口不只是港口，它也是一种承诺。" * 6 for _ in range(40))
    some = tuple(
        annotation(i, "actor", Span(i * 17 % 3800, i * 17 % 3800 + 5), {"actor": "JIA"})
        for i in range(1, 300)
    )
    pane = show(text, some, height=400)
    seen: dict[tuple[int, ...], float] = {}
    bar = pane._view.verticalScrollBar()
    for height in range(0, bar.maximum(), 150):
        bar.setValue(height)
        pane._margin.grab()
        for box, row in pane._margin.rows():
            assert abs(seen.setdefault(row.ids, box.top() + height) - box.top() - height) < 1e-6


def test_names_are_the_same_though_few_groups_are_kept(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join("港口不只是港口，它也是一种承诺。" * 6 for _ in range(60))
    pane = show(
        text, tuple(annotation(i, "actor", Span(17 * i, 17 * i + 5)) for i in range(1, 300))
    )
    monkeypatch.setattr(margin_names, "_GROUP", 100)
    names, all_kept = (MarginNames(pane._view.page, 16.0) for _ in range(2))
    whole = 0.0, pane._view.page_height()
    expected = all_kept.rows_between(*whole)
    monkeypatch.setattr(margin_names, "_KEPT", 2)
    assert names.rows_between(*whole) == expected
    assert 0 < len(names._rows) <= 2
    assert len(all_kept._rows) > 2


def test_clicking_a_name_selects_and_cycles_through_what_it_stands_for(show: Show) -> None:
    start = TEXT.index("甲国")
    twice = tuple(
        annotation(i, "actor", Span(start + i, start + i + 1), {"actor": "JIA"}) for i in (1, 2)
    )
    pane = show(annotations=twice)
    heard, point = Heard(pane), point_of(pane, "Jia")
    for _ in range(3):
        Mouse(pane._margin).click(point)
    assert heard.only("annotation_clicked") == [1, 2, 1]
    Mouse(pane._margin).double_click(point)
    assert heard.only("annotation_activated") == [2]
    pane._margin.grab()


def test_pointing_at_a_name_shows_its_passage(pane: ReadingPane) -> None:
    heard, pointer = Heard(pane), Mouse(pane._margin)
    pointer.move(point_of(pane, "Jia → pipe −1"), held=False)
    assert heard.only("hovered")[-1] == [1]
    pane._margin.grab()
    pointer.move(QPoint(2, pane._margin.height() - 2), held=False)
    assert heard.only("hovered")[-1] == []
    pointer.move(point_of(pane, "Jia → pipe −1"), held=False)
    QApplication.sendEvent(pane._margin, QEvent(QEvent.Type.Leave))
    assert heard.only("hovered")[-1] == []


def test_a_name_tells_what_it_stands_for(pane: ReadingPane) -> None:
    point = point_of(pane, "strategic autonomy")
    event = QHelpEvent(QEvent.Type.ToolTip, point, pane._margin.mapToGlobal(point))
    QApplication.sendEvent(pane._margin, event)
    assert "To decide" in QToolTip.text()
    QToolTip.hideText()


def test_a_click_beside_the_names_does_nothing(pane: ReadingPane) -> None:
    heard, corner = Heard(pane), QPoint(2, pane._margin.height() - 2)
    QTest.mouseClick(pane._margin, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseDClick(pane._margin, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseClick(pane._margin, Qt.MouseButton.RightButton, pos=corner)
    assert heard.said == []


def test_what_is_folded_away_is_counted_in_the_row(show: Show) -> None:
    start = TEXT.index("甲国")
    some = tuple(
        annotation(i, "claim", Span(start + i, start + i + 2), {"proposition": f"论断{i}" * 4})
        for i in range(12)
    )
    pane = show(annotations=some)
    fits = [(pane._margin._painter._fitted(box, row), row) for box, row in pane._margin.rows()]
    assert sum(len(row.names) for _, row in fits) == 12
    assert max(fit.more for fit, _ in fits) >= 1
    pane._margin.grab()


def test_what_is_selected_stands_out_though_it_was_pointed_at_before(show: Show) -> None:
    pane = show(annotations=[annotation(1, "actor", Span(40, 90))])
    pane.select(1, scroll=False)
    expected = pane._margin.grab().toImage()
    pane.select(None)
    pane.set_theme(Theme("light"))  # as if nothing had been painted yet
    pane._hover([1])
    hovered = pane._margin.grab().toImage()
    pane._hover([])
    pane.select(1, scroll=False)
    assert pane._margin.grab().toImage() == expected
    pane.select(None)
    pane._hover([1])
    assert pane._margin.grab().toImage() == hovered


def test_brackets_of_overlapping_passages_have_tracks_of_their_own(show: Show) -> None:
    start = TEXT.index("港口不只是")
    some = tuple(annotation(i, "claim", Span(start + i, start + 200 + i)) for i in range(1, 4))
    pane = show(annotations=some)
    tracks = pane._margin._names.tracks_between(*pane._view.shown_heights())
    assert sorted(tracks.values()) == [0, 1, 2]


def test_a_narrow_margin_shows_samples_only(show: Show) -> None:
    pane = show(annotations=crowd(60), width=400)
    pane.set_font_size(30)
    pane._margin.grab()
    fits = [pane._margin._painter._fitted(box, row).text for box, row in pane._margin.rows()]
    assert fits
    assert set(fits) == {""}
