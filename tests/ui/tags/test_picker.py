from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.ui.tags.picker import CategoryPicker, LinkPicker
from workbench.ui.theme import Theme

Show = Callable[[QWidget], QMainWindow]
Key = Qt.Key


@pytest.fixture
def picker(material: Material, theme: Theme, show: Show) -> CategoryPicker:
    return _picker(material, theme, show, "holder")


@pytest.fixture
def several(material: Material, theme: Theme, show: Show) -> CategoryPicker:
    return _picker(material, theme, show, "source")


def _picker(material: Material, theme: Theme, show: Show, variable: str) -> CategoryPicker:
    layer = material.codebook.layer("stance")
    picker = CategoryPicker(material, layer, layer.variable(variable), theme)
    picker.set_passage(material.passage("德国外长说"), None)
    show(picker)
    return picker


def _begin(picker: CategoryPicker) -> None:
    picker.setFocus(Qt.FocusReason.TabFocusReason)


def test_suggests_before_anything_is_typed(picker: CategoryPicker, hands: Hands) -> None:
    _begin(picker)
    assert picker.list_is_open()
    assert picker.current() is None
    hands.press(Key.Key_Down, Key.Key_Return)
    assert picker.values() == ("DEU",)


def test_enter_takes_the_first_hit_and_goes_on(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    _begin(picker)
    hands.type("mg")
    with qtbot.waitSignals([picker.committed, picker.finished]):
        hands.press(Key.Key_Return)
    assert picker.values() == ("USA",)
    assert picker.edit.text() == ""
    assert not picker.list_is_open()


def test_chinese_comes_from_an_input_method(picker: CategoryPicker, hands: Hands) -> None:
    _begin(picker)
    hands.type("白宫")
    hands.press(Key.Key_Return)
    assert picker.values() == ("USA",)


def test_enter_on_nothing_goes_on_without_a_value(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    _begin(picker)
    with qtbot.waitSignal(picker.finished), qtbot.assertNotEmitted(picker.committed):
        hands.press(Key.Key_Return)
    assert picker.values() == ()


def test_tab_takes_what_was_found(picker: CategoryPicker, hands: Hands, qtbot: QtBot) -> None:
    _begin(picker)
    hands.type("mg")
    hands.press(Key.Key_Tab)
    assert picker.values() == ("USA",)
    assert not picker.edit.hasFocus()


def test_a_single_value_is_replaced(picker: CategoryPicker, hands: Hands) -> None:
    picker.set_values(("JPN",))
    _begin(picker)
    assert not picker.list_is_open()
    hands.type("mg")
    hands.press(Key.Key_Return)
    assert picker.values() == ("USA",)


def test_arrows_move_through_the_list(picker: CategoryPicker, hands: Hands) -> None:
    _begin(picker)
    hands.press(Key.Key_Escape)
    assert not picker.list_is_open()
    hands.press(Key.Key_Down)
    assert picker.list_is_open()
    hands.press(Key.Key_PageDown, Key.Key_PageUp, Key.Key_Down, Key.Key_Up)
    first = picker.current()
    assert first is not None
    assert first.value == "DEU"
    assert picker.edit.accessibleDescription() == "Germany"


def test_escape_clears_the_list_and_the_text_before_it_is_let_through(
    picker: CategoryPicker, hands: Hands
) -> None:
    _begin(picker)
    hands.type("mg")
    hands.press(Key.Key_Escape)
    assert picker.edit.text() == ""
    assert not picker.list_is_open()


def test_backspace_takes_the_last_value_back(
    several: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    several.set_values(("USA", "JPN"))
    _begin(several)
    with qtbot.waitSignal(several.committed):
        hands.press(Key.Key_Backspace)
    assert several.values() == ("USA",)


def test_several_values_keep_their_order(several: CategoryPicker, hands: Hands) -> None:
    _begin(several)
    for text in ("japan,", "mg,"):
        hands.type(text)
    assert several.values() == ("JPN", "USA")
    assert several.edit.hasFocus()


def test_the_same_value_again_comes_last(several: CategoryPicker) -> None:
    several.set_values(("USA", "JPN"))
    several.take("USA")
    assert several.values() == ("JPN", "USA")


def test_a_cross_removes_a_value(several: CategoryPicker, hands: Hands, qtbot: QtBot) -> None:
    several.set_values(("USA", "JPN"))
    chip = several._chips[0]
    with qtbot.waitSignal(several.committed):
        hands.click(chip, QPoint(chip.width() - 8, chip.height() // 2))
    assert several.values() == ("JPN",)
    assert not several.list_is_open()


def test_a_click_on_a_chip_removes_nothing(several: CategoryPicker, hands: Hands) -> None:
    several.set_values(("USA",))
    hands.click(several._chips[0], QPoint(4, 4))
    assert several.values() == ("USA",)


def test_a_click_opens_the_list_and_another_chooses(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    hands.click(picker, QPoint(4, picker.height() - 3))
    view = picker._list.view if picker._list else None
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    hands.click(view.viewport(), view.visualRect(view.rows.index(0)).center())
    assert picker.values() == ("DEU",)


def test_what_fits_nothing_can_be_added_on_purpose(
    picker: CategoryPicker, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    def add(text: str) -> None:
        picker.take(material.add("actors", text, can_hold=True))

    picker.add_requested.connect(add)
    _begin(picker)
    hands.type("海上理事会")
    assert picker.list_is_open()
    assert picker.current() is None
    with qtbot.assertNotEmitted(picker.add_requested):
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Down)
    choice = picker.current()
    assert choice is not None
    assert choice.adds == "海上理事会"
    with qtbot.waitSignal(picker.finished):
        hands.press(Key.Key_Return)
    assert picker.values() == ("NEW_海上理事会",)


def test_mistyped_pinyin_does_not_become_a_category(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    _begin(picker)
    hands.type("mgg")
    with qtbot.assertNotEmitted(picker.add_requested):
        hands.press(Key.Key_Return)
    with qtbot.waitSignal(picker.add_requested) as asked:
        hands.press(Key.Key_Up, Key.Key_Down, Key.Key_Return)
    assert asked.args == ["mgg"]


def test_the_text_stays_when_nothing_was_added(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    _begin(picker)
    hands.type("nobody")
    with qtbot.assertNotEmitted(picker.finished):
        hands.press(Key.Key_Return)
    assert picker.edit.text() == "nobody"


def test_complains_when_left_with_text(picker: CategoryPicker, hands: Hands, qtbot: QtBot) -> None:
    _begin(picker)
    hands.type("nobody")
    with qtbot.waitSignal(picker.complained) as told:
        hands.press(Key.Key_Tab)
    assert told.args
    assert "“nobody” is not in the list" in told.args[0]
    assert picker.edit.text() == "nobody"
    assert not picker.commit()
    _begin(picker)
    assert not picker.list_is_open(), "the list would cover what is said to be wrong"


def test_enter_complains_while_the_list_is_shut(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    _begin(picker)
    hands.type("nobody")
    picker.close_list()
    with qtbot.assertNotEmitted(picker.finished), qtbot.waitSignal(picker.complained):
        hands.press(Key.Key_Return)


def test_the_list_stands_inside_the_window_and_follows(
    picker: CategoryPicker, hands: Hands, qtbot: QtBot
) -> None:
    _begin(picker)
    hanging = picker._list
    assert hanging is not None
    window = picker.window()
    assert window.rect().contains(hanging.geometry())
    before = hanging.geometry()
    window.resize(500, 420)
    qtbot.waitUntil(lambda: hanging.geometry() != before)
    assert window.rect().contains(hanging.geometry())
    picker.hide()
    assert not hanging.isVisible()


def test_a_list_without_rows_is_not_shown(picker: CategoryPicker, material: Material) -> None:
    picker.set_values(tuple(each.key for each in material.codebook.code_list("actors").categories))
    picker.open_list()
    assert not picker.list_is_open()


def test_chosen_values_speak_the_new_language(several: CategoryPicker, chinese: None) -> None:
    several.set_values(("USA",))
    QApplication.sendEvent(several, QEvent(QEvent.Type.LanguageChange))
    assert several._chips[0].choice.label == "美国"


def test_a_theme_reaches_chips_and_list(several: CategoryPicker) -> None:
    several.set_values(("USA",))
    several.open_list()
    light = several.grab().toImage()
    several.set_theme(Theme("dark"))
    assert several.grab().toImage() != light


def test_links_are_picked_like_categories(
    material: Material, theme: Theme, show: Show, hands: Hands
) -> None:
    material.mark("claim", "日本表示欢迎")
    claim = material.mark("claim", "韩国则保持沉默")
    layer = material.codebook.layer("claim")
    picker = LinkPicker(material, layer, layer.variable("reasons_for"), theme)
    show(picker)
    picker.set_passage(material.passage("韩国则保持沉默"), claim.id)
    picker.setFocus()
    hands.type("日本")
    hands.press(Key.Key_Return)
    assert picker.values() == (1,)


def test_a_whole_quote_names_the_annotation(
    material: Material, theme: Theme, show: Show, hands: Hands
) -> None:
    mark = material.mark("claim", "日本表示欢迎")
    layer = material.codebook.layer("claim")
    picker = LinkPicker(material, layer, layer.variable("reasons_for"), theme)
    show(picker)
    picker.set_passage(material.passage("韩国则保持沉默"), None)
    picker.setFocus()
    hands.type("日本")
    assert not picker.commit()
    hands.type("表示欢迎")
    assert picker.commit()
    assert picker.values() == (mark.id,)
