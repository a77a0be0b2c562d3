"""The forecast ledger of the project below the article."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from workbench.app.forecasts import Ledger
from workbench.domain.codebook import Codebook, Words
from workbench.ui.asking_panel import AskingPanel
from workbench.ui.filter_box import FilterBox
from workbench.ui.forecasts.delegate import QuestionDelegate
from workbench.ui.forecasts.model import EDITED, Column, LedgerFilter, LedgerModel
from workbench.ui.forecasts.scores import ScoresPanel
from workbench.ui.halves import halves
from workbench.ui.table import Table
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_LEDGER, _SCORES = 900, 260


class LedgerTable(Table):
    """Return changes a question where it can be changed, and goes to the passage elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        # The Return that ends a change comes by here too.
        editing = self.state() is QAbstractItemView.State.EditingState
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing
        if enter and current.isValid() and current.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(current)
        else:
            super().keyPressEvent(event)


class ForecastsPanel(Translated, AskingPanel):
    """Sort, filter, go to a forecast, settle a question; asks for its rows only while seen.

    `passage_chosen` brings the article and the annotation of a forecast.
    """

    passage_chosen = Signal(int, int)
    question_edited = Signal(str, str, str)
    refused = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LedgerModel(self)
        self.model.question_edited.connect(self.question_edited)
        self.model.refused.connect(self.refused)
        self._proxy = LedgerFilter(self.model)
        self.filter = FilterBox()
        self.filter.textChanged.connect(self._on_filter)
        self.table = self._make_table(theme)
        self.filter.left.connect(self.table.setFocus)
        self.scores = ScoresPanel(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves(self.table, self.scores, (_LEDGER, _SCORES), growing=0))
        self._retranslate()

    def _make_table(self, theme: Theme) -> Table:
        table = LedgerTable(self._proxy, theme)
        table.setItemDelegate(QuestionDelegate(self.model, table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.roomy = Column.PASSAGE
        table.set_widths(12, 7, 5, 7, 8, 5, 6, 9, 6, 10, 12)
        table.chosen.connect(self._on_chosen)
        return table

    def show_ledger(self, ledger: Ledger) -> None:
        """Show a ledger; the row that was the current one stays so."""
        current = self.table.currentIndex()
        self.model.show(ledger)
        self.scores.show_ledger(ledger)
        if current.isValid() and current.row() < self._proxy.rowCount():
            self.table.setCurrentIndex(self._proxy.index(current.row(), current.column()))
        self._tell_hint()

    def clear(self) -> None:
        """Show nothing: no project is open."""
        self.filter.clear()
        self.show_ledger(Ledger(Codebook(Words())))

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody change a question."""
        self.model.editable = not read_only

    def _on_chosen(self, row: int) -> None:
        # A click where a question is changed is no wish to go away.
        if self.table.currentIndex().column() in EDITED:
            return
        source: QModelIndex = self._proxy.mapToSource(self._proxy.index(row, 0))
        entry = self.model.row(source.row()).entry
        if entry is not None:
            self.passage_chosen.emit(entry.annotation.article, entry.annotation.id)

    def _on_filter(self, typed: str) -> None:
        self._proxy.set_words(typed)
        self._tell_hint()

    def _tell_hint(self) -> None:
        hint = self.tr("No question yet: code a claim as a forecast and add its question there")
        if self.model.rowCount():
            hint = self.tr("No forecast matches “{typed}”").format(typed=self.filter.text())
        self.table.hint = hint
        self.table.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.table.set_theme(theme)
        self.scores.set_theme(theme)

    def _retranslate(self) -> None:
        self.filter.name_it(self.tr("Filter forecasts"))
        self.table.setAccessibleName(self.tr("Forecasts"))
        self.model.show(self.model.ledger)
        self.model.retranslate()
        self._tell_hint()
