"""The annotations of one article as a table model, patched row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from workbench.domain.annotation import Annotation, Certainty
from workbench.ui.annotations.summary import Summary
from workbench.ui.wording import certainty_name, stored_time

Index = QModelIndex | QPersistentModelIndex
# The row's Annotation, and a key that sorts its cell.
AnnotationRole = Qt.ItemDataRole.UserRole + 1
_Place = tuple[int, int, int]


class Column(IntEnum):
    """The columns, from left to right."""

    LAYER = 0
    PASSAGE = 1
    WHAT = 2
    VALUES = 3
    MEMO = 4
    CERTAINTY = 5
    PARAGRAPH = 6
    TIME = 7


@dataclass(frozen=True)
class Row:
    """One annotation and its cells, told when somebody looks: few of many rows show."""

    annotation: Annotation
    place: _Place
    tell: Callable[[Annotation], tuple[str, ...]]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        return self.tell(self.annotation)

    @cached_property
    def searched(self) -> str:
        """What the filter looks into."""
        return "\n".join(self.cells).casefold()


class AnnotationsModel(QAbstractTableModel):
    """The annotations in text order; a changed one replaces its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self._paragraph: Callable[[int], int] = lambda _: 0
        self._rows: list[Row] = []
        self._by_id: dict[int, Row] = {}

    def show(
        self, annotations: Iterable[Annotation], summary: Summary, paragraph: Callable[[int], int]
    ) -> None:
        """Show these annotations; `paragraph` numbers the paragraph at an offset."""
        self.beginResetModel()
        self._summary, self._paragraph = summary, paragraph
        self._rows = sorted((self._row(each) for each in annotations), key=_place_of)
        self._by_id = {row.annotation.id: row for row in self._rows}
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows, self._by_id = [], {}
        self.endResetModel()

    def patch(self, ids: Iterable[int], found: Iterable[Annotation]) -> None:
        """Show the annotations `ids` as `found` has them; those not found are gone."""
        now = {each.id: each for each in found}
        for id_ in ids:
            if id_ in now:
                self._put(now[id_])
            else:
                self._drop(id_)

    def retell(self, summary: Summary) -> None:
        """Tell every row again: the codebook or the language has changed."""
        self._summary = summary
        self._rows = [self._row(row.annotation) for row in self._rows]
        self._by_id = {row.annotation.id: row for row in self._rows}
        if self._rows:
            last = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def annotations(self) -> list[Annotation]:
        """Return what is shown, in text order."""
        return [row.annotation for row in self._rows]

    def index_of(self, annotation: int) -> QModelIndex:
        """Return the index of an annotation's row, an invalid one if it is not shown."""
        row = self._by_id.get(annotation)
        return QModelIndex() if row is None else self.index(self._position(row.place), 0)

    def _put(self, annotation: Annotation) -> None:
        row = self._row(annotation)
        old = self._by_id.get(annotation.id)
        if old is not None and old.place == row.place:
            position = self._position(row.place)
            self._rows[position] = self._by_id[annotation.id] = row
            last = self.index(position, len(Column) - 1)
            self.dataChanged.emit(self.index(position, 0), last)
            return
        self._drop(annotation.id)
        position = self._position(row.place)
        self.beginInsertRows(QModelIndex(), position, position)
        self._rows.insert(position, row)
        self._by_id[annotation.id] = row
        self.endInsertRows()

    def _drop(self, annotation: int) -> None:
        row = self._by_id.pop(annotation, None)
        if row is not None:
            position = self._position(row.place)
            self.beginRemoveRows(QModelIndex(), position, position)
            del self._rows[position]
            self.endRemoveRows()

    def _position(self, place: _Place) -> int:
        return bisect_left(self._rows, place, key=_place_of)

    def _row(self, annotation: Annotation) -> Row:
        assert self._summary is not None
        return Row(annotation, _place(annotation), partial(self._cells, self._summary))

    def _cells(self, summary: Summary, annotation: Annotation) -> tuple[str, ...]:
        return (
            summary.layer(annotation),
            " ".join(annotation.quote.split()),
            self._what(annotation, summary),
            summary.values(annotation),
            " ".join(annotation.memo.split()),
            # That one is sure goes without saying.
            "" if annotation.certainty is Certainty.SURE else certainty_name(annotation.certainty),
            f"¶{self._paragraph(annotation.span.start)}" if annotation.span else "",
            stored_time(annotation.modified or annotation.created),
        )

    def _what(self, annotation: Annotation, summary: Summary) -> str:
        what = summary.what(annotation)
        missing = summary.missing(annotation)
        lost = self.tr("lost its place") if annotation.unplaced else ""
        note = self.tr("incomplete: {missing}").format(missing=missing) if missing else ""
        if not lost and not note:
            return what
        # The sign comes first, where no narrow column cuts it.
        return " ".join(["△", " · ".join(part for part in (lost, what, note) if part)])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == AnnotationRole:
            return row.annotation
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            Column.LAYER: self.tr("Layer"),
            Column.PASSAGE: self.tr("Passage"),
            Column.WHAT: self.tr("What"),
            Column.VALUES: self.tr("Further values"),
            Column.MEMO: self.tr("Memo"),
            Column.CERTAINTY: self.tr("Certainty"),
            Column.PARAGRAPH: self.tr("¶"),
            Column.TIME: self.tr("Changed"),
        }
        return titles[Column(section)]

    def row(self, number: int) -> Row:
        """Return a row with its cells."""
        return self._rows[number]


def _place(annotation: Annotation) -> _Place:
    span = annotation.span
    return (span.start, span.end, annotation.id) if span else (-1, -1, annotation.id)


def _place_of(row: Row) -> _Place:
    return row.place


class AnnotationsFilter(QSortFilterProxyModel):
    """Keep the rows that hold every typed word; sort by text, or by place in the article."""

    def __init__(self, model: AnnotationsModel) -> None:
        super().__init__(model)
        self._model = model
        self._words: list[str] = []
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)

    def set_words(self, typed: str) -> None:
        """Filter by what was typed, ignoring case."""
        self._words = typed.casefold().split()
        self.setFilterFixedString(typed)  # has the rows looked at again

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        # The rows stand in that order already: comparing them all would be felt.
        natural = column == Column.PARAGRAPH and order is Qt.SortOrder.AscendingOrder
        super().sort(-1 if natural else column, order)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        searched = self._model.row(source_row).searched
        return all(word in searched for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = (self._model.row(each.row()) for each in (source_left, source_right))
        column = source_left.column()
        if column == Column.PARAGRAPH:
            return left.place < right.place
        return (left.cells[column], left.place) < (right.cells[column], right.place)
