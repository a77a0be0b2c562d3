"""Actions are found where tags are, and done once the keyboard is back in the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.domain.article import Status
from workbench.ui.appearance import Appearance
from workbench.ui.coding import Coding
from workbench.ui.tags.choices import Choice

CTRL = Qt.KeyboardModifier.ControlModifier


def rows(coding: Coding) -> list[Choice]:
    return list(coding.panels.tags.results.rows._rows)


def test_an_action_is_found_and_done(coding: Coding, hands: Hands, qtbot: QtBot) -> None:
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("next sentence")
    first = rows(coding)[0]
    assert (first.value, first.acts, first.note) == (("", "next_sentence"), True, "Go  ]")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: coding.panels.pane.caret() > 0)
    assert coding.panels.pane._view.hasFocus()
    assert coding.panels.tags.finder.text() == ""


def test_tags_come_first_and_what_is_impossible_not_at_all(coding: Coding, hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, CTRL)
    hands.type("del")
    assert "delete" not in {each.value[1] for each in rows(coding) if each.acts}  # type: ignore[index]
    coding.panels.tags.finder.edit.setText("export")
    kinds = [(bool(each.adds), each.acts) for each in rows(coding)]
    assert kinds == sorted(kinds)
    assert (False, True) in kinds
    coding.panels.tags.start_finding("actor")
    hands.type("export")
    assert not any(each.acts for each in rows(coding))


def test_the_finder_comes_back_with_its_panel(coding: Coding, hands: Hands) -> None:
    _, tags, _ = coding.context.window.docks
    tags.close()
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_K, CTRL)
    assert tags.isVisible()
    assert coding.panels.tags.finder.edit.hasFocus()


def test_actions_are_found_in_chinese_and_by_pinyin(
    coding: Coding, appearance: Appearance, hands: Hands, qtbot: QtBot
) -> None:
    appearance.choose_language("zh_CN")
    finder = coding.panels.tags.finder.edit
    finder.setText("完成")
    assert ("", f"status_{Status.DONE}") in [each.value for each in rows(coding)]
    coding.session.finder.prepare()

    def found() -> bool:
        finder.setText("")
        finder.setText("xyfj")  # the initials of the next clause
        return ("", "next_clause") in [each.value for each in rows(coding)]

    qtbot.waitUntil(found)
