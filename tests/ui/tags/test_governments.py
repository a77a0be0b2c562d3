"""One name, several governments: the date decides, or the person does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import ARTICLE, Material
from workbench.ui.tags.finding import found_tags, only_tag
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.panel import TagPanel
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.theme import Theme

Show = Callable[[QWidget], QMainWindow]
Key = Qt.Key
NAME = "特朗普政府"


@pytest.fixture
def material() -> Material:
    return Material(text="特朗普政府支持新的海上倡议。韩国则保持沉默。")


@pytest.fixture
def make(material: Material, theme: Theme, show: Show) -> Callable[[str], AnnotationForm]:
    """Give a form of a stance in an article published on a date."""

    def made(published: str) -> AnnotationForm:
        material.date = published
        form = AnnotationForm(material.codebook.layer("stance"), material, theme)
        form.set_passage(material.passage("支持新的海上倡议"), None)
        show(form)
        return form

    return made


def _holder(form: AnnotationForm) -> CategoryPicker:
    picker = form.row("holder").field
    assert isinstance(picker, CategoryPicker)
    return picker


@pytest.mark.parametrize(
    ("published", "meant"),
    [("2025-08-25", "USA_TRUMP2"), ("2018", "USA_TRUMP1"), ("2019-03", "USA_TRUMP1")],
)
def test_the_date_of_the_article_decides(
    make: Callable[[str], AnnotationForm], hands: Hands, published: str, meant: str
) -> None:
    form = make(published)
    form.focus_row(form.row("holder"))
    hands.type(NAME)
    hands.press(Key.Key_Return)
    assert form.values()["holder"] == (meant,)


def test_the_stances_own_date_goes_before_that_of_the_article(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("2025-08-25")
    form.focus_row(form.row("when"))
    hands.type("2018-05")
    hands.press(Key.Key_Return)
    form.focus_row(form.row("holder"))
    hands.type(NAME)
    hands.press(Key.Key_Return)
    assert form.values()["holder"] == ("USA_TRUMP1",)


@pytest.mark.parametrize("published", ["", "2023", "2020/2026", "last spring"])
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_where_the_date_does_not_decide_it_asks(
    make: Callable[[str], AnnotationForm], hands: Hands, published: str, key: Qt.Key
) -> None:
    form = make(published)
    form.focus_row(form.row("holder"))
    hands.type(NAME)
    assert _holder(form).current() is None
    hands.press(key)
    assert "holder" not in form.values()
    told = form.row("holder").complaint()
    assert "first Trump administration (2017-01-20–2021-01-20)" in told
    assert "second Trump administration (2025-01-20–)" in told
    assert form.unread() == {"holder": NAME}


def test_the_person_picks_the_one_that_is_meant(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("")
    form.focus_row(form.row("holder"))
    hands.type(NAME)
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert form.values()["holder"] == ("USA_TRUMP2",)
    assert form.row("holder").complaint() == ""


def test_a_comma_does_not_guess_either(make: Callable[[str], AnnotationForm], hands: Hands) -> None:
    form = make("")
    form.focus_row(form.row("source"))
    hands.type(NAME)
    hands.type("，")
    assert "source" not in form.values()


def test_half_a_name_does_not_guess_either(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("")
    form.focus_row(form.row("holder"))
    hands.type("特朗普政")
    assert _holder(form).current() is None


def test_the_lists_rows_say_when_each_was_in_office(
    make: Callable[[str], AnnotationForm],
) -> None:
    rows = _holder(make(""))._choices.found(NAME)
    assert [(each.value, each.note, each.asks) for each in rows[:2]] == [
        ("USA_TRUMP1", "2017-01-20–2021-01-20", True),
        ("USA_TRUMP2", "2025-01-20–", True),
    ]


# --- the tag panel


@pytest.fixture
def panel(material: Material, theme: Theme, show: Show) -> TagPanel:
    panel = TagPanel(material, theme)
    show(panel)
    panel.set_article(ARTICLE)
    return panel


def test_the_layers_key_marks_the_one_in_office(
    panel: TagPanel, material: Material, qtbot: QtBot
) -> None:
    panel.set_selection(material.passage(NAME))
    with qtbot.waitSignal(panel.mark_requested) as marked:
        panel.press_layer("actor")
    assert marked.args == ["actor", {"actor": "USA_TRUMP2"}]


def test_the_layers_key_asks_where_the_date_is_unknown(
    panel: TagPanel, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    material.date = ""
    panel.set_selection(material.passage(NAME))
    with qtbot.assertNotEmitted(panel.mark_requested):
        panel.press_layer("actor")
        assert panel.finder.text() == NAME
        assert panel.results.current() is None
        with qtbot.waitSignal(panel.hint) as hint:
            hands.press(Key.Key_Return)
    assert hint.args is not None
    assert "pick" in hint.args[0]
    with qtbot.waitSignal(panel.mark_requested) as marked:
        hands.press(Key.Key_Down, Key.Key_Return)
    assert marked.args == ["actor", {"actor": "USA_TRUMP1"}]


def test_rows_of_one_name_are_told_apart_by_the_date(material: Material) -> None:
    decided = found_tags(material, NAME, None, "2025-08-25")
    assert [(each.value, each.asks) for each in decided[:2]] == [
        (("actor", "USA_TRUMP2"), False),
        (("actor", "USA_TRUMP1"), False),
    ]
    assert [each.asks for each in found_tags(material, NAME, None)[:2]] == [True, True]
    actor = material.codebook.layer("actor")
    assert only_tag(material, actor, NAME) is None
    assert only_tag(material, actor, NAME, "2018") == "USA_TRUMP1"
    assert only_tag(material, actor, NAME, "2023") is None
