"""Freezing, comparing and reviewing, by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.codebook.conftest import EditorHands
from tests.ui.conftest import Meet
from workbench.app.commands import FreezeCodebook, MarkSpan
from workbench.app.places import place_of_category
from workbench.ui.codebook.freezing import FreezeDialog, VersionsDialog
from workbench.ui.codebook.reviewing import ReviewWindow
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow

USA = place_of_category("actors", "USA")


def mark(coding: Coding, words: str) -> int:
    assert coding.article is not None
    start = coding.session.text(coding.article).index(words)
    end = start + len(words)
    return coding.session.run(MarkSpan(coding.article, "actor", start, end, {"actor": "USA"}))


def trigger(window: MainWindow, key: str) -> None:
    window.actions_[key].trigger()


def test_a_version_is_frozen_under_a_name(coding: Coding, window: MainWindow, meet: Meet) -> None:
    def freeze(dialog: FreezeDialog) -> None:
        QTest.keyClicks(dialog.line, "v1")
        QTest.keyClicks(dialog.note_edit, "before the pilot")
        dialog.accept()

    met = meet(FreezeDialog, freeze)
    trigger(window, "freeze")
    assert met
    assert [(each.name, each.note) for each in coding.session.versions()] == [
        ("v1", "before the pilot")
    ]
    met = meet(FreezeDialog, freeze)
    trigger(window, "freeze")
    assert "v1" in window.info.sentence  # there is one of that name


def test_what_changed_since_a_version_is_told_in_words(
    editor: EditorHands, coding: Coding, window: MainWindow, meet: Meet
) -> None:
    coding.session.run(FreezeCodebook("v1"))
    editor.click(USA)
    editor.fill("definition_en", "A state of fifty states.")
    seen: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        seen.append(dialog.changes.toPlainText())
        dialog.reject()

    met = meet(VersionsDialog, look)
    trigger(window, "versions")
    assert met
    assert "United States" in seen[0]
    assert "A state of fifty states." in seen[0]


def test_without_a_version_the_list_says_how_to_make_one(
    coding: Coding, window: MainWindow, meet: Meet
) -> None:
    seen: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        seen.append(dialog.changes.toPlainText())
        dialog.reject()

    meet(VersionsDialog, look)
    trigger(window, "versions")
    assert "No version is frozen yet" in seen[0]


def review_window(coding: Coding) -> ReviewWindow:
    window = coding.codebook._versions.window
    assert window is not None
    return window


def test_what_is_to_be_reviewed_is_walked_through_by_keys(
    editor: EditorHands, coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    coding.session.run(FreezeCodebook("v1"))
    ids = [mark(coding, "欧洲"), mark(coding, "北约"), mark(coding, "美国")]
    editor.click(USA)
    editor.fill("definition_en", "A state of fifty states.")
    coding.session.run(FreezeCodebook("v2"))
    trigger(window, "review")
    review = review_window(coding)
    in_order = [each.id for each in coding.session.annotations_by_id(ids)]
    assert coding.open.selected == in_order[0]
    assert "v1" in review._told.text()
    assert "United States" in review._told.text()
    QTest.keyClick(review.list, Qt.Key.Key_N)
    assert coding.open.selected == in_order[1]
    QTest.keyClick(review.list, Qt.Key.Key_R)
    left = [each.annotation.id for each in coding.session.to_review()]
    assert left == [in_order[0], in_order[2]]
    assert review.list.passages.rowCount() == 2
    coding.session.undo()
    trigger(window, "review")
    assert review.list.passages.rowCount() == 3


def test_reviewing_under_rules_that_nobody_froze_is_refused(
    editor: EditorHands, coding: Coding, window: MainWindow
) -> None:
    coding.session.run(FreezeCodebook("v1"))
    mark(coding, "欧洲")
    editor.click(USA)
    editor.fill("definition_en", "A state of fifty states.")
    trigger(window, "review")
    review = review_window(coding)
    QTest.keyClick(review.list, Qt.Key.Key_R)
    assert review.list.passages.rowCount() == 1
    assert "v1" in review.refusal()


def test_an_empty_list_says_so(coding: Coding, window: MainWindow) -> None:
    trigger(window, "review")
    review = review_window(coding)
    assert review.list.passages.rowCount() == 0
    assert not review.done_button.isEnabled()
