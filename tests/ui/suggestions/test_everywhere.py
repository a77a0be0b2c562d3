"""All of a category in the project: list, ticks, marks, undo; on the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet, is_gone
from workbench.ui.coding import Coding
from workbench.ui.suggestions.everywhere import EverywhereDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def at_the_usa(coding: Coding, qtbot: QtBot) -> None:
    """Be at a suggestion of the United States."""
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 0, timeout=20_000)
    shown = coding.suggest.shown
    coding.suggest._go_to(next(i for i, s in enumerate(shown) if s.categories == ("USA",)))


def all_marked(coding: Coding) -> int:
    session = coding.session
    return sum(len(session.annotations(each.id)) for each in session.articles())


def ok_of(dialog: EverywhereDialog) -> QPushButton:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)


def tick_box(dialog: EverywhereDialog, row: int) -> QRect:
    box = dialog.table.visualRect(dialog.model.index(row, 0))
    return QRect(box.left() + 4, box.center().y() - 4, 12, 8)


def test_what_is_ticked_is_marked_everywhere_in_one_step(
    coding: Coding, hands: Hands, meet: Meet, qtbot: QtBot
) -> None:
    counts: list[int] = []

    def act(dialog: EverywhereDialog) -> None:
        rows = dialog.model.rowCount()
        QTest.mouseClick(dialog.table.viewport(), LEFT, pos=tick_box(dialog, 0).center())
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        counts.extend((rows, len(dialog.model.chosen())))
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)  # and nothing more is ticked or not

    met = meet(EverywhereDialog, act)
    hands.press(Qt.Key.Key_F9, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(met), timeout=30_000)
    rows, chosen = counts
    assert rows > chosen > 2
    qtbot.waitUntil(lambda: all_marked(coding) == chosen, timeout=20_000)
    assert len({s.article for s in coding.session.history(1)}) == 1
    qtbot.waitUntil(lambda: not coding.context.background.under_way)
    window = coding.context.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: all_marked(coding) == 0)


def test_ticking_none_leaves_nothing_to_mark_and_cancel_marks_nothing(
    coding: Coding, hands: Hands, meet: Meet, qtbot: QtBot
) -> None:
    def act(dialog: EverywhereDialog) -> None:
        all_, none = dialog.findChildren(QPushButton)[:2]
        QTest.mouseClick(none, LEFT)
        assert not ok_of(dialog).isEnabled()
        QTest.mouseClick(all_, LEFT)
        assert ok_of(dialog).isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    met = meet(EverywhereDialog, act)
    hands.press(Qt.Key.Key_F9, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(met) and is_gone(met[0]), timeout=30_000)
    assert all_marked(coding) == 0


def test_rows_show_the_passage_in_its_context(
    coding: Coding, hands: Hands, meet: Meet, qtbot: QtBot
) -> None:
    told: list[list[str]] = []

    def act(dialog: EverywhereDialog) -> None:
        model = dialog.model
        told.extend([str(model.index(row, c).data()) for c in range(4)] for row in range(2))
        dialog.reject()

    met = meet(EverywhereDialog, act)
    hands.press(Qt.Key.Key_F9, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(met), timeout=30_000)
    title, before, passage, behind = told[0]
    info = coding.session.articles()[0]
    assert title == info.title
    assert passage in ("美国", "华盛顿", "美方", "白宫", "美")
    assert " ".join(f"{before}{passage}{behind}".split())[:6] in coding.session.text(info.id)


def test_a_project_that_closes_takes_the_list_along(
    coding: Coding, hands: Hands, meet: Meet, qtbot: QtBot
) -> None:
    desk_closed: list[bool] = []

    def act(_: EverywhereDialog) -> None:
        coding.context.window.actions_["close"].trigger()
        desk_closed.append(True)

    met = meet(EverywhereDialog, act)
    hands.press(Qt.Key.Key_F9, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(desk_closed), timeout=30_000)
    assert is_gone(met[0])
