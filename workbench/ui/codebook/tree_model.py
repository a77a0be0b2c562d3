"""The codebook as a tree for Qt's views, filtered without a proxy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    Signal,
)

from workbench.app.places import Place, Sort
from workbench.domain.codebook import Category, Codebook, Layer, Variable
from workbench.ui.codebook.nodes import Node, Sieve, tree_of
from workbench.ui.node_model import Index, NodeModel
from workbench.ui.punctuation import listed
from workbench.ui.tags.labels import category_tip, layer_tip, name_of, other, variable_tip


class CodebookModel(NodeModel[Node]):
    """Headings, layers with variables, code lists with categories.

    `retold` stands for a change of data in all rows, which Qt's tree would visit one by one.
    """

    retold = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roots: list[Node] = []
        self._sieve = Sieve()
        self._at: dict[Place, Node] = {}
        self._counts: Mapping[Place, int] = {}

    # --- content

    def set_codebook(self, codebook: Codebook) -> None:
        """Show another codebook whole; where only contents differ, the rows stay."""
        roots = tree_of(codebook)
        nodes = {node.place: node for root in roots for node in root.walk()}
        if self._is_same_tree(nodes):
            for place, node in nodes.items():
                self._at[place].item = node.item
            self.retold.emit()
            return
        self.beginResetModel()
        self._sieve.open()
        self._roots, self._at = roots, nodes
        self._nodes = {id(node): node for node in nodes.values()}
        self.endResetModel()

    def _is_same_tree(self, nodes: Mapping[Place, Node]) -> bool:
        if nodes.keys() != self._at.keys():
            return False
        return all(_where(node) == _where(self._at[place]) for place, node in nodes.items())

    def set_counts(self, counts: Mapping[Place, int]) -> None:
        """Show how often each part of the codebook is used."""
        self._counts = counts
        self.retold.emit()

    def nodes_at(self, places: Iterable[Place]) -> list[Node]:
        """Return the rows of places, in their order."""
        return [self._at[place] for place in places]

    def show_only(self, hits: Iterable[Node] | None) -> None:
        """Show these rows and those above them, or all."""
        self.beginResetModel()
        if hits is None:
            self._sieve.open()
        else:
            self._sieve.close(hits)
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        node = self.node(parent)
        return node is not None and self._sieve.count(node) < len(self._sieve.shown(node))

    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        if node is not None:
            self._reveal(node, node.revealed + Sieve.MOST)

    def _reveal(self, node: Node, wanted: int) -> None:
        before, now = node.revealed, min(len(self._sieve.shown(node)), wanted)
        if now > before:
            self.beginInsertRows(self.index_of(node), before, now - 1)
            node.revealed = now
            self.endInsertRows()

    # --- rows

    @property
    def roots(self) -> list[Node]:
        """The headings."""
        return self._roots

    def at(self, place: Place) -> Node | None:
        """Return the row of a place."""
        return self._at.get(place)

    def shown(self, node: Node) -> list[Node]:
        """Return the rows below one that show."""
        return self._sieve.shown(node)[: self._sieve.count(node)]

    def has_rows(self, node: Node) -> bool:
        """Tell whether any row below one shows."""
        return self._sieve.count(node) > 0

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a row; an invalid one where the filter hides it."""
        if not self._sieve.shows(node):
            return QModelIndex()
        if node.parent is not None:
            self._sieve.shown(node.parent)
            self._reveal(node.parent, node.row + 1)
        return self.createIndex(node.row, 0, id(node))

    def count(self, node: Node) -> int:
        """Return how many annotations use what stands there."""
        return self._counts.get(node.place, 0)

    def below(self, node: Node | None) -> list[Node]:
        return self._sieve.shown(node) if node else self._roots

    def row_of(self, node: Node) -> int:
        return node.row

    def rowCount(self, parent: Index | None = None) -> int:
        node = self.node(parent) if parent is not None else None
        return self._sieve.count(node) if node else len(self._roots)

    def label(self, node: Node) -> str:
        return row_label(node)

    def tip(self, node: Node) -> str | None:
        return _tip(node)

    def spoken(self, node: Node) -> str:
        count = self.count(node)
        beside = other(node.item.label) if node.item else ""
        return listed(
            part for part in (row_label(node), beside, note(node), str(count or "")) if part
        )


def row_label(node: Node) -> str:
    """Return a row's label in the language of the interface."""
    match node.place.sort:
        case Sort.LAYERS:
            return QCoreApplication.translate("Codebook", "Layers")
        case Sort.LISTS:
            return QCoreApplication.translate("Codebook", "Code lists")
        case _:
            return name_of(node.item) if node.item else ""


def note(node: Node) -> str:
    """Return what is said of a row that is not offered any more."""
    retired = isinstance(node.item, (Layer, Variable, Category)) and node.item.retired
    return QCoreApplication.translate("Codebook", "retired") if retired else ""


def _tip(node: Node) -> str | None:
    match node.item:
        case Category():
            return category_tip(node.item)
        case Layer():
            return layer_tip(node.item)
        case Variable():
            return variable_tip(node.item)
        case _:
            return None


def _where(node: Node) -> tuple[Place | None, int]:
    return (node.parent.place if node.parent else None, node.at)
