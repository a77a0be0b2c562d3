"""How the rows of the editor's tree are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from workbench.app.places import Sort
from workbench.domain.codebook import Category, CodeList, Layer
from workbench.domain.text import Span
from workbench.ui.codebook.nodes import Node
from workbench.ui.codebook.tree_model import CodebookModel, note, row_label
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.swatch import SWATCH, draw_swatch
from workbench.ui.reading.view_model import Mark, shape_of
from workbench.ui.tags.labels import other
from workbench.ui.tags.paint import (
    DOT,
    GAP,
    paint_dot,
    paint_key_cap,
    paint_right,
    paint_text,
    smaller,
)
from workbench.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ARROW = 14


class RowDelegate(QStyledItemDelegate):
    """Paint a row: arrow, colour or shape, both labels, a note, how often it is used, its key."""

    def __init__(self, theme: Theme, view: QTreeView, model: CodebookModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._inks = Inks(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 8)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = self._model.node(index)
        if node is None:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        self._paint_ground(painter, rect, state)
        room = self._after_arrow(painter, rect.adjusted(3, 0, -GAP, 0), node)
        room = self._after_right(painter, room, font, node)
        room = self._after_sign(painter, room, node)
        self._paint_labels(painter, room, font, node)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        full = QRect(0, rect.top(), self._view.viewport().width(), rect.height())
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(full, self._theme.colour("selection"))
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), self._theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(full, self._theme.colour("hover"))

    def _after_arrow(self, painter: QPainter, rect: QRect, node: Node) -> QRect:
        if self._model.has_rows(node):
            opened = self._view.isExpanded(self._model.index_of(node))
            box = QRect(
                rect.left(), rect.top(), QFontMetrics(painter.font()).height(), rect.height()
            )
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), "▾" if opened else "▸")
        return rect.adjusted(ARROW, 0, 0, 0)

    def _after_right(self, painter: QPainter, room: QRect, font: QFont, node: Node) -> QRect:
        """Paint key and count at the right; return the room before them."""
        room = QRect(room)
        item = node.item
        if isinstance(item, (Layer, Category)):
            cap = paint_key_cap(painter, self._theme, font, room, item.shortcut)
            room.setRight(room.right() - cap)
        count = self._model.count(node)
        colour = self._theme.colour("accent")
        told = f"{count:,}" if count else ""
        used = paint_right(painter, smaller(font), colour, room, told)
        room.setRight(room.right() - used)
        return room

    def _after_sign(self, painter: QPainter, room: QRect, node: Node) -> QRect:
        room = QRect(room)
        if isinstance(node.item, Category):
            paint_dot(painter, self._theme, room, node.item.colour)
            room.setLeft(room.left() + DOT + 6)
        elif isinstance(node.item, Layer):
            top = room.center().y() - SWATCH / 2 + 0.5
            box = QRectF(room.left(), top, SWATCH, SWATCH)
            draw_swatch(painter, box, _mark(node.item), self._inks)
            room.setLeft(room.left() + int(SWATCH) + 6)
        return room

    def _paint_labels(self, painter: QPainter, room: QRect, font: QFont, node: Node) -> None:
        heading = node.place.sort in (Sort.LAYERS, Sort.LISTS)
        shown = QFont(font)
        shown.setBold(heading)
        retired = note(node)
        colour = self._theme.colour("muted" if retired else "text")
        used = paint_text(painter, shown, colour, room, row_label(node))
        room = room.adjusted(used + GAP, 0, 0, 0)
        beside = (other(node.item.label) if node.item else "", _size(node), retired)
        text = " · ".join(each for each in beside if each)
        paint_text(painter, smaller(font), self._theme.colour("muted"), room, text)


def _mark(layer: Layer) -> Mark:
    return Mark(0, Span(0, 1), shape_of(layer), "", layer.key, complete=True)


def _size(node: Node) -> str:
    """Return how many categories a code list has."""
    return str(len(node.item.categories)) if isinstance(node.item, CodeList) else ""
