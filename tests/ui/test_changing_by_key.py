"""Annotations changed by the keyboard alone: split, joined, tagged otherwise, moved by words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Meet
from workbench.app.commands import GiveKey, MarkSpan, SetValues
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.coding import Coding
from workbench.ui.dialogs.change_layer import ChangeLayerDialog
from workbench.ui.reading.selection import Selection

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def marked(coding: Coding, qtbot: QtBot) -> Annotation:
    """Give an actor of six characters that is selected, with the keyboard in the text."""
    id_ = mark(coding, 20, 26)
    qtbot.waitUntil(lambda: coding.panels.pane.annotation_ids() == [id_])
    coding.panels.pane.setFocus()
    coding.select(id_)
    return only(coding)


def mark(coding: Coding, start: int, end: int, category: str = "USA") -> int:
    assert coding.article is not None
    return coding.session.run(MarkSpan(coding.article, "actor", start, end, {"actor": category}))


def marks(coding: Coding) -> list[Annotation]:
    assert coding.article is not None
    return coding.session.annotations(coding.article)


def only(coding: Coding) -> Annotation:
    (found,) = marks(coding)
    return found


def told(coding: Coding) -> str:
    return coding.context.window.strip.hinted


def put(coding: Coding, caret: int) -> None:
    coding.panels.pane.set_selection(Selection(caret, caret))


def test_an_annotation_is_split_at_the_caret_and_joined(
    coding: Coding, marked: Annotation, hands: Hands
) -> None:
    put(coding, 23)
    hands.press(Qt.Key.Key_Slash)
    assert [each.span for each in marks(coding)] == [Span(20, 23), Span(23, 26)]
    assert coding.open.selected == marks(coding)[1].id
    assert told(coding) == "Split: the second half is selected."
    coding.select(marks(coding)[0].id)
    hands.press(Qt.Key.Key_Backslash)
    assert only(coding).span == marked.span
    assert coding.open.selected == marked.id
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert only(coding) == marked


def test_the_caret_chooses_what_is_split(coding: Coding, marked: Annotation, hands: Hands) -> None:
    coding.select(None)
    put(coding, 22)
    hands.press(Qt.Key.Key_Slash)
    assert [each.span for each in marks(coding)] == [Span(20, 22), Span(22, 26)]
    coding.select(marked.id)
    put(coding, 40)
    hands.press(Qt.Key.Key_Slash)
    assert "between two of its characters" in coding.context.window.info.sentence
    coding.select(None)
    hands.press(Qt.Key.Key_Slash)
    assert told(coding) == "Put the caret into an annotation: it is split there."


def test_what_differs_is_joined_on_purpose_only(
    coding: Coding, marked: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    mark(coding, 30, 34, "CHN")
    hands.settle()
    hands.press(Qt.Key.Key_Backslash)
    info = coding.context.window.info
    assert "The annotations differ in “actor”" in info.sentence
    qtbot.mouseClick(info._button, Qt.MouseButton.LeftButton)
    assert (only(coding).span, only(coding).values["actor"]) == (Span(20, 34), ("USA",))
    assert info.sentence == ""
    hands.press(Qt.Key.Key_Backslash)
    assert "Nothing of this layer follows" in info.sentence


def test_the_rows_selected_in_the_table_are_joined(
    coding: Coding, marked: Annotation, hands: Hands
) -> None:
    for start in (30, 40):
        mark(coding, start, start + 2)
    hands.settle()
    coding.panels.below.annotations._table.selectAll()
    coding.context.window.actions_["join_annotations"].trigger()
    assert only(coding).span == Span(20, 42)


def test_borders_move_by_words(coding: Coding, marked: Annotation, hands: Hands) -> None:
    word = coding.panels.pane.word_at(26)
    assert word is not None
    hands.press(Qt.Key.Key_BracketRight, ALT | SHIFT)
    assert only(coding).span == Span(20, word.end)
    hands.press(Qt.Key.Key_BracketLeft, ALT | SHIFT)
    assert only(coding).span == Span(20, word.start)
    hands.press(Qt.Key.Key_BracketLeft, ALT)
    span = only(coding).span
    assert span is not None
    assert span.start < 20
    hands.press(Qt.Key.Key_BracketRight, ALT)
    assert only(coding).span == Span(20, word.start)


def test_enter_leads_into_the_form(coding: Coding, marked: Annotation, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return)
    editor = coding.panels.editor
    assert editor.isAncestorOf(editor.window().focusWidget())


def test_another_tag_is_found(coding: Coding, marked: Annotation, hands: Hands) -> None:
    finder = coding.panels.tags.finder
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert finder.edit.placeholderText() == "Find another tag for the annotation"
    hands.type("China")
    hands.press(Qt.Key.Key_Return)
    assert only(coding).values["actor"] == ("CHN",)
    assert only(coding).span == marked.span
    assert told(coding) == "The annotation has another tag now; undo takes it back."
    assert finder.edit.placeholderText() == "Find a tag or an action, also by pinyin"
    hands.press(Qt.Key.Key_Z, CTRL)
    assert only(coding) == marked


def test_another_tag_may_be_of_another_layer_or_new(
    coding: Coding, marked: Annotation, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_C, SHIFT)  # a concept: which one?
    hands.type("strategic autonomy")
    hands.press(Qt.Key.Key_Return)
    assert only(coding).layer == "concept"
    hands.press(Qt.Key.Key_A, SHIFT)
    hands.type("Some Club of Ours")
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert only(coding).layer == "actor"
    assert only(coding).values["actor"] != ("USA",)


def test_a_layer_with_a_form_asks_where_the_values_go(
    coding: Coding, marked: Annotation, hands: Hands, meet: Meet
) -> None:
    below = coding.panels.below
    below.setCurrentWidget(below.history)  # whichever table is in front, it is the passage's
    coding.panels.pane.setFocus()
    met = meet(ChangeLayerDialog, lambda dialog: dialog.accept())
    hands.press(Qt.Key.Key_S, SHIFT)
    assert met
    assert (only(coding).layer, only(coding).values["holder"]) == ("stance", ("USA",))


def test_without_an_annotation_there_is_nothing_to_tag(coding: Coding, hands: Hands) -> None:
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_A, SHIFT)
    assert told(coding) == "Select an annotation first, then choose another tag for it."
    assert marks(coding) == []


def test_leaving_the_finder_changes_nothing(
    coding: Coding, marked: Annotation, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    hands.press(Qt.Key.Key_Escape)
    assert coding.panels.pane.hasFocus() or coding.panels.pane._view.hasFocus()
    coding.panels.pane.select_span(Span(30, 32))
    coding.panels.tags.start_finding()
    hands.type("China")
    hands.press(Qt.Key.Key_Return)
    assert [each.values["actor"] for each in marks(coding)] == [("USA",), ("CHN",)]


def test_a_favourite_has_a_key_of_its_own(coding: Coding, marked: Annotation, hands: Hands) -> None:
    coding.session.run(GiveKey("actors", "CHN", "7"))
    hands.settle()
    coding.panels.pane.select_span(Span(30, 32))
    hands.press(Qt.Key.Key_7)
    assert [each.values["actor"] for each in marks(coding)] == [("USA",), ("CHN",)]
    coding.select(marked.id)
    hands.press(Qt.Key.Key_7, SHIFT)
    assert [each.values["actor"] for each in marks(coding)] == [("CHN",), ("CHN",)]


def test_the_menu_of_a_tag_gives_it_a_key(coding: Coding, hands: Hands) -> None:
    tags, book = coding.panels.tags, coding.session.codebook
    layer, category = book.layer("actor"), book.code_list("actors").category("CHN")
    menu = QMenu()
    tags._offer_keys(menu, layer, category)
    keys = menu.actions()[0].menu()
    assert isinstance(keys, QMenu)
    keys.actions()[2].trigger()
    assert coding.session.codebook.code_list("actors").category("CHN").shortcut == "3"
    step = coding.session.next_undo()
    assert step is not None
    assert step.kind == "give_key"


def test_a_value_set_by_hand_is_not_lost_by_a_key(
    coding: Coding, marked: Annotation, hands: Hands, meet: Meet
) -> None:
    coding.session.run(SetValues(marked.id, {}))
    concept = next(e for e in coding.session.codebook.code_list("concepts").categories)
    coding.session.run(GiveKey("concepts", concept.key, "8"))
    hands.settle()
    hands.press(Qt.Key.Key_8, SHIFT)
    assert only(coding).layer == "concept"
    coding.session.run(SetValues(marked.id, {"agent": "USA"}))
    met = meet(ChangeLayerDialog, lambda dialog: dialog.reject())
    before = only(coding)
    hands.press(Qt.Key.Key_S, SHIFT)
    assert met
    assert replace(only(coding), modified=before.modified) == before
