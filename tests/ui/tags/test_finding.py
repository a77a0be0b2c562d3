from __future__ import annotations

from tests.ui.tags.material import Material
from workbench.ui.tags.finding import found_tags, near_tags, only_tag


def test_finds_in_all_layers_that_one_key_marks(material: Material) -> None:
    values = [each.value for each in found_tags(material, "战略", None)]
    assert ("concept", "C_STRAUT") in values


def test_rows_that_add_come_last_for_lists_that_lack_the_name(material: Material) -> None:
    rows = found_tags(material, "美国", None)
    assert rows[0].value == ("actor", "USA")
    assert [each.value for each in rows if each.adds] == [("concept", "")]


def test_one_layer_only(material: Material) -> None:
    concept = material.codebook.layer("concept")
    rows = found_tags(material, "美国", concept)
    assert {value[0] for each in rows if isinstance(value := each.value, tuple)} == {"concept"}
    assert all(not each.note for each in rows)


def test_near_tags_begin_with_the_passage(material: Material) -> None:
    concept = material.codebook.layer("concept")
    rows = near_tags(material, concept, material.passage("仍有主权寻租之嫌"))
    assert rows[0].value == ("concept", "C_RENT")
    assert near_tags(material, concept, None)[0].value != ("concept", "C_RENT")


def test_a_quote_that_names_one_tag_is_that_tag(material: Material) -> None:
    actor = material.codebook.layer("actor")
    assert only_tag(material, actor, "白宫") == "USA"
    assert only_tag(material, actor, "海上倡议") is None
    assert only_tag(material, actor, "") is None


def test_a_quote_that_names_two_tags_is_none(material: Material) -> None:
    material.add("actors", "白宫")
    assert only_tag(material, material.codebook.layer("actor"), "白宫") is None
