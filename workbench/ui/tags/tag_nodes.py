"""The rows of the tag panel: sections of layers, groups, categories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from workbench.app.places import Place, place_of_category, place_of_layer, place_of_list
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
    is_offered,
)

_MOST_QUICK = 12


class Role(Enum):
    """What a row of the panel is."""

    LAYER = "layer"
    RECENT = "recent"
    NAMED = "named"
    MORE = "more"
    ALL = "all"
    GROUP = "group"
    REST = "rest"
    CATEGORY = "category"


@dataclass(eq=False)
class Node:
    """One row; `path` tells it from all others and stays the same when rows are built again.

    `size` is how many categories stand under it.
    """

    role: Role
    path: str
    layer: Layer
    label: Words = field(default_factory=Words)
    category: Category | None = None
    parent: Node | None = None
    place: int = 0
    size: int = 0
    children: list[Node] = field(default_factory=list["Node"])

    def add(self, child: Node) -> None:
        """Put `child` last under this row."""
        child.parent = self
        child.place = len(self.children)
        self.children.append(child)

    def insert(self, place: int, child: Node) -> None:
        """Put `child` before the row at `place`."""
        child.parent = self
        self.children.insert(place, child)
        self._number(place)

    def remove(self, place: int) -> Node:
        """Take the row at `place` away."""
        child = self.children.pop(place)
        self._number(place)
        return child

    def _number(self, first: int) -> None:
        for place, child in enumerate(self.children[first:], first):
            child.place = place

    def walk(self) -> Iterable[Node]:
        """Yield this row and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def entry_of_row(node: Node) -> Place:
    """Return the entry of a row: a category, a layer, or the list that a group is of."""
    main = node.layer.main
    code_list = main.code_list if main is not None else None
    if node.role is Role.LAYER or code_list is None:
        return place_of_layer(node.layer.key)
    if node.category is None:
        return place_of_list(code_list)
    return place_of_category(code_list, node.category.key)


def one_key_layers(codebook: Codebook) -> list[tuple[Layer, Variable]]:
    """Return the span layers that one key or click marks, with the variable it fills."""
    layers = _span_layers(codebook)
    return [(each, each.main) for each in layers if each.main is not None and is_one_key(each)]


def form_layers(codebook: Codebook) -> list[Layer]:
    """Return the span layers that need a form."""
    return [each for each in _span_layers(codebook) if not is_one_key(each)]


def is_one_key(layer: Layer) -> bool:
    """Tell whether a category alone is what the coder is first asked for; else there is a form."""
    main = layer.main
    others = [each for each in layer.variables if each is not main and not each.retired]
    return main is not None and all(each.folded for each in others)


def _span_layers(codebook: Codebook) -> list[Layer]:
    return [each for each in codebook.layers if each.scope is Scope.SPAN and not each.retired]


def quick_group(role: Role, layer: Layer, code_list: CodeList, keys: Sequence[str]) -> Node | None:
    """Return the group of recent or named categories, None where there are none.

    Of many, the later ones are folded away under one row.
    """
    variable = layer.main
    assert variable is not None
    known = (code_list.by_key.get(key) for key in keys)
    offered = [each for each in known if each and is_offered(variable, each)]
    if not offered:
        return None
    group = Node(role, f"{layer.key}/{role.value}", layer)
    shown = len(offered) if len(offered) <= _MOST_QUICK + 2 else _MOST_QUICK
    for category in offered[:shown]:
        group.add(_category_node(group.path, layer, category))
    if offered[shown:]:
        more = Node(Role.MORE, f"{group.path}/more", layer)
        for category in offered[shown:]:
            more.add(_category_node(more.path, layer, category))
        group.add(more)
    _measure(group)
    return group


def whole_tree(codebook: Codebook, layer: Layer) -> Node:
    """Return all categories of a layer in their groups, or by parents where they have none."""
    whole = Node(Role.ALL, f"{layer.key}/all", layer)
    for group in _tree_groups(codebook, layer):
        whole.add(group)
    _measure(whole)
    return whole


def _measure(node: Node) -> None:
    for child in node.children:
        _measure(child)
    node.size = sum(child.size + (child.category is not None) for child in node.children)


def _tree_groups(codebook: Codebook, layer: Layer) -> list[Node]:
    variable = layer.main
    assert variable is not None
    assert variable.code_list is not None
    code_list = codebook.code_list(variable.code_list)
    offered = {each.key: each for each in codebook.offered(variable)}
    below: dict[str, list[Category]] = {}
    roots: list[Category] = []
    for category in offered.values():
        if category.parent in offered:
            below.setdefault(str(category.parent), []).append(category)
        else:
            roots.append(category)
    grouped = grouping(codebook, code_list)
    if grouped is None:
        return [_branch(layer.key, layer, root, below) for root in roots]
    return list(_grouped(layer, roots, below, *grouped))


def grouping(codebook: Codebook, code_list: CodeList) -> tuple[str, CodeList] | None:
    """Return the attribute that groups a list, and the list of the groups."""
    for attribute in code_list.attributes:
        if attribute.kind is Kind.CATEGORY and attribute.code_list not in (None, code_list.key):
            return attribute.key, codebook.code_list(str(attribute.code_list))
    return None


def _grouped(
    layer: Layer,
    roots: Iterable[Category],
    below: Mapping[str, list[Category]],
    attribute: str,
    groups: CodeList,
) -> Iterable[Node]:
    members: dict[str, list[Category]] = {}
    for root in roots:
        members.setdefault(str(root.attributes.get(attribute, "")), []).append(root)
    for group in groups.categories:
        if group.key in members:
            node = Node(Role.GROUP, f"{layer.key}/{group.key}", layer, group.label)
            yield _filled(node, members.pop(group.key), below)
    rest = [root for left in members.values() for root in left]
    if rest:
        yield _filled(Node(Role.REST, f"{layer.key}/", layer), rest, below)


def _filled(node: Node, roots: Iterable[Category], below: Mapping[str, list[Category]]) -> Node:
    for root in roots:
        node.add(_branch(node.path, node.layer, root, below))
    return node


def _branch(
    path: str, layer: Layer, category: Category, below: Mapping[str, list[Category]]
) -> Node:
    node = _category_node(path, layer, category)
    for child in below.get(category.key, ()):
        node.add(_branch(node.path, layer, child, below))
    return node


def _category_node(path: str, layer: Layer, category: Category) -> Node:
    return Node(Role.CATEGORY, f"{path}/{category.key}", layer, category.label, category)
