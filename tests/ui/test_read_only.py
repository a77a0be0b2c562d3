"""A window that only reads offers nothing that it would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from workbench.app.commands import MarkSpan
from workbench.app.session import open_session
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SENTENCE = "open read-only"


@pytest.fixture
def coding(open_desk: OpenDesk, project: Path, qtbot: QtBot) -> Coding:
    """Open a project with one annotation, to be read only."""
    session = open_session(project, "甲", cache=project.parent)
    session.run(MarkSpan(session.articles()[0].id, "claim", 0, 9))
    session.close()
    desk = open_desk()
    desk.open(project, read_only=True)
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    return desk.coding


@pytest.fixture
def window(coding: Coding) -> MainWindow:
    """Give its window."""
    return coding.context.window


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_S])
def test_a_marking_key_is_answered_at_once(
    coding: Coding, hands: Hands, window: MainWindow, key: Qt.Key
) -> None:
    hands.select("美国" if "美国" in hands.text else hands.text[:2])
    hands.press(key)
    assert SENTENCE in window.info.sentence
    assert coding.panels.popup.form is None
    assert QApplication.focusWidget() is coding.panels.pane.focusProxy()


def test_a_tag_is_answered_at_once(coding: Coding, hands: Hands, window: MainWindow) -> None:
    coding.panels.tags.tree.tag_chosen.emit("actor", "USA")
    assert SENTENCE in window.info.sentence
    window.info.hide()
    coding.panels.tags.buttons[0].click()
    assert SENTENCE in window.info.sentence
    window.info.hide()
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)  # actions are found there too
    hands.type("usa")
    hands.press(Qt.Key.Key_Return)
    assert SENTENCE in window.info.sentence


def test_the_editor_takes_nothing(coding: Coding, hands: Hands) -> None:
    assert coding.article is not None
    coding.select(coding.session.annotations(coding.article)[0].id)
    coding.open.edit()
    form = coding.panels.editor.form
    assert form is not None
    form.memo.edit.setFocus()
    hands.type("lost")
    assert form.memo.memo() == ""
    assert not any(row.field.isEnabled() for row in form.rows)
    assert not form.certainty.isEnabled()
    assert not coding.panels.editor._delete.isEnabled()


def test_what_changes_something_is_not_offered(coding: Coding, window: MainWindow) -> None:
    assert coding.article is not None
    coding.select(coding.session.annotations(coding.article)[0].id)
    changing = ("import", "undo", "redo", "delete", "retag", "status", "status_done", "details")
    assert [key for key in changing if window.actions_[key].isEnabled()] == []
    assert window.actions_["export"].isEnabled()


def test_a_border_stays_where_it_is(coding: Coding, window: MainWindow) -> None:
    assert coding.article is not None
    (mark,) = coding.session.annotations(coding.article)
    coding.panels.pane.border_moved.emit(mark.id, 0, 4)
    assert SENTENCE in window.info.sentence
    assert coding.session.annotations(coding.article) == [mark]
