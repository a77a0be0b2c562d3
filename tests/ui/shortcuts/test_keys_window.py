"""The sheet of keys and the dialog that changes them, by real key events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet
from tests.ui.test_accessibility import nameless
from workbench.app.commands import GiveKey
from workbench.app.settings import Settings
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.shortcuts.caps import KeyCaps
from workbench.ui.shortcuts.editor import ShortcutEditor
from workbench.ui.shortcuts.sheet import KeySheet
from workbench.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
Change = Callable[[Callable[[ShortcutEditor], Any]], None]


def sheets() -> list[KeySheet]:
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if isinstance(each, KeySheet) and each.isVisible()]


@pytest.fixture
def change(desk: Desk, meet: Meet) -> Change:
    """Give a function that opens the dialog and acts in it."""

    def changing(act: Callable[[ShortcutEditor], Any]) -> None:
        def acting(editor: ShortcutEditor) -> None:
            act(editor)
            editor.reject()

        met = meet(ShortcutEditor, acting)
        desk.context.window.actions_["shortcuts"].trigger()
        assert met

    return changing


def press(
    editor: ShortcutEditor, qtbot: QtBot, action: str, key: Qt.Key, modifier: Any = CTRL
) -> None:
    editor.choose(action)
    editor.stroke.setFocus()
    qtbot.keyClick(editor.stroke, key, modifier)


def test_a_key_opens_the_sheet_and_closes_it(coding: Coding, hands: Hands, qtbot: QtBot) -> None:
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_Question)
    (sheet,) = sheets()
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Go", "Next clause", "In the text", "Stance"} <= texts
    caps = {each.accessibleName() for each in sheet.findChildren(KeyCaps)}
    assert {".", "Ctrl + K", "← / →"} <= caps
    coding.context.window.actions_["sheet"].trigger()
    qtbot.waitUntil(lambda: not sheets())


def test_the_sheet_is_searched_by_word_and_by_key(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    coding.context.window.actions_["sheet"].trigger()
    (sheet,) = sheets()
    sheet.search.setText("next clause")
    assert [each.action for each in sheet.shown] == ["next_clause"]
    sheet.search.setText("ctrl+k")
    assert "find_tag" in [each.action for each in sheet.shown]
    sheet.search.setText("nothing of it")
    assert sheet._nothing.isVisible()
    assert "nothing of it" in sheet._nothing.text()
    sheet.search.clear()
    wide = sheet._columns
    sheet.resize(400, 500)
    assert sheet._columns == 1 < wide
    sheet.close()


def test_the_caps_follow_the_theme(coding: Coding, qtbot: QtBot) -> None:
    caps = KeyCaps(("Ctrl+K", "F3"), Theme("light"))
    qtbot.addWidget(caps)
    caps.resize(caps.minimumSizeHint())
    before = caps.grab().toImage()
    caps.set_theme(Theme("dark"))
    assert caps.grab().toImage() != before


def test_an_action_gets_another_key_at_once(
    coding: Coding, hands: Hands, change: Change, settings: Settings, qtbot: QtBot
) -> None:
    actions = coding.context.window.actions_
    coding.context.window.actions_["sheet"].trigger()
    (sheet,) = sheets()

    def act(editor: ShortcutEditor) -> None:
        press(editor, qtbot, "next_clause", Qt.Key.Key_J)
        assert editor.told.text() == ""
        assert editor.current == "next_clause"
        assert editor.reset.isEnabled()
        item = editor.tree.currentItem()
        assert item is not None
        assert item.text(1) == "Ctrl + J"
        assert "Usual: ." in item.toolTip(1)

    change(act)
    assert actions["next_clause"].shortcut().toString() == "Ctrl+J"
    assert Settings(settings._path).values.shortcuts == {"next_clause": ["Ctrl+J"]}
    assert ("Ctrl+J",) in [each.strokes for each in sheet.shown if each.action == "next_clause"]
    sheet.close()
    coding.context.window.activateWindow()
    pane = coding.panels.pane
    pane.setFocus()
    qtbot.waitUntil(pane._view.hasFocus)
    before = pane.caret()
    hands.press(Qt.Key.Key_Period)
    assert pane.caret() == before
    hands.press(Qt.Key.Key_J, CTRL)
    assert pane.caret() > before


def test_a_changed_key_is_known_after_the_next_step(
    coding: Coding, hands: Hands, change: Change, settings: Settings, qtbot: QtBot
) -> None:
    actions = coding.context.window.actions_
    change(lambda editor: press(editor, qtbot, "next_clause", Qt.Key.Key_J))
    before = actions["undo"].iconText()
    coding.context.window.activateWindow()
    hands.select("美国")
    qtbot.waitUntil(coding.panels.pane._view.hasFocus)
    hands.press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: actions["undo"].iconText() != before)  # the step is named
    assert actions.strokes("next_clause") == ("Ctrl+J",)
    change(lambda editor: press(editor, qtbot, "previous_clause", Qt.Key.Key_H))
    kept = {"next_clause": ["Ctrl+J"], "previous_clause": ["Ctrl+H"]}
    assert Settings(settings._path).values.shortcuts == kept
    assert actions["next_clause"].shortcut().toString() == "Ctrl+J"


def test_a_key_that_is_taken_names_who_has_it(coding: Coding, change: Change, qtbot: QtBot) -> None:
    actions = coding.context.window.actions_

    def act(editor: ShortcutEditor) -> None:
        press(editor, qtbot, "widen", Qt.Key.Key_K)
        assert editor.told.text() == "Ctrl + K is the key of “Find a tag or action”."
        assert actions.strokes("widen") == ("=",)
        qtbot.mouseClick(editor.take, Qt.MouseButton.LeftButton)
        assert actions.strokes("widen") == ("Ctrl+K",)
        assert actions.strokes("find_tag") == ()
        # Its usual key is another one's now: it comes back only if it is taken from there.
        editor.choose("find_tag")
        qtbot.mouseClick(editor.reset, Qt.MouseButton.LeftButton)
        assert "“Widen what is selected”" in editor.told.text()
        qtbot.mouseClick(editor.take, Qt.MouseButton.LeftButton)
        assert actions.strokes("find_tag") == ("Ctrl+K",)
        assert actions.strokes("widen") == ()
        press(editor, qtbot, "widen", Qt.Key.Key_Y)
        assert "“Redo”" in editor.told.text()
        qtbot.mouseClick(editor.take, Qt.MouseButton.LeftButton)
        assert actions.strokes("redo") == ("Ctrl+Shift+Z",)
        qtbot.mouseClick(editor.reset_all, Qt.MouseButton.LeftButton)

    change(act)
    assert actions.strokes("widen") == ("=",)
    assert actions.strokes("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")


def test_the_text_and_the_tags_give_no_key_away(
    coding: Coding, change: Change, qtbot: QtBot
) -> None:
    coding.session.run(GiveKey("actors", "CHN", "7"))

    def act(editor: ShortcutEditor) -> None:
        press(editor, qtbot, "widen", Qt.Key.Key_A)
        assert editor.told.text().endswith("“Select everything”; press another one.")
        assert not editor.take.isVisible()
        press(editor, qtbot, "widen", Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier)
        assert editor.told.text().startswith("7 is the key of “China”")

    change(act)
    assert coding.context.window.actions_.strokes("widen") == ("=",)


def test_an_action_may_have_no_key_and_its_usual_one_again(
    coding: Coding, change: Change, settings: Settings, qtbot: QtBot
) -> None:
    def act(editor: ShortcutEditor) -> None:
        editor.search.setText("next clause")
        assert editor.current == "next_clause"
        qtbot.mouseClick(editor.none, Qt.MouseButton.LeftButton)
        assert settings.values.shortcuts == {"next_clause": []}
        qtbot.mouseClick(editor.reset, Qt.MouseButton.LeftButton)
        assert settings.values.shortcuts == {}
        editor.search.setText("nothing of it")
        assert editor.current == ""
        assert not editor.stroke.isEnabled()
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert editor.isVisible()

    change(act)


def test_both_say_what_each_part_is(coding: Coding, desk: Desk, qtbot: QtBot) -> None:
    coding.context.window.actions_["sheet"].trigger()
    (sheet,) = sheets()
    assert nameless(sheet) == []
    sheet.close()
    editor = ShortcutEditor(
        coding.context.window.actions_, desk.shortcuts._fixed, desk.context.window
    )
    qtbot.addWidget(editor)
    editor.show()
    editor.take.show()
    assert nameless(editor) == []
    editor.stroke.setFocus()
    qtbot.keyClick(editor.stroke, Qt.Key.Key_Tab)  # the field of keys does not keep the keyboard
    assert editor.focusWidget() is editor.none


def test_the_sheet_leads_to_the_dialog(coding: Coding, meet: Meet, qtbot: QtBot) -> None:
    coding.context.window.actions_["sheet"].trigger()
    (sheet,) = sheets()
    met = meet(ShortcutEditor, lambda editor: editor.reject())
    button = next(e for e in sheet.findChildren(QPushButton) if "hange" in e.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert met
    sheet.close()


def test_an_actions_key_is_stronger_than_a_tags(coding: Coding, hands: Hands, desk: Desk) -> None:
    coding.session.run(GiveKey("actors", "CHN", "7"))
    desk.shortcuts._keep({"widen": ["7"]})
    told = coding.context.window.strip.hinted
    assert told == "7 is the key of “Widen what is selected”, so it does not mark “China”."
    hands.settle()
    pane = coding.panels.pane
    pane.setFocus()
    hands.press(Qt.Key.Key_7)
    assert pane.selected_span() is not None
    hands.press(Qt.Key.Key_7)
    assert coding.session.annotations(coding.article or 0) == []
