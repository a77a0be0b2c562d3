"""The tree of the tag panel: painting, folding, clicks and keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from workbench.app.places import Place
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
from workbench.ui.tags.tag_model import TagModel, row_label
from workbench.ui.tags.tag_nodes import Node, Role, entry_of_row
from workbench.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_STEP = 14
_LEFT = 5
_OPEN_AT_FIRST = (Role.LAYER, Role.RECENT, Role.NAMED)
_FEW = 40


class TagDelegate(QStyledItemDelegate):
    """Paint sections, groups and tags."""

    def __init__(self, theme: Theme, parent: TagTree) -> None:
        super().__init__(parent)
        self.theme = theme
        self._tree = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 8)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = self._tree.tags.node(index)
        if node is None:
            return
        rect: QRect = option.rect.adjusted(_LEFT, 0, 0, 0)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.save()
        self._paint_ground(painter, rect, state)
        if node.role is Role.CATEGORY:
            self._paint_tag(painter, rect, font, node)
        elif node.role is Role.LAYER:
            self._paint_section(painter, rect, font, node)
        else:
            self._paint_group(painter, rect, font, node)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        full = QRect(0, rect.top(), self._tree.viewport().width(), rect.height())
        current = state & QStyle.StateFlag.State_HasFocus
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(full, self.theme.colour("selection" if current else "hover"))

    def _paint_section(self, painter: QPainter, rect: QRect, font: QFont, node: Node) -> None:
        bold = QFont(font)
        bold.setBold(True)
        room = self._after_arrow(painter, rect, node)
        room.setRight(room.right() - GAP)
        cap = paint_key_cap(painter, self.theme, font, room, node.layer.shortcut)
        room.setRight(room.right() - cap)
        self._paint_count(painter, room, font, node)
        used = paint_text(painter, bold, self.theme.colour("text"), room, row_label(node))
        room.setLeft(room.left() + used + GAP)
        beside = other(node.label)
        paint_text(painter, smaller(font), self.theme.colour("muted"), room, beside)
        if node.place:
            painter.setPen(QPen(self.theme.colour("divider"), 1))
            painter.drawLine(0, rect.top(), self._tree.viewport().width(), rect.top())

    def _paint_group(self, painter: QPainter, rect: QRect, font: QFont, node: Node) -> None:
        room = self._after_arrow(painter, rect, node)
        muted = self.theme.colour("muted")
        used = paint_text(painter, smaller(font, 0.94), muted, room, row_label(node))
        room.setLeft(room.left() + used + GAP)
        size = str(node.size)
        text = " · ".join(each for each in (other(node.label), size) if each)
        paint_text(painter, smaller(font), muted, room, text)

    def _paint_tag(self, painter: QPainter, rect: QRect, font: QFont, node: Node) -> None:
        assert node.category is not None
        room = (
            self._after_arrow(painter, rect, node) if node.children else rect.adjusted(2, 0, 0, 0)
        )
        room.setRight(room.right() - GAP)
        cap = paint_key_cap(painter, self.theme, font, room, node.category.shortcut)
        room.setRight(room.right() - cap)
        self._paint_count(painter, room, font, node)
        paint_dot(painter, self.theme, room, node.category.colour)
        room.setLeft(room.left() + DOT + 6)
        used = paint_text(painter, font, self.theme.colour("text"), room, row_label(node))
        room.setLeft(room.left() + used + GAP)
        paint_text(painter, smaller(font), self.theme.colour("muted"), room, other(node.label))

    def _paint_count(self, painter: QPainter, room: QRect, font: QFont, node: Node) -> None:
        count = self._tree.tags.count(node)
        if count:
            colour = self.theme.colour("accent")
            used = paint_right(painter, smaller(font), colour, room, str(count))
            room.setRight(room.right() - used)

    def _after_arrow(self, painter: QPainter, rect: QRect, node: Node) -> QRect:
        """Paint the arrow that folds a row; return the room behind it."""
        opened = self._tree.isExpanded(self._tree.tags.index_of(node))
        metrics = QFontMetrics(self._tree.font())
        box = QRect(rect.left(), rect.top(), metrics.height(), rect.height())
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), "▾" if opened else "▸")
        return rect.adjusted(_STEP, 0, 0, 0)


class TagTree(QTreeView):
    """Sections that fold; a click or Enter on a tag marks."""

    tag_chosen = Signal(str, str)
    text_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags = TagModel(self)
        self._turned: dict[str, bool] = {}
        self._pressed = ""
        self._delegate = TagDelegate(theme, self)
        self.setModel(self.tags)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(_STEP)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.tags.modelReset.connect(self._restore_folds)
        self.tags.rowsInserted.connect(self._on_rows)
        self.tags.recounted.connect(self.viewport().update)
        self.expanded.connect(partial(self._note_fold, True))
        self.collapsed.connect(partial(self._note_fold, False))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]
        """Paint none: the rows paint their own arrows."""

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the row at a point of the screen, else of the current row."""
        index = self.indexAt(self.viewport().mapFromGlobal(at)) if at else self.currentIndex()
        node = self.tags.node(index)
        return entry_of_row(node) if node is not None else None

    # --- folding

    def _restore_folds(self) -> None:
        for row in range(self.tags.rowCount()):
            self._restore(self.tags.index(row, 0))

    def _on_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._restore(self.tags.index(row, 0, parent))

    def _restore(self, index: QModelIndex) -> None:
        node = self.tags.node(index)
        if node is None or not node.children:
            return
        few = node.size <= _FEW and node.role is not Role.MORE
        at_first = node.role in _OPEN_AT_FIRST or few
        self.setExpanded(index, self._turned.get(node.path, at_first))
        for child in node.children:
            if child.children:
                self._restore(self.tags.index_of(child))

    def _note_fold(self, opened: bool, index: QModelIndex) -> None:
        node = self.tags.node(index)
        if node is not None:
            self._turned[node.path] = opened

    def _toggle(self, node: Node) -> None:
        index = self.tags.index_of(node)
        self.setExpanded(index, not self.isExpanded(index))

    # --- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        node = self.tags.node(self.indexAt(event.position().toPoint()))
        self._pressed = node.path if node and event.button() == Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        node = self.tags.node(index)
        pressed, self._pressed = self._pressed, ""
        if node is None or node.path != pressed:
            return
        arrow = QRect(self.visualRect(index).left(), 0, _LEFT + _STEP, self.height())
        on_arrow = bool(node.children) and arrow.contains(event.position().toPoint())
        self._act(node, fold=on_arrow)

    def _on_menu(self, position: QPoint) -> None:
        node = self.tags.node(self.indexAt(position))
        if node is not None:
            self.menu_wanted.emit(node, self.viewport().mapToGlobal(position))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second click of a double one would mark again, perhaps on another row.
        event.accept()

    def _act(self, node: Node, fold: bool = False) -> None:
        if node.category is None or fold:
            self._toggle(node)
        else:
            self.tag_chosen.emit(node.layer.key, node.category.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self.tags.node(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and node is not None:
            self._act(node)
        elif event.key() == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and node is not None and node.children:
            self._toggle(node)
        else:
            super().keyPressEvent(event)
