"""What a line takes for typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.tags.type_ahead import TypeAhead


def test_a_key_that_is_still_held_when_the_line_takes_the_keyboard_is_not_typed(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = TypeAhead(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()

    def press(*, again: bool) -> None:
        kind, none = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(line, QKeyEvent(kind, Qt.Key.Key_A, none, "a", again))

    for _ in range(3):
        press(again=True)
    assert line.text() == ""
    press(again=False)
    press(again=True)
    assert line.text() == "aa"
