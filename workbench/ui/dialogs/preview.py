"""The first rows of a table, each column with what it was taken for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.app.tables import TableFile

_SHOWN = 120  # characters of a cell
_TOLD = 1_000  # characters of its tooltip
_Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """Rows of text under the names of their columns, with the fields below the names."""

    def __init__(self, table: TableFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._fields: dict[str, str] = {}

    def set_table(self, table: TableFile) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table, self._fields = table, {}
        self.endResetModel()

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Say what each column was taken for: names of fields by names of columns."""
        self._fields = dict(fields)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._table.sample)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text in one line, whole in its tooltip."""
        if not index.isValid():
            return None
        cell = self._table.sample[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cell[: _SHOWN * 2].split())[:_SHOWN]
        if role == Qt.ItemDataRole.ToolTipRole and len(cell) > _SHOWN:
            return cell[:_TOLD]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's name, with the field below it; rows are counted."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        column = self._table.columns[section]
        return f"{column}\n{self._fields.get(column, '')}"
