from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.tags.material import ARTICLE, Material
from workbench.domain.codebook import names_of
from workbench.domain.text import Span
from workbench.ui.tags.suggest import distance, last_used, suggested


def _suggested(material: Material, variable: str, quote: str) -> list[str]:
    layer = material.codebook.layer("stance")
    passage = material.passage(quote)
    return [each.key for each in suggested(material, layer, layer.variable(variable), passage)]


def test_actors_of_the_passage_come_first_then_the_nearest(material: Material) -> None:
    keys = _suggested(material, "holder", "欧盟认为，战略自主不应等于对冲。")
    assert keys[0] == "O_EU"
    assert keys.index("KOR") < keys.index("USA")


def test_those_used_last_come_before_nearby_ones(material: Material) -> None:
    material.mark("stance", "日本表示欢迎", holder="AUTHOR")
    assert _suggested(material, "holder", "欧盟认为")[:2] == ["O_EU", "AUTHOR"]


def test_only_actors_that_can_hold_are_suggested_for_a_holder(material: Material) -> None:
    key = material.add("actors", "海上倡议")
    assert key not in _suggested(material, "holder", "新的海上倡议")
    assert key in _suggested(material, "toward", "新的海上倡议")


def test_a_variable_without_a_list_has_no_suggestions(material: Material) -> None:
    assert _suggested(material, "share", "欧盟认为") == []


def test_the_last_used_come_first_and_once(material: Material) -> None:
    for holder in ("USA", "JPN", "USA"):
        material.mark("stance", "日本表示欢迎", holder=holder)
    assert last_used(material.annotations(ARTICLE), "stance", "holder") == ["USA", "JPN"]


@pytest.mark.parametrize(
    ("span", "wanted"), [(Span(2, 4), 0), (Span(0, 2), 1), (Span(4, 6), 1), (Span(6, 7), 3)]
)
def test_distance(span: Span, wanted: int) -> None:
    assert distance("一二美国三四五", ("美国",), span) == wanted


def test_a_name_in_the_same_sentence_is_nearer_than_one_in_the_next() -> None:
    text = "德国外长在会上说：反对。日本"
    span = Span(9, 11)
    assert distance(text, ("德国",), span) < distance(text, ("日本",), span)


@given(st.text("ab", min_size=1, max_size=12), st.data())
def test_distance_is_zero_where_a_name_overlaps(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    places = [place for place in range(len(text)) if text.startswith("ab", place)]
    overlaps = any(Span(place, place + 2).overlaps(span) for place in places)
    assert (distance(text, ("ab",), span) == 0) == overlaps


def test_names_are_labels_and_aliases_once(material: Material) -> None:
    usa = material.codebook.code_list("actors").category("USA")
    names = names_of(usa)
    assert names[0] == "美国"
    assert len(set(names)) == len(names)
