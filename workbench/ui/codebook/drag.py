"""Where rows that are dragged would go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QTreeView

from workbench.app.places import Place, Sort
from workbench.ui.codebook.nodes import Node
from workbench.ui.codebook.tree_model import CodebookModel

_EDGE = 0.3  # of a row: above it is before the row, below it after, between under the row


@dataclass(frozen=True, slots=True)
class Drop:
    """A target: under `parent` (a heading, a layer, a list or a category), before `before`.

    `row` and `line` say where it is painted: a line, or around the row where there is none.
    """

    parent: Place
    before: Place | None
    row: QRect = field(default_factory=QRect)
    line: int | None = None


@dataclass
class Drag:
    """Rows under the mouse; they go with it once it has left the place where it was pressed."""

    start: QPoint
    places: tuple[Place, ...]
    begun: bool = False
    drop: Drop | None = None

    def goes(self, point: QPoint) -> bool:
        """Tell whether the rows move with the mouse, which is at `point`."""
        far = (point - self.start).manhattanLength() >= QApplication.startDragDistance()
        self.begun = self.begun or far
        return self.begun


def drop_at(
    tree: QTreeView, rows: CodebookModel, places: Sequence[Place], point: QPoint
) -> Drop | None:
    """Return where the places would go if they were let go at `point`, None for nowhere."""
    index = tree.indexAt(point)
    node = rows.node(index)
    if node is None:
        return None
    row = tree.visualRect(index)
    share = (point.y() - row.top()) / max(1, row.height())
    if share < _EDGE:
        wanted = _before(node, row)
    elif share > 1 - _EDGE and not (rows.has_rows(node) and tree.isExpanded(index)):
        wanted = _after(node, row)
    else:
        wanted = Drop(node.place, None, row)
    return wanted if wanted and may_go(rows, places, wanted) else None


def _before(node: Node, row: QRect) -> Drop | None:
    if node.parent is None:
        return None
    return Drop(node.parent.place, node.place, row, row.top())


def _after(node: Node, row: QRect) -> Drop | None:
    if node.parent is None:
        return None
    siblings = node.parent.children
    following = siblings[node.at + 1].place if node.at + 1 < len(siblings) else None
    return Drop(node.parent.place, following, row, row.bottom())


def may_go(rows: CodebookModel, places: Sequence[Place], drop: Drop) -> bool:
    """Tell whether places can stand where they would be dropped: in their own layer or list."""
    return bool(places) and all(_fits(rows, place, drop) for place in places)


def _fits(rows: CodebookModel, place: Place, drop: Drop) -> bool:
    match place.sort:
        case Sort.LAYER:
            return drop.parent.sort is Sort.LAYERS
        case Sort.LIST:
            return drop.parent.sort is Sort.LISTS
        case Sort.VARIABLE:
            return drop.parent == Place(Sort.LAYER, place.owner)
        case Sort.CATEGORY:
            return _fits_category(rows, place, drop.parent)
        case Sort.BOOK | Sort.LAYERS | Sort.LISTS:
            return False


def _fits_category(rows: CodebookModel, place: Place, parent: Place) -> bool:
    if parent == Place(Sort.LIST, place.owner):
        return True
    node = rows.at(parent)
    if node is None or parent.sort is not Sort.CATEGORY or parent.owner != place.owner:
        return False
    return place not in [each.place for each in (node, *node.above())]
