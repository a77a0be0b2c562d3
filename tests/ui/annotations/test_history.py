"""Going to any point of the history, by one click, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from workbench.app.commands import MarkSpan, SetMemo, SetValues
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow


@pytest.fixture
def marks(coding: Coding, window: MainWindow) -> list[int]:
    """Make three marks and look at the history."""
    article = coding.article or 0
    ids = [
        coding.session.run(MarkSpan(article, "actor", at, at + 2, {"actor": "USA"}))
        for at in (0, 4, 8)
    ]
    window.below.show_page(window.below.history)
    return ids


def there(coding: Coding) -> list[int]:
    return [each.id for each in coding.session.annotations(coding.article or 0)]


def state(window: MainWindow, row: int) -> str:
    return window.below.history._table.model().index(row, 3).data()


def test_one_click_goes_back_and_another_forth(
    coding: Coding, window: MainWindow, marks: list[int], hands: Hands, qtbot: QtBot
) -> None:
    history = window.below.history
    hands.settle()
    assert not history.way.isEnabled()
    history._table.selectRow(2)
    assert history.way.text() == "Go back to after this step (takes back: 2)"
    qtbot.mouseClick(history.way, Qt.MouseButton.LeftButton)
    hands.settle()
    assert there(coding) == marks[:1]
    assert [state(window, row) for row in range(3)] == ["undone", "undone", "◂ you are here"]
    assert window.below.history.point is not None
    assert not history.way.isEnabled()
    assert window.info._sentence.text().startswith("Steps taken back: 2.")
    qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
    hands.settle()
    assert there(coding) == marks
    assert window.info._button.text() == "Take them back"
    qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
    hands.settle()
    assert there(coding) == marks[:1]
    history._table.selectRow(1)
    assert history.way.text() == "Go forward to after this step (repeats: 1)"
    window.actions_["travel"].trigger()
    assert there(coding) == marks[:2]
    window.grab()


def test_a_point_is_gone_to_after_opening_again(
    open_desk: OpenDesk, coding: Coding, marks: list[int], project: Path, hands: Hands
) -> None:
    hands.settle()
    coding.context.window.close()
    desk = open_desk(project)
    window = desk.context.window
    window.below.show_page(window.below.history)
    window.below.history._table.selectRow(1)
    window.actions_["travel"].trigger()
    assert desk.coding is not None
    assert there(desk.coding) == marks[:2]


def test_what_stands_in_the_way_is_named(
    coding: Coding, window: MainWindow, marks: list[int], hands: Hands
) -> None:
    session = coding.session
    session.run(SetValues(marks[0], {"actor": "CHN"}))
    session.skip_undo()  # a step that stays: what it changed cannot be taken back beneath it
    session.run(SetMemo(marks[2], "想"))
    hands.settle()
    window.below.history._table.selectRow(window.below.history._table.model().rowCount() - 1)
    window.actions_["travel"].trigger()
    told = window.info._sentence.text()
    assert told.startswith("The step “mark: ")
    assert "stands in the way" in told
    assert there(coding) == marks


def test_an_open_form_is_ended_first(
    coding: Coding, window: MainWindow, marks: list[int], hands: Hands
) -> None:
    other = coding.session.articles()[1].id
    coding.show_article(other)
    hands.settle()
    hands.select(hands.text[4:8])
    hands.press(Qt.Key.Key_S)
    window.below.history._table.selectRow(2)
    window.actions_["travel"].trigger()
    assert window.info._sentence.text() == "Save or cancel the form first."
    assert len(coding.session.annotations(coding.session.articles()[0].id)) == 3
