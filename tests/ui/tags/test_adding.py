"""A new category from any form, in one key that nobody presses by mistake."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import ARTICLE, Material
from workbench.domain.codebook import Kind, is_offered
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.panel import TagPanel
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.theme import Theme

Show = Callable[[QWidget], QMainWindow]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def make(material: Material, theme: Theme, show: Show) -> Callable[[str], AnnotationForm]:
    """Give a form whose additions are made as the window makes them."""

    def made(layer: str) -> AnnotationForm:
        form = AnnotationForm(material.codebook.layer(layer), material, theme)
        form.set_passage(material.passage("德国外长说"), None)

        def add(code_list: str, text: str, requires: str) -> None:
            given = {requires: True} if requires else {}
            form.category_added(code_list, material.add(code_list, text, **given))

        form.add_requested.connect(add)
        show(form)
        return form

    return made


FIELDS = [
    ("stance", "holder"),
    ("stance", "target"),
    ("stance", "toward"),
    ("stance", "source"),
    ("claim", "claimant"),
    ("claim", "question"),
    ("event", "event"),
    ("event", "participants"),
]


@pytest.mark.parametrize(("layer", "key"), FIELDS)
def test_shift_enter_adds_what_is_typed_and_chooses_it(
    make: Callable[[str], AnnotationForm], hands: Hands, layer: str, key: str
) -> None:
    form = make(layer)
    form.row(key).field.set_values(())
    form.focus_row(form.row(key))
    hands.type("某个新名")
    hands.press(Key.Key_Return, modifier=SHIFT)
    assert form.values()[key] == ("NEW_某个新名",)


@pytest.mark.parametrize(("layer", "key"), FIELDS)
def test_a_typo_and_enter_add_nothing(
    make: Callable[[str], AnnotationForm],
    hands: Hands,
    material: Material,
    layer: str,
    key: str,
) -> None:
    form = make(layer)
    form.row(key).field.set_values(())
    before = material.codebook
    form.focus_row(form.row(key))
    hands.type("某个錯名")
    hands.press(Key.Key_Return, Key.Key_Return, Key.Key_Enter, Key.Key_Tab)
    assert material.codebook is before
    assert key not in form.values()
    assert "Shift+Enter" in form.row(key).complaint()


def test_shift_enter_on_a_name_that_is_there_adds_nothing(
    make: Callable[[str], AnnotationForm], hands: Hands, material: Material
) -> None:
    form, before = make("stance"), material.codebook
    form.focus_row(form.row("holder"))
    hands.type("白宫")
    hands.press(Key.Key_Return, modifier=SHIFT)
    assert material.codebook is before
    assert form.row("holder").complaint() != ""
    hands.press(Key.Key_Return)
    assert form.values()["holder"] == ("USA",)


def test_shift_enter_on_nothing_does_nothing(
    make: Callable[[str], AnnotationForm], hands: Hands, material: Material
) -> None:
    form, before = make("stance"), material.codebook
    form.focus_row(form.row("holder"))
    hands.press(Key.Key_Return, modifier=SHIFT)
    assert material.codebook is before
    assert form.row("holder").complaint() == ""


# --- twins


def _choices(form: AnnotationForm, key: str) -> CategoryPicker:
    picker = form.row(key).field
    assert isinstance(picker, CategoryPicker)
    return picker


def test_a_target_is_found_by_the_names_of_its_twin(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("stance")
    form.focus_row(form.row("target"))
    hands.type("AUKUS")
    hands.press(Key.Key_Return)
    assert form.values()["target"] == ("S15",)


def test_a_target_is_suggested_where_the_passage_names_its_twin(
    material: Material, theme: Theme, show: Show
) -> None:
    layer = material.codebook.layer("stance")
    picker = CategoryPicker(material, layer, layer.variable("target"), theme)
    picker.set_passage(material.passage("战略自主不应等于对冲"), None)
    show(picker)
    assert picker._choices.suggested()[0].value == "S13"


def test_the_row_that_adds_says_what_it_will_be_a_twin_of(
    make: Callable[[str], AnnotationForm],
) -> None:
    choices = _choices(make("stance"), "target")._choices
    addition = choices.addition("北约")
    assert addition is not None
    assert addition.other == "the same as NATO in: Actors"
    plain = choices.addition("某条新航线")
    assert plain is not None
    assert plain.other == ""


# --- who can hold


def test_only_who_can_hold_is_offered_as_holder_claimant_and_source(material: Material) -> None:
    asked = 0
    for layer in material.codebook.layers:
        for variable in layer.variables:
            if variable.key in ("holder", "claimant", "source"):
                asked += 1
                assert (variable.kind, variable.requires) == (Kind.CATEGORY, "can_hold")
                for each in material.codebook.offered(variable):
                    assert each.attributes["can_hold"] is True
    assert asked == 4
    treaty = material.codebook.code_list("actors").category("T_GSOMIA")
    assert not is_offered(material.codebook.layer("stance").variable("holder"), treaty)


@pytest.mark.parametrize("key", ["holder", "source"])
def test_a_treaty_is_not_found_nor_taken_as_holder_or_source(
    make: Callable[[str], AnnotationForm], hands: Hands, key: str
) -> None:
    form = make("stance")
    form.focus_row(form.row(key))
    hands.type("GSOMIA")
    hands.press(Key.Key_Return)
    assert key not in form.values()


# --- the tag panel


@pytest.fixture
def panel(material: Material, theme: Theme, show: Show) -> TagPanel:
    panel = TagPanel(material, theme)
    show(panel)
    panel.set_article(ARTICLE)
    panel.set_selection(material.passage("海上倡议"))
    return panel


def test_shift_enter_adds_a_tag_to_the_layer_that_is_searched(
    panel: TagPanel, hands: Hands, qtbot: QtBot
) -> None:
    panel.start_finding("actor")
    hands.type("某联盟")
    with qtbot.waitSignal(panel.add_category_requested) as added:
        hands.press(Key.Key_Return, modifier=SHIFT)
    assert added.args == ["actors", "某联盟", ""]


def test_shift_enter_asks_to_which_of_several_lists(
    panel: TagPanel, hands: Hands, qtbot: QtBot
) -> None:
    panel.start_finding()
    hands.type("某联盟")
    with (
        qtbot.assertNotEmitted(panel.add_category_requested),
        qtbot.waitSignal(panel.hint),
    ):
        hands.press(Key.Key_Return, modifier=SHIFT)


def test_shift_enter_without_a_text_says_nothing(
    panel: TagPanel, hands: Hands, qtbot: QtBot
) -> None:
    panel.start_finding()
    with qtbot.assertNotEmitted(panel.hint), qtbot.assertNotEmitted(panel.add_category_requested):
        hands.press(Key.Key_Return, modifier=SHIFT)
