"""The whole window by the keyboard, without Tab through each field."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import Hands, has_keyboard
from workbench.app.commands import MarkSpan
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_key_goes_through_the_parts_that_are_seen_and_back(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    panels = coding.panels
    panels.pane.setFocus()
    for part in (panels.tags, panels.below, panels.articles, panels.pane):
        hands.press(Qt.Key.Key_F6, CTRL)
        assert has_keyboard(part)
    window.docks[1].hide()
    for part in (panels.articles, panels.below, panels.pane):
        hands.press(Qt.Key.Key_F6, CTRL | SHIFT)
        assert has_keyboard(part)


def test_the_form_is_a_part_while_there_is_one(coding: Coding, hands: Hands) -> None:
    assert coding.article is not None
    coding.select(coding.session.run(MarkSpan(coding.article, "event", 0, 9)))
    coding.panels.pane.setFocus()
    hands.settle()
    hands.press(Qt.Key.Key_F6, CTRL)
    hands.press(Qt.Key.Key_F6, CTRL)
    assert has_keyboard(coding.panels.editor)


def test_from_elsewhere_one_comes_to_the_text(coding: Coding, hands: Hands) -> None:
    hands.press(Qt.Key.Key_F, CTRL)
    assert has_keyboard(coding.finding.bar)
    hands.press(Qt.Key.Key_F6, CTRL)
    assert has_keyboard(coding.panels.pane)


def test_a_key_goes_through_the_tables(coding: Coding, hands: Hands) -> None:
    below = coding.panels.below
    coding.panels.pane.setFocus()
    tabs = below.bar.tabs
    seen = [n for n in range(tabs.count()) if tabs.isTabVisible(n)]
    for n in (*seen[1:], seen[0]):
        hands.press(Qt.Key.Key_PageDown, CTRL)
        assert below.currentIndex() == tabs.currentIndex() == n
        assert has_keyboard(coding.panels.pane)
    hands.press(Qt.Key.Key_PageUp, CTRL)
    assert below.currentIndex() == seen[-1]
    below.show_page(below.statements)
    below.take_keyboard()
    assert has_keyboard(below.statements._table)


def test_escape_goes_back_to_the_text(coding: Coding, hands: Hands) -> None:
    panels = coding.panels
    for take in (panels.below.take_keyboard, panels.articles.setFocus):
        take()
        assert not has_keyboard(panels.pane)
        hands.press(Qt.Key.Key_Escape)
        assert has_keyboard(panels.pane)
