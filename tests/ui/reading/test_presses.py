from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.ui.reading.presses import PressCounter


def test_presses_at_one_place_are_counted_to_three(qtbot: QtBot) -> None:
    counter = PressCounter()
    assert [counter.press(QPoint(5, 5), 1000 + 10 * i) for i in range(5)] == [1, 2, 3, 1, 2]


def test_a_late_or_distant_press_is_a_first_one(qtbot: QtBot) -> None:
    counter = PressCounter()
    late = 1001 + QApplication.doubleClickInterval()
    assert counter.press(QPoint(5, 5), 1000) == 1
    assert counter.press(QPoint(5, 5), 1000 + late) == 1
    assert counter.press(QPoint(50, 5), 1010 + late) == 1
