from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from tests.ui.tags.material import Material
from workbench.domain.codebook import Category, Guide, Words
from workbench.domain.values import Missing
from workbench.ui.tags.labels import (
    category_tip,
    interface_language,
    layer_tip,
    missing_label,
    name_of,
    other,
    signed,
    told,
    variable_tip,
)


def test_the_interface_language_is_the_locale_s() -> None:
    assert interface_language() == "en"
    assert told(Words("美国", "United States")) == "United States"
    assert other(Words("美国", "United States")) == "美国"


@pytest.mark.usefixtures("chinese")
def test_chinese_comes_first_in_a_chinese_interface() -> None:
    assert interface_language() == "zh"
    assert told(Words("美国", "United States")) == "美国"
    assert other(Words("美国", "United States")) == "United States"


def test_nothing_is_said_twice() -> None:
    assert other(Words("APEC", "APEC")) == ""
    assert other(Words("", "only English")) == ""
    assert name_of(Category("K", 1, Words())) == "K"


@pytest.mark.parametrize(
    ("score", "shown"), [(None, ""), (-2.0, "−2"), (0.0, "0"), (1.0, "+1"), (0.5, "+0.5")]
)
def test_scores_have_their_sign(score: float | None, shown: str) -> None:
    assert signed(score) == shown


def test_missing_values_have_their_code() -> None:
    assert missing_label(Missing.NOT_APPLICABLE) == "not applicable −97"
    assert missing_label(Missing.UNDECIDABLE) == "undecidable −98"
    assert missing_label(Missing.NOT_CODED) == "not coded −99"


def test_a_category_without_rules_shows_its_layer_s(material: Material) -> None:
    actor = material.codebook.layer("actor")
    usa = material.codebook.code_list("actors").category("USA")
    tip = category_tip(usa, actor)
    assert "An actor that the article names." in tip
    assert "白宫" in tip
    assert "Include" in tip


def test_a_category_s_own_rules_come_before_its_layer_s(material: Material) -> None:
    own = Category("K", 1, Words("甲", "A"), guide=Guide(definition=Words("定义", "own rule")))
    tip = category_tip(own, material.codebook.layer("actor"))
    assert "own rule" in tip
    assert "An actor that the article names." not in tip


def test_tips_show_score_and_key() -> None:
    tip = category_tip(Category("p1", 4, Words("支持", "for"), score=1.0, shortcut="4"))
    assert "+1" in tip
    assert "Key: 4" in tip
    assert "F1" in tip


def test_what_people_write_is_no_markup() -> None:
    assert "&lt;b&gt;" in category_tip(Category("K", 1, Words("", "<b>")))


def test_layers_and_variables_tell_their_rules(material: Material) -> None:
    stance = material.codebook.layer("stance")
    assert "Exclude" in layer_tip(stance)
    assert "Whose stance is it?" in variable_tip(stance.variable("holder"))


def test_the_locale_is_put_back() -> None:
    assert QLocale().language() != QLocale.Language.Chinese
