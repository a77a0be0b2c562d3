"""The tables of an export to choose from, and the first rows of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from workbench.app.exporting import Table, TablePreview
from workbench.domain.values import Scalar

_SHOWN = 60  # characters of a cell
_TOLD = 1_000  # characters of its tooltip
_Index = QModelIndex | QPersistentModelIndex
_TABLE, _ROWS = 0, 1


class TablesModel(QAbstractTableModel):
    """The tables: whether each is wanted, its name, how many rows it has (once counted)."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tables: Sequence[Table] = ()
        self._counts: dict[str, int] = {}
        self._unwanted: set[str] = set()

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Show tables, not counted yet."""
        self.beginResetModel()
        self._tables, self._counts = tables, {}
        self.endResetModel()

    def count(self, previews: Iterable[TablePreview]) -> None:
        """Tell how many rows each has."""
        self._counts = {each.table.name: each.count for each in previews}
        last = self.rowCount() - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, _ROWS), self.index(last, _ROWS))

    def want(self, patterns: Sequence[str]) -> None:
        """Want the tables that have one of these names or patterns; none stands for all."""
        names = [each.name for each in self._tables]
        self._unwanted = {
            name
            for name in names
            if patterns and not any(fnmatchcase(name, each) for each in patterns)
        }
        self._tell_all()

    def toggle_all(self) -> None:
        """Want all tables; none of them where all are wanted."""
        names = {each.name for each in self._tables}
        self._unwanted = names if not self._unwanted & names else set()
        self._tell_all()

    def _tell_all(self) -> None:
        last = self.rowCount() - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, _TABLE), self.index(last, _TABLE))
        self.chosen_changed.emit()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The names of the wanted tables."""
        return tuple(each.name for each in self._tables if each.name not in self._unwanted)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the wanted tables as a choice has them: none stands for all."""
        return () if len(self.wanted) == len(self._tables) else self.wanted

    @property
    def rows_wanted(self) -> int | None:
        """How many rows the wanted tables have, None while they are not counted."""
        return sum(self._counts[name] for name in self.wanted) if self._counts else None

    def table(self, row: int) -> Table:
        """Return the table in a row."""
        return self._tables[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of tables."""
        return 0 if parent is not None and parent.isValid() else len(self._tables)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return two: the table, its rows."""
        return 0 if parent is not None and parent.isValid() else 2

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let tables be checked."""
        flags = super().flags(index)
        checkable = Qt.ItemFlag.ItemIsUserCheckable
        return flags | checkable if index.column() == _TABLE else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a table is called, whether it is wanted, how many rows it has."""
        if not index.isValid():
            return None
        table = self._tables[index.row()]
        if index.column() == _ROWS:
            return self._count(table, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{table.name} · {table.label}"
        if role == Qt.ItemDataRole.CheckStateRole:
            wanted = table.name not in self._unwanted
            return Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        return None

    def _count(self, table: Table, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            count = self._counts.get(table.name)
            return "…" if count is None else f"{count:,}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Want a table, or want it no longer."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        name = self._tables[index.row()].name
        wanted = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        (self._unwanted.discard if wanted else self._unwanted.add)(name)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column holds."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Table"), self.tr("Rows"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _ROWS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class RowsModel(QAbstractTableModel):
    """The first rows of a table under the names of its columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: TablePreview | None = None

    def show_preview(self, preview: TablePreview | None) -> None:
        """Show another table, or none."""
        self.beginResetModel()
        self._preview = preview
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        if self._preview is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._preview.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        if self._preview is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._preview.table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text in one line, whole in its tooltip."""
        if self._preview is None or not index.isValid():
            return None
        text = _text(self._preview.rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[: _SHOWN * 2].split())[:_SHOWN]
        if role == Qt.ItemDataRole.ToolTipRole and len(text) > _SHOWN:
            return text[:_TOLD]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's name, its label as tooltip; rows are counted."""
        if orientation == Qt.Orientation.Vertical or self._preview is None:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        column = self._preview.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        return column.label if role == Qt.ItemDataRole.ToolTipRole else None


def _text(value: Scalar | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:g}"
