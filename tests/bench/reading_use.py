"""The reading pane on articles from ten thousand characters to a million: JSON.

    python -m tests.bench.reading_use PROJECT HOME

Everything goes through the window, with the store behind it: from the press until what it changed
is committed and painted. Beside each stands a plain QTextEdit with the same text, in which the same
spans are extra selections, as large as the pane.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QTextEdit, QWidget

from tests.bench.memory import now
from tests.bench.reading_project import (
    ARTICLE,
    BOOK,
    LINE,
    LONG,
    SHORT,
    SIZES,
    Size,
    spans_of,
    text_of,
)
from tests.bench.window_project import CODER
from tests.bench.window_use import Painting, opened, settle, wait_until
from workbench.app.settings import Folders, Settings
from workbench.domain.text import Span
from workbench.ui.application import build_application, show_window
from workbench.ui.coding import Coding
from workbench.ui.tags.finding import only_tag

_WIDTH, _HEIGHT = 900, 800
_STEPS, _PAGES, _OPENINGS = 40, 30, 3
_COMING = 15  # marks while the rest of a book comes
_MANY = 10_000  # annotations from which on the plain edit is asked less often
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier

Figures = dict[str, float]


def measure(project: Path, home: Path) -> dict[str, Figures]:
    """Return the figures of each article by its name, and those of the plain edit beside them."""
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    desk = show_window(build_application("en", "light"), settings, folders, project, CODER)
    use = _Use(opened(desk))
    # The book first: memory that a small article has freed would hide what it takes.
    found = {size.name: use.figures(size) for size in (BOOK, ARTICLE, LONG)}
    found[LINE.name] = use.line()
    desk.context.window.close()
    found |= {f"plain {size.name}": _plain(size) for size in (ARTICLE, LONG, BOOK, LINE)}
    return found


class _Use:
    """Hands in a window whose pane has the size of the table."""

    def __init__(self, coding: Coding) -> None:
        self._coding = coding
        self._pane = coding.panels.pane
        window = coding.context.window
        for _ in range(3):  # the panels beside it may take of what is given
            missing = self._pane.size()
            window.resize(
                window.width() + _WIDTH - missing.width(),
                window.height() + _HEIGHT - missing.height(),
            )
            settle()
        self._view = self._pane._view.viewport()
        self._painting = Painting(self._view)
        infos = coding.session.articles()
        self._ids = dict(zip((size.name for size in SIZES), (i.id for i in infos), strict=True))

    def figures(self, size: Size) -> Figures:
        """Return opening, marking and moving about in one article."""
        memory = self._memory_of(size)
        opened_in = self._open(size)
        coming = self._mark(_COMING) if self._coding.open.is_coming else 0.0
        wait_until(lambda: not self._coding.open.is_coming)
        found = {"open": opened_in, "coming": coming, "memory": memory}
        return {**found, **self._writing(), **self._moving()}

    def _memory_of(self, size: Size) -> float:
        """Return the megabytes that an article takes, opened once and whole."""
        choose = self._coding.panels.articles.choose
        choose(self._ids[SHORT.name])
        settle()
        before = now()
        choose(self._ids[size.name])
        settle()
        wait_until(
            lambda: not self._coding.open.is_coming and not self._coding.context.background.busy
        )
        settle()
        return (now() - before) / 1e6

    def line(self) -> Figures:
        """Return opening and marking in the article of one line."""
        opened_in = self._open(LINE)
        return {"open": opened_in, "mark": self._mark(5)}

    def _open(self, size: Size) -> float:
        choose, taken = self._coding.panels.articles.choose, list[float]()
        for _ in range(_OPENINGS):
            choose(self._ids[SHORT.name])
            settle()
            taken.append(self._taken(lambda: choose(self._ids[size.name])))
        settle()
        return median(taken)

    def _writing(self) -> Figures:
        marked = self._mark(_STEPS)
        made = self._coding.open.selected
        assert made is not None
        return {
            "mark": marked,
            "border": _p95([self._nudged(each) for each in range(_STEPS)]),
            "delete": _p95([self._deleted() for _ in range(_STEPS)]),
            "undo": _p95([self._press(Qt.Key.Key_Z, _CONTROL) for _ in range(_STEPS)]),
        }

    def _mark(self, steps: int) -> float:
        taken: list[float] = []
        for span in islice(self._names(), steps):
            self._pane.select_span(span)
            taken.append(self._press(Qt.Key.Key_A))
        return _p95(taken)

    def _names(self) -> Iterator[Span]:
        """Yield stretches of the article's middle that name one actor: one key marks each."""
        coding = self._coding
        assert coding.article is not None
        source, text = coding.panels.source, coding.session.text(coding.article)
        actor = coding.session.codebook.layer("actor")
        for start in count(len(text) // 2):
            if only_tag(source, actor, text[start : start + 2]):
                yield Span(start, start + 2)

    def _nudged(self, step: int) -> float:
        return self._press(Qt.Key.Key_Left if step % 2 else Qt.Key.Key_Right, _ALT_SHIFT)

    def _deleted(self) -> float:
        ids = self._pane.annotations_at(self._pane.caret() - 1) or self._any()
        self._coding.select(ids[0])
        return self._press(Qt.Key.Key_Delete)

    def _any(self) -> list[int]:
        return [self._coding.panels.below.annotations.annotations()[0].id]

    def _moving(self) -> Figures:
        self._press(Qt.Key.Key_Home, _CONTROL)
        ends = [self._press(key, _CONTROL) for key in (Qt.Key.Key_End, Qt.Key.Key_Home) * 10]
        return {
            "scroll": _p95([self._press(Qt.Key.Key_PageDown) for _ in range(_PAGES)]),
            "first jump": ends[0],
            "jump": _p95(ends),
            "hover": _p95([*islice(self._hovers(), _STEPS)]),
        }

    def _hovers(self) -> Iterator[float]:
        """Yield how long it takes until what lies under the pointer is painted anew."""
        seen: list[list[int]] = []
        self._pane.hovered.connect(seen.append)
        for step in range(4 * _STEPS):
            point = QPointF(self._view.width() * ((step * 0.37) % 1), 40 + (step * 53) % 700)
            before = len(seen)
            taken = self._taken(lambda point=point: self._move(point))
            if len(seen) > before:
                yield taken

    def _move(self, point: QPointF) -> None:
        there = self._view.mapToGlobal(point)
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QMouseEvent.Type.MouseMove, point, there, none, none, _NONE)
        QApplication.sendEvent(self._view, event)
        self._view.update()

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> float:
        return self._taken(lambda: _press(self._pane, key, modifier))

    def _taken(self, action: Callable[[], object]) -> float:
        return self._painting.milliseconds(action)


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)


