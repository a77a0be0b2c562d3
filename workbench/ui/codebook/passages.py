"""A list of passages with the words around them, as splitting and reviewing need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.domain.annotation import Annotation
from workbench.ui.hints import paint_hint
from workbench.ui.punctuation import listed
from workbench.ui.row_paint import paint_ground, small_font, write
from workbench.ui.tags.paint import GAP, paint_right
from workbench.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_AROUND = 40  # characters of context on either side


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as it is painted."""

    before: str
    quote: str
    after: str
    title: str


class PassageModel(QAbstractListModel):
    """Annotations; their texts are read when somebody looks."""

    def __init__(
        self,
        annotations: Sequence[Annotation],
        text: Callable[[int], str],
        titles: Mapping[int, str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.annotations = list(annotations)
        self.notes: dict[int, str] = {}
        self._text, self._titles = text, titles

    def annotation(self, row: int) -> Annotation:
        """Return the annotation of a row."""
        return self.annotations[row]

    def shown(self, row: int) -> Shown:
        """Return a row as it is painted."""
        annotation = self.annotations[row]
        title = self._titles.get(annotation.article, "")
        span = annotation.span
        if span is None:
            return Shown("", _line(annotation.quote), "", title)
        text = self._text(annotation.article)
        before = text[max(0, span.start - _AROUND) : span.start]
        after = text[span.end : span.end + _AROUND]
        return Shown(_line(before), _line(text[span.start : span.end]), _line(after), title)

    def note(self, row: int) -> str:
        """Return what was decided about a row."""
        return self.notes.get(self.annotations[row].id, "")

    def set_note(self, row: int, note: str) -> None:
        """Show what was decided about a row."""
        self.notes[self.annotations[row].id] = note
        self.dataChanged.emit(self.index(row), self.index(row))

    def take_out(self, rows: Sequence[int]) -> None:
        """Show these rows no more."""
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.annotations[row]
            self.endRemoveRows()

    def show(self, annotations: Sequence[Annotation]) -> None:
        """Show other annotations."""
        self.beginResetModel()
        self.annotations = list(annotations)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.annotations)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        shown = self.shown(index.row())
        words = f"{shown.before}【{shown.quote}】{shown.after}"
        return listed(each for each in (words, shown.title, self.note(index.row())) if each)


def _line(text: str) -> str:
    return " ".join(text.split())


class PassageDelegate(QStyledItemDelegate):
    """Paint the passage with what stands around it, its article below, what was decided right."""

    def __init__(self, theme: Theme, view: QListView, model: PassageModel) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 12)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option, self.theme)
        rect: QRect = option.rect.adjusted(GAP + 2, 4, -GAP, -4)  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        row, height = index.row(), rect.height() // 2
        top = QRect(rect.left(), rect.top(), rect.width(), height)
        note = self._model.note(row)
        used = paint_right(painter, font, self.theme.colour("accent"), top, note)
        top.setRight(top.right() - used)
        shown = self._model.shown(row)
        self._paint_words(painter, font, top, shown)
        below = QRect(rect.left(), rect.top() + height, rect.width(), height)
        write(painter, small_font(font), self.theme.colour("muted"), below, shown.title)
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, room: QRect, shown: Shown) -> None:
        """Paint the quote whole where it fits, and of what stands around it what has room."""
        bold = QFont(font)
        bold.setBold(True)
        quote = min(QFontMetrics(bold).horizontalAdvance(shown.quote) + 2, room.width())
        plain = QFontMetrics(font)
        around = room.width() - quote
        before = min(plain.horizontalAdvance(shown.before), around * 2 // 5)
        muted, text = self.theme.colour("muted"), self.theme.colour("text")
        x = room.left()
        left = QRect(x, room.top(), before, room.height())
        write(painter, font, muted, left, shown.before, Qt.TextElideMode.ElideLeft)
        write(
            painter,
            bold,
            text,
            left.translated(before, 0).adjusted(0, 0, quote - before, 0),
            shown.quote,
        )
        right = QRect(x + before + quote, room.top(), around - before, room.height())
        write(painter, font, muted, right, shown.after)


class PassageList(QListView):
    """Passages under keys: `pressed` brings every key that the list itself does not need."""

    pressed = Signal(QKeyEvent)
    gone_to = Signal(int)

    def __init__(self, model: PassageModel, theme: Theme) -> None:
        super().__init__()
        self.hint = ""
        self.passages = model
        model.setParent(self)
        self._theme = theme
        self._rows = PassageDelegate(theme, self, model)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def rows(self) -> list[int]:
        """The selected rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go_to(self, row: int) -> None:
        """Make a row the current one."""
        if 0 <= row < self.passages.rowCount():
            self.setCurrentIndex(self.passages.index(row))

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.gone_to.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = self._rows.theme = theme
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.passages.rowCount() == 0:
            paint_hint(self, self.hint, self._theme)
