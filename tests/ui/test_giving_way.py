"""A narrow window: what gives way, how one works in it, and what comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk, has_keyboard
from workbench.app.settings import Settings
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

NARROW = 400, 440


def resize(window: MainWindow, width: int, height: int) -> None:
    """Resize the window, and let the platform's answer come before anything else is done."""
    window.resize(width, height)
    settle()
    assert (window.width(), window.height()) == (width, height)


def settle() -> None:
    """Let what is put off be done, and what it puts off in its turn."""
    for _ in range(4):
        QApplication.processEvents()


def shown(window: MainWindow) -> list[str]:
    return [dock.objectName() for dock in window.docks if dock.isVisible()]


def toggle(window: MainWindow, name: str) -> None:
    """Choose a panel in the menu of panels."""
    dock = next(each for each in window.docks if each.objectName() == name)
    assert dock.toggleViewAction() in window.actions_.menu("panels").actions()
    dock.toggleViewAction().trigger()
    settle()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_cut_off_in_a_narrow_window(
    coding: Coding, hands: Hands, window: MainWindow, language: str
) -> None:
    coding.context.appearance.choose_language(language)
    coding.finding.open()
    window.info.refuse(lambda: "It cannot be done; do this.")
    window.strip.tell_counts({f"A layer with a long name {each}": each for each in range(1, 6)})
    window.strip.tell_coder("a coder with a long name " * 4)
    resize(window, *NARROW)
    centre = window.centralWidget()
    assert centre is not None
    for part in (window.strip, centre, window.below.bar):
        layout = part.layout()
        assert layout is not None
        assert layout.minimumSize().width() <= NARROW[0]
    assert centre.width() == NARROW[0]
    assert window.strip._who.toolTip() == window.strip._who.text()


