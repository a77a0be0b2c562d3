"""What is being written is never lost: pauses, undo, leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.app.commands import MarkSpan
from workbench.domain.annotation import Annotation
from workbench.store.errors import DiskFull
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow
from workbench.ui.tags.form import AnnotationForm

CTRL = Qt.KeyboardModifier.ControlModifier


def marks(coding: Coding) -> list[Annotation]:
    """Return what the store holds of the article that is open."""
    assert coding.article is not None
    return coding.session.annotations(coding.article)


def edited(coding: Coding, layer: str, start: int = 0, end: int = 9) -> AnnotationForm:
    """Mark a passage past the window, and return the form that edits it."""
    assert coding.article is not None
    coding.select(coding.session.run(MarkSpan(coding.article, layer, start, end)))
    coding.open.edit()
    form = coding.panels.editor.form
    assert form is not None
    return form


def test_a_sentence_is_saved_in_the_pauses_of_writing(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    form = edited(coding, "claim")
    form.focus_row(form.row("proposition"))
    hands.type("prices rise")
    qtbot.waitUntil(lambda: marks(coding)[0].values.get("proposition") == ("prices rise",))
    hands.type(" again")
    qtbot.waitUntil(lambda: marks(coding)[0].values["proposition"] == ("prices rise again",))
    steps = [each.kind for each in coding.session.history(2)]
    assert steps == ["set_values", "set_values"]


def test_undo_takes_back_the_sentence_that_is_being_written(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    form = edited(coding, "claim")
    form.focus_row(form.row("proposition"))
    hands.type("prices rise")
    window.actions_["undo"].trigger()
    hands.settle()
    (mark,) = marks(coding)
    assert "proposition" not in mark.values
    window.actions_["redo"].trigger()
    hands.settle()
    assert marks(coding)[0].values["proposition"] == ("prices rise",)


def test_undo_takes_back_the_memo_that_is_being_written(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    form = edited(coding, "event")
    form.memo.setFocus()
    hands.type("a doubt")
    window.actions_["undo"].trigger()
    hands.settle()
    assert [each.memo for each in marks(coding)] == [""]
    assert form.memo.memo() == ""
    window.actions_["redo"].trigger()
    hands.settle()
    assert [each.memo for each in marks(coding)] == ["a doubt"]


def test_closing_saves_the_sentence_that_is_being_written(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    form = edited(coding, "claim")
    form.focus_row(form.row("proposition"))
    kept: list[tuple[object, ...]] = []
    session = coding.session
    hands.type("prices rise")
    session.changed.connect(lambda _: kept.append(marks(coding)[0].values["proposition"]))
    window.actions_["close"].trigger()
    assert kept == [("prices rise",)]


def test_a_memo_that_was_refused_is_tried_again(
    coding: Coding, hands: Hands, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = edited(coding, "event")
    form.memo.setFocus()
    hands.type("a doubt")
    run = coding.session.run

    def full(_: object) -> None:
        raise DiskFull(path="x")

    monkeypatch.setattr(coding.session, "run", full)
    coding.panels.pane.setFocus()
    assert window.info.sentence
    monkeypatch.setattr(coding.session, "run", run)
    coding.panels.editor.flush()
    assert marks(coding)[0].memo == "a doubt"
