"""All suggestions of one category in the project: a list to choose from, marked in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.app.everywhere import Everywhere, Occurrence
from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.imports.in_turn import InTurn
from workbench.ui.suggestions.rows import OccurrenceModel
from workbench.ui.tags.labels import name_of

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

_SIZE = QSize(860, 560)


class _ElidedLeft(QStyledItemDelegate):
    """Cut what stands before a passage at its far end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class EverywhereDialog(QDialog):
    """A list of occurrences, each with a box to be ticked and what stands around it."""

    where = ""  # what the first column tells, if not the article
    where_width = 220

    def __init__(self, name: str, found: tuple[Occurrence, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setWindowTitle(self._title())
        self.model = OccurrenceModel(found, self, self.where)
        self.table = self._make_table()
        self._buttons = ok_and_cancel(self, "")
        self._lay_out()
        self.model.chosen_changed.connect(self._tell)
        self._tell()
        self.resize(_SIZE)

    def _title(self) -> str:
        return self.tr("“{name}” in the whole project").format(name=self._name)

    def _told(self) -> str:
        return self.tr(
            "Passages where the codebook suggests “{name}” and nothing is coded so. "
            "What is ticked is marked in one step that can be undone."
        ).format(name=self._name)

    def _above(self) -> QWidget | None:
        """Return what stands between the sentence and the list."""
        return None

    def _can_be_marked(self) -> bool:
        """Tell whether it is known as what they are marked."""
        return True

    def _make_table(self) -> QTableView:
        table = QTableView(showGrid=False, wordWrap=False)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Passages that would be marked"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setItemDelegateForColumn(1, _ElidedLeft(table))
        header, mode = table.horizontalHeader(), QHeaderView.ResizeMode
        table.setColumnWidth(0, self.where_width)
        for column, how in ((1, mode.Stretch), (2, mode.ResizeToContents), (3, mode.Stretch)):
            header.setSectionResizeMode(column, how)
        # Not `activated`: Return is the key of the button, which marks what is ticked.
        table.doubleClicked.connect(self._on_double_click)
        return table

    def _lay_out(self) -> None:
        everything, nothing = QPushButton(self.tr("Tick &all")), QPushButton(self.tr("Tick &none"))
        everything.clicked.connect(lambda: self.model.choose_all(True))
        nothing.clicked.connect(lambda: self.model.choose_all(False))
        row = QHBoxLayout()
        row.addWidget(everything)
        row.addWidget(nothing)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self._told(), wordWrap=True))
        above = self._above()
        if above is not None:
            column.addWidget(above)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self._buttons)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.model.toggle(index.row())

    def _tell(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        count = len(self.model.chosen())
        ok.setText(self.tr("Mark passages: {count}").format(count=count))
        ok.setEnabled(count > 0 and self._can_be_marked())

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Begin at the first row."""
        super().showEvent(arg__1)
        self.table.setFocus()
        self.table.selectRow(0)


class EverywhereFlow(QObject):
    """Search behind the window, show what was found, and mark what is chosen behind it too."""

    hint = Signal(str)

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._in_turn = InTurn(self)
        self._dialog: EverywhereDialog | None = None

    def begin(self, layer: str, category: str) -> None:
        """Look for a category in every article."""
        session, name = self._session, self._name(layer, category)

        def work(progress: Progress) -> Everywhere:
            from workbench.app.everywhere import find_everywhere

            return find_everywhere(session, layer, category, progress)

        told = self.tr("Looking for “{name}”").format(name=name)
        self._run(told, work, partial(self._show, name))

    def _name(self, layer: str, category: str) -> str:
        main = self._session.codebook.layer(layer).main
        code_list = self._session.codebook.code_list((main.code_list if main else None) or "")
        return name_of(code_list.category(category))

    def _run(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        asks: bool = False,
    ) -> None:
        failed = self._context.failed
        self._context.background.run(name, work, done, failed, owner=self._session, asks=asks)

    def _show(self, name: str, found: Everywhere) -> None:
        for trouble in found.troubles:
            self._context.failed(trouble)
        if not found.occurrences:
            self.hint.emit(self.tr("“{name}” is suggested nowhere any more.").format(name=name))
            return
        self._dialog = EverywhereDialog(name, found.occurrences, self._context.window)
        self._dialog.finished.connect(self._finish)
        self._dialog.open()

    def _finish(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        assert dialog is not None
        chosen = dialog.model.chosen()
        dialog.deleteLater()
        if result:
            self.mark(chosen)

    def mark(self, chosen: Sequence[Occurrence]) -> None:
        """Mark passages behind the window: all of them, or none where that is cancelled."""
        session = self._session

        def work(progress: Progress) -> int:
            from workbench.app.everywhere import mark_everywhere

            return mark_everywhere(session, chosen, progress, self._in_turn)

        self._run(self.tr("Marking"), work, self._tell, asks=True)

    def _tell(self, count: int) -> None:
        told = self.tr("Passages marked: {count}.") if count else self.tr("Nothing was marked.")
        self.hint.emit(told.format(count=count))

    def end(self) -> None:
        """Show and mark nothing any more: the project closes."""
        self._in_turn.end()
        if self._dialog is not None:
            self._dialog.reject()
