from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.domain.annotation import Certainty
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.tags.popup import FormPopup, Written
from workbench.ui.tags.segments import Segments
from workbench.ui.theme import Theme

Key = Qt.Key
BESIDE = QRect(60, 60, 240, 24)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(show: Callable[[QWidget], QMainWindow]) -> QMainWindow:
    return show(QPlainTextEdit())


@pytest.fixture
def popup(material: Material, theme: Theme, window: QMainWindow) -> FormPopup:
    return FormPopup(material, theme, window)


def _open(popup: FormPopup, material: Material, layer: str = "stance") -> AnnotationForm:
    passage = material.passage("我们反对任何脱钩")
    popup.open_for(material.codebook.layer(layer), passage, BESIDE)
    assert popup.form is not None
    return popup.form


def test_a_stance_is_saved_by_keys(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    _open(popup, material)
    hands.press(Key.Key_Down, Key.Key_Return)
    hands.type("与华脱钩")
    hands.press(Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_Return)
    with qtbot.waitSignal(popup.saved) as saved:
        hands.press(Key.Key_Return)
    assert saved.args
    layer, span, values, memo, certainty = saved.args
    assert (layer, span) == ("stance", material.passage("我们反对任何脱钩").span)
    assert values == {"holder": ("DEU",), "target": ("S03",), "position": ("n2",)}
    assert (memo, certainty) == ("", Certainty.SURE)
    assert not popup.isVisible()
    assert popup.form is None


def test_an_incomplete_one_is_saved_too(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    form = _open(popup, material)
    assert "incomplete" in form.state.text()
    with qtbot.waitSignal(popup.saved) as saved:
        hands.press(Key.Key_Return, modifier=CONTROL)
    assert saved.args
    assert saved.args[2] == {}


def test_memo_and_certainty_go_along(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    form = _open(popup, material)
    assert not form.memo.isVisible()
    form.fold.setChecked(True)
    form.certainty.setFocus()
    hands.press(Key.Key_2)
    form.memo.setFocus()
    hands.type("why")
    with qtbot.waitSignal(popup.saved) as saved:
        hands.press(Key.Key_Return, modifier=CONTROL)
    assert saved.args
    assert saved.args[3:] == ["why", Certainty.UNSURE]


def test_defaults_are_filled_in(popup: FormPopup, material: Material) -> None:
    form = _open(popup, material, "claim")
    assert form.values() == {"claimant": ("AUTHOR",)}


def test_given_values_come_before_defaults(popup: FormPopup, material: Material) -> None:
    claim = material.codebook.layer("claim")
    popup.open_for(claim, material.passage("美国"), BESIDE, Written({"claimant": ("USA",)}))
    assert popup.form is not None
    assert popup.form.values() == {"claimant": ("USA",)}


def test_escape_cancels_and_says_that_nothing_was_marked(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    _open(popup, material)
    hands.press(Key.Key_Escape)
    assert popup.isVisible(), "the first Esc shuts the list"
    with qtbot.waitSignal(popup.cancelled) as told, qtbot.assertNotEmitted(popup.saved):
        hands.press(Key.Key_Escape)
    assert told.args == ["Nothing was marked."]
    assert not popup.isVisible()
    with qtbot.assertNotEmitted(popup.cancelled):
        popup.cancel()


def test_buttons_save_and_cancel(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    _open(popup, material)
    with qtbot.waitSignal(popup.saved):
        hands.click(popup._save)
    _open(popup, material)
    with qtbot.waitSignal(popup.cancelled):
        hands.click(popup._cancel)


def test_what_is_no_value_keeps_it_open(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    form = _open(popup, material)
    hands.type("nobody")
    form.row("position").focus_field()
    with qtbot.assertNotEmitted(popup.saved):
        hands.click(popup._save)
    assert popup.isVisible()
    assert form.row("holder").field.isAncestorOf(hands.at())


def test_control_enter_does_not_guess(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    form = _open(popup, material)
    hands.type("mg")
    with qtbot.assertNotEmitted(popup.saved):
        hands.press(Key.Key_Return, modifier=CONTROL)
    row = form.row("holder")
    assert "“mg” is not chosen yet" in row.complaint()
    picker = row.field
    assert isinstance(picker, CategoryPicker)
    assert not picker.list_is_open(), "the list would cover what is said to be wrong"
    assert row._complaint.isVisible()
    hands.press(Key.Key_Down)
    assert picker.list_is_open()
    hands.press(Key.Key_Return)
    assert form.values()["holder"] == ("USA",)


@pytest.mark.parametrize("name", ["美国", "United States", "usa", "USA"])
def test_control_enter_takes_what_is_named_whole(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot, name: str
) -> None:
    _open(popup, material)
    hands.type(name)
    with qtbot.waitSignal(popup.saved) as saved:
        hands.press(Key.Key_Return, modifier=CONTROL)
    assert saved.args
    assert saved.args[2] == {"holder": ("USA",)}


def test_control_enter_takes_the_row_that_one_has_gone_to(
    popup: FormPopup, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    _open(popup, material)
    hands.type("mg")
    hands.press(Key.Key_Down, Key.Key_Up)
    with qtbot.waitSignal(popup.saved) as saved:
        hands.press(Key.Key_Return, modifier=CONTROL)
    assert saved.args
    assert saved.args[2] == {"holder": ("USA",)}


def test_stands_beside_the_passage_inside_the_window(
    popup: FormPopup, material: Material, window: QMainWindow, qtbot: QtBot
) -> None:
    form = _open(popup, material)
    assert not popup.geometry().intersects(BESIDE)
    assert window.rect().contains(popup.geometry())
    low = popup.height()
    form.fold.setChecked(True)
    qtbot.waitUntil(lambda: popup.height() > low)
    window.resize(420, 500)
    qtbot.waitUntil(lambda: window.rect().contains(popup.geometry()))
    assert not popup.geometry().intersects(BESIDE)


def test_nothing_is_placed_while_it_is_shut(popup: FormPopup) -> None:
    before = popup.geometry()
    popup.place()
    assert popup.geometry() == before


def test_opening_again_begins_anew(popup: FormPopup, material: Material, hands: Hands) -> None:
    first = _open(popup, material)
    hands.press(Key.Key_Down, Key.Key_Return)
    second = _open(popup, material, "event")
    assert second is not first
    assert second.values() == {}


def test_a_category_is_added_on_purpose_only(
    popup: FormPopup, material: Material, hands: Hands
) -> None:
    def add(code_list: str, text: str) -> None:
        popup.category_added(code_list, material.add(code_list, text))

    popup.add_category_requested.connect(add)
    form = _open(popup, material)
    form.row("target").focus_field()
    hands.type("海上输油管")
    hands.press(Key.Key_Return)
    assert "target" not in form.values()
    assert "海上输油管" in form.row("target").complaint()
    hands.press(Key.Key_Down, Key.Key_Return)
    assert form.values()["target"] == ("NEW_海上输油管",)


def test_keys_do_not_reach_the_text_behind(
    popup: FormPopup, material: Material, window: QMainWindow, hands: Hands
) -> None:
    form = _open(popup, material)
    form.row("position").focus_field()
    hands.type("x")
    texts = [each.toPlainText() for each in window.findChildren(QPlainTextEdit)]
    assert not any("x" in text for text in texts)


def test_nothing_is_added_while_it_is_shut(popup: FormPopup) -> None:
    popup.category_added("actors", "USA")
    assert popup.form is None


def test_shows_layer_and_quote_in_both_languages(
    popup: FormPopup, material: Material, chinese: None
) -> None:
    _open(popup, material)
    assert popup.accessibleName() == "立场"
    assert popup._beside_title.text() == "Stance"
    assert popup._quote.text() == "“我们反对任何脱钩”"
    QApplication.sendEvent(popup, QEvent(QEvent.Type.LanguageChange))
    assert popup._save.text() == "Save"


def test_a_theme_is_painted(popup: FormPopup, material: Material) -> None:
    popup.set_theme(Theme("dark"))
    _open(popup, material)
    dark = popup.grab().toImage()
    popup.set_theme(Theme("light"))
    assert popup.grab().toImage() != dark


def test_a_scale_keeps_its_line_where_there_is_room(
    popup: FormPopup, material: Material, window: QMainWindow, qtbot: QtBot
) -> None:
    window.resize(1400, 900)
    form = _open(popup, material)
    scale = form.row("position").field
    assert isinstance(scale, Segments)
    qtbot.waitUntil(lambda: scale.width() >= scale.full_width())
    on = [each for each in scale.buttons if each.option.sign]
    assert len(on) == 5
    assert len({each.y() for each in on}) == 1
