from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.ui.tags.fields import certainty_field, is_short_scale, make_field
from workbench.ui.tags.segments import Option, Segments
from workbench.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def position(material: Material, theme: Theme, show: Callable[[QWidget], QMainWindow]) -> Segments:
    layer = material.codebook.layer("stance")
    field = make_field(material, layer, layer.variable("position"), theme)
    assert isinstance(field, Segments)
    show(field)
    field.setFocus()
    return field


def test_a_digit_chooses(position: Segments, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(position.committed):
        hands.press(Key.Key_2)
    assert position.values() == ("n1",)
    hands.press(Key.Key_9)
    assert position.values() == ("n1",)


def test_arrows_go_round(position: Segments, hands: Hands) -> None:
    hands.press(Key.Key_Right)
    assert position.values() == ("n2",)
    hands.press(Key.Key_Left)
    assert position.values() == ("none",)
    hands.press(Key.Key_Down, Key.Key_Up, Key.Key_Up)
    assert position.values() == ("divided",)


def test_left_begins_at_the_end(position: Segments, hands: Hands) -> None:
    hands.press(Key.Key_Left)
    assert position.values() == ("none",)


def test_a_click_chooses_and_another_takes_it_back(
    position: Segments, hands: Hands, qtbot: QtBot
) -> None:
    hands.click(position.buttons[4])
    assert position.values() == ("p2",)
    with qtbot.waitSignal(position.committed):
        hands.click(position.buttons[4])
    assert position.values() == ()


def test_backspace_takes_back(position: Segments, hands: Hands) -> None:
    hands.press(Key.Key_1, Key.Key_Backspace)
    assert position.values() == ()


def test_enter_goes_on(position: Segments, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(position.finished):
        hands.press(Key.Key_Return)


def test_the_same_choice_is_told_once(position: Segments, hands: Hands, qtbot: QtBot) -> None:
    hands.press(Key.Key_1)
    with qtbot.assertNotEmitted(position.committed):
        hands.press(Key.Key_1)


def test_other_keys_are_let_through(position: Segments, hands: Hands) -> None:
    hands.press(Key.Key_X)
    hands.press(Key.Key_1, modifier=Qt.KeyboardModifier.ControlModifier)
    assert position.values() == ()


def test_scores_show_their_sign(position: Segments) -> None:
    signs = [each.option.sign for each in position.buttons]
    assert signs == ["−2", "−1", "0", "+1", "+2", "", "", ""]
    assert position.buttons[0].accessibleName() == "strongly against −2"


def test_what_lies_off_the_scale_stands_below_it(position: Segments) -> None:
    scale, off = position.buttons[:5], position.buttons[5:]
    assert max(each.y() for each in scale) < min(each.y() for each in off)


def test_labels_change_with_the_language(position: Segments, chinese: None) -> None:
    QApplication.sendEvent(position, QEvent(QEvent.Type.LanguageChange))
    assert position.buttons[0].text() == "强烈反对"


def test_a_theme_is_painted(position: Segments) -> None:
    position.set_values(("n2",))
    light = position.grab().toImage()
    position.set_theme(Theme("dark"))
    assert position.grab().toImage() != light


def test_certainty_is_always_something(
    theme: Theme, show: Callable[[QWidget], QMainWindow], hands: Hands
) -> None:
    field = certainty_field(theme)
    show(field)
    field.set_values(("sure",))
    hands.click(field.buttons[0])
    hands.press(Key.Key_Backspace)
    assert field.values() == ("sure",)
    hands.press(Key.Key_2)
    assert field.values() == ("unsure",)


def test_no_buttons_no_choice(
    theme: Theme, show: Callable[[QWidget], QMainWindow], hands: Hands
) -> None:
    options: list[Option] = []
    field = Segments(lambda: options, theme)
    show(field)
    field.setFocus()
    hands.press(Key.Key_Right, Key.Key_1)
    assert field.values() == ()


@pytest.mark.parametrize(
    ("layer", "variable", "short"),
    [
        ("stance", "position", True),
        ("stance", "voice", True),
        ("concept", "use", True),
        ("claim", "answer", True),
        ("claim", "likelihood", False),
        ("claim", "question", False),
        ("stance", "target", False),
        ("event", "participants", False),
        ("stance", "share", False),
    ],
)
def test_short_closed_lists_are_buttons(
    material: Material, layer: str, variable: str, short: bool
) -> None:
    asked = material.codebook.layer(layer).variable(variable)
    assert is_short_scale(material.codebook, asked) == short
