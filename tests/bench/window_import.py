"""How long the window stands still while articles come in, in a process of its own: JSON.

    python -m tests.bench.window_import PROJECT FILES HOME

A pause is the longest time of the processor that the window's thread took between two looks at
its events: what other programs take of the machine meanwhile does not count.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from tests.bench.window_project import CODER
from tests.bench.window_use import opened, settle, wait_until
from workbench.app.settings import Folders, Settings
from workbench.ui.application import build_application, show_window

_PATIENCE = 600.0  # seconds


class Pauses(QObject):
    """Measure how long the events wait for the window's own work."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._longest = 0.0

    def begin(self) -> None:
        """Measure from now on."""
        self._last, self._longest = time.thread_time(), 0.0
        self._timer.start()

    def end(self) -> float:
        """Return the longest pause in milliseconds."""
        self._tick()
        self._timer.stop()
        return 1000 * self._longest

    def _tick(self) -> None:
        now = time.thread_time()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def measure(project: Path, files: Path, home: Path) -> dict[str, float]:
    """Return the pauses while files are read and the import window opens, and while they come."""
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    desk = show_window(build_application("en", "light"), settings, folders, project, CODER)
    coding = opened(desk)
    settle()
    pauses, before = Pauses(), len(coding.session.articles())
    pauses.begin()
    coding.importing.read([files])
    wait_until(lambda: coding.importing._window is not None, _PATIENCE)
    window = coding.importing._window
    assert window is not None
    wait_until(lambda: window._loaded is not None, _PATIENCE)
    figures = {"look": pauses.end()}
    count = len(window.files)
    settle()
    pauses.begin()
    window.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    wait_until(lambda: coding.importing._current == [], _PATIENCE)
    figures["come"] = pauses.end()
    assert len(coding.session.articles()) == before + count
    desk.context.window.close()
    QApplication.processEvents()
    return figures


if __name__ == "__main__":
    project, files, home = map(Path, sys.argv[1:4])
    sys.stdout.write(json.dumps(measure(project, files, home)))
