from __future__ import annotations

import pytest

from tests.ui.tags.material import ARTICLE, Material
from workbench.ui.tags.choices import CategoryChoices, LinkChoices
from workbench.ui.tags.source import Passage


def _choices(material: Material, variable: str) -> CategoryChoices:
    layer = material.codebook.layer("stance")
    return CategoryChoices(material, layer, layer.variable(variable))


def test_suggestions_end_with_everything_that_is_offered(material: Material) -> None:
    choices = _choices(material, "holder")
    choices.passage = material.passage("德国外长说")
    values = [each.value for each in choices.suggested()]
    assert values[0] == "DEU"
    assert "AUTHOR" in values
    assert len(set(values)) == len(values)


def test_without_a_passage_the_list_comes_in_its_order(material: Material) -> None:
    first = _choices(material, "holder").suggested()[0]
    assert first.value == "AUTHOR"


def test_only_what_is_offered_is_found(material: Material) -> None:
    material.add("actors", "某条约")
    assert _choices(material, "holder").found("某条约") == []
    assert [each.value for each in _choices(material, "toward").found("某条约")] == ["NEW_某条约"]


def test_an_alias_that_was_found_is_shown(material: Material) -> None:
    found = _choices(material, "holder").found("白宫")[0]
    assert (found.label, found.other) == ("United States", "美国 · 白宫")


@pytest.mark.parametrize(("text", "offered"), [("新对象", True), ("与华脱钩", False), (" ", False)])
def test_what_the_list_lacks_can_be_added(material: Material, text: str, offered: bool) -> None:
    addition = _choices(material, "target").addition(text)
    assert (addition is not None) == offered


def test_a_category_that_is_gone_is_shown_by_its_key(material: Material) -> None:
    assert _choices(material, "holder").choice("LOST").label == "LOST"


@pytest.fixture
def links(material: Material) -> LinkChoices:
    for layer, quote in (
        ("actor", "日本"),
        ("claim", "美国提出新的海上倡议"),
        ("claim", "美日韩三边合作机制仍有主权寻租之嫌，其前景难以预料"),
        ("claim", "德国外长说"),
    ):
        material.mark(layer, quote, memo="reason" if "外长" in quote else "")
    links = LinkChoices(material, "claim")
    links.passage = material.passage("分析人士指出")
    links.linking = 4
    return links


def test_links_offer_other_claims_first_and_never_itself(links: LinkChoices) -> None:
    assert [each.value for each in links.suggested()] == [3, 2, 1]


def test_links_are_found_by_quote_memo_and_layer(links: LinkChoices) -> None:
    assert [each.value for each in links.found("海上")] == [2]
    links.linking = None
    assert [each.value for each in links.found("REASON")] == [4]
    assert [each.value for each in links.found("actor")] == [1]


def test_a_long_quote_is_cut(links: LinkChoices) -> None:
    assert links.choice(3).label == "美日韩三边合作机制仍有主权寻租之嫌，其前景难以预料"
    assert links.choice(99).label == "#99"


def test_nothing_is_added_as_a_link(links: LinkChoices) -> None:
    assert links.addition("anything") is None


def test_without_a_passage_there_is_nothing_to_link(material: Material) -> None:
    material.mark("claim", "日本")
    assert LinkChoices(material, "claim").suggested() == []


def test_links_are_of_one_article(material: Material) -> None:
    material.mark("claim", "日本")
    links = LinkChoices(material, "claim")
    passage = material.passage("美国")
    links.passage = Passage(ARTICLE + 1, passage.span)
    assert links.suggested() == []
