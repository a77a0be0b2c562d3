"""The codebook editor with 5,000 categories and 50,000 aliases: milliseconds as JSON.

    python -m tests.bench.editor_use PROJECT HOME

Each figure is a median, from the press until everything that it changed is painted.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.bench.window_project import CODER
from tests.bench.window_use import Painting, opened, settle, wait_until
from workbench.app.settings import Folders, Settings
from workbench.ui.application import build_application, show_window
from workbench.ui.coding import Coding

_OPENINGS = 7
_BACK = Qt.Key.Key_Backspace
_TYPED = ("类目", "别名 12", "category 4", "c77", "无此名", "a")


def measure(project: Path, home: Path) -> dict[str, float]:
    """Return how long the editor takes to open, and a key of its filter."""
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    desk = show_window(build_application("en", "light"), settings, folders, project, CODER)
    coding = opened(desk)
    figures = {"open": _open(coding), "filter": _filter(coding)}
    desk.context.window.close()
    return figures


def _open(coding: Coding) -> float:
    taken: list[float] = []
    for _ in range(_OPENINGS):
        begin = time.perf_counter()
        coding.codebook.open()
        window = coding.codebook.window
        assert window is not None
        painted = FirstPaint(window.tree.viewport())
        wait_until(lambda painted=painted: painted.at > 0)
        taken.append(1000 * (painted.at - begin))
        wait_until(lambda window=window: not window.indexing)
        coding.codebook.end()
        settle()
    return statistics.median(taken)


class FirstPaint(QObject):
    """Note when a widget is painted for the first time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest or event.type() == QEvent.Type.Paint:
            self.at = self.at or time.perf_counter()
        return False


def _filter(coding: Coding) -> float:
    coding.codebook.open()
    window = coding.codebook.window
    assert window is not None
    wait_until(lambda: not window.indexing)
    settle()
    painting = Painting(window.tree.viewport())
    taken: list[float] = []
    for typed in _TYPED:
        presses = [partial(window.filter.insert, letter) for letter in typed]
        presses += [partial(QTest.keyClick, window.filter, _BACK) for _ in typed]
        taken += [painting.milliseconds(press) for press in presses]
    return statistics.median(taken)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
