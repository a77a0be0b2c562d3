from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar, QToolBar
from pytestqt.qtbot import QtBot

from workbench.domain.article import Status
from workbench.ui.actions import Actions, Need
from workbench.ui.theme import Theme


@pytest.fixture
def host(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(light: Theme, host: QMainWindow) -> Actions:
    actions = Actions(light, host)
    actions.fill_bar(host.menuBar())
    return actions


def test_every_row_is_in_a_menu(actions: Actions) -> None:
    for row in actions.rows():
        assert actions[row.key] in actions.menu(row.menu).actions()
        assert actions[row.key].text()


def test_no_two_rows_are_one_action(actions: Actions) -> None:
    assert len({row.key for row in actions.rows()}) == len(actions.rows())


@pytest.mark.parametrize("editor", [False, True])
def test_no_two_actions_of_a_window_share_a_key(actions: Actions, editor: bool) -> None:
    shared = ("undo", "redo")  # both windows have them, and the menu of the codebook
    rows = [
        row
        for row in actions.rows()
        if row.editor is editor or row.key in shared or row.menu == "codebook"
    ]
    keys = Counter(QKeySequence(key).toString() for row in rows for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_actions_of_a_menu_share_a_mnemonic(actions: Actions) -> None:
    letters = Counter(
        (row.menu, row.text[row.text.index("&") + 1].casefold())
        for row in actions.rows()
        if "&" in row.text
    )
    assert [each for each, count in letters.items() if count > 1] == []


def test_no_two_menus_of_the_editor_share_a_mnemonic(actions: Actions) -> None:
    bar = QMenuBar()
    actions.fill_editor_bar(bar)
    titles = [each.text() for each in bar.actions()]
    letters = {title[title.index("&") + 1].casefold() for title in titles}
    assert len(letters) == len(titles) == 3


def test_an_action_is_possible_exactly_when_its_needs_are_met(actions: Actions) -> None:
    for row in actions.rows():
        assert actions[row.key].isEnabled() == (not row.needs)
    actions.set_there(Need)
    assert all(actions[row.key].isEnabled() for row in actions.rows())
    actions.set_there([Need.PROJECT])
    assert actions["export"].isEnabled()
    assert not actions["import"].isEnabled()


def test_steps_are_named_and_lose_no_ampersand(actions: Actions) -> None:
    actions.set_steps("mark: A&B", "")
    assert actions["undo"].text() == "&Undo mark: A&&B"
    assert actions["undo"].toolTip() == "Undo mark: A&B (Ctrl+Z)"
    assert actions["redo"].text() == "&Redo"


def test_buttons_do_without_mnemonics(actions: Actions) -> None:
    assert actions["import"].iconText() == "Import articles"
    assert actions["import"].toolTip() == "Import articles (Ctrl+I)"


def test_the_status_is_told_by_word_and_check(actions: Actions) -> None:
    actions.set_status(Status.IN_DOUBT)
    assert actions["status"].text() == "&Status: in doubt"
    assert actions["status_in_doubt"].isChecked()
    actions.set_status(Status.DONE)
    assert not actions["status_in_doubt"].isChecked()


def test_the_tool_bar_has_the_daily_actions(actions: Actions) -> None:
    bar = QToolBar()
    actions.fill_tools(bar)
    there = [action.objectName() for action in bar.actions() if not action.isSeparator()]
    assert there == [
        "import",
        "undo",
        "redo",
        "find_tag",
        "suggestions",
        "layers",
        "status",
        "export",
        "theme",
    ]
    assert all(bar.actions()[i].icon().availableSizes() for i in (0, 2, 3))


def test_icons_follow_the_theme(actions: Actions) -> None:
    before = actions["undo"].icon().pixmap(20, 20).toImage()
    actions.set_theme(Theme("dark"))
    assert actions["undo"].icon().pixmap(20, 20).toImage() != before