def test_one_marks_by_key_in_a_narrow_window(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    resize(window, *NARROW)
    span = hands.select("欧洲")
    hands.press(Qt.Key.Key_A)
    assert coding.open.selected is not None
    pane = coding.panels.pane
    assert pane.width() == NARROW[0]
    rect = pane.rect_of_span(span)
    assert pane.rect().contains(rect)


def test_the_form_stands_whole_in_a_narrow_window(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    resize(window, *NARROW)
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    popup = coding.panels.popup
    assert popup.isVisible()
    assert window.rect().contains(popup.geometry())
    form = popup.form
    assert form is not None
    assert form.width() <= popup._scroll.viewport().width()


def test_panels_give_way_in_turn_and_come_back(coding: Coding, window: MainWindow) -> None:
    left, right, _ = window.docks
    widths = left.width(), right.width()
    assert shown(window) == ["articles", "tags", "below"]
    resize(window, 700, 600)
    assert shown(window) == ["tags", "below"]
    resize(window, 500, 600)
    assert shown(window) == ["below"]
    resize(window, *NARROW)
    assert shown(window) == []
    resize(window, 700, 600)
    assert shown(window) == ["tags", "below"]
    resize(window, 1400, 880)
    assert shown(window) == ["articles", "tags", "below"]
    assert (left.width(), right.width()) == widths


def test_panels_that_a_narrower_window_squeezed_get_their_widths_back(
    coding: Coding, window: MainWindow
) -> None:
    resize(window, 1401, 880)  # with all that a project brings
    left, right, _ = window.docks
    widths, before = (left.width(), right.width()), window.state()
    resize(window, 900, 600)
    squeezed = left.width() + right.width()
    assert squeezed < sum(widths)
    assert window.state() == before  # what is remembered is not squeezed
    resize(window, 910, 600)
    assert squeezed < left.width() + right.width() < sum(widths)
    assert window.state() == before
    resize(window, 780, 600)
    resize(window, 820, 600)
    assert shown(window) == ["articles", "tags", "below"]
    resize(window, 1200, 880)
    assert (left.width(), right.width()) == widths


def test_a_state_that_is_remembered_from_a_wide_window_comes_with_the_room(
    coding: Coding, window: MainWindow
) -> None:
    resize(window, 1401, 880)  # with all that a project brings
    left, right, _ = window.docks
    widths, before = (left.width(), right.width()), window.state()
    resize(window, 820, 600)
    window._giving_way.begin()  # another start of the program, in the narrow window
    window.show_desk(before)
    settle()
    assert left.width() < widths[0]
    assert window.state() == before
    resize(window, 1401, 880)
    assert (left.width(), right.width()) == widths
    assert window.state() == before


def test_a_panel_that_was_closed_stays_closed(coding: Coding, window: MainWindow) -> None:
    toggle(window, "articles")
    resize(window, *NARROW)
    resize(window, 1400, 880)
    assert shown(window) == ["tags", "below"]


def test_a_panel_closed_where_it_has_room_in_a_narrower_window_stays_closed(
    coding: Coding, window: MainWindow
) -> None:
    resize(window, 700, 600)
    toggle(window, "tags")
    resize(window, 1400, 880)
    assert "tags" not in shown(window)


def test_what_gave_way_comes_when_it_is_called_and_goes_again(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    resize(window, *NARROW)
    toggle(window, "articles")
    assert shown(window) == ["articles"]
    assert coding.panels.pane.width() >= 100
    window.actions_["find_tag"].trigger()
    settle()
    assert shown(window) == ["tags"]
    assert has_keyboard(coding.panels.tags)
    assert window.docks[1].geometry().right() < NARROW[0]
    toggle(window, "tags")
    assert shown(window) == []
    assert has_keyboard(coding.panels.pane)
    resize(window, 1400, 880)
    assert shown(window) == ["articles", "tags", "below"]


def test_the_keyboard_does_not_stay_in_a_panel_that_gives_way(
    coding: Coding, window: MainWindow
) -> None:
    window.actions_["find_tag"].trigger()
    settle()
    resize(window, *NARROW)
    assert has_keyboard(coding.panels.pane)


def test_what_gave_way_is_remembered_as_it_was(
    open_desk: OpenDesk, project: Path, settings: Settings, qtbot: QtBot
) -> None:
    desk = open_desk(project)
    window = desk.context.window
    left, right, _ = window.docks
    window.resizeDocks([left, right], [240, 350], Qt.Orientation.Horizontal)
    settle()
    resize(window, 1401, 880)
    settle()
    widths = left.width(), right.width()
    before = window.state()
    resize(window, *NARROW)
    assert window.state() == before
    toggle(window, "tags")
    assert window.state() == before
    resize(window, 1401, 880)
    settle()
    assert (left.width(), right.width()) == widths
    resize(window, *NARROW)
    desk.close()
    assert settings.values.state == before
    resize(window, 1400, 880)
    desk.open(project)
    qtbot.waitUntil(lambda: desk.coding is not None)
    settle()
    assert shown(window) == ["articles", "tags", "below"]
    assert (left.width(), right.width()) == widths


def test_what_a_person_closes_in_a_narrow_window_is_remembered(
    coding: Coding, window: MainWindow
) -> None:
    resize(window, 500, 600)
    toggle(window, "below")
    state = window.state()
    assert shown(window) == []
    resize(window, 1400, 880)
    window.reset_panels()
    settle()
    assert shown(window) == ["articles", "tags", "below"]
    window.restoreState(QByteArray.fromBase64(state.encode()), 1)
    settle()
    assert shown(window) == ["articles", "tags"]


def test_a_long_sentence_leaves_room_for_the_article(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    resize(window, *NARROW)
    window.info.refuse(lambda: "It cannot be done, and the reason is a long one. " * 20)
    settle()
    assert coding.panels.pane.height() >= 200
    words = window.info._words
    bar = words.verticalScrollBar()
    assert bar.maximum() > 0
    words.setFocus(Qt.FocusReason.TabFocusReason)
    assert words.hasFocus()
    hands.press(Qt.Key.Key_Down, widget=words)
    assert bar.value() > 0
    window.info.refuse(lambda: "A short one.")
    settle()
    assert bar.maximum() == 0
    assert words.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_article_has_its_room_again_once_the_finder_is_left(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    resize(window, *NARROW)
    pane = coding.panels.pane
    hands.select("欧洲")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        pane.setFocus()
        hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert shown(window) == ["tags"]
        hands.type("eu")
        hands.press(key)
        if key is Qt.Key.Key_Escape:
            hands.press(key)  # the first takes back what was typed
        settle()
        assert has_keyboard(pane)
        assert shown(window) == []
        assert pane.width() == NARROW[0]
    assert coding.open.selected is not None
    resize(window, 1400, 880)
    assert shown(window) == ["articles", "tags", "below"]


def test_a_panel_that_has_room_stays_when_the_article_has_the_keyboard(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    resize(window, 700, 600)
    toggle(window, "tags")
    toggle(window, "tags")
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    coding.panels.pane.setFocus()
    settle()
    assert "tags" in shown(window)
