"""What is told of a step, as long as that step stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.app.commands import AddCategory, MarkSpan
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_import_cannot_be_offered_again_once_something_else_is_done(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.press(Qt.Key.Key_Z, CTRL)
    assert "redo brings them back" in window.info.sentence
    coding.session.run(AddCategory("actors", coding.session.new_category("actors", "测试国", "")))
    hands.settle()
    assert window.info.sentence == ""


def test_a_refusal_goes_with_the_step_that_succeeds(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    coding.session.run(MarkSpan(coding.article or 0, "actor", 0, 2, {"actor": "USA"}))
    hands.settle()
    window.info.refuse(lambda: "Save or cancel the form first.")
    hands.press(Qt.Key.Key_Z, CTRL)
    assert window.info.sentence == ""


def test_what_is_told_is_told_anew_in_another_language(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    hands.press(Qt.Key.Key_Z, CTRL)
    coding.context.appearance.choose_language("zh_CN")
    hands.settle()
    assert window.info.sentence.startswith("已撤销：导入 4 篇文章")
    assert window.info._button.text() == "重做导入"
    qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
    assert len(coding.session.articles()) == 4
    assert window.info.sentence == ""


def test_a_refusal_is_told_anew_in_another_language(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    coding.context.attempt(lambda: coding.session.article(987))
    english = window.info.sentence
    coding.context.appearance.choose_language("zh_CN")
    hands.settle()
    assert english.isascii()
    assert not window.info.sentence.isascii()


def test_nothing_is_told_of_a_project_that_is_closed(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.press(Qt.Key.Key_Z, CTRL)
    assert window.info.sentence
    window.actions_["close"].trigger()
    assert window.info.sentence == ""
