"""The menu of a place in the text: the annotations there to choose from, and what one does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from workbench.domain.text import Span
from workbench.ui.context import Context
from workbench.ui.reading.pane import ReadingPane

_MOST = 30
_DONE_HERE = ("mark_all", "find", "find_tag", "delete")


class ChoosingFlow(QObject):
    """Open the menu by the right button, or by key at the caret."""

    def __init__(self, context: Context, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._context, self._pane = context, pane
        self.menu: QMenu | None = None
        pane.menu_wanted.connect(self._open)

    def open_at_caret(self) -> None:
        """Open the menu where the caret is."""
        caret = self._pane.caret()
        beside = Span(max(0, caret - 1), max(1, caret))
        self._open(caret, self._pane.rect_of_span(beside).bottomRight())

    def _open(self, offset: int | None, place: QPoint) -> None:
        menu = self.menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._closed)
        ids = [] if offset is None else self._pane.seen_at(offset)
        for id_, told in zip(ids[:_MOST], self._pane.tell(ids[:_MOST]), strict=True):
            action = menu.addAction(self._pane.sample_of(id_), told.replace("&", "&&"))
            action.setEnabled(self._pane.is_own(id_))
            action.triggered.connect(partial(self._pane.choose, id_))
        if len(ids) > _MOST:
            more = self.tr("and {count} more").format(count=len(ids) - _MOST)
            menu.addAction(more).setEnabled(False)
        menu.addSeparator()
        for key in _DONE_HERE:
            menu.addAction(self._context.window.actions_[key])
        menu.popup(place)
        first = next((each for each in menu.actions() if each.isEnabled()), None)
        if ids and first is not None:
            menu.setActiveAction(first)

    def _closed(self) -> None:
        self.menu = None
