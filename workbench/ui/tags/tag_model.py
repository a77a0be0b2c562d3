"""The rows of the tag panel for Qt's views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    Signal,
)

from workbench.domain.codebook import Codebook
from workbench.ui.node_model import NodeModel
from workbench.ui.punctuation import listed
from workbench.ui.tags.labels import category_tip, layer_tip, name_of, other, told
from workbench.ui.tags.tag_nodes import Node, Role, one_key_layers, quick_group, whole_tree

#: How often each category of a layer is marked in the article.
Counts = Mapping[str, Mapping[str, int]]


class TagModel(NodeModel[Node]):
    """Sections of the one-key layers: quick groups, then the tree of categories.

    Marking changes counts and quick groups only; the tree is built anew with the codebook.
    `recounted` stands for a change of data in all rows, which Qt's tree would visit one by one.
    """

    recounted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[Node] = []
        self._codebook: Codebook | None = None
        self._counts: Counts = {}

    # --- content

    def set_codebook(self, codebook: Codebook) -> None:
        """Show another codebook, without quick groups."""
        self.beginResetModel()
        self._codebook = codebook
        self._sections = []
        for layer, _variable in one_key_layers(codebook):
            section = Node(Role.LAYER, layer.key, layer, layer.label)
            section.place = len(self._sections)
            section.add(whole_tree(codebook, layer))
            self._sections.append(section)
        self._nodes = {id(node): node for section in self._sections for node in section.walk()}
        self.endResetModel()

    def set_quick(self, role: Role, keys: Mapping[str, Sequence[str]]) -> None:
        """Show these recent or named categories, given by layer."""
        assert self._codebook is not None
        for section in self._sections:
            variable = section.layer.main
            assert variable is not None
            code_list = self._codebook.code_list(variable.code_list or "")
            group = quick_group(role, section.layer, code_list, keys.get(section.layer.key, ()))
            self._replace_quick(section, role, group)

    def _replace_quick(self, section: Node, role: Role, group: Node | None) -> None:
        old = next((each for each in section.children if each.role is role), None)
        if _paths(old) == _paths(group):
            return
        if old is not None and group is not None and _is_flat(old) and _is_flat(group):
            self._change(old, group)
            return
        if old is not None:
            self._remove(section, old.place)
        if group is not None:
            first = section.children[:1]
            after = role is Role.NAMED and first and first[0].role is Role.RECENT
            self._insert(section, 1 if after else 0, group)

    def _change(self, old: Node, group: Node) -> None:
        """Make the rows of `old` those of `group`: the tree lays out only what is more or less."""
        for node, wanted in zip(old.children, group.children, strict=False):
            node.path, node.label, node.category = wanted.path, wanted.label, wanted.category
        for extra in group.children[len(old.children) :]:
            self._insert(old, len(old.children), extra)
        while len(old.children) > len(group.children):
            self._remove(old, len(old.children) - 1)
        old.size = group.size
        last = self.index_of(old.children[-1])
        self.dataChanged.emit(self.index_of(old.children[0]), last)

    def _insert(self, parent: Node, place: int, child: Node) -> None:
        self.beginInsertRows(self.index_of(parent), place, place)
        parent.insert(place, child)
        self._nodes.update((id(node), node) for node in child.walk())
        self.endInsertRows()

    def _remove(self, parent: Node, place: int) -> None:
        self.beginRemoveRows(self.index_of(parent), place, place)
        for node in parent.remove(place).walk():
            del self._nodes[id(node)]
        self.endRemoveRows()

    def set_counts(self, counts: Counts) -> None:
        """Show how often categories are marked, by layer and category."""
        if counts != self._counts:
            self._counts = counts
            self.recounted.emit()

    # --- rows

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a row."""
        return self.createIndex(node.place, 0, id(node))

    def count(self, node: Node) -> int:
        """Return how often a row's category, or anything of its layer, is marked."""
        counts = self._counts.get(node.layer.key, {})
        if node.category is not None:
            return counts.get(node.category.key, 0)
        return sum(counts.values()) if node.role is Role.LAYER else 0

    def below(self, node: Node | None) -> list[Node]:
        return node.children if node else self._sections

    def row_of(self, node: Node) -> int:
        return node.place

    def label(self, node: Node) -> str:
        return row_label(node)

    def tip(self, node: Node) -> str | None:
        return _tip(node)

    def spoken(self, node: Node) -> str:
        count = self.count(node)
        parts = (row_label(node), other(node.label), str(count) if count else "")
        return listed(part for part in parts if part)


def row_label(node: Node) -> str:
    """Return a row's label in the language of the interface."""
    match node.role:
        case Role.RECENT:
            return QCoreApplication.translate("Tags", "Used last")
        case Role.NAMED:
            return QCoreApplication.translate("Tags", "Named in this article")
        case Role.MORE:
            return QCoreApplication.translate("Tags", "More")
        case Role.ALL:
            return QCoreApplication.translate("Tags", "All")
        case Role.REST:
            return QCoreApplication.translate("Tags", "Others")
        case Role.CATEGORY:
            return name_of(node.category) if node.category else ""
        case Role.LAYER:
            return name_of(node.layer)
        case Role.GROUP:
            return told(node.label)


def _tip(node: Node) -> str | None:
    if node.category is not None:
        return category_tip(node.category, node.layer)
    return layer_tip(node.layer) if node.role is Role.LAYER else None


def _paths(group: Node | None) -> list[str]:
    return [node.path for node in group.walk()] if group else []


def _is_flat(group: Node) -> bool:
    return not any(child.children for child in group.children)
