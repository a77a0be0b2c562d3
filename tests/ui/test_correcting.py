"""Correct a text through the window: what is marked moves along, what is lost is placed anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet
from workbench.app import correcting
from workbench.app.commands import Corrected, MarkSpan
from workbench.domain.text import Span
from workbench.ui.annotations.telling import Column
from workbench.ui.coding import Coding
from workbench.ui.dialogs.correct import CorrectDialog
from workbench.ui.dialogs.place import PlaceDialog
from workbench.ui.dialogs.plain_text import select_span

OK = QDialogButtonBox.StandardButton.Ok


def start_of(coding: Coding) -> str:
    assert coding.article is not None
    return coding.session.text(coding.article)


def mark(coding: Coding, start: int, end: int) -> int:
    assert coding.article is not None
    return coding.session.run(MarkSpan(coding.article, "actor", start, end, {"actor": "USA"}))


def shown(coding: Coding, annotation: int, column: Column) -> str:
    model = coding.panels.below.annotations._model
    row = model.row_of(annotation)
    assert row is not None
    return model.index(row, column).data()


def test_what_is_typed_moves_annotations_along(coding: Coding, qtbot: QtBot, meet: Meet) -> None:
    before = start_of(coding)
    kept = mark(coding, 4, 8)
    quote = before[4:8]

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        ok = dialog._buttons.button(OK)
        assert not ok.isEnabled()
        assert dialog._outcome.text() == "Nothing is changed yet."
        select_span(dialog._editor, before, Span(0, 1))
        qtbot.keyClick(dialog._editor, Qt.Key.Key_Left)
        qtbot.keyClicks(dialog._editor, "ab")
        qtbot.waitUntil(lambda: "keep their quote: 1" in dialog._outcome.text())
        assert dialog._lost.isHidden()
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)

    meet(CorrectDialog, correct)
    coding.context.window.actions_["correct"].trigger()
    assert start_of(coding) == "ab" + before
    (annotation,) = coding.session.annotations_by_id([kept])
    assert (annotation.span, annotation.quote) == (Span(6, 10), quote)
    pane = coding.panels.pane
    assert pane._view.page.board.span(kept) == Span(6, 10)
    coding.steps.undo()
    assert start_of(coding) == before
    assert pane._view.page.board.span(kept) == Span(4, 8)


def test_nothing_is_looked_at_any_more_when_the_dialog_ends(
    coding: Coding, qtbot: QtBot, meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(*given: object) -> Corrected:
        looked.append(str(given[-1]))
        return Corrected()

    monkeypatch.setattr(correcting, "look_ahead", look)

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        qtbot.keyClicks(dialog._editor, "z")
        assert dialog._waiting.isActive()
        dialog.reject()

    met = meet(CorrectDialog, leave)
    coding.context.window.actions_["correct"].trigger()
    (ended,) = met
    assert isinstance(ended, CorrectDialog)
    assert not ended._waiting.isActive()
    assert looked == []


def test_what_loses_its_place_is_shown_and_placed_anew(
    coding: Coding, qtbot: QtBot, meet: Meet
) -> None:
    before = start_of(coding)
    lost = mark(coding, 2, 10)

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        select_span(dialog._editor, before, Span(1, 12))
        qtbot.keyClick(dialog._editor, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: dialog._lost.count() == 1)
        assert before[2:10] in dialog._lost.item(0).text()
        assert "△ that lose their place: 1" in dialog._outcome.text()
        dialog.accept()

    meet(CorrectDialog, correct)
    coding.context.window.actions_["correct"].trigger()
    assert shown(coding, lost, Column.WHAT) == "△ lost its place · United States"
    assert shown(coding, lost, Column.PARAGRAPH) == ""
    coding.select(lost)
    qtbot.waitUntil(lambda: "lost its place" in coding.panels.editor._borders.text())

    def place(dialog: QDialog) -> None:
        assert isinstance(dialog, PlaceDialog)
        text = start_of(coding)
        # What is selected beforehand is in view, and told in words.
        cursor = dialog._editor.cursorRect()
        assert dialog._editor.viewport().rect().intersects(cursor)
        span = dialog.span
        if span is None:
            assert dialog._chosen.text() == ""
        else:
            assert text[span.start : span.end][:20] in dialog._chosen.text()
        select_span(dialog._editor, text, Span(0, 3))
        assert dialog.span == Span(0, 3)
        assert dialog._chosen.text() == f"Selected: “{text[:3]}”"
        qtbot.mouseClick(dialog._buttons.button(OK), Qt.MouseButton.LeftButton)

    meet(PlaceDialog, place)
    coding.context.window.actions_["place"].trigger()
    assert shown(coding, lost, Column.PARAGRAPH) == "¶1"
    assert shown(coding, lost, Column.WHAT) == "United States"
    (annotation,) = coding.session.annotations_by_id([lost])
    assert annotation.quote == start_of(coding)[:3]


def test_the_original_can_be_cleaned_anew(coding: Coding, qtbot: QtBot, meet: Meet) -> None:
    article, cleaned = coding.article, start_of(coding)
    assert article is not None
    edits = coding.session.original(article).edits

    def spoil(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        qtbot.keyClicks(dialog._editor, "zz")
        dialog.accept()

    def mend(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        (anew,) = (each for each in dialog.findChildren(QPushButton) if "anew" in each.text())
        qtbot.mouseClick(anew, Qt.MouseButton.LeftButton)
        dialog.accept()

    meet(CorrectDialog, spoil)
    coding.context.window.actions_["correct"].trigger()
    assert start_of(coding) == "zz" + cleaned
    meet(CorrectDialog, mend)
    coding.context.window.actions_["correct"].trigger()
    assert start_of(coding) == cleaned
    assert coding.session.original(article).edits == edits


@pytest.mark.parametrize("action", ["correct", "place"])
def test_what_is_cancelled_changes_nothing(coding: Coding, meet: Meet, action: str) -> None:
    before, id_ = start_of(coding), mark(coding, 2, 10)
    coding.select(id_)
    steps = len(coding.session.history())
    met = meet(QDialog, lambda dialog: dialog.reject())
    coding.context.window.actions_[action].trigger()
    assert len(met) == 1
    assert start_of(coding) == before
    assert len(coding.session.history()) == steps


def test_an_empty_text_cannot_be_saved(coding: Coding, qtbot: QtBot, meet: Meet) -> None:
    def empty(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        dialog._editor.selectAll()
        qtbot.keyClick(dialog._editor, Qt.Key.Key_Delete)
        dialog._tell()
        assert not dialog._buttons.button(OK).isEnabled()
        dialog.reject()

    assert len(meet(CorrectDialog, empty)) == 0
    coding.context.window.actions_["correct"].trigger()
