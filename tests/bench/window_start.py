"""One start of a window, in a process of its own: when it was painted, and how steadily.

    python -m tests.bench.window_start bare
    python -m tests.bench.window_start frame PROJECT
    python -m tests.bench.window_start article PROJECT

The moments printed are of the system's monotonic clock, which the parent reads as well.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:  # a bare window must not load what it does not need
    from workbench.ui.desk import Desk

_GIVE_UP = 60.0  # seconds
_AFTERWARDS = 1.5


class FirstPaint(QObject):
    """Note when a window has been painted for the first time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at = 0.0
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self.at = time.monotonic()


class Heartbeat(QObject):
    """Beat every millisecond and keep the longest pause between two beats."""

    def __init__(self, beat: object) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.timeout.connect(beat)
        self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class Watch(QObject):
    """Follow a start until what is waited for is there, print it, and leave."""

    def __init__(self, window: QWidget, desk: Desk | None, until: str) -> None:
        super().__init__(window)
        self._desk = desk
        self._until = until
        self._begun = time.monotonic()
        self._paint = FirstPaint(window)
        self._moments: dict[str, float] = {}
        self._is_readable = False
        self._beat: Heartbeat | None = None
        self._ask = QTimer(self, interval=1)
        self._ask.timeout.connect(self._look)
        self._ask.start()

    def _look(self) -> None:
        if self._paint.at and "frame" not in self._moments:
            self._moments["frame"] = self._paint.at
            self._ask.stop()
            self._beat = Heartbeat(self._follow)
        elif time.monotonic() - self._begun > _GIVE_UP:
            self._leave()

    def _follow(self) -> None:
        if "article" not in self._moments and self._is_readable:
            self._moments["article"] = time.monotonic()
        self._is_readable = self._shows_text()
        read = self._moments.get("article", time.monotonic())
        # The dictionaries are loaded when the article can be read; they must not be felt either.
        done = self._until == "frame" or time.monotonic() - read > _AFTERWARDS
        if done or time.monotonic() - self._begun > _GIVE_UP:
            self._leave()

    def _shows_text(self) -> bool:
        """Tell whether the pane is in its place with a text: the next beat comes after painting."""
        page: Any = self._desk.context.window._pages.currentWidget() if self._desk else None
        return type(page).__name__ == "ReadingPane" and bool(page._view.page.text)

    def _leave(self) -> None:
        assert self._beat
        sys.stdout.write(json.dumps({**self._moments, "gap": self._beat.longest}))
        sys.stdout.flush()
        if self._desk:
            self._desk.end()
        QApplication.exit(0)


def bare() -> None:
    """Show a window with nothing in it."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1320, 860)
    watch = Watch(window, None, "frame")
    window.show()
    application.exec()
    del watch


def program(project: str, until: str) -> None:
    """Start the program as its user does, and follow it."""
    from workbench import __main__ as main
    from workbench.ui import application

    show_window = application.show_window

    def watched(*arguments: object) -> Desk:
        desk = show_window(*arguments)  # pyright: ignore[reportArgumentType]
        Watch(desk.context.window, desk, until)
        return desk

    application.show_window = watched
    sys.argv = ["workbench", "open", project, "--coder", "甲"]
    main.main()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program(sys.argv[2], sys.argv[1])
