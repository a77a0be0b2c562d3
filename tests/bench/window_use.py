"""What one does all day in a window that is open, in a process of its own: milliseconds as JSON.

    python -m tests.bench.window_use PROJECT HOME

Each figure is a median of key presses, from the press until everything that it changed is
painted. The same text in a plain QTextEdit, set and repainted, is the measure beside them.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from tests.bench.window_project import CODER
from workbench.app.settings import Folders, Settings
from workbench.domain.text import Span
from workbench.ui.application import build_application, show_window
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.tags.finding import only_tag

_MARKS, _PAGES, _OPENINGS = 60, 12, 15
_ALONE = (1320, 860)
_PATIENCE = 20.0  # seconds
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Painting(QObject):
    """Find the moment when a widget, and all that is painted with it, is painted.

    From the widget's painting on it looks at every event of the program: the first that is no
    painting ends it. Before, it looks at the widget's own events only: to look at all of them in
    Python would take a part of what is measured.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._begun = False
        self._end = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        application = QApplication.instance()
        assert application
        if event.type() == QEvent.Type.Paint:
            if watched is self._widget and not self._begun:
                self._begun = True
                application.installEventFilter(self)
        elif self._begun and not self._end:
            self._end = time.perf_counter()
            application.removeEventFilter(self)
        return False

    def milliseconds(self, action: Callable[[], object]) -> float:
        """Return how long it takes from `action` until the widget is painted anew."""
        settle()
        self._begun, self._end = False, 0.0
        self._widget.installEventFilter(self)
        begin = time.perf_counter()
        action()
        wait_until(lambda: self._begun, how=QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        end = self._end or time.perf_counter()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._widget.removeEventFilter(self)
        return 1000 * (end - begin)


def settle() -> None:
    """Let everything be done that is due."""
    for _ in range(5):
        QApplication.processEvents()


def wait_until(
    holds: Callable[[], bool],
    patience: float = _PATIENCE,
    how: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents,
) -> None:
    """Let the window work until something holds, or raise TimeoutError after so many seconds.

    A loop that waits for more events has the garbage collected, as that of the program does.
    """
    deadline = time.monotonic() + patience
    while not holds():
        QApplication.processEvents(how)
        if time.monotonic() > deadline:
            raise TimeoutError


def measure(project: Path, home: Path) -> dict[str, float]:
    """Return the figures of the window and those of the plain text beside them."""
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    appearance = build_application("en", "light")
    desk = show_window(appearance, settings, folders, project, CODER)
    coding = opened(desk)
    painting = Painting(coding.panels.pane._view.viewport())
    figures = {
        **_plain(coding),
        "mark": _mark(coding, painting),
        "undo": _undo(coding, painting),
        "scroll": _scroll(coding, painting),
        "open": _open(coding, painting),
    }
    desk.context.window.close()
    return figures


def opened(desk: Desk) -> Coding:
    """Return what is open once its article is there."""
    wait_until(lambda: desk.coding is not None and desk.coding.article is not None)
    assert desk.coding
    desk.context.window.activateWindow()
    desk.coding.panels.pane.setFocus()
    settle()
    return desk.coding


def _mark(coding: Coding, painting: Painting) -> float:
    pane, taken = coding.panels.pane, []
    for span in islice(_names(coding), _MARKS):
        pane.select_span(span)
        taken.append(painting.milliseconds(lambda: _press(pane, Qt.Key.Key_A)))
    return statistics.median(taken)


def _names(coding: Coding) -> Iterator[Span]:
    """Yield stretches of the article that name one actor, so that one key marks it."""
    assert coding.article is not None
    source, text = coding.panels.source, coding.session.text(coding.article)
    actor = coding.session.codebook.layer("actor")
    for start in range(len(text) - 2):
        if only_tag(source, actor, text[start : start + 2]):
            yield Span(start, start + 2)


def _undo(coding: Coding, painting: Painting) -> float:
    pane = coding.panels.pane
    return statistics.median(
        painting.milliseconds(lambda: _press(pane, Qt.Key.Key_Z, _CONTROL)) for _ in range(_MARKS)
    )


def _scroll(coding: Coding, painting: Painting) -> float:
    pane = coding.panels.pane
    pane.scroll_to(0)
    pane.select_span(Span(0, 1))
    return statistics.median(
        painting.milliseconds(lambda: _press(pane, Qt.Key.Key_PageDown)) for _ in range(_PAGES)
    )


def _open(coding: Coding, painting: Painting) -> float:
    articles = coding.panels.articles
    long, short = (info.id for info in coding.session.articles())
    taken: list[float] = []
    for _ in range(_OPENINGS):
        painting.milliseconds(lambda: articles.choose(short))
        taken.append(painting.milliseconds(lambda: articles.choose(long)))
    return statistics.median(taken)


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)


def _plain(coding: Coding) -> dict[str, float]:
    """Return what a text without marks takes: to be repainted, and to be set and painted."""
    assert coding.article is not None
    text = coding.session.text(coding.article)
    edit = QTextEdit()
    edit.resize(*_ALONE)
    edit.setPlainText(text)
    edit.show()
    painting = Painting(edit.viewport())
    repaint = [painting.milliseconds(edit.viewport().update) for _ in range(_PAGES)]
    filled: list[float] = []
    for _ in range(_OPENINGS):
        edit.clear()
        filled.append(painting.milliseconds(lambda: edit.setPlainText(text)))
    edit.close()
    coding.context.window.activateWindow()
    coding.panels.pane.setFocus()
    settle()
    return {"repaint": statistics.median(repaint), "fill": statistics.median(filled)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
