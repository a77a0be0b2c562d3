"""The parts of the window, gone through by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.panels import Panels
from workbench.ui.table import Table

_BY_KEY = Qt.FocusReason.ShortcutFocusReason
_Part = tuple[QWidget, Callable[[], object]]


class Parts:
    """Give the keyboard to the text, the tags, the form, the tables below and the articles.

    From a table and the list of articles, Escape goes back to the text, as it does from a form.
    """

    def __init__(self, panels: Panels) -> None:
        self._panels = panels
        lists = [*panels.below.findChildren(Table), panels.articles.focusProxy()]
        self._backs = [self._back_from(each) for each in lists if each is not None]

    def _back_from(self, part: QWidget) -> QShortcut:
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), part)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._panels.pane.setFocus)
        return back

    def end(self) -> None:
        """Leave the lists, which outlive the project, as they were before."""
        for back in self._backs:
            back.setParent(None)
            back.deleteLater()

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        below = self._panels.below
        return {
            "next_part": partial(self.step, 1),
            "previous_part": partial(self.step, -1),
            "next_table": partial(below.step_page, 1),
            "previous_table": partial(below.step_page, -1),
        }

    def step(self, by: int) -> None:
        """Go to the next part that is seen, or to the one before; from elsewhere to the text."""
        parts = [each for each in self._parts() if each[0].isVisible()]
        focus = QApplication.focusWidget()
        here = [n for n, (part, _) in enumerate(parts) if _holds(part, focus)]
        _, take = parts[(here[0] + by) % len(parts) if here else 0]
        take()

    def _parts(self) -> list[_Part]:
        panels = self._panels
        form: list[_Part] = [(panels.editor, panels.editor.focus_first)]
        return [
            (panels.pane, partial(panels.pane.setFocus, _BY_KEY)),
            (panels.tags, partial(panels.tags.finder.edit.setFocus, _BY_KEY)),
            *(form if panels.editor.form is not None else ()),
            (panels.below, panels.below.take_keyboard),
            (panels.articles, partial(panels.articles.setFocus, _BY_KEY)),
        ]


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
