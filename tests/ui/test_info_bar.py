from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
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
    bar.refuse(lambda: "It cannot be done; do this.")
    assert bar.sentence == "It cannot be done; do this."
    assert bar.accessibleName() == bar.sentence
    assert not bar._button.isVisibleTo(bar)
    qtbot.keyClick(bar, Qt.Key.Key_A)
    assert not bar.isHidden()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_result_has_a_button_for_what_follows(bar: InfoBar, qtbot: QtBot) -> None:
    followed: list[str] = []
    bar.tell(lambda: "Done.", lambda: "Open", lambda: followed.append("opened"))
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert followed == ["opened"]


def test_what_may_be_done_is_offered_beside_the_refusal(bar: InfoBar, qtbot: QtBot) -> None:
    followed: list[str] = []
    bar.refuse(lambda: "It is open elsewhere.")
    bar.offer(lambda: "Open read-only", lambda: followed.append("read-only"))
    assert bar.sentence == "It is open elsewhere."
    qtbot.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert followed == ["read-only"]
    bar.refuse(lambda: "Another one.")
    assert bar._button.isHidden()
    bar._on_button()
    assert followed == ["read-only"]


def test_it_takes_the_colours_of_a_theme(bar: InfoBar) -> None:
    bar.refuse(lambda: "Something.")
    before = bar.palette().window().color()
    bar.set_theme(Theme("dark"))
    assert bar.palette().window().color() != before


def test_rich_text_is_no_markup(bar: InfoBar) -> None:
    bar.refuse(lambda: "<b>a.txt</b>")
    assert bar._sentence.textFormat() is Qt.TextFormat.PlainText


def test_what_is_told_follows_the_language(bar: InfoBar) -> None:
    words = ["Done.", "Open"]
    bar.tell(lambda: words[0], lambda: words[1])
    words[:] = "好了。", "打开"
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert (bar.sentence, bar._button.text()) == ("好了。", "打开")
    assert (bar.accessibleName(), bar._button.accessibleName()) == ("好了。", "打开")


def test_what_was_closed_is_not_told_anew(bar: InfoBar) -> None:
    told: list[str] = []
    bar.tell(lambda: told.append("told") or "Done.")
    bar.hide()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert told == ["told"]


def test_a_notice_goes_when_it_holds_no_more(bar: InfoBar) -> None:
    there = [True]
    bar.tell(lambda: "It is there.", holds=lambda: there[0])
    bar.look_again()
    assert bar.sentence == "It is there."
    there[0] = False
    bar.look_again()
    assert bar.sentence == ""


def test_a_step_lets_refusals_go_and_results_stay(bar: InfoBar) -> None:
    bar.tell(lambda: "The dataset is there.")
    bar.go_on()
    assert bar.sentence == "The dataset is there."
    bar.refuse(lambda: "Not saved.", holds=lambda: True)
    bar.go_on()
    assert bar.sentence == "Not saved."
    bar.refuse(lambda: "Save the form first.")
    bar.look_again()
    assert bar.sentence == "Save the form first."
    bar.go_on()
    assert bar.sentence == ""
