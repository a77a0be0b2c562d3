"""The panels around the article: how much room they take, and their buttons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from workbench.ui.coding import Coding
from workbench.ui.contrast import contrast
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme

# What a screen of 1,920 × 1,080 has at twice the size, less its task bar and a title.
LOW = 960, 440


def widths(window: MainWindow) -> tuple[int, int]:
    left, right, _ = window.docks
    return left.width(), right.width()


def resize(window: MainWindow, width: int, height: int) -> None:
    """Resize the window, and let the platform's answer come before anything else is done."""
    window.resize(width, height)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)


def test_panels_widen_when_there_first_is_room(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    window._settled = False  # it has had room already
    resize(window, 800, 800)
    window._giving_way.begin()  # and no widths are known that it would give back
    left, right, _ = window.docks
    window.resizeDocks([left, right], [1, 1], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: widths(window) == (190, 270))
    # Only now: what was put off before would take the first room for that of the screen.
    window._settled = False
    resize(window, 1440, 900)
    qtbot.waitUntil(lambda: window._settled)
    qtbot.waitUntil(lambda: all(map(int.__ge__, widths(window), (270, 320))))


def test_panels_have_their_widths_where_a_project_comes_into_a_wide_window(
    open_desk: OpenDesk, project: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    window = desk.context.window
    assert not window._settled
    resize(window, 800, 800)
    resize(window, 1440, 900)
    desk.open(project)
    qtbot.waitUntil(lambda: desk.coding is not None)
    qtbot.waitUntil(lambda: widths(window) == (270, 320))


def test_panels_that_a_person_moved_stay(coding: Coding, window: MainWindow, qtbot: QtBot) -> None:
    left, right, _ = window.docks
    resize(window, 1000, 800)
    window.resizeDocks([left, right], [220, 300], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: widths(window) == (220, 300))
    window._settled = False  # it has had room already
    edge = QPoint(left.geometry().right() + 1, left.geometry().center().y())
    handle, button = window.windowHandle(), Qt.MouseButton.LeftButton
    assert handle is not None
    before = left.width()
    QTest.mousePress(handle, button, Qt.KeyboardModifier.NoModifier, edge)
    for step in (4, 8, 12, 20):
        QTest.mouseMove(handle, edge + QPoint(step, 0))
    qtbot.waitUntil(lambda: left.width() > before)
    QTest.mouseRelease(handle, button, Qt.KeyboardModifier.NoModifier, edge + QPoint(20, 0))
    moved = widths(window)
    resize(window, 1440, 900)
    qtbot.wait(0)
    assert widths(window) == moved


def test_the_editor_grows_with_its_form_and_does_not_jump(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    editor = coding.panels.editor
    low = editor.height()
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.height() > low)
    high = editor.height()
    assert editor.form is not None
    assert coding.panels.tags.height() > 200
    hands.select("美国")
    hands.settle()
    assert editor.height() == high


def test_a_side_that_a_person_divided_stays(coding: Coding, hands: Hands, qtbot: QtBot) -> None:
    side = coding.panels.editor.parentWidget()
    assert isinstance(side, QSplitter)
    handle = side.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    lower = middle + QPoint(0, 30)
    qtbot.mouseMove(handle, lower)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=lower)
    sizes = side.sizes()
    side.splitterMoved.emit(sizes[0], 1)  # a mouse offscreen holds no button while it moves
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert side.sizes() == sizes


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_buttons_of_the_panels_are_seen(window: MainWindow, theme: str) -> None:
    window.set_theme(Theme("dark" if theme == "dark" else "light"))
    ground = Theme("dark" if theme == "dark" else "light").colour("panel")
    for dock in window.docks[:2]:
        for name in ("qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"):
            button = dock.findChild(QAbstractButton, name)
            assert button is not None
            image = button.icon().pixmap(20, 20).toImage()
            inks = [
                image.pixelColor(x, y)
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y).alpha() > 200
            ]
            assert inks
            assert max(contrast(QColor(ink.name()), ground) for ink in inks) > 3


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_window_fits_a_low_screen_at_twice_the_size(
    coding: Coding, hands: Hands, window: MainWindow, language: str
) -> None:
    coding.context.appearance.choose_language(language)
    window.start_page.show_recent([Path(f"{each}.workbench") for each in range(6)])
    window.info.refuse(lambda: "It cannot be done; do this.")
    coding.finding.open()
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    resize(window, *LOW)
    assert coding.panels.editor._scroll.height() >= 48
    assert coding.panels.tags.tree.height() >= 48
    assert coding.panels.pane.height() >= 70


def test_the_start_page_scrolls_in_a_low_window(open_desk: OpenDesk, qtbot: QtBot) -> None:
    page = open_desk().context.window.start_page
    window = page.window()
    assert isinstance(window, MainWindow)
    page.show_recent([Path("/a/very/long/folder" * 9) / f"{each}.workbench" for each in range(6)])
    resize(window, 400, LOW[1])
    *_, before, last = page._recent_buttons
    new = page._buttons["new"]
    assert new.hasFocus()
    assert new.width() >= 330
    assert page.rect().contains(QRect(new.mapTo(page, QPoint(0, 0)), new.size()))
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert last.hasFocus()
    seen = QRect(last.mapTo(page, QPoint(0, 0)), last.size())
    assert page.rect().contains(seen)
    resize(window, 1000, 800)
    assert new.mapTo(page, QPoint(0, 0)).x() == (page.width() - new.width()) // 2
