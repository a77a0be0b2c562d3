"""A file that takes nothing in the middle of coding: marks are kept, shown, and saved later."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet, OpenDesk
from workbench.domain.text import Span
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow


def writer_of(coding: Coding) -> sqlite3.Connection:
    """Return SQLite's own connection that the session writes with."""
    with coding.session.database.writing() as writer:
        raw = writer.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


@contextmanager
def read_only(coding: Coding) -> Generator[None]:
    """Let SQLite refuse every write, as on a disk that was mounted anew for reading."""
    raw = writer_of(coding)
    raw.execute("PRAGMA query_only=ON")
    try:
        yield
    finally:
        raw.execute("PRAGMA query_only=OFF")


def marked(coding: Coding) -> list[int]:
    found = coding.session.annotations(coding.article or 0)
    return [each.span.start for each in found if each.span]


def shown(coding: Coding) -> list[int]:
    """Return where the pane shows marks that are not saved."""
    board = coding.panels.pane._view.page.board
    return [number for number in range(-9, 0) if number in board]


def told(window: MainWindow) -> str:
    return "" if window.info.isHidden() else window.info._sentence.text()


def test_a_mark_that_is_not_saved_is_shown_and_saved_once_that_is_mended(
    coding: Coding, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    hands.select("美国")
    start = coding.panels.pane.selected_span()
    assert start is not None
    with read_only(coding):
        hands.press(Qt.Key.Key_A)
        assert told(window).startswith("Not saved: “美国” (Actor). ")
        assert "cannot be written to" in told(window)
        assert shown(coding) == [-1]
        assert marked(coding) == []
        hands.select("美国", 1)
        hands.press(Qt.Key.Key_A)
        assert "“美国” (Actor) and more: 1." in told(window)
        assert len(shown(coding)) == 2
        qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
        assert len(shown(coding)) == 2  # it still takes nothing
        window.grab()
    qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
    assert told(window) == ""
    assert shown(coding) == []
    assert len(marked(coding)) == 2
    assert marked(coding)[0] == start.start
    coding.undo()
    assert len(marked(coding)) == 1


def test_a_disk_that_fills_up_and_is_freed_again(
    coding: Coding, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    raw = writer_of(coding)
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count={pages}")
    at = 0
    for at in range(0, 400, 4):
        hands.select("美国")
        coding.panels.pane.select_span(Span(at, at + 2))
        coding.marking._mark("actor", {"actor": "USA"})
        if told(window):
            break
    assert "is full" in told(window)
    saved = len(marked(coding))
    raw.execute("PRAGMA max_page_count=1000000")
    # The next mark that is saved brings the others along.
    coding.panels.pane.select_span(Span(at + 8, at + 10))
    coding.marking._mark("actor", {"actor": "USA"})
    qtbot.waitUntil(lambda: len(marked(coding)) == saved + 2)
    assert told(window) == ""


def test_they_stay_while_one_reads_elsewhere(
    coding: Coding, window: MainWindow, hands: Hands
) -> None:
    article, other = (each.id for each in coding.session.articles()[:2])
    hands.select("美国")
    with read_only(coding):
        hands.press(Qt.Key.Key_A)
        coding.show_article(other)
        assert shown(coding) == []
        coding.show_article(article)
        assert shown(coding) == [-1]
        hands.select("美国")
        hands.press(Qt.Key.Key_A)
        assert shown(coding) == [-1]  # the same mark, once
    coding.marking.unsaved.save()
    assert len(marked(coding)) == 1


def test_a_mark_with_several_values_is_shown_with_them(coding: Coding, hands: Hands) -> None:
    hands.select("美国")
    span = coding.panels.pane.selected_span()
    assert span is not None
    values = {"holder": "USA", "toward": ["KOR", "JPN"], "position": None}
    with read_only(coding):
        coding.marking._mark("stance", values)
    (kept,) = (each for each in coding.panels.pane.annotations() if each.id < 0)
    assert kept.values == {"holder": ("USA",), "toward": ("KOR", "JPN")}
    assert (kept.span, kept.complete) == (span, False)


def test_what_was_marked_meanwhile_is_not_marked_twice(coding: Coding, hands: Hands) -> None:
    hands.select("美国")
    with read_only(coding):
        hands.press(Qt.Key.Key_A)
    hands.press(Qt.Key.Key_A)
    coding.marking.unsaved.save()
    assert len(marked(coding)) == 1
    assert shown(coding) == []


def test_closing_asks_before_marks_are_lost(
    coding: Coding, window: MainWindow, hands: Hands, meet: Meet
) -> None:
    hands.select("美国")

    def stay(box: QMessageBox) -> None:
        assert "could not be saved: 1." in box.text()
        box.button(QMessageBox.StandardButton.Cancel).click()

    with read_only(coding):
        hands.press(Qt.Key.Key_A)
        met = meet(QMessageBox, stay)
        window.close()
        assert len(met) == 1
        assert window.isVisible()


def test_closing_saves_them_where_it_can(
    open_desk: OpenDesk, coding: Coding, window: MainWindow, hands: Hands, project: Path
) -> None:
    hands.select("美国")
    with read_only(coding):
        hands.press(Qt.Key.Key_A)
    window.close()
    again = open_desk(project).coding
    assert again is not None
    assert len(marked(again)) == 1


def test_a_form_that_is_not_saved_is_given_back(
    coding: Coding, window: MainWindow, hands: Hands
) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_S)
    assert coding.panels.popup.isVisible()
    with read_only(coding):
        coding.panels.popup.keep()
        assert marked(coding) == []
    assert len(coding.marking.unsaved) == 0
