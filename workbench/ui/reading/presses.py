"""Count presses of the mouse at one place: the third after a double click makes a sentence."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

_NEAR = 6  # pixels


class PressCounter:
    """Tell the how-manieth press at one place this is; `time` is the event's, in ms."""

    def __init__(self) -> None:
        self._count = 0
        self._time = 0
        self._point = QPoint()

    def press(self, point: QPoint, time: int) -> int:
        """Count a press and return its number: 1, 2, 3, then 1 again."""
        soon = time - self._time <= QApplication.doubleClickInterval()
        near = (point - self._point).manhattanLength() <= _NEAR
        self._count = self._count % 3 + 1 if soon and near and self._count else 1
        self._time, self._point = time, point
        return self._count
