from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet
from workbench.app.occurrences import find_in
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow
from workbench.ui.mark_all import MarkAllDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def begin(coding: Coding, window: MainWindow, qtbot: QtBot, words: str) -> None:
    coding.panels.pane.setFocus()
    QTest.keyClick(coding.panels.pane._view, Qt.Key.Key_F, CTRL)
    bar = coding.finding.bar
    qtbot.waitUntil(bar.line.hasFocus)
    bar.line.clear()
    bar.line.insert(words)
    qtbot.waitUntil(lambda: bool(bar.count.text()))


def places(coding: Coding, words: str) -> list[tuple[int, int]]:
    assert coding.article is not None
    found = find_in(coding.session, coding.article, words)
    return [(span.start, span.end) for span in found]


def selected(coding: Coding) -> tuple[int, int] | None:
    span = coding.panels.pane.selected_span()
    return (span.start, span.end) if span else None


def test_words_are_found_counted_and_gone_through_by_keys(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    found = places(coding, "美国")
    assert len(found) > 2
    begin(coding, window, qtbot, "美國")
    bar, line = coding.finding.bar, coding.finding.bar.line
    qtbot.waitUntil(lambda: selected(coding) == found[0])
    assert bar.count.text() == f"1 of {len(found)}"
    assert line.accessibleDescription() == bar.count.text()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert selected(coding) == found[1]
    QTest.keyClick(line, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(line, Qt.Key.Key_F3, SHIFT)
    assert selected(coding) == found[-1]
    QTest.keyClick(line, Qt.Key.Key_F3)
    assert selected(coding) == found[0]
    assert len(coding.panels.pane._view.page.hits) == len(found)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert len(coding.panels.pane._view.page.hits) == 0
    assert coding.panels.pane._view.hasFocus()
    assert selected(coding) == found[0]  # to be marked with one key
    QTest.keyClick(coding.panels.pane._view, Qt.Key.Key_F3)
    assert selected(coding) == found[1]


def test_what_is_not_there_is_said(coding: Coding, window: MainWindow, qtbot: QtBot) -> None:
    begin(coding, window, qtbot, "无此词语")
    bar = coding.finding.bar
    assert bar.count.text() == "Not found"
    assert not bar.mark_all.isEnabled()
    coding.finding.step(1)
    assert "无此词语" in window.strip.hinted
    coding.finding.mark_all()
    bar.line.clear()
    qtbot.waitUntil(lambda: not bar.count.text())


def test_the_words_stay_for_the_next_article(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    begin(coding, window, qtbot, "的")
    here = len(coding.panels.pane._view.page.hits)
    coding.panels.articles.step(1)
    qtbot.waitUntil(
        lambda: len(coding.panels.pane._view.page.hits) == len(places(coding, "的")) != here
    )


def test_all_places_are_marked_in_one_step(
    coding: Coding, window: MainWindow, hands: Hands, qtbot: QtBot, meet: Meet
) -> None:
    assert coding.article is not None
    found = places(coding, "美国")

    def choose(dialog: MarkAllDialog) -> None:
        assert dialog.layer == "actor"
        assert dialog.values == {"actor": ("USA",)}
        dialog.model.toggle(0)
        dialog.accept()

    begin(coding, window, qtbot, "美国")
    meet(MarkAllDialog, choose)
    QTest.mouseClick(coding.finding.bar.mark_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not coding.context.background.under_way)
    there = coding.session.annotations(coding.article)
    assert [(a.span.start, a.span.end) for a in there if a.span] == found[1:]
    assert {a.values["actor"] for a in there} == {("USA",)}
    qtbot.waitUntil(lambda: window.actions_["undo"].text().startswith("&Undo mark"))
    window.activateWindow()
    qtbot.waitUntil(lambda: coding.panels.pane._view.hasFocus())
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not coding.session.annotations(coding.article)


def test_what_names_no_tag_begins_with_the_field_that_asks_for_one(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet
) -> None:
    met: list[bool] = []

    def look(dialog: MarkAllDialog) -> None:
        assert dialog._field is not None
        met.append(dialog.focusWidget() is dialog._field.focusProxy())
        dialog.reject()

    begin(coding, window, qtbot, "的")
    meet(MarkAllDialog, look)
    QTest.mouseClick(coding.finding.bar.mark_all, Qt.MouseButton.LeftButton)
    assert met == [True]


def test_marking_all_can_be_cancelled_and_leaves_nothing_then(
    coding: Coding,
    window: MainWindow,
    qtbot: QtBot,
    meet: Meet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workbench.app.everywhere._BATCH", 1)
    assert coding.article is not None
    counts: list[int] = []

    def cancel(_: object) -> None:
        counts.append(len(coding.session.annotations(coding.article or 0)))
        window.strip._work._cancel.click()

    begin(coding, window, qtbot, "美国")
    end = coding.session.changed.connect(cancel)
    meet(MarkAllDialog, MarkAllDialog.accept)
    QTest.mouseClick(coding.finding.bar.mark_all, Qt.MouseButton.LeftButton)
    assert coding.context.background.asking(coding.session)  # who closes the project is asked
    qtbot.waitUntil(lambda: not coding.context.background.under_way)
    end()
    assert counts[0] == 1
    assert coding.session.annotations(coding.article) == []
    assert window.strip.hinted == "Nothing was marked."


def test_places_like_the_selected_annotation_are_marked_but_for_those_that_are(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet, hands: Hands
) -> None:
    assert coding.article is not None
    found = places(coding, "美国")
    from workbench.app.commands import MarkSpan

    one = coding.session.run(MarkSpan(coding.article, "actor", *found[0], {"actor": "JPN"}))
    coding.select(one)

    def choose(dialog: MarkAllDialog) -> None:
        assert dialog.focusWidget() is dialog.box
        assert dialog.values == {"actor": ("JPN",)}
        assert len(dialog.model.chosen()) == len(found) - 1
        dialog.box.setCurrentIndex(dialog.box.findData("concept"))
        assert len(dialog.model.chosen()) == len(found)
        assert not dialog.values["concept"]
        dialog.accept()  # there is no tag yet: it stays
        assert dialog.isVisible()
        dialog.reject()

    meet(MarkAllDialog, choose)
    window.actions_["mark_all"].trigger()
    assert len(coding.session.annotations(coding.article)) == 1
