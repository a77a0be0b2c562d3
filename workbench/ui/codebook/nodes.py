"""The rows of the editor's tree. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workbench.app.places import (
    LAYERS,
    LISTS,
    Item,
    Place,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import Codebook, CodeList


@dataclass(eq=False, slots=True)
class Node:
    """One row: what stands there, and the rows below it.

    `at` is its place among all rows below `parent`; `row` its place among those that show.
    `mark` tells by which filter it was left, `sifted` by which its children were sifted.
    """

    place: Place
    item: Item | None = None
    parent: Node | None = None
    at: int = 0
    row: int = 0
    children: list[Node] = field(default_factory=list["Node"])
    mark: int = 0
    sifted: int = 0
    left: list[Node] = field(default_factory=list["Node"])
    revealed: int = 0

    def add(self, child: Node) -> None:
        """Put `child` last below this row."""
        child.parent = self
        child.at = len(self.children)
        self.children.append(child)

    def walk(self) -> Iterator[Node]:
        """Yield this row and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> Iterator[Node]:
        """Yield the rows that this one stands below, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def tree_of(codebook: Codebook) -> list[Node]:
    """Return the two headings with everything below them."""
    layers, lists = Node(LAYERS), Node(LISTS)
    lists.at = lists.row = 1
    for layer in codebook.layers:
        node = Node(place_of_layer(layer.key), layer)
        layers.add(node)
        for variable in layer.variables:
            node.add(Node(place_of_variable(layer.key, variable.key), variable))
    for code_list in codebook.code_lists:
        lists.add(_list_node(code_list))
    return [layers, lists]


def _list_node(code_list: CodeList) -> Node:
    top = Node(place_of_list(code_list.key), code_list)
    nodes = {
        each.key: Node(place_of_category(code_list.key, each.key), each)
        for each in code_list.categories
    }
    for category in code_list.categories:
        above = nodes.get(category.parent) if category.parent else None
        (above or top).add(nodes[category.key])
    return top


class Sieve:
    """Which rows show: all, or those that a filter leaves and what they stand under.

    Children are sifted when they are asked for. Of many that a filter leaves, `MOST` show at
    first: a view lays out every row below one that is unfolded.
    """

    MOST = 80

    def __init__(self) -> None:
        self._filters = 0
        self.is_open = True

    def open(self) -> None:
        """Show every row."""
        self._filters += 1
        self.is_open = True

    def close(self, hits: Iterable[Node]) -> None:
        """Show these rows, and those that they stand under."""
        self._filters += 1
        self.is_open = False
        mark = self._filters
        for hit in hits:
            node: Node | None = hit
            while node is not None and node.mark != mark:
                node.mark = mark
                node = node.parent

    def shown(self, node: Node) -> list[Node]:
        """Return the rows below one that show, or would once they are revealed."""
        if node.sifted != self._filters:
            mark = self._filters
            children = node.children
            node.left = children if self.is_open else [c for c in children if c.mark == mark]
            for row, child in enumerate(node.left):
                child.row = row
            node.revealed = len(node.left) if self.is_open else min(len(node.left), self.MOST)
            node.sifted = mark
        return node.left

    def count(self, node: Node) -> int:
        """Return how many rows below one show."""
        self.shown(node)
        return node.revealed

    def shows(self, node: Node) -> bool:
        """Tell whether a row shows, or would once it is revealed."""
        return self.is_open or node.parent is None or node.mark == self._filters
