from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from workbench.app.commands import EditArticle, MarkSpan, SetMemo
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.article import Status
from workbench.domain.text import Span
from workbench.ui import open_article
from workbench.ui.actions import Need
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def marks(coding: Coding) -> list[Annotation]:
    """Return what the store holds of the article that is open."""
    assert coding.article is not None
    return coding.session.annotations(coding.article)


def a_mark(coding: Coding, start: int = 10, end: int = 14, layer: str = "concept") -> int:
    """Mark through the session, past the window."""
    assert coding.article is not None
    code_list = coding.session.codebook.code_list("concepts" if layer == "concept" else "actors")
    values = {layer: code_list.categories[0].key}
    return coding.session.run(MarkSpan(coding.article, layer, start, end, values))


def test_the_first_article_is_shown_everywhere(coding: Coding, window: MainWindow) -> None:
    assert coding.article == window.articles.current
    assert "¶1" in window.strip._where.text()
    assert window.actions_["import"].isEnabled()
    assert not window.actions_["delete"].isEnabled()
    assert window.actions_["undo"].text() == "&Undo import 4 articles"


def test_one_key_marks_what_the_selection_names(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    span = hands.select("美国")
    hands.press(Qt.Key.Key_A)
    (mark,) = marks(coding)
    assert (mark.span, mark.quote, mark.values["actor"]) == (span, "美国", ("USA",))
    assert window.actions_["undo"].text() == "&Undo mark: 美国 (Actor)"
    assert window.strip._saved.text().startswith("saved ")
    assert window.strip._marked.text() == "Actor 1"
    assert coding.panels.pane.selected_annotation() == mark.id
    assert coding.panels.editor.annotation == mark


def test_the_same_key_once_more_selects_what_is_there(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    (mark,) = marks(coding)
    hands.select("欧洲")
    hands.press(Qt.Key.Key_Escape)
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    assert marks(coding) == [mark]
    assert coding.open.selected == mark.id
    assert "Already marked so" in window.strip.hinted
    assert window.info.sentence == ""
    hands.press(Qt.Key.Key_Z, CTRL)
    assert marks(coding) == []


def test_the_same_form_once_more_selects_what_is_there(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    for _ in range(2):
        hands.select("欧洲")
        hands.press(Qt.Key.Key_S)
        hands.press(Qt.Key.Key_Return, CTRL)
        assert not coding.panels.popup.isVisible()
    (mark,) = marks(coding)
    assert coding.open.selected == mark.id
    assert "Already marked so" in window.strip.hinted
    assert coding.panels.pane._view.hasFocus()


def test_a_hint_is_gone_with_the_next_thing_done(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    nexts = (
        lambda: hands.select("美国"),
        lambda: coding.panels.pane.annotation_selected.emit(None),
        lambda: hands.press(Qt.Key.Key_S),
        lambda: window.articles.step(1),
    )
    hands.select("欧洲")
    for act in nexts:
        coding.panels.popup.cancel()
        coding.panels.tags.hint.emit("Select some text first.")
        assert window.strip.hinted
        act()
        assert window.strip.hinted == ""


def test_what_is_saved_behind_a_hint_leaves_it_to_be_read(
    coding: Coding, window: MainWindow
) -> None:
    article = coding.article or 0
    coding.panels.tags.hint.emit("Select some text first.")
    coding.session.run(MarkSpan(article, "claim", 0, 2))
    assert window.strip.hinted
    window.strip._hinting.start(1000)  # it has been read
    coding.session.run(MarkSpan(article, "claim", 2, 4))
    assert window.strip.hinted == ""


def test_undo_and_redo_by_their_keys(coding: Coding, hands: Hands, window: MainWindow) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert marks(coding) == []
    assert window.actions_["redo"].text() == "&Redo mark: 美国 (Actor)"
    assert coding.panels.editor.annotation is None
    hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert [each.quote for each in marks(coding)] == ["美国"]
    assert window.below.annotations.annotations() == marks(coding)


def test_undo_and_redo_say_what_they_did(coding: Coding, hands: Hands, window: MainWindow) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert window.strip.hinted == "Undone: mark: 美国 (Actor)"
    assert window.info.sentence == ""
    hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.strip.hinted == "Redone: mark: 美国 (Actor)"
    hands.select("欧洲")
    assert window.strip.hinted == ""


def test_an_undone_import_says_so_and_offers_to_bring_it_back(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    hands.press(Qt.Key.Key_Z, CTRL)
    assert coding.session.articles() == []
    assert window.info.sentence.startswith("Undone: import 4 articles. The articles are no longer")
    button = window.info._button
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(coding.session.articles()) == 4
    assert window.info.sentence == ""
    assert window.strip.hinted == "Redone: import 4 articles"


def test_a_layer_with_a_form_asks_beside_the_selection(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    span = hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    assert coding.panels.popup.isVisible()
    assert coding.panels.popup.form is not None
    hands.press(Qt.Key.Key_Return, CTRL)
    (mark,) = marks(coding)
    assert (mark.layer, mark.span, mark.complete) == ("stance", span, False)
    assert not coding.panels.popup.isVisible()


def test_escape_leaves_the_form_without_a_mark(coding: Coding, hands: Hands) -> None:
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    coding.panels.popup.cancel()
    assert marks(coding) == []


def test_the_ends_of_a_selection_lose_their_white_space(coding: Coding, hands: Hands) -> None:
    end = hands.text.index("\n")
    coding.panels.pane.setFocus()
    coding.panels.pane.select_span(Span(end - 2, end + 1))
    assert coding.marking.passage is not None
    assert coding.marking.passage.span == Span(end - 2, end)


def test_without_a_selection_a_key_only_hints(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    coding.panels.pane.setFocus()
    coding.panels.pane.clear_selection()
    hands.press(Qt.Key.Key_A)
    assert marks(coding) == []
    assert "Select some text" in window.strip.hinted


def test_layer_keys_type_letters_in_a_field(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    hands.select("美国")
    window.articles._filter.setFocus()
    hands.type("a")
    assert window.articles._filter.text() == "a"
    assert marks(coding) == []


def test_a_click_in_the_table_selects_in_the_text(
    coding: Coding, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    first, second = a_mark(coding, 10, 14), a_mark(coding, 300, 306)
    table = window.below.annotations._table
    index = table.model().index(1, 1)
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center()
    )
    hands.settle()
    assert coding.panels.pane.selected_annotation() == second
    assert coding.panels.editor.annotation is not None
    assert coding.panels.editor.annotation.id == second
    assert first != second


def test_while_a_key_is_held_only_the_annotation_where_it_stops_is_edited(
    coding: Coding, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_article, "_HELD", 60_000)
    monkeypatch.setattr(open_article, "_STOPPED", 60_000)
    marks = [a_mark(coding, start, start + 4) for start in (10, 20, 30, 40)]
    editor = coding.panels.editor

    def edited() -> int | None:
        return editor.annotation and editor.annotation.id

    coding.select(marks[0])
    hands.settle()
    assert edited() == marks[0]
    coding.panels.pane.setFocus()
    for mark in marks[1:]:
        hands.press(Qt.Key.Key_Apostrophe)
        assert coding.open.selected == mark
        assert edited() == marks[0]
    hands.press(Qt.Key.Key_Return)
    assert edited() == marks[-1]
    monkeypatch.setattr(open_article, "_STOPPED", 1)
    coding.select(marks[1])
    qtbot.waitUntil(lambda: edited() == marks[1])


def test_delete_removes_the_selected_annotation(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    first, second = a_mark(coding, 10, 14), a_mark(coding, 30, 36)
    coding.select(first)
    coding.panels.pane.setFocus()
    assert window.actions_["delete"].isEnabled()
    hands.press(Qt.Key.Key_Delete)
    assert [each.id for each in marks(coding)] == [second]


def test_delete_in_the_filter_deletes_letters_only(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    coding.select(a_mark(coding))
    window.below.annotations.filter.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert len(marks(coding)) == 1


def test_undo_opens_the_article_of_the_step(coding: Coding, window: MainWindow) -> None:
    first = coding.article
    a_mark(coding)
    window.articles.step(1)
    assert coding.article != first
    coding.steps.undo()
    assert coding.article == first
    assert marks(coding) == []
    window.articles.step(1)
    coding.steps.redo()
    assert coding.article == first
    assert coding.panels.pane.selected_annotation() == marks(coding)[0].id


def test_changes_from_another_thread_reach_the_panels(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    before = window.actions_["undo"].text()
    coding.context.background.run(
        "marking", lambda _: a_mark(coding), lambda _: None, coding.context.failed
    )
    qtbot.waitUntil(lambda: len(window.below.annotations.annotations()) == 1)
    qtbot.waitUntil(lambda: window.actions_["undo"].text() != before)
    assert window.actions_["undo"].isEnabled()


def test_status_is_set_from_the_menu_and_shown(coding: Coding, window: MainWindow) -> None:
    window.actions_["status_done"].trigger()
    assert coding.article is not None
    assert coding.session.article(coding.article).status is Status.DONE
    assert window.actions_["status"].text() == "&Status: done"
    assert window.actions_["status_done"].isChecked()
    window.articles.step(1)
    assert window.actions_["status_not_started"].isChecked()


def test_editing_values_in_the_panel_is_saved(coding: Coding) -> None:
    mark = a_mark(coding, layer="actor")
    coding.select(mark)
    coding.panels.editor.values_changed.emit(mark, {"actor": ("CHN",)})
    assert marks(coding)[0].values["actor"] == ("CHN",)
    coding.panels.editor.memo_changed.emit(mark, "再看")
    assert marks(coding)[0].memo == "再看"
    assert coding.context.window.below.annotations.annotations()[0].memo == "再看"


def test_moved_borders_are_saved(coding: Coding) -> None:
    mark = a_mark(coding)
    coding.panels.pane.border_moved.emit(mark, 9, 15)
    assert marks(coding)[0].span == Span(9, 15)


def test_a_refusal_is_one_sentence_in_the_bar(coding: Coding, window: MainWindow) -> None:
    coding.marking._run(SetMemo(999_999, "nothing there"))
    assert "does not exist" in window.info.sentence
    window.info._close.click()
    assert window.info.sentence == ""


def test_the_form_comes_back_when_the_mark_was_refused(
    coding: Coding, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    coding.session._project.read_only = True
    values = {"holder": ("USA",)}
    coding.marking._mark_with_form("stance", Span(0, 2), values, "memo", Certainty.UNSURE)
    assert coding.panels.popup.form is not None
    assert coding.panels.popup.form.values() == values  # the defaults were cleared
    assert coding.panels.popup.form.memo.memo() == "memo"
    assert coding.panels.popup.form.chosen_certainty() is Certainty.UNSURE


def test_a_new_category_comes_from_the_panel(coding: Coding, hands: Hands) -> None:
    hands.select("欧洲")
    coding.panels.tags.start_finding("concept")
    hands.type("island chains")
    hands.press(Qt.Key.Key_Return)
    assert marks(coding) == []
    coding.panels.tags.add_category_requested.emit("stance_targets", "海上倡议", "")
    targets = coding.session.codebook.code_list("stance_targets").categories
    assert targets[-1].label.zh == "海上倡议"


def test_next_and_previous_article_by_keys(coding: Coding, hands: Hands) -> None:
    first = coding.article
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    second = coding.article
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert second != first
    assert coding.article == first


def test_a_note_leads_to_its_anchor(coding: Coding, window: MainWindow, qtbot: QtBot) -> None:
    noted = next(each.id for each in coding.session.articles() if coding.session.notes(each.id))
    window.articles.choose(noted)
    window.below.show_page(window.below.notes)
    table = window.below.notes._table
    counted = f"Notes  {table.model().rowCount()}"
    qtbot.waitUntil(lambda: window.below.bar.tabs.tabText(2) == counted)
    qtbot.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.model().index(0, 1)).topLeft() + QPoint(4, 4),
    )
    anchor = coding.session.notes(noted)[0].anchor
    assert anchor is not None
    selected = coding.panels.pane.selected_span()
    assert selected is not None
    assert selected.end == max(1, anchor)


def test_the_history_tells_every_step(coding: Coding, window: MainWindow, hands: Hands) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    window.below.show_page(window.below.history)
    model = window.below.history._table.model()
    assert model.index(0, 1).data() == "mark: 美国 (Actor)"
    assert model.index(0, 2).data() == "甲"
    hands.press(Qt.Key.Key_Z, CTRL)
    assert model.index(0, 3).data() == "undone"


def test_another_coder_sees_none_of_the_first_ones_marks(desk: Desk, coding: Coding) -> None:
    a_mark(coding)
    desk._become("乙")
    assert coding.session.coder.name == "乙"
    assert marks(coding) == []
    assert desk.context.window.below.annotations.annotations() == []
    assert "乙" in desk.context.window.strip._who.text()
    assert not desk.context.window.actions_["undo"].isEnabled()


def test_everything_is_there_after_opening_again(
    open_desk: OpenDesk, project: Path, qtbot: QtBot
) -> None:
    desk = open_desk(project)
    assert desk.coding is not None
    desk.context.window.articles.step(1)
    article = desk.coding.article
    a_mark(desk.coding)
    desk.close()
    desk.open(project)
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding.article == article
    assert len(marks(desk.coding)) == 1
    assert desk.context.window.actions_["undo"].isEnabled()


def test_closing_leaves_an_empty_window(desk: Desk, window: MainWindow) -> None:
    window.actions_["close"].trigger()
    assert desk.coding is None
    assert not window.actions_["import"].isEnabled()
    assert window.strip._who.text() == ""
    assert window.start_page.isVisible()
    assert all(not dock.isVisible() for dock in window.docks)


def test_needs_of_actions_follow_what_is_there(coding: Coding, window: MainWindow) -> None:
    assert {Need.PROJECT, Need.WRITABLE, Need.ARTICLE} <= window.actions_._there
    assert Need.ANNOTATION not in window.actions_._there
    coding.select(a_mark(coding))
    assert {Need.ANNOTATION, Need.UNDO} <= window.actions_._there


def test_the_article_is_larger_by_the_menu_and_stays_so(coding: Coding, window: MainWindow) -> None:
    before = coding.panels.pane.font_size()
    window.actions_["larger"].trigger()
    assert coding.panels.pane.font_size() == before + 1
    assert coding.context.settings.values.reading_size == before + 1


def test_marks_stay_under_their_words_when_the_window_narrows(
    coding: Coding, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    hands.select("美国", 1)
    hands.press(Qt.Key.Key_A)
    window.grab()
    width = coding.panels.pane.width()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: coding.panels.pane.width() < width)
    geometry = coding.panels.pane._view.page.geometry
    blocks = range(len(coding.panels.pane._view.page.shown.blocks))
    painted = [geometry.marks(number) for number in blocks]
    geometry.forget()
    assert painted == [geometry.marks(number) for number in blocks]


def test_the_keyboard_comes_back_to_the_article(coding: Coding, hands: Hands) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is not coding.panels.pane.focusProxy()
    hands.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is coding.panels.pane.focusProxy()


def test_selecting_text_deselects_the_annotation(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    coding.select(a_mark(coding, 10, 14))
    hands.settle()
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_End, CTRL)
    hands.press(Qt.Key.Key_Left, SHIFT)
    assert coding.panels.pane.selected_annotation() is None
    assert coding.panels.editor.annotation is None
    assert window.below.annotations.selected() == []
    assert not window.actions_["delete"].isEnabled()
    hands.press(Qt.Key.Key_Delete)
    assert len(marks(coding)) == 1


def test_another_title_leaves_the_article_where_it_was(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    window.resize(900, 500)
    assert coding.article is not None
    span = hands.select(hands.text[-4:])
    mark = a_mark(coding, span.start, span.end)
    coding.select(mark)
    hands.settle()
    bar = coding.panels.pane._view.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    before = coding.panels.pane._top_line()
    assert bar.value() > 0
    coding.session.run(EditArticle(coding.article, {"title": "Another title"}))
    hands.settle()
    for _ in range(2):
        offset, below = coding.panels.pane._top_line()
        assert offset == before[0]
        assert abs(below - before[1]) <= 1
        assert coding.panels.pane.selected_span() == span
        assert coding.panels.pane.caret() == span.end
        assert coding.panels.pane.selected_annotation() == mark
        assert coding.panels.editor.annotation is not None
        coding.steps.undo()
        hands.settle()


def test_borders_move_by_keys(coding: Coding, hands: Hands, window: MainWindow) -> None:
    alt, key = Qt.KeyboardModifier.AltModifier, Qt.Key
    coding.select(a_mark(coding, 10, 14))
    hands.settle()
    coding.panels.pane.setFocus()
    steps = (
        (key.Key_Right, alt | SHIFT, Span(10, 15)),
        (key.Key_Left, alt | SHIFT, Span(10, 14)),
        (key.Key_Left, alt, Span(9, 14)),
        (key.Key_Right, alt, Span(10, 14)),
    )
    for pressed, modifiers, span in steps:
        hands.press(pressed, modifiers)
        assert marks(coding)[0].span == span
    hands.press(key.Key_Z, CTRL)
    assert marks(coding)[0].span == Span(9, 14)


def test_the_status_bar_tells_what_the_caret_stands_in(
    coding: Coding, hands: Hands, window: MainWindow
) -> None:
    a_mark(coding, 0, 4, layer="actor")
    coding.panels.pane.setFocus()
    hands.press(Qt.Key.Key_Home, CTRL)
    hands.press(Qt.Key.Key_Right)
    told = coding.panels.pane.describe_at_caret()
    assert told
    assert told in window.strip._where.text()
    assert window.strip._where.accessibleDescription() == told
    hands.press(Qt.Key.Key_End, CTRL)
    assert window.strip._where.accessibleDescription() == ""


def test_what_was_refused_in_one_article_is_not_told_in_another(
    coding: Coding, window: MainWindow
) -> None:
    assert coding.article is not None
    window.info.refuse(lambda: "It cannot be done here.")
    window.articles.choose(coding.article)
    assert window.info.sentence
    window.articles.step(1)
    assert window.info.isHidden()


def test_several_rows_are_chosen_by_clicks(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    ids = [a_mark(coding, start, start + 4) for start in (10, 30, 50, 70)]
    table, left = window.below.annotations._table, Qt.MouseButton.LeftButton

    def click(row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        box = table.visualRect(table.model().index(row, 1))
        qtbot.mouseClick(table.viewport(), left, modifier, box.center())

    click(0)
    click(2, Qt.KeyboardModifier.ShiftModifier)
    assert window.below.selected() == ids[:3]
    click(3, Qt.KeyboardModifier.ControlModifier)
    assert window.below.selected() == ids
    click(1, Qt.KeyboardModifier.ControlModifier)
    assert window.below.selected() == [ids[0], *ids[2:]]
    click(1)
    assert window.below.selected() == [ids[1]]
    assert coding.open.selected == ids[1]
