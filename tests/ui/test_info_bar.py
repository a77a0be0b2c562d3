from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.ui.info_bar import InfoBar
from workbench.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, light: Theme) -> InfoBar:
    bar = InfoBar(light)
    qtbot.addWidget(bar)
    return bar


def test_it_is_hidden_until_something_is_said(bar: InfoBar) -> None:
    assert bar.isHidden()
    assert bar.sentence == ""


def test_a_refusal_shows_until_it_is_closed(bar: InfoBar, qtbot: QtBot) -> None:
    bar.refuse("It cannot be done; do this.")
    assert bar.sentence == "It cannot be done; do this."
    assert bar.accessibleName() == bar.sentence
    assert not bar._button.isVisibleTo(bar)
    qtbot.keyClick(bar, Qt.Key.Key_A)
    assert not bar.isHidden()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_result_has_a_button_for_what_follows(bar: InfoBar, qtbot: QtBot) -> None:
    followed: list[str] = []
    bar.tell("Done.", "Open", lambda: followed.append("opened"))
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert followed == ["opened"]


def test_what_may_be_done_is_offered_beside_the_refusal(bar: InfoBar, qtbot: QtBot) -> None:
    followed: list[str] = []
    bar.refuse("It is open elsewhere.")
    bar.offer("Open read-only", lambda: followed.append("read-only"))
    assert bar.sentence == "It is open elsewhere."
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert followed == ["read-only"]
    bar.refuse("Another one.")
    assert bar._button.isHidden()
    bar._on_button()
    assert followed == ["read-only"]


def test_it_takes_the_colours_of_a_theme(bar: InfoBar) -> None:
    bar.refuse("Something.")
    before = bar.palette().window().color()
    bar.set_theme(Theme("dark"))
    assert bar.palette().window().color() != before


def test_rich_text_is_no_markup(bar: InfoBar) -> None:
    bar.refuse("<b>a.txt</b>")
    assert bar._sentence.textFormat() is Qt.TextFormat.PlainText
