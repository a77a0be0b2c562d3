from __future__ import annotations

from dataclasses import replace

from tests.ui.tags.material import Material
from workbench.domain.codebook import Codebook
from workbench.ui.tags.tag_nodes import (
    Node,
    Role,
    form_layers,
    is_one_key,
    one_key_layers,
    quick_group,
    whole_tree,
)


def _tree(codebook: Codebook, layer: str) -> Node:
    return whole_tree(codebook, codebook.layer(layer))


def test_actors_and_concepts_are_marked_by_one_key_the_rest_by_a_form(material: Material) -> None:
    assert [layer.key for layer, _ in one_key_layers(material.codebook)] == ["actor", "concept"]
    forms = [layer.key for layer in form_layers(material.codebook)]
    assert forms == ["stance", "claim", "event"]


def test_a_layer_that_asks_for_more_has_a_form(material: Material) -> None:
    claim = material.codebook.layer("claim")
    assert claim.main is not None
    assert not is_one_key(claim)


def test_every_category_stands_in_the_tree_once(material: Material) -> None:
    tree = _tree(material.codebook, "actor")
    keys = [node.category.key for node in tree.walk() if node.category]
    actors = material.codebook.code_list("actors").categories
    assert sorted(keys) == sorted(each.key for each in actors)
    assert tree.size == len(actors)


def test_categories_are_grouped_by_their_attribute(material: Material) -> None:
    tree = _tree(material.codebook, "actor")
    groups = {node.path: node for node in tree.children}
    assert "actor/state" in groups
    states = [node.category.key for node in groups["actor/state"].children if node.category]
    assert "USA" in states


def test_children_stand_under_their_parents(material: Material) -> None:
    tree = _tree(material.codebook, "actor")
    usa = next(node for node in tree.walk() if node.category and node.category.key == "USA")
    assert [child.category.key for child in usa.children if child.category]
    assert all(child.category and child.category.parent == "USA" for child in usa.children)


def test_what_has_no_group_stands_under_others(material: Material) -> None:
    material.add("actors", "无类")
    last = _tree(material.codebook, "actor").children[-1]
    assert last.role is Role.REST
    assert [child.label.zh for child in last.children] == ["无类"]


def test_a_list_without_groups_is_a_tree_by_parents(material: Material) -> None:
    lists = tuple(replace(each, attributes=()) for each in material.codebook.code_lists)
    tree = _tree(replace(material.codebook, code_lists=lists), "concept")
    assert all(node.role is Role.CATEGORY for node in tree.children)


def test_quick_groups_leave_out_what_is_unknown(material: Material) -> None:
    actor = material.codebook.layer("actor")
    actors = material.codebook.code_list("actors")
    group = quick_group(Role.NAMED, actor, actors, ["USA", "LOST"])
    assert group is not None
    assert group.size == 1
    assert quick_group(Role.NAMED, actor, actors, ["LOST"]) is None


def test_of_many_named_ones_the_later_are_folded_away(material: Material) -> None:
    actor = material.codebook.layer("actor")
    actors = material.codebook.code_list("actors")
    keys = [each.key for each in actors.categories[:30]]
    group = quick_group(Role.NAMED, actor, actors, keys)
    assert group is not None
    assert group.size == 30
    assert [child.role for child in group.children[-2:]] == [Role.CATEGORY, Role.MORE]
    assert group.children[-1].size == 18


def test_rows_know_their_place(material: Material) -> None:
    actor = material.codebook.layer("actor")
    parent = Node(Role.ALL, "p", actor)
    for path in "ac":
        parent.add(Node(Role.REST, path, actor))
    parent.insert(1, Node(Role.REST, "b", actor))
    assert [(child.path, child.place) for child in parent.children] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
    ]
    parent.remove(0)
    assert [(child.path, child.place) for child in parent.children] == [("b", 0), ("c", 1)]
