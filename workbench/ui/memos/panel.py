"""Memos below the article: one that is written, and the list of all, which is searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workbench.app.memos import MemoFound
from workbench.ui.asking_panel import AskingPanel
from workbench.ui.filter_box import FilterBox
from workbench.ui.halves import halves
from workbench.ui.memos.editor import MemoEditor
from workbench.ui.memos.model import MemosModel
from workbench.ui.table import Table
from workbench.ui.theme import Theme

_EDITOR, _LIST = 360, 800


class MemosPanel(AskingPanel):
    """Write on the left; the list goes to what a memo is on. Its rows are read while it is seen."""

    memo_chosen = Signal(object)
    delete_wanted = Signal(int)
    counted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = MemoEditor()
        self.model = MemosModel(self)
        self.filter = FilterBox()
        self.filter.textChanged.connect(self._on_filter)
        self.table = Table(self.model, theme)
        self.table.roomy = 1
        self.table.set_widths(14, 16, 5, 11)
        self.table.chosen.connect(self._on_chosen)
        self.table.menu_wanted.connect(self._show_menu)
        self.filter.left.connect(self.table.setFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves(self.editor, self.table, (_EDITOR, _LIST), growing=1))
        self._retranslate()

    def show_memos(
        self, memos: Sequence[MemoFound], tell: Callable[[MemoFound], tuple[str, str]]
    ) -> None:
        """Show all memos; `tell` names what one is about, and whose it is."""
        self.model.show(memos, tell)
        self._tell_hint()

    def clear(self) -> None:
        """Show nothing: no project is open."""
        self.filter.clear()
        self.show_memos((), lambda _: ("", ""))
        self.counted.emit(0)

    def _on_filter(self, typed: str) -> None:
        self.model.find(typed)
        self._tell_hint()

    def _on_chosen(self, row: int) -> None:
        self.memo_chosen.emit(self.model.memo(row))

    def _show_menu(self, at: QPoint) -> None:
        memo = self.model.memo(self.table.currentIndex().row()).memo
        if memo is not None and not self.editor.text.isReadOnly():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            delete = menu.addAction(self.tr("&Delete this memo"))
            delete.triggered.connect(lambda: self.delete_wanted.emit(memo))
            menu.popup(at)

    def _tell_hint(self) -> None:
        hint = self.tr("No memo yet: write one on the left, or in the form of an annotation")
        if self.model.count:
            hint = self.tr("No memo matches “{typed}”").format(typed=self.filter.text())
        self.table.hint = hint
        self.table.viewport().update()
        self.counted.emit(self.model.count)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.table.set_theme(theme)

    def _retranslate(self) -> None:
        self.filter.name_it(self.tr("Search all memos"))
        self.table.setAccessibleName(self.tr("All memos"))
        self.model.retranslate()
        self._tell_hint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)
