"""Filter the table of a project's annotations as one types, in a process of its own: milliseconds.

    python -m tests.bench.table_use PROJECT HOME

Each figure is taken from the press of a key until the table is painted. A plain
QSortFilterProxyModel over as many rows of the same text is the measure beside it.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from tests.bench.window_project import CODER
from tests.bench.window_use import Painting, opened, settle
from workbench.app.settings import Folders, Settings
from workbench.ui.annotations.controls import Scope
from workbench.ui.annotations.panel import AnnotationsPanel
from workbench.ui.application import build_application, show_window

_TYPED = "china unit"
_SIZE = (1000, 400)


def measure(project: Path, home: Path) -> dict[str, float]:
    """Return the figures of the table and those of the plain one beside it."""
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    desk = show_window(build_application("en", "light"), settings, folders, project, CODER)
    coding = opened(desk)
    panel = coding.panels.below.annotations
    own = panel._model.lines
    begin = time.perf_counter()
    panel.controls.scope.setCurrentIndex(list(Scope).index(Scope.PROJECT))
    panel.controls.scope_chosen.emit(Scope.PROJECT)
    wait_until(lambda: panel._model.lines is not own)
    first = time.perf_counter() - begin
    wait_until(lambda: not coding.lines._readings)
    read = time.perf_counter() - begin
    texts = [line.told for line in panel._model.lines]
    figures = {"rows": len(texts), "first": first, "read": read, **_table(panel), **_plain(texts)}
    desk.context.window.close()
    return figures


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds; what is read here takes longer than elsewhere."""
    while not holds():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _table(panel: AnnotationsPanel) -> dict[str, float]:
    painting = Painting(panel._table.viewport())
    flat = _typed(panel.filter, painting)
    panel.controls.kind_chosen.emit(1)
    settle()
    grouped = _typed(panel.filter, painting)
    return {"flat": max(flat), "median": statistics.median(flat), "grouped": max(grouped)}


def _plain(texts: list[str]) -> dict[str, float]:
    window, line, view = QWidget(), QLineEdit(), QListView()
    view.setUniformItemSizes(True)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(QStringListModel(texts))
    view.setModel(proxy)
    line.textChanged.connect(proxy.setFilterFixedString)
    line.textChanged.connect(view.viewport().update)  # also where the same rows stay
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(view)
    window.resize(*_SIZE)
    window.show()
    settle()
    taken = _typed(line, Painting(view.viewport()))
    return {"plain": max(taken), "plain_median": statistics.median(taken)}


def _typed(line: QLineEdit, painting: Painting) -> list[float]:
    """Type a word letter by letter and take it back; return what each key took."""
    line.setFocus()

    def press(letter: str) -> None:
        QTest.keyClicks(line, letter)

    taken = [painting.milliseconds(lambda each=each: press(each)) for each in _TYPED]
    back = partial(QTest.keyClick, line, Qt.Key.Key_Backspace)
    return taken + [painting.milliseconds(back) for _ in _TYPED]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