def _plain(size: Size) -> Figures:
    """Return what a plain edit takes for the same: to be filled, to mark, to move about."""
    before = now()
    edit = QTextEdit(readOnly=True)
    edit.resize(_WIDTH, _HEIGHT)
    edit.show()
    painting, text = Painting(edit.viewport()), text_of(size)
    spans = [Span(mark.start, mark.end) for mark in spans_of(size)]
    times = 1 if len(spans) > _MANY or size.one_line else _OPENINGS
    text_only = [painting.milliseconds(lambda: _fill(edit, text, [])) for _ in range(times)]
    filled = [painting.milliseconds(lambda: _fill(edit, text, spans)) for _ in range(times)]
    more = edit.extraSelections()
    marks = [painting.milliseconds(lambda: _select_anew(edit, more)) for _ in range(times)]
    bar = edit.verticalScrollBar()
    pages = [
        painting.milliseconds(lambda: _page_on(bar)) for _ in range(_PAGES if times > 1 else 5)
    ]
    bar.setValue(0)
    settle()
    jumps = [
        painting.milliseconds(lambda end=end: bar.setValue(bar.maximum() if end else 0))
        for end in (True, False) * 3
    ]
    memory = (now() - before) / 1e6
    hovers = [painting.milliseconds(lambda n=n: _point_at(edit, more, n)) for n in range(times)]
    edit.close()
    return {
        "memory": memory,
        "hover": median(hovers),
        "text": median(text_only),
        "open": median(filled),
        "mark": median(marks),
        "scroll": _p95(pages),
        "jump": _p95(jumps),
    }


def _select_anew(edit: QTextEdit, selections: list[QTextEdit.ExtraSelection]) -> None:
    edit.setExtraSelections(selections)
    edit.viewport().update()  # equal ones are not painted anew of themselves


def _point_at(edit: QTextEdit, selections: list[QTextEdit.ExtraSelection], step: int) -> None:
    """Let what lies under the pointer stand out: one selection more."""
    view = edit.viewport()
    cursor = edit.cursorForPosition(QPoint(view.width() // 3, 40 + (step * 53) % 700))
    more = QTextEdit.ExtraSelection()
    more.cursor = cursor  # type: ignore[attr-defined]
    edit.setExtraSelections([*selections, more])
    view.update()


def _page_on(bar: QScrollBar) -> None:
    """Scroll a page, from the end to the beginning: what does not move is not painted."""
    at_end = bar.value() == bar.maximum()
    bar.setValue(0 if at_end else bar.value() + bar.pageStep())


def _fill(edit: QTextEdit, text: str, spans: list[Span]) -> None:
    edit.clear()
    edit.setPlainText(text)
    selections: list[QTextEdit.ExtraSelection] = []
    for span in spans:
        selection, cursor = QTextEdit.ExtraSelection(), QTextCursor(edit.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format.setBackground(QColor("#dddd99"))  # type: ignore[attr-defined]
        selections.append(selection)
    edit.setExtraSelections(selections)


def _p95(taken: list[float]) -> float:
    return quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
