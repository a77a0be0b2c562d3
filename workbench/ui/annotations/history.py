"""What was done, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.changes import OperationInfo
from workbench.domain.codebook import Codebook, Words
from workbench.ui.annotations.asking import AskingPanel
from workbench.ui.annotations.table import Table
from workbench.ui.tags.labels import interface_language
from workbench.ui.theme import Theme
from workbench.ui.wording import state_name, step_name, stored_time

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """A row a step: when, what, by whom, what became of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[OperationInfo] = ()
        self._codebook = Codebook(name=Words())
        self._coders: Mapping[int, str] = {}

    def show(
        self, steps: Sequence[OperationInfo], codebook: Codebook, coders: Mapping[int, str]
    ) -> None:
        """Show these steps; `coders` names coders by id."""
        self.beginResetModel()
        self._steps, self._codebook, self._coders = steps, codebook, coders
        self.endResetModel()

    def step(self, row: int) -> OperationInfo:
        """Return the step of a row."""
        return self._steps[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        step = self._steps[index.row()]
        match index.column():
            case 0:
                return stored_time(step.time)
            case 1:
                return step_name(step, self._codebook, interface_language())
            case 2:
                return self._coders.get(step.coder, "")
            case _:
                return state_name(step.state)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("Step"), self.tr("Coder"), self.tr("State"))[section]


class HistoryPanel(AskingPanel):
    """The journal of the project; it asks for its rows only while it is seen."""

    article_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel(self)
        self._table = Table(self._model, theme)
        self._table.set_widths(10, 34, 8)
        self._table.chosen.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        self._retranslate()

    def show_steps(
        self, steps: Sequence[OperationInfo], codebook: Codebook, coders: Mapping[int, str]
    ) -> None:
        """Show these steps, newest first; `coders` names coders by id."""
        self._model.show(steps, codebook, coders)

    def _on_chosen(self, row: int) -> None:
        article = self._model.step(row).article
        if article is not None:
            self.article_chosen.emit(article)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._table.set_theme(theme)

    def _retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("History"))
        self._table.hint = self.tr("Nothing has been done yet")
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self._table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
