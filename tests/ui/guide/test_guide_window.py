"""Reading the codebook: by mouse, by keyboard, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.tags.material import Material
from workbench.app.places import BOOK, place_of_category, place_of_layer, place_of_list
from workbench.ui.guide.window import GuideWindow
from workbench.ui.theme import Theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier
HEDGE = place_of_category("concepts", "C_HEDGE")


@pytest.fixture
def material() -> Material:
    return Material()


@pytest.fixture
def window(qtbot: QtBot, material: Material) -> GuideWindow:
    window = GuideWindow(material, Theme("light"))
    qtbot.addWidget(window)
    window.show_entry(HEDGE)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def place_of(window: GuideWindow, words: str) -> QPoint:
    """Return the middle of the first occurrence of some words on the page."""
    found = window.view.document().find(words)
    assert not found.isNull()
    right = window.view.cursorRect(found)
    found.setPosition(found.selectionStart())
    left = window.view.cursorRect(found)
    return QPoint((left.left() + right.left()) // 2, left.center().y())


def click(window: GuideWindow, words: str) -> None:
    where = place_of(window, words)
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def title(window: GuideWindow) -> str:
    return window.windowTitle()


def test_the_window_names_what_it_shows(window: GuideWindow) -> None:
    assert title(window) == "hedging — Codebook"
    assert window.view.accessibleName() == "hedging"
    assert not window.isModal()


def test_a_screen_reader_gets_the_text_of_the_page(window: GuideWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(window.view)
    text = interface.textInterface()
    told = text.text(0, text.characterCount())
    assert "Under uncertainty a state takes measures" in told
    assert "secondary hedging" in told


def test_a_click_on_a_link_opens_its_page_and_there_is_a_way_back(window: GuideWindow) -> None:
    assert not window.back.isEnabled()
    click(window, "secondary hedging")
    assert title(window) == "secondary hedging — Codebook"
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert title(window) == "hedging — Codebook"
    assert not window.back.isEnabled()
    QTest.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    assert title(window) == "secondary hedging — Codebook"
    assert not window.forward.isEnabled()


def test_tab_goes_to_the_links_and_enter_follows_one(window: GuideWindow) -> None:
    assert window.view.hasFocus()
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert title(window) == "Concepts — Codebook"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_Left, Modifier.AltModifier), (Key.Key_Backspace, Modifier.NoModifier)],
)
def test_keys_go_back_and_forward(
    window: GuideWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    click(window, "balancing")
    press(key, modifier)
    assert title(window) == "hedging — Codebook"
    press(Key.Key_Right, Modifier.AltModifier)
    assert title(window) == "balancing — Codebook"


def test_going_back_finds_the_page_as_it_was_scrolled(window: GuideWindow) -> None:
    window.show_entry(place_of_list("concepts"))
    bar = window.view.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(200)
    window.show_entry(HEDGE)
    assert bar.value() == 0
    press(Key.Key_Left, Modifier.AltModifier)
    assert bar.value() == 200


def test_the_contents_lead_to_every_list(window: GuideWindow) -> None:
    QTest.mouseClick(window.contents, Qt.MouseButton.LeftButton)
    assert title(window).startswith("Starter codebook")
    click(window, "Stance targets")
    assert title(window) == "Stance targets — Codebook"


def test_typing_finds_and_two_enters_open_the_first(window: GuideWindow) -> None:
    press(Key.Key_F, Modifier.ControlModifier)
    assert window.filter.hasFocus()
    QTest.keyClicks(window.filter, "bandw")
    assert title(window) == "Found for “bandw” — Codebook"
    press(Key.Key_Return)
    assert window.view.hasFocus()
    press(Key.Key_Return)
    assert title(window) == "bandwagoning — Codebook"
    assert window.filter.text() == ""
    press(Key.Key_Backspace)
    assert title(window) == "hedging — Codebook"


def test_escape_clears_what_is_typed_first_then_closes(window: GuideWindow) -> None:
    window.filter.setFocus()
    QTest.keyClicks(window.filter, "zzz")
    assert "Nothing in the codebook is called so." in window.view.toPlainText()
    press(Key.Key_Escape)
    assert title(window) == "hedging — Codebook"
    assert window.isVisible()
    press(Key.Key_Escape)
    assert not window.isVisible()


def test_backspace_in_the_line_deletes_a_letter_only(window: GuideWindow) -> None:
    window.show_entry(BOOK)
    window.filter.setFocus()
    QTest.keyClicks(window.filter, "ab")
    press(Key.Key_Backspace)
    assert window.filter.text() == "a"
    assert title(window) == "Found for “a” — Codebook"


def test_it_shows_the_codebook_as_it_is_now(window: GuideWindow, material: Material) -> None:
    new = place_of_category("concepts", "NEW_新")
    window.show_entry(new)
    assert "does not have it any more" in window.view.toPlainText()
    material.add("concepts", "新")
    window.refresh()
    assert title(window) == "新 — Codebook"


def test_use_is_asked_for_and_told_where_it_belongs(window: GuideWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.use_wanted) as asked:
        window.show_entry(place_of_layer("stance"))
    assert asked.args == [place_of_layer("stance")]
    window.tell_use(HEDGE, "often")
    assert "often" not in window.view.toPlainText()
    window.tell_use(place_of_layer("stance"), "hardly ever")
    assert "hardly ever" in window.view.toPlainText()


def test_use_is_asked_for_anew_when_one_comes_back_to_the_window(
    window: GuideWindow, qtbot: QtBot
) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    with qtbot.waitSignal(window.use_wanted):
        window.activateWindow()


def test_the_use_of_what_is_gone_is_not_asked_for(window: GuideWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.use_wanted):
        window.show_entry(place_of_category("concepts", "GONE"))


def test_a_count_that_comes_leaves_the_page_where_it_was_scrolled(window: GuideWindow) -> None:
    window.show_entry(place_of_list("concepts"))
    bar = window.view.verticalScrollBar()
    bar.setValue(150)
    window.tell_use(place_of_list("concepts"), "often")
    assert bar.value() == 150


def test_pages_follow_theme_and_language(window: GuideWindow) -> None:
    dark = Theme("dark")
    window.set_theme(dark)
    ground = window.view.palette().color(window.view.palette().ColorRole.Base)
    assert ground == dark.colour("article")
    assert dark.colour("accent").name() in inks(window)
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert title(window) == "hedging — Codebook"


def inks(window: GuideWindow) -> set[str]:
    """Return the colours that the page is written in."""
    found: list[str] = []
    block = window.view.document().begin()
    while block.isValid():
        found += [each.format.foreground().color().name() for each in block.textFormats()]
        block = block.next()
    return set(found)
