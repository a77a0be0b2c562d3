"""What was done, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.changes import OperationInfo
from workbench.domain.codebook import Codebook, Words
from workbench.ui.asking_panel import AskingPanel
from workbench.ui.table import Table
from workbench.ui.tags.labels import interface_language
from workbench.ui.theme import Theme
from workbench.ui.titled_model import Index, TitledModel
from workbench.ui.translated import Translated
from workbench.ui.wording import state_name, step_name, stored_time


class HistoryModel(TitledModel):
    """A row a step: when, what, by whom, what became of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[OperationInfo] = ()
        self._codebook = Codebook(name=Words())
        self._coders: Mapping[int, str] = {}
        self._coder = 0
        self._now: int | None = None
        self.muted = QColor()

    def show(
        self,
        steps: Sequence[OperationInfo],
        codebook: Codebook,
        coders: Mapping[int, str],
        coder: int,
    ) -> None:
        """Show these steps as `coder` sees them; `coders` names coders by id."""
        self.beginResetModel()
        self._steps, self._codebook, self._coders = steps, codebook, coders
        self._coder = coder
        mine = (each.id for each in steps if each.coder == coder and each.state == "done")
        self._now = next(mine, None)
        self.endResetModel()

    def row_of(self, step: int | None) -> int | None:
        """Return the row of a step, None where it is not shown."""
        return next((row for row, each in enumerate(self._steps) if each.id == step), None)

    def way_to(self, row: int) -> tuple[int, int]:
        """Return how many of one's own steps going to a row takes back, and repeats."""
        point = self._steps[row].id
        mine = [each for each in self._steps if each.coder == self._coder]
        back = sum(each.state == "done" and each.id > point for each in mine)
        forth = sum(each.state == "undone" and each.id <= point for each in mine)
        return back, 0 if back else forth

    def step(self, row: int) -> OperationInfo:
        """Return the step of a row."""
        return self._steps[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole and step.state in ("undone", "dropped"):
            return self.muted
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return stored_time(step.time, seconds=True)
            case 1:
                return step_name(step, self._codebook, interface_language())
            case 2:
                return self._coders.get(step.coder, "")
            case _:
                here = self.tr("◂ you are here") if step.id == self._now else ""
                return here or state_name(step.state)

    def titles(self) -> Sequence[str]:
        return (self.tr("Time"), self.tr("Step"), self.tr("Coder"), self.tr("State"))


class HistoryPanel(Translated, AskingPanel):
    """The journal of the project; it asks for its rows only while it is seen.

    `way` goes to the selected step: it says how many of one's own it takes back or repeats.
    """

    article_chosen = Signal(int)
    #: Another step is selected, or there is another way to it.
    way_changed = Signal()
    way_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel(self)
        self._table = Table(self._model, theme)
        self._table.set_widths(12, 34, 8)
        self._table.chosen.connect(self._on_chosen)
        self._table.selectionModel().selectionChanged.connect(self._tell_way)
        self.way = QPushButton()
        self.way.clicked.connect(self.way_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        self.set_theme(theme)
        self._retranslate()

    def show_steps(
        self,
        steps: Sequence[OperationInfo],
        codebook: Codebook,
        coders: Mapping[int, str],
        coder: int,
    ) -> None:
        """Show these steps, newest first; `coders` names coders by id, `coder` is oneself."""
        selected = self.point
        self._model.show(steps, codebook, coders, coder)
        row = self._model.row_of(selected)
        if row is not None:
            self._table.selectRow(row)
        self._tell_way()

    @property
    def point(self) -> int | None:
        """The step that is selected."""
        rows = self._table.selectionModel().selectedRows()
        return self._model.step(rows[0].row()).id if len(rows) == 1 else None

    @property
    def is_way(self) -> bool:
        """Whether going to the selected step changes anything."""
        row = self._model.row_of(self.point)
        return row is not None and any(self._model.way_to(row))

    def _tell_way(self) -> None:
        row = self._model.row_of(self.point)
        back, forth = (0, 0) if row is None else self._model.way_to(row)
        text = self.tr("Go to the selected step")
        if back:
            text = self.tr("Go back to after this step (takes back: {count})")
        elif forth:
            text = self.tr("Go forward to after this step (repeats: {count})")
        self.way.setText(text.format(count=back or forth))
        self.way.setEnabled(bool(back or forth))
        self.way_changed.emit()

    def _on_chosen(self, row: int) -> None:
        article = self._model.step(row).article
        if article is not None:
            self.article_chosen.emit(article)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._model.muted = theme.colour("muted")
        self._table.set_theme(theme)

    def _retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("History"))
        self._table.hint = self.tr("Nothing has been done yet")
        self._model.retranslate()
        self._table.viewport().update()
        self._tell_way()
