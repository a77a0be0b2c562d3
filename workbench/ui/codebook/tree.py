"""The tree of the codebook editor: filter, folds, several rows at once, moving by the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from workbench.app.places import BOOK, LAYERS, LISTS, Place
from workbench.domain.codebook import Codebook
from workbench.ui.codebook.drag import Drag, Drop, drop_at
from workbench.ui.codebook.nodes import Node
from workbench.ui.codebook.tree_model import CodebookModel
from workbench.ui.codebook.tree_rows import ARROW, RowDelegate
from workbench.ui.hints import paint_hint
from workbench.ui.theme import Theme

_STEP = 14
#: So many rows are unfolded by the filter; a person sees no more of them at once.
_UNFOLDED = 60
_SCROLL_EDGE = 18
_Flag = QItemSelectionModel.SelectionFlag


class CodebookTree(QTreeView):
    """Choose places; `chosen` tells that others are, `moved` what is dropped where."""

    chosen = Signal()
    moved = Signal(object, object)  # tuple[Place, ...], Drop
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = CodebookModel(self)
        self.hint = ""
        self._theme = theme
        self._turned: dict[Place, bool] = {}
        self._filtered = False
        self._drag: Drag | None = None
        self._rows_delegate = RowDelegate(theme, self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self._rows_delegate)
        self._set_up()
        self.rows.retold.connect(self.viewport().update)
        self.expanded.connect(partial(self._note_fold, True))
        self.collapsed.connect(partial(self._note_fold, False))
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(_STEP)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]
        """Paint none: the rows paint their own arrows."""

    # --- what is shown -------------------------------------------------------

    def show_codebook(self, codebook: Codebook, kept: Iterable[Place]) -> None:
        """Show a codebook and select these places of it."""
        scrolled = self.verticalScrollBar().value()
        self.rows.set_codebook(codebook)
        self._restore_folds()
        self.choose(kept)
        self.verticalScrollBar().setValue(scrolled)

    def show_only(self, hits: Iterable[Node] | None) -> None:
        """Show the rows that answer a filter, or all; what was selected stays so where it shows."""
        kept = self.places()
        self._filtered = hits is not None
        self.rows.show_only(hits)
        if hits is None:
            self._restore_folds()
        else:
            self._unfold_found()
        self.choose(kept)

    def _unfold_found(self) -> None:
        """Unfold from the top until there is more to see than anybody looks at."""
        left = _UNFOLDED
        pending = list(reversed(self.rows.roots))
        while pending and left > 0:
            node = pending.pop()
            left -= 1
            shown = self.rows.shown(node)
            if shown:
                self.setExpanded(self.rows.index_of(node), True)
                pending.extend(reversed(shown[:left]))

    def _restore_folds(self) -> None:
        if self._filtered:
            return
        for root in self.rows.roots:
            self._turned.setdefault(root.place, True)
        for place, opened in list(self._turned.items()):
            node = self.rows.at(place)
            if node is not None and opened:
                self.setExpanded(self.rows.index_of(node), True)

    def _note_fold(self, opened: bool, index: QModelIndex) -> None:
        node = self.rows.node(index)
        if node is not None and not self._filtered:
            self._turned[node.place] = opened

    def follow(self, moved: dict[Place, Place]) -> None:
        """Keep the folds of places that are called otherwise now."""
        for before, now in moved.items():
            if before in self._turned:
                self._turned[now] = self._turned.pop(before)

    @property
    def folds(self) -> list[Place]:
        """The places that a person has folded or unfolded."""
        return list(self._turned)

    def following(self, place: Place) -> Place | None:
        """Return the place that comes after one under the same parent."""
        node = self.rows.at(place)
        siblings = node.parent.children if node and node.parent else []
        return siblings[node.at + 1].place if node and node.at + 1 < len(siblings) else None

    # --- selection -----------------------------------------------------------

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the place of a row (of headings the whole): at a point, else the current one."""
        index = self.indexAt(self.viewport().mapFromGlobal(at)) if at else self.currentIndex()
        node = self.rows.node(index)
        if node is None:
            return None
        return BOOK if node.place in (LAYERS, LISTS) else node.place

    def places(self) -> list[Place]:
        """Return the selected places from top to bottom."""
        nodes = [self.rows.node(each) for each in self.selectionModel().selectedRows()]
        there = [node for node in nodes if node is not None]
        return [node.place for node in sorted(there, key=_from_the_top)]

    def choose(self, places: Iterable[Place]) -> None:
        """Select these places, the first of them current; rows above them unfold."""
        selection, current = QItemSelection(), QModelIndex()
        for place in places:
            node = self.rows.at(place)
            index = self.rows.index_of(node) if node else QModelIndex()
            if node is None or not index.isValid() or not self._unfold_above(node):
                continue
            selection.select(index, index)
            current = current if current.isValid() else index
        model = self.selectionModel()
        if current.isValid():
            model.setCurrentIndex(current, _Flag.NoUpdate)
            self.scrollTo(current)
        model.select(selection, _Flag.ClearAndSelect)

    def _unfold_above(self, node: Node) -> bool:
        for above in node.above():
            index = self.rows.index_of(above)
            if not index.isValid():
                return False
            self.setExpanded(index, True)
        return True

    def _on_selection(self) -> None:
        self.chosen.emit()

    # --- mouse and keys ------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        node = self.rows.node(index)
        if node is not None and self.rows.has_rows(node) and self._arrow(index).contains(point):
            self.setExpanded(index, not self.isExpanded(index))
            return
        selected = index.isValid() and self.selectionModel().isSelected(index)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if not (selected and plain and left):  # what is selected may be about to be moved
            super().mousePressEvent(event)
        if left and plain and node is not None:
            self._drag = Drag(point, tuple(self.places()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._drag is None:
            super().mouseMoveEvent(event)
            return
        if self._drag.goes(point):
            self._scroll_near(point)
            self._drag.drop = drop_at(self, self.rows, self._drag.places, point)
            shape = (
                Qt.CursorShape.DragMoveCursor if self._drag.drop else Qt.CursorShape.ForbiddenCursor
            )
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._end_drag()
        if drag is None or not drag.begun:
            index = self.indexAt(event.position().toPoint())
            if drag is not None and index.isValid():
                self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            super().mouseReleaseEvent(event)
        elif drag.drop is not None:
            self.moved.emit(drag.places, drag.drop)

    def _end_drag(self) -> Drag | None:
        drag, self._drag = self._drag, None
        self.viewport().unsetCursor()
        self.viewport().update()
        return drag

    def _scroll_near(self, point: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if point.y() < _SCROLL_EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif point.y() > height - _SCROLL_EDGE:
            bar.setValue(bar.value() + bar.singleStep())

    def _arrow(self, index: QModelIndex) -> QRect:
        row = self.visualRect(index)
        return QRect(row.left(), row.top(), ARROW + 3, row.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def _on_menu(self, position: QPoint) -> None:
        if self.indexAt(position).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(position))

    # --- looks ---------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._rows_delegate.set_theme(theme)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag is not None and self._drag.drop is not None:
            self._paint_drop(self._drag.drop)
        if not any(self.rows.has_rows(root) for root in self.rows.roots):
            paint_hint(self, self.hint, self._theme)

    def _paint_drop(self, drop: Drop) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        if drop.line is None:
            painter.drawRect(drop.row.adjusted(1, 1, -1, -1))
        else:
            painter.drawLine(drop.row.left(), drop.line, self.viewport().width(), drop.line)


def _from_the_top(node: Node) -> tuple[int, ...]:
    return tuple(each.at for each in reversed([node, *node.above()]))
