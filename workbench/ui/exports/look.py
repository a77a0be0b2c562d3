"""The look at an export: tables to check, with their rows, and the first rows of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.app.exporting import Table, TablePreview
from workbench.ui.exports.model import RowsModel, TablesModel

_WIDEST = 220
_MEASURED = 20  # columns whose widths are fitted to what they hold


class Look(QGroupBox):
    """Show the tables of an export, and rows of the one that is selected."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Tables"))
        self.tables = TablesModel(self)
        self.rows = RowsModel(self)
        self.list = QTableView()
        self.view = QTableView()
        self.all = QPushButton(self.tr("&All or none"))
        self.all.setAutoDefault(False)
        self.told = QLabel()
        self._previews: dict[str, TablePreview] = {}
        self._lay_out()
        self.tables.chosen_changed.connect(self.changed)
        self.all.clicked.connect(self.tables.toggle_all)
        self.list.selectionModel().currentChanged.connect(self._show_rows)

    def _lay_out(self) -> None:
        self.list.setModel(self.tables)
        self.view.setModel(self.rows)
        self.list.setAccessibleName(self.tr("Tables of the dataset"))
        self.view.setAccessibleName(self.tr("First rows of the table"))
        for view in (self.list, self.view):
            view.setTabKeyNavigation(False)
            view.setWordWrap(False)
            view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.verticalHeader().hide()
        self.list.setShowGrid(False)
        foot = QHBoxLayout()
        foot.addWidget(self.told, stretch=1)
        foot.addWidget(self.all)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.list)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(splitter, stretch=1)
        column.addLayout(foot)

    def show_tables(self, tables: Sequence[Table], wanted: Sequence[str]) -> None:
        """Show tables that are not counted yet, the wanted ones checked."""
        self._previews = {}
        self.tables.show_tables(tables)
        self.tables.want(wanted)
        self.list.resizeColumnsToContents()
        self.rows.show_preview(None)
        if tables:
            self.list.setCurrentIndex(self.tables.index(0, 0))

    def show_previews(self, previews: Sequence[TablePreview]) -> None:
        """Show how many rows there are, and the first ones of the selected table."""
        self._previews = {each.table.name: each for each in previews}
        self.tables.count(previews)
        self.list.resizeColumnsToContents()
        self._show_rows()

    def _show_rows(self) -> None:
        index = self.list.currentIndex()
        name = self.tables.table(index.row()).name if index.isValid() else ""
        self.rows.show_preview(self._previews.get(name))
        for place in range(min(_MEASURED, self.rows.columnCount())):
            self.view.resizeColumnToContents(place)
            if self.view.columnWidth(place) > _WIDEST:
                self.view.setColumnWidth(place, _WIDEST)
