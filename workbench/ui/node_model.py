"""A tree of nodes for Qt's views, in one column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class Kin(Protocol):
    """A node that knows which one it stands below."""

    @property
    def parent(self) -> Self | None:
        """The node above, None for a root."""
        ...


N = TypeVar("N", bound=Kin)


class NodeModel(QAbstractItemModel, Generic[N]):
    """The base of such models: whoever keeps the nodes says how they lie and what they tell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: dict[int, N] = {}

    # --- what a model says of its nodes

    def below(self, node: N | None) -> Sequence[N]:
        """Return the rows below a node, None for the roots."""
        raise NotImplementedError

    def row_of(self, node: N) -> int:
        """Return which row of those below its parent a node is."""
        raise NotImplementedError

    def label(self, node: N) -> str:
        """Return what a row shows."""
        raise NotImplementedError

    def tip(self, node: N) -> str | None:
        """Return what a row tells under the mouse."""
        raise NotImplementedError

    def spoken(self, node: N) -> str:
        """Return what a row is to those who hear it."""
        raise NotImplementedError

    # --- what Qt asks

    def node(self, index: Index) -> N | None:
        """Return the row at an index."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        rows = self.below(self.node(parent) if parent is not None else None)
        if column != 0 or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, id(rows[row]))

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        node = self.node(child)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(self.row_of(node.parent), 0, id(node.parent))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.below(self.node(parent) if parent is not None else None))

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def hasChildren(self, parent: Index | None = None) -> bool:
        return self.rowCount(parent) > 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.label(node)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(node)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(node)
            case _:
                return None
