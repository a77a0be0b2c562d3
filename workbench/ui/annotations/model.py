"""Annotations as a table model: an article's or a project's, arranged, patched row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from workbench.app.annotation_lines import (
    AnnotationLines,
    Arrangement,
    Heading,
    Line,
    folded_cells,
)
from workbench.app.annotation_reading import Around
from workbench.domain.annotation import Annotation
from workbench.ui.annotations.telling import TableTeller
from workbench.ui.titled_model import Index, TitledModel

HeadingRole = Qt.ItemDataRole.UserRole + 2
_AHEAD = 60  # rows whose words are read at once


class Rows:
    """Where the words of lines come from; few of many rows show.

    `find` gives the annotations of lines, `around` what is told beside one.
    """

    def __init__(
        self,
        find: Callable[[Sequence[Line]], Iterable[Annotation]],
        around: Callable[[Annotation], Around],
        teller: TableTeller,
    ) -> None:
        self._find, self._around, self._teller = find, around, teller

    def cells(self, lines: Iterable[Line]) -> dict[int, tuple[str, ...]]:
        """Return what stands in the columns, by annotation."""
        found = self._find(list(lines))
        return {each.id: self._teller.cells(each, self._around(each)) for each in found}

    def tell(self, lines: Iterable[Line]) -> None:
        """Tell lines, for filter, order and groups."""
        wanted = {line.id: line for line in lines}
        for each in self._find(list(wanted.values())):
            around, line = self._around(each), wanted[each.id]
            line.groups = self._teller.groups(each, around)
            line.told = folded_cells(self._teller.cells(each, around))


class AnnotationsModel(TitledModel):
    """Lines in some arrangement. `arranged` says that rows have come and gone."""

    sort_wanted = Signal(int, bool)

    def __init__(self, teller: TableTeller, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._teller, self._source = teller, rows
        self._lines = AnnotationLines()
        self._rows: list[Line | Heading] = []
        self._how = Arrangement()
        self._cells: dict[int, tuple[str, ...]] = {}

    @property
    def lines(self) -> AnnotationLines:
        """All lines, shown or not."""
        return self._lines

    def show(self, lines: AnnotationLines, teller: TableTeller, rows: Rows) -> None:
        """Show these lines as they are read; another arrangement follows."""
        self.beginResetModel()
        self._lines, self._teller, self._source = lines, teller, rows
        self._how, self._cells = Arrangement(), {}
        self._rows = self._lines.arrange(self._how)
        self.endResetModel()

    def arrange(self, how: Arrangement) -> None:
        """Show the lines in another arrangement; all that it needs must be told."""
        self.beginResetModel()
        self._how, self._rows = how, self._lines.arrange(how)
        self.endResetModel()

    def patch(self, gone: Iterable[int], lines: Iterable[Line]) -> None:
        """Take lines away and put others in; told, where the arrangement needs it."""
        if not self._how.is_plain:
            for id_ in gone:
                self._lines.drop(id_)
            for line in lines:
                self._lines.put(line)
            self._cells.clear()
            self.arrange(self._how)
            return
        for id_ in gone:
            self._drop(id_)
        for line in lines:
            self._put(line)

    def _put(self, line: Line) -> None:
        old = self._lines.get(line.id)
        self._cells.pop(line.id, None)
        if old is not None and old.place == line.place:
            row = self._lines.position(line)
            self._lines.put(line)
            self._rows[row] = line
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
            return
        self._drop(line.id)
        row = self._lines.position(line)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.put(line)
        self._rows.insert(row, line)
        self.endInsertRows()

    def _drop(self, annotation: int) -> None:
        line = self._lines.get(annotation)
        if line is None:
            return
        row = self._lines.position(line)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._lines.drop(annotation)
        self._cells.pop(annotation, None)
        del self._rows[row]
        self.endRemoveRows()

    # --- rows -----------------------------------------------------------------

    def row(self, number: int) -> Line | Heading:
        """Return what stands in a row."""
        return self._rows[number]

    def row_of(self, annotation: int) -> int | None:
        """Return the first row of an annotation, None if it is not shown."""
        line = self._lines.get(annotation)
        if line is None:
            return None
        if self._how.is_plain:
            return self._lines.position(line)
        return next((row for row, each in enumerate(self._rows) if each is line), None)

    def rows_of(self, annotations: Iterable[int]) -> list[int]:
        """Return all rows of some annotations."""
        wanted = set(annotations)
        if not wanted:
            return []
        return [
            row
            for row, each in enumerate(self._rows)
            if isinstance(each, Line) and each.id in wanted
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_heading = index.isValid() and isinstance(self._rows[index.row()], Heading)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled if is_heading else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            if role == HeadingRole:
                return row
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return heading_text(row) if role in spoken and index.column() == 0 else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = self._of(row, index.row())
            return cells[index.column()] if cells else ""
        return None

    def _of(self, line: Line, row: int) -> tuple[str, ...]:
        if line.id not in self._cells:
            ahead = [each for each in self._rows[row : row + _AHEAD] if isinstance(each, Line)]
            unknown = [each for each in ahead if each.id not in self._cells]
            if len(self._cells) > 50 * _AHEAD:
                self._cells.clear()
            self._cells.update(self._source.cells(unknown))
        return self._cells.get(line.id, ())

    def titles(self) -> Sequence[str]:
        return self._teller.titles()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order: what it takes may have to be told first."""
        self.sort_wanted.emit(column, order is Qt.SortOrder.DescendingOrder)


def heading_text(heading: Heading) -> str:
    """Return a heading with its sign and how many lines it has."""
    sign = "▸" if heading.folded else "▾"
    return f"{sign} {heading.group.name}  {heading.count}"
