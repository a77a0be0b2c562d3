"""Brier scores by claimant, author or outlet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workbench.app.forecasts import By, Ledger, Score, claimant_label
from workbench.domain.codebook import Codebook, Words
from workbench.ui.forecasts.words import by_name, unknown
from workbench.ui.table import Table
from workbench.ui.tags.labels import interface_language
from workbench.ui.theme import Theme
from workbench.ui.titled_model import Index, TitledModel
from workbench.ui.translated import Translated

_SORTED = Qt.ItemDataRole.UserRole


class ScoresModel(TitledModel):
    """A row somebody: who, the mean Brier score, of how many forecasts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[str, Score]] = ()

    def show(self, rows: Sequence[tuple[str, Score]]) -> None:
        """Show scores, each with the name of whose it is."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name, score = self._rows[index.row()]
        if role == _SORTED:
            return (name, score.brier, score.n)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (name, f"{score.brier:.4f}", str(score.n))[index.column()]
        return name if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0 else None

    def titles(self) -> Sequence[str]:
        return (self.tr("Who"), self.tr("Brier score"), self.tr("n"))


class ScoresPanel(Translated, QWidget):
    """Choose whose scores are shown; 0 is the best there is, 1 the worst."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = Ledger(Codebook(Words()))
        self.choice = QComboBox()
        for by in By:
            self.choice.addItem("", by)
        self.choice.currentIndexChanged.connect(lambda: self._show())
        self._model = ScoresModel(self)
        sorted_ = QSortFilterProxyModel(self._model)
        sorted_.setSourceModel(self._model)
        sorted_.setSortRole(_SORTED)
        self.table = Table(sorted_, theme)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.table.roomy = 0
        self.table.set_widths(6, 7, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.choice)
        column.addWidget(self.table)
        self._retranslate()

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the scores of a ledger."""
        self._ledger = ledger
        self._show()

    def _show(self) -> None:
        by = By(self.choice.currentData())  # Qt gives back a bare text
        scores = self._ledger.scores(by)
        self._model.show([(self._name(by, each.who), each) for each in scores])

    def _name(self, by: By, who: str) -> str:
        if by is By.CLAIMANT:
            who = claimant_label(self._ledger, who, interface_language())
        return who or unknown()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.table.set_theme(theme)

    def _retranslate(self) -> None:
        for place, by in enumerate(By):
            self.choice.setItemText(place, by_name(by))
        self.choice.setAccessibleName(self.tr("Whose Brier scores"))
        self.choice.setToolTip(
            self.tr("The mean of (probability − outcome)²: 0 is the best there is, 1 the worst")
        )
        self.table.setAccessibleName(self.tr("Brier scores"))
        self.table.hint = self.tr("No forecast on a settled question has a probability yet")
        self._model.retranslate()
        self._show()
