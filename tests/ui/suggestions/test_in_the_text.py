"""Suggestions in the open article, by keyboard and by mouse, on the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from tests.ui.reading.mouse import mouse, on
from workbench.app.commands import (
    CorrectText,
    DeleteAnnotations,
    EditCategory,
    MarkSpan,
    MoveBorders,
)
from workbench.app.commands.errors import NothingFrozen
from workbench.app.suggestions import Suggested
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.coding import Coding
from workbench.ui.main_window import MainWindow
from workbench.ui.suggestions.popup import SuggestionPopup

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def searched(coding: Coding, qtbot: QtBot) -> None:
    """Wait until the article that is open was searched."""
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 0, timeout=20_000)
    coding.panels.pane.setFocus()


@pytest.fixture
def popup(coding: Coding) -> SuggestionPopup:
    return coding.suggest.popup


def quotes(coding: Coding) -> list[str]:
    assert coding.article is not None
    return [each.quote for each in coding.session.annotations(coding.article)]


def current(coding: Coding) -> str:
    suggestion = coding.suggest.current
    assert suggestion is not None
    assert coding.article is not None
    text = coding.session.text(coding.article)
    return text[suggestion.span.start : suggestion.span.end]


def click(coding: Coding, number: int) -> None:
    pane = coding.panels.pane
    mouse(pane).click(on(pane, coding.suggest.shown[number].span.start))


def press_button(popup: SuggestionPopup, words: str) -> None:
    buttons = popup.findChildren(QPushButton)
    (button,) = [each for each in buttons if each.text() == words and each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def number_of(coding: Coding, *categories: str) -> int:
    return next(i for i, s in enumerate(coding.suggest.shown) if s.categories == categories)


def test_faint_marks_are_painted_and_count_as_no_annotation(
    coding: Coding, window: MainWindow
) -> None:
    view = coding.panels.pane._view
    view.viewport().repaint()
    assert view.offered > 5
    assert view.painted == 0
    assert quotes(coding) == []
    assert not window.actions_["accept"].isEnabled()


def test_keys_go_accept_reject_and_go_on(coding: Coding, hands: Hands, window: MainWindow) -> None:
    count = len(coding.suggest.shown)
    hands.press(Qt.Key.Key_F8)
    first = current(coding)
    hands.press(Qt.Key.Key_F8)
    second = current(coding)
    hands.press(Qt.Key.Key_F8, SHIFT)
    assert current(coding) == first
    assert window.actions_["accept"].isEnabled()
    hands.press(Qt.Key.Key_F9)
    assert quotes(coding) == [first]
    assert current(coding) == second
    hands.press(Qt.Key.Key_F9, SHIFT)
    assert quotes(coding) == [first]
    assert len(coding.suggest.shown) == count - 2
    hands.press(Qt.Key.Key_Z, CONTROL)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert quotes(coding) == []
    assert len(coding.suggest.shown) == count


def test_the_last_is_followed_by_the_first_and_the_caret_says_where_to_begin(
    coding: Coding, hands: Hands
) -> None:
    shown = coding.suggest.shown
    hands.press(Qt.Key.Key_F8, SHIFT)
    assert coding.suggest.current == shown[-1]
    hands.press(Qt.Key.Key_F8)
    assert coding.suggest.current == shown[0]
    middle = shown[len(shown) // 2]
    coding.panels.pane.select_span(Span(middle.span.start - 1, middle.span.start))
    assert coding.suggest.current is None
    hands.press(Qt.Key.Key_F8)
    assert coding.suggest.current == middle


def test_a_click_opens_a_card_that_accepts_and_says_what_it_is(
    coding: Coding, popup: SuggestionPopup
) -> None:
    number = number_of(coding, "USA")
    click(coding, number)
    assert popup.isVisible()
    assert "United States" in popup._rules.text()
    quote = current(coding)
    press_button(popup, "Accept")
    assert not popup.isVisible()
    assert quotes(coding) == [quote]


def test_a_click_rejects(coding: Coding, popup: SuggestionPopup) -> None:
    rejected = coding.suggest.shown[1]
    click(coding, 1)
    press_button(popup, "Reject")
    assert rejected not in coding.suggest.shown
    assert quotes(coding) == []
    assert coding.article is not None
    assert len(coding.session.rejected(coding.article)) == 1


def test_the_card_goes_with_escape_a_click_elsewhere_and_a_smaller_window(
    coding: Coding, popup: SuggestionPopup, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    pane = coding.panels.pane
    click(coding, 1)
    hands.press(Qt.Key.Key_Escape, widget=popup)
    assert not popup.isVisible()
    click(coding, 1)
    mouse(pane).click(on(pane, hands.text.index("说得多")))
    assert not popup.isVisible()
    assert coding.suggest.current is None
    click(coding, 1)
    window.resize(window.width() - 40, window.height() - 40)
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_a_double_click_at_the_edge_moves_no_text_from_under_the_mouse(
    coding: Coding, window: MainWindow
) -> None:
    window.resize(1400, 600)
    QApplication.processEvents()
    pane = coding.panels.pane
    view, bar = pane._view.viewport(), pane._view.verticalScrollBar()
    span = coding.suggest.shown[-1].span
    bar.setValue(0)
    # The line ends just above the edge, where going there by key would scroll.
    bottom = view.mapFromGlobal(pane.rect_of_span(span).bottomLeft()).y()
    bar.setValue(bottom - view.height() + 4)
    before = bar.value()
    assert before > 0
    mouse(pane).double_click(on(pane, span.start))
    assert bar.value() == before
    selected = pane.selected_span()
    assert selected is not None
    assert selected.start <= span.start < selected.end


def test_a_double_click_on_a_faint_mark_still_selects_the_word(
    coding: Coding, popup: SuggestionPopup
) -> None:
    pane = coding.panels.pane
    mouse(pane).double_click(on(pane, coding.suggest.shown[0].span.start))
    assert pane.selected_span() is not None
    assert not popup.isVisible()


def test_what_two_categories_claim_is_asked(
    coding: Coding, popup: SuggestionPopup, hands: Hands
) -> None:
    number = number_of(coding, "USA_TRUMP1", "USA_TRUMP2")
    coding.suggest._go_to(number)
    hands.press(Qt.Key.Key_F9, CONTROL)
    assert quotes(coding) == []
    hands.press(Qt.Key.Key_F9)
    assert popup.isVisible()
    assert quotes(coding) == []
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert coding.article is not None
    (made,) = coding.session.annotations(coding.article)
    assert made.values["actor"] == ("USA_TRUMP2",)
    assert QApplication.focusWidget() is coding.panels.pane._view


def test_another_category_is_looked_for_in_the_tags(coding: Coding, popup: SuggestionPopup) -> None:
    suggestion = coding.suggest.shown[0]
    click(coding, 0)
    press_button(popup, "Other category…")
    assert coding.panels.pane.selected_span() == suggestion.span
    assert QApplication.focusWidget() is coding.panels.tags.finder.edit


def test_all_of_a_category_in_the_article_is_one_step(
    coding: Coding, popup: SuggestionPopup, hands: Hands
) -> None:
    same = [each for each in coding.suggest.shown if each.categories == ("USA",)]
    click(coding, number_of(coding, "USA"))
    press_button(popup, "All in this article")
    assert len(quotes(coding)) == len(same) > 1
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert quotes(coding) == []
    coding.suggest._go_to(number_of(coding, "USA"))
    hands.press(Qt.Key.Key_F9, CONTROL)
    assert len(quotes(coding)) == len(same)


def test_they_are_turned_off_and_on_and_that_is_remembered(
    coding: Coding, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    hands.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: not coding.suggest.shown)
    assert not coding.context.settings.values.suggestions
    assert not window.actions_["suggestions"].isChecked()
    hands.press(Qt.Key.Key_F8)
    assert coding.suggest.current is None
    hands.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 0)


def test_what_is_marked_by_hand_is_suggested_no_more_and_undo_brings_it_back(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    first = coding.suggest.shown[0]
    assert coding.article is not None
    span, value = first.span, {first.variable: first.categories[0]}
    coding.session.run(MarkSpan(coding.article, first.layer, span.start, span.end, value))
    qtbot.waitUntil(lambda: first not in coding.suggest.shown)
    hands.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: first in coding.suggest.shown)


def test_a_smaller_mark_is_clicked_through_a_larger_annotation(
    coding: Coding, popup: SuggestionPopup
) -> None:
    first = coding.suggest.shown[0]
    assert coding.article is not None
    made = coding.session.run(MarkSpan(coding.article, "stance", 0, 10, {}))
    pane = coding.panels.pane
    mouse(pane).click(on(pane, 2))
    assert pane.selected_annotation() == made
    mouse(pane).click(on(pane, first.span.start))
    assert popup.isVisible()


def test_hovering_tells_what_is_suggested(coding: Coding, qtbot: QtBot) -> None:
    pane = coding.panels.pane
    viewport = pane._view.viewport()
    point = on(pane, coding.suggest.shown[0].span.start)
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: "Suggestion" in QToolTip.text())
    QToolTip.hideText()


def test_another_article_has_its_own_and_the_language_is_followed(
    coding: Coding, qtbot: QtBot
) -> None:
    before = list(coding.suggest.shown)
    coding.show_article(coding.session.articles()[1].id)
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 0 and coding.suggest.shown[0] not in before)
    coding.context.appearance.choose_language("zh_CN")
    qtbot.waitUntil(
        lambda: (
            len(coding.panels.pane._view.page.offers) > 0
            and "建议" in coding.panels.pane.tell_offer(0)
        )
    )


def test_a_rule_that_never_ends_is_told_by_name_and_stops_no_other(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    endless = r"(?:(?:[^。]{1,30}){1,30}){1,30}$"
    actors = coding.session.codebook.code_list("actors")
    usa = actors.category("USA")
    changed = replace(usa, patterns=(endless, "斯特拉斯堡"))
    coding.session.run(EditCategory("actors", "USA", changed))
    text = coding.session.text(coding.article or 0)
    place = text.index("斯特拉斯堡")
    qtbot.waitUntil(
        lambda: any(each.span == Span(place, place + 5) for each in coding.suggest.shown),
        timeout=20_000,
    )
    assert endless in window.info.sentence


class Held:
    """The searches that the window began; each ends when it is let go."""

    def __init__(self) -> None:
        self.ends: list[Callable[[], None]] = []

    def run(
        self,
        _: str,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        *_rest: Any,
        **__: Any,
    ) -> None:
        found = work(None)
        self.ends.append(lambda: done(found))


@pytest.fixture
def held(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held()
    monkeypatch.setattr(coding.context.background, "run", held.run)
    return held


def test_a_text_corrected_while_it_is_searched_is_searched_anew(
    coding: Coding, held: Held, qtbot: QtBot
) -> None:
    article = coding.article or 0
    text = coding.session.text(article)
    quoted = [text[each.span.start : each.span.end] for each in coding.suggest.shown]
    coding.session.run(CorrectText(article, "甲。" + text))
    qtbot.waitUntil(lambda: len(held.ends) == 1)
    coding.session.run(CorrectText(article, "甲乙。" + text))
    held.ends[0]()
    assert list(coding.suggest.shown) == []
    assert len(held.ends) == 2
    held.ends[1]()
    now = coding.session.text(article)
    assert [now[each.span.start : each.span.end] for each in coding.suggest.shown] == quoted


def test_an_article_is_searched_once_also_where_another_is_searched_besides(
    coding: Coding, held: Held, qtbot: QtBot
) -> None:
    first, second = coding.article or 0, coding.session.articles()[1].id
    coding.session.suggestions.forget(None)
    coding.show_article(second)
    qtbot.waitUntil(lambda: len(held.ends) == 1)
    coding.show_article(first)
    qtbot.waitUntil(lambda: len(held.ends) == 2)
    coding.show_article(second)
    held.ends[1]()  # that of the first, while the second is open and still searched
    qtbot.waitUntil(lambda: not coding.suggest._later.isActive())
    assert len(held.ends) == 2
    held.ends[0]()
    assert len(coding.suggest.shown) > 0


def test_a_search_that_failed_is_tried_again(
    coding: Coding, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[Callable[[BaseException], None]] = []

    def fail(_: str, __: object, ___: object, failed: Callable[[BaseException], None], **____: Any):
        failures.append(failed)

    monkeypatch.setattr(coding.context.background, "run", fail)
    coding.session.suggestions.forget(None)
    coding.suggest.follow()
    qtbot.waitUntil(lambda: len(failures) == 1)
    failures[0](NothingFrozen())
    coding.suggest.follow()
    qtbot.waitUntil(lambda: len(failures) == 2)


def test_after_each_mark_there_is_what_a_look_at_the_whole_article_says(
    coding: Coding, qtbot: QtBot
) -> None:
    """Only what lies around a mark is worked out anew; it must not be told from all of it."""
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 5)
    article = coding.article
    assert article is not None

    def is_as_in_the_whole() -> bool:
        return list(coding.suggest.shown) == coding.session.suggestions.known(article)

    spans = [each.span for each in coding.suggest.shown]
    run = coding.session.run
    first = run(MarkSpan(article, "actor", spans[0].start, spans[0].end, {"actor": "USA"}))
    qtbot.waitUntil(is_as_in_the_whole)
    wide = MarkSpan(article, "concept", spans[1].start, spans[4].end, {"concept": "C_NCR"})
    second = run(wide)
    qtbot.waitUntil(is_as_in_the_whole)
    run(MoveBorders(second, spans[2].start, spans[2].end))
    qtbot.waitUntil(is_as_in_the_whole)
    run(DeleteAnnotations((first,)))
    qtbot.waitUntil(is_as_in_the_whole)
    for _ in range(4):
        coding.undo()
        qtbot.waitUntil(is_as_in_the_whole)
    assert [each.span for each in coding.suggest.shown] == spans
    assert len(coding.panels.pane._view.page.offers) == len(spans)


def test_those_of_a_hidden_layer_are_hidden_along(
    coding: Coding, window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    view = coding.panels.pane._view

    def layers() -> set[str]:
        view.viewport().repaint()
        return {each.layer for each in coding.suggest.shown}

    def toggle(name: str) -> None:
        menu = window.actions_.menu("layers")
        menu.aboutToShow.emit()
        next(each for each in menu.actions() if each.text().startswith(f"{name}\t")).trigger()

    before = coding.suggest.shown
    assert layers() == {"actor", "concept"}
    click(coding, number_of(coding, "USA"))
    toggle("Actor")
    qtbot.waitUntil(lambda: layers() == {"concept"})
    assert coding.suggest.current is None
    assert not coding.suggest.popup.isVisible()
    coding.session.run(MarkSpan(coding.article or 0, "stance", 0, 40))
    hands.settle()
    assert layers() == {"concept"}
    toggle("Concept")
    qtbot.waitUntil(lambda: view.offered == 0 and not layers())
    hands.press(Qt.Key.Key_F8)
    told = "What is suggested here is of hidden layers: show them in Layers."
    assert window.strip.hinted == told
    coding.shown.show_everything()
    qtbot.waitUntil(lambda: list(coding.suggest.shown) == list(before))


def test_a_hidden_layer_suggests_nothing_in_the_next_article_and_session(
    coding: Coding, window: MainWindow, qtbot: QtBot, open_desk: OpenDesk, project: Path
) -> None:
    coding.shown._show_layer("actor", False)
    window.articles.step(1)
    qtbot.waitUntil(lambda: coding.suggest._complete == coding.article)
    assert {each.layer for each in coding.suggest.shown} <= {"concept"}
    window.close()
    again = open_desk(project).coding
    assert again is not None
    qtbot.waitUntil(lambda: again.suggest._complete == again.article)
    assert {each.layer for each in again.suggest.shown} <= {"concept"}


def test_a_text_that_is_shown_anew_has_its_suggestions_again(
    coding: Coding, hands: Hands, qtbot: QtBot
) -> None:
    count = len(coding.suggest.shown)
    coding.open.show_again()
    hands.press(Qt.Key.Key_F8)
    assert coding.suggest.current is not None
    assert len(coding.panels.pane.offers) == count
    coding.open.show_again()
    first = coding.suggest.shown[0]
    coding.session.run(first.accept(coding.article or 0))
    qtbot.waitUntil(lambda: first not in coding.suggest.shown)
    assert len(coding.panels.pane.offers) == len(coding.suggest.shown) == count - 1


def test_a_long_one_that_comes_back_stands_before_those_that_begin_within_it(
    coding: Coding, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert coding.article is not None
    kept = coding.suggest.shown[0]
    long, short = replace(kept, span=Span(10, 40)), replace(kept, span=Span(12, 14))

    def known(_: int, annotations: Iterable[Annotation], within: Span | None = None) -> Suggested:
        taken = [each.span for each in annotations if each.span]
        free = [s for s in (long, short) if not any(s.span.overlaps(each) for each in taken)]
        return Suggested(e for e in free if within is None or e.span.overlaps(within))

    monkeypatch.setattr(coding.session.suggestions, "known", known)
    mark = coding.session.run(MarkSpan(coding.article, "actor", 38, 40, {"actor": "USA"}))
    coding.suggest.follow()
    qtbot.waitUntil(lambda: list(coding.suggest.shown) == [short])
    coding.session.run(DeleteAnnotations((mark,)))
    qtbot.waitUntil(lambda: list(coding.suggest.shown) == [long, short])
