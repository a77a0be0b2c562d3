from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.app.commands import MarkSpan, MarkSpans
from workbench.domain.text import Span
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


def marked(coding: Coding) -> tuple[int, int]:
    article, run = coding.article, coding.session.run
    assert article is not None
    actor = run(MarkSpan(article, "actor", 40, 44, {"actor": "USA"}))
    return actor, run(MarkSpan(article, "concept", 40, 46, {"concept": "C_NCR"}))


def middle(coding: Coding, offset: int) -> QPoint:
    view = coding.panels.pane._view
    (box,) = view.page.geometry.rects(Span(offset, offset + 1))
    return view.page_box(box).center().toPoint()


def test_the_right_button_lists_what_overlaps_there(coding: Coding, qtbot: QtBot) -> None:
    actor, concept = marked(coding)
    view = coding.panels.pane._view
    at = middle(coding, 42)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = coding.choosing.menu
    assert menu is not None
    first, second, *_ = menu.actions()
    assert first.text().startswith("Actor")
    assert second.text().startswith("Concept")
    assert not first.icon().isNull()
    second.trigger()
    assert coding.open.selected == concept != actor
    menu.close()
    qtbot.waitUntil(lambda: coding.choosing.menu is None)


def test_the_keyboard_chooses_too(coding: Coding, window: MainWindow, qtbot: QtBot) -> None:
    _, concept = marked(coding)
    pane = coding.panels.pane
    pane.select_span(Span(41, 42))
    pane.clear_selection()
    QTest.keyClick(pane._view, Qt.Key.Key_Return, ALT)
    menu = coding.choosing.menu
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert coding.open.selected == concept


def test_very_many_are_counted(coding: Coding, qtbot: QtBot) -> None:
    assert coding.article is not None
    pane = coding.panels.pane
    marks = tuple(
        MarkSpan(coding.article, "actor", 40, 41 + i, {"actor": "USA"}) for i in range(33)
    )
    coding.session.run(MarkSpans(marks))
    pane.select_span(Span(40, 41))
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(), pane._view.mapToGlobal(QPoint()))
    QApplication.sendEvent(pane._view, event)
    menu = coding.choosing.menu
    assert menu is not None
    assert any(action.text() == "and 2 more" for action in menu.actions())
    menu.close()


def test_beside_the_text_there_is_what_one_does(coding: Coding) -> None:
    coding.choosing._open(None, QPoint(5, 5))
    menu = coding.choosing.menu
    assert menu is not None
    assert coding.context.window.actions_["find"] in menu.actions()
    menu.close()
