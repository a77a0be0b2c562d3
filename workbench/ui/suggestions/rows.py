"""The occurrences of a list, a row each: ticked or not, article, and the passage in its context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from workbench.app.everywhere import Occurrence

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ARTICLE, _BEFORE, _PASSAGE, _BEHIND = range(4)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class OccurrenceModel(QAbstractTableModel):
    """Rows that are ticked at first: what is not wanted is the exception."""

    chosen_changed = Signal()

    def __init__(self, found: Sequence[Occurrence], parent: QObject, where: str = "") -> None:
        super().__init__(parent)
        self._where = where  # what the first column tells, if not the article
        self._found = tuple(found)
        self._left_out: set[int] = set()

    def chosen(self) -> tuple[Occurrence, ...]:
        """Return what is ticked, in order."""
        return tuple(each for i, each in enumerate(self._found) if i not in self._left_out)

    def choose_all(self, chosen: bool) -> None:
        """Tick every row, or none."""
        self._left_out = set() if chosen else set(range(len(self._found)))
        self._tell(0, len(self._found) - 1)

    def leave_out(self, rows: Iterable[int]) -> None:
        """Tick every row but these."""
        self._left_out = set(rows)
        self._tell(0, len(self._found) - 1)

    def toggle(self, row: int) -> None:
        """Tick a row that is not, and the other way round."""
        self._left_out ^= {row}
        self._tell(row, row)

    def _tell(self, first: int, last: int) -> None:
        roles = [_Role.CheckStateRole]
        self.dataChanged.emit(self.index(first, _ARTICLE), self.index(last, _ARTICLE), roles)
        self.chosen_changed.emit()

    # --- what Qt asks --------------------------------------------------------

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else 4

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that a row is ticked in its first column."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _ARTICLE else flags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return the title, or the passage with its context on one line."""
        each = self._found[index.row()]
        if role == _Role.DisplayRole:
            return _line((each.title, each.before, each.quote, each.behind)[index.column()])
        if role == _Role.CheckStateRole and index.column() == _ARTICLE:
            out = index.row() in self._left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role == _Role.TextAlignmentRole and index.column() == _BEFORE:
            return _RIGHT
        if role == _Role.FontRole and index.column() == _PASSAGE:
            font = QFont()
            font.setBold(True)
            return font
        if role == _Role.AccessibleTextRole:
            return f"{each.title}: {_line(each.before)} {_line(each.quote)} {_line(each.behind)}"
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Tick a row, or not."""
        if role != _Role.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the names of the columns."""
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        where = self._where or self.tr("Article")
        return (where, self.tr("Before"), self.tr("Passage"), self.tr("Behind"))[section]


def _line(text: str) -> str:
    return " ".join(text.split())
