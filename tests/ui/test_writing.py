"""What is being written is never lost: pauses, undo, leaving."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from tests.ui.reading.mouse import mouse, on
from workbench.app.commands import MarkSpan
from workbench.app.session import open_session
from workbench.domain.annotation import Annotation
from workbench.store.errors import DiskFull
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
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
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    form = edited(coding, "event")
    form.memo.setFocus()
    hands.type("a doubt")
    with full_disk(coding):
        coding.panels.pane.setFocus()
    assert window.info.sentence
    coding.panels.editor.flush()
    assert marks(coding)[0].memo == "a doubt"


@contextmanager
def full_disk(coding: Coding) -> Generator[None]:
    """Refuse every write for want of room."""

    def refuse(_: object) -> None:
        raise DiskFull(path=coding.session.path)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(coding.session, "run", refuse)
        yield


def asked(coding: Coding, hands: Hands) -> None:
    """Open the form of a stance and write a memo into it."""
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    form = coding.panels.popup.form
    assert form is not None
    form.fold.setChecked(True)
    form.memo.setFocus()
    hands.type("half done")


def test_going_to_another_article_saves_the_form(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    asked(coding, hands)
    first = coding.article
    window.articles.step(1)
    assert "saved as an annotation" in window.strip.hinted
    assert coding.article != first
    assert coding.panels.popup.form is None
    assert first is not None
    (mark,) = coding.session.annotations(first)
    assert (mark.layer, mark.memo, mark.complete) == ("stance", "half done", False)
    window.actions_["undo"].trigger()
    assert coding.article == first
    assert marks(coding) == []


def test_a_form_with_its_defaults_only_is_no_annotation(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    first = coding.article
    window.articles.step(1)
    assert coding.panels.popup.form is None
    assert first is not None
    assert coding.session.annotations(first) == []


def test_undo_elsewhere_saves_the_form_first(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    other = coding.session.articles()[1].id
    coding.session.run(MarkSpan(other, "claim", 0, 5))
    asked(coding, hands)
    hands.settle()
    window.actions_["undo"].trigger()
    assert [each.memo for each in marks(coding)] == ["half done"]
    assert len(coding.session.annotations(other)) == 1
    assert "saved" in window.info.sentence
    hands.settle()
    assert "saved" in window.info.sentence  # it holds
    window.actions_["undo"].trigger()
    assert marks(coding) == []
    assert window.info.sentence == ""
    window.actions_["undo"].trigger()
    assert coding.session.annotations(other) == []


def test_redo_elsewhere_leaves_the_form_open(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    first, other = (each.id for each in coding.session.articles()[:2])
    coding.session.run(MarkSpan(other, "claim", 0, 5))
    coding.session.undo()
    coding.show_article(first)
    asked(coding, hands)
    hands.settle()
    window.actions_["redo"].trigger()
    assert coding.panels.popup.form is not None
    assert "first" in window.info.sentence
    assert coding.session.next_redo() is not None


def test_another_coder_does_not_get_the_form(coding: Coding, hands: Hands) -> None:
    asked(coding, hands)
    before = coding.session.coder.name
    coding.become("乙")
    assert marks(coding) == []
    coding.become(before)
    assert [each.memo for each in marks(coding)] == ["half done"]


def test_closing_saves_the_form(desk: Desk, project: Path, coding: Coding, hands: Hands) -> None:
    asked(coding, hands)
    desk.context.window.actions_["close"].trigger()
    session = open_session(project, "甲", cache=project.parent)
    memos = [e.memo for each in session.articles() for e in session.annotations(each.id)]
    session.close()
    assert memos == ["half done"]


def test_what_is_no_value_goes_into_the_memo(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    asked(coding, hands)
    form = coding.panels.popup.form
    assert form is not None
    form.focus_row(form.row("when"))
    hands.type("last week")
    first = coding.article
    window.articles.step(1)
    assert first is not None
    (mark,) = coding.session.annotations(first)
    assert mark.memo.splitlines()[0] == "half done"
    assert mark.memo.endswith(": last week")


def test_a_category_that_was_undone_leaves_the_form(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    form = coding.panels.popup.form
    assert form is not None
    form.focus_row(form.row("target"))
    form.row("target").add_requested.emit("new aim")
    assert form.row("target").values()
    hands.settle()
    window.actions_["undo"].trigger()
    assert coding.panels.popup.form is form
    assert form.row("target").values() == ()


def test_what_is_no_date_is_said_and_comes_back(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    other = edited(coding, "claim", 10, 14)
    assert other is coding.panels.editor.form
    claim = coding.panels.editor.annotation
    assert claim is not None
    form = edited(coding, "event")
    event = coding.panels.editor.annotation
    assert event is not None
    form.focus_row(form.row("date"))
    hands.type("yesterday noon")
    coding.select(claim.id)
    qtbot.waitUntil(lambda: "yesterday noon" in window.info.sentence)
    assert "date" in window.info.sentence.lower()
    coding.select(event.id)
    qtbot.waitUntil(lambda: coding.panels.editor.annotation == event)
    again = coding.panels.editor.form
    assert again is not None
    assert again is not form
    assert again.row("date").unread() == "yesterday noon"
    assert again.row("date").complaint()


def test_what_is_no_date_at_closing_goes_into_the_memo(
    desk: Desk, project: Path, coding: Coding, hands: Hands
) -> None:
    form = edited(coding, "event")
    form.focus_row(form.row("date"))
    hands.type("yesterday noon")
    desk.context.window.actions_["close"].trigger()
    session = open_session(project, "甲", cache=project.parent)
    memos = [e.memo for each in session.articles() for e in session.annotations(each.id)]
    session.close()
    assert [memo.endswith(": yesterday noon") for memo in memos] == [True]


# --- a form that one leaves ---------------------------------------------------


def test_another_form_saves_the_one_before(coding: Coding, hands: Hands) -> None:
    first = hands.select("欧洲")
    asked(coding, hands)
    second = hands.select("德国")
    hands.press(Qt.Key.Key_F)
    (mark,) = marks(coding)
    assert (mark.layer, mark.span, mark.memo) == ("stance", first, "half done")
    form = coding.panels.popup.form
    assert form is not None
    assert form.layer.key == "claim"
    hands.press(Qt.Key.Key_Return, CTRL)
    assert {each.span for each in marks(coding)} == {first, second}


def test_another_form_leaves_nothing_of_one_that_says_nothing(coding: Coding, hands: Hands) -> None:
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    hands.select("德国")
    hands.press(Qt.Key.Key_F)
    assert marks(coding) == []
    assert coding.panels.popup.form is not None


@pytest.fixture
def searched(coding: Coding, qtbot: QtBot) -> None:
    """Wait until the article that is open was searched for suggestions."""
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 0)


@pytest.mark.usefixtures("searched")
def test_the_next_suggestion_saves_the_form(coding: Coding, hands: Hands) -> None:
    asked(coding, hands)
    hands.press(Qt.Key.Key_F8)
    assert [each.memo for each in marks(coding)] == ["half done"]
    assert not coding.panels.popup.isVisible()
    assert coding.suggest.current is not None


@pytest.mark.usefixtures("searched")
def test_an_accepted_suggestion_saves_the_form(coding: Coding, hands: Hands) -> None:
    asked(coding, hands)
    pane, suggested = coding.panels.pane, coding.suggest.shown[-1]
    pane.scroll_to(suggested.span.start)
    mouse(pane).click(on(pane, suggested.span.start))
    hands.press(Qt.Key.Key_F9)
    assert {(each.layer, each.memo) for each in marks(coding)} == {
        ("stance", "half done"),
        (suggested.layer, ""),
    }
    assert not coding.panels.popup.isVisible()


@pytest.mark.usefixtures("searched")
def test_a_form_that_cannot_be_saved_is_not_left_for_a_suggestion(
    coding: Coding, hands: Hands
) -> None:
    asked(coding, hands)
    with full_disk(coding):
        hands.press(Qt.Key.Key_F8)
    form = coding.panels.popup.form
    assert form is not None
    assert form.memo.memo() == "half done"
    assert coding.suggest.current is None


def test_a_form_that_cannot_be_saved_is_not_replaced(coding: Coding, hands: Hands) -> None:
    asked(coding, hands)
    with full_disk(coding):
        hands.select("德国")
        hands.press(Qt.Key.Key_F)
    form = coding.panels.popup.form
    assert form is not None
    assert (form.layer.key, form.memo.memo()) == ("stance", "half done")


def test_a_status_saves_the_form_that_stands_open(coding: Coding, hands: Hands) -> None:
    asked(coding, hands)
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_2, CTRL)
    assert [each.memo for each in marks(coding)] == ["half done"]
    assert not coding.panels.popup.isVisible()


def test_escape_in_the_text_goes_back_to_the_form_that_stands_open(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    asked(coding, hands)
    hands.press(Qt.Key.Key_K, CTRL)
    hands.press(Qt.Key.Key_Escape)
    assert coding.panels.pane.isAncestorOf(window.focusWidget())
    hands.press(Qt.Key.Key_Escape)
    assert coding.panels.popup.isAncestorOf(window.focusWidget())
    hands.press(Qt.Key.Key_Escape)  # the list of actors
    hands.press(Qt.Key.Key_Escape)
    assert not coding.panels.popup.isVisible()
    assert marks(coding) == []


def test_the_panel_of_tags_does_not_cover_a_form(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    hands.press(Qt.Key.Key_K, CTRL)
    _, tags, _ = window.docks
    order = window.children()
    assert order.index(coding.panels.popup) > order.index(tags)
