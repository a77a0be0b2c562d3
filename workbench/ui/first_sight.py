"""Begin the heavy work once the window can be seen, not before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

# A window that starts minimised is never painted.
_PATIENCE = 1000  # milliseconds


class FirstSight(QObject):
    """Call `begin` once, after the window was painted for the first time."""

    def __init__(self, window: QWidget, begin: Callable[[], None]) -> None:
        super().__init__(window)
        self._begin = begin
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _on_time(self) -> None:
        self.deleteLater()
        self._begin()
