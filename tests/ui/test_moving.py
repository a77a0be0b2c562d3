"""Going through an article by the keyboard, and selecting in it, by real key events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.app.commands import CorrectText, MarkSpan
from workbench.domain.article import Status
from workbench.domain.text import Span
from workbench.ui.coding import Coding
from workbench.ui.reading.selection import Selection

TEXT = "两港之间\n𠮷国“支持”，丙国沉默😀；各方在等。会后，没有人答。\n　　第二段，到此为止。"
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = {
    "clause": (Qt.Key.Key_Comma, Qt.Key.Key_Period, NONE),
    "sentence": (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, NONE),
    "paragraph": (Qt.Key.Key_Up, Qt.Key.Key_Down, CTRL),
    "annotation": (Qt.Key.Key_Semicolon, Qt.Key.Key_Apostrophe, NONE),
}


@pytest.fixture
def short(coding: Coding, qtbot: QtBot) -> Coding:
    """Give the window with a short text, in which characters beyond U+FFFF stand."""
    assert coding.article is not None
    coding.session.run(CorrectText(coding.article, TEXT))
    qtbot.waitUntil(lambda: len(coding.panels.pane._view.page.text) == len(TEXT))
    put(coding, 0)
    return coding


def put(coding: Coding, caret: int) -> None:
    coding.panels.pane.setFocus()
    coding.panels.pane.set_selection(Selection(caret, caret))


def selected(coding: Coding) -> str:
    span = coding.panels.pane.selected_span()
    return "" if span is None else TEXT[span.start : span.end]


def mark(coding: Coding, words: str, category: str = "USA") -> int:
    start = TEXT.index(words)
    values = {"actor": category}
    assert coding.article is not None
    return coding.session.run(MarkSpan(coding.article, "actor", start, start + len(words), values))


def test_the_caret_goes_by_units(short: Coding, hands: Hands) -> None:
    pane = short.panels.pane
    for unit, stops in {
        "clause": ["𠮷国", "丙国沉默", "各方在等", "会后", "没有", "第二段", "到此"],
        "sentence": ["𠮷国", "会后", "　　第二段"],
        "paragraph": ["𠮷国", "　　第二段"],
    }.items():
        back, forth, modifier = KEYS[unit]
        put(short, 0)
        places = [TEXT.index(each) for each in stops]
        for place in places:
            hands.press(forth, modifier)
            assert pane.selection() == Selection(place, place), unit
        hands.press(forth, modifier)
        assert pane.caret() == len(TEXT)
        for place in (*reversed(places), 0, 0):
            hands.press(back, modifier)
            assert pane.selection() == Selection(place, place), unit


def test_with_shift_the_selection_grows_and_gives_back(short: Coding, hands: Hands) -> None:
    start = TEXT.index("𠮷国")
    for unit, grown in {
        "clause": ["𠮷国“支持”", "𠮷国“支持”，丙国沉默😀"],
        "sentence": ["𠮷国“支持”，丙国沉默😀；各方在等。"],
        "paragraph": ["𠮷国“支持”，丙国沉默😀；各方在等。会后，没有人答。"],
    }.items():
        back, forth, modifier = KEYS[unit]
        put(short, start)
        for words in grown:
            hands.press(forth, modifier | SHIFT)
            assert selected(short) == words
        for words in (*reversed(grown[:-1]), ""):
            hands.press(back, modifier | SHIFT)
            assert selected(short) == words
        hands.press(back, modifier | SHIFT)
        assert selected(short) == TEXT[:start]
        assert short.panels.pane.caret() == 0


def test_annotations_are_units_too(short: Coding, hands: Hands, qtbot: QtBot) -> None:
    pane, (back, forth, _) = short.panels.pane, KEYS["annotation"]
    hands.press(forth)
    assert short.context.window.strip.hinted == "Nothing is marked in this article."
    first, second = mark(short, "𠮷国"), mark(short, "丙国沉默😀")
    qtbot.waitUntil(lambda: len(pane.annotation_ids()) == 2)
    put(short, 0)
    for expected in (first, second, first):
        hands.press(forth)
        assert pane.selected_annotation() == short.open.selected == expected
    hands.press(back)
    assert short.open.selected == second
    assert pane.caret() == TEXT.index("丙国")
    hands.press(Qt.Key.Key_Apostrophe, SHIFT)
    assert selected(short) == "丙国沉默😀"
    assert short.open.selected is None
    hands.press(Qt.Key.Key_Semicolon, SHIFT)
    assert selected(short) == ""
    hands.press(back)
    assert short.open.selected == second
    put(short, TEXT.index("会后"))
    short.select(None)
    hands.press(back)
    assert short.open.selected == second


def test_suggestions_are_reached_by_a_selection(coding: Coding, hands: Hands, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(coding.suggest.shown) > 1)
    first, second = (each.span for each in coding.suggest.shown[:2])
    put(coding, first.start)
    hands.press(Qt.Key.Key_F8, CTRL)
    assert coding.panels.pane.selected_span() == first
    hands.press(Qt.Key.Key_F8, CTRL)
    assert coding.panels.pane.selected_span() == Span(first.start, second.end)
    hands.press(Qt.Key.Key_F8, CTRL | SHIFT)
    assert coding.panels.pane.selected_span() == first


def test_what_is_selected_becomes_wider_and_narrower(short: Coding, hands: Hands) -> None:
    put(short, TEXT.index("沉默"))
    steps: list[str] = []
    for _ in range(5):
        hands.press(Qt.Key.Key_Equal)
        steps.append(selected(short))
    assert steps[1:] == [
        "丙国沉默😀",
        "𠮷国“支持”，丙国沉默😀；各方在等。",
        "𠮷国“支持”，丙国沉默😀；各方在等。会后，没有人答。",
        steps[3],
    ]
    assert "沉" in steps[0]
    for words in (steps[2], steps[1], steps[0]):
        hands.press(Qt.Key.Key_Minus)
        assert selected(short) == words
    short.panels.pane.select_span(Span(5, 14))  # another one: nothing to come back to
    hands.press(Qt.Key.Key_Minus)
    assert selected(short) == "𠮷国“支持”"


def test_what_was_widened_in_another_article_is_forgotten(short: Coding, hands: Hands) -> None:
    put(short, TEXT.index("沉默"))
    hands.press(Qt.Key.Key_Equal)
    hands.press(Qt.Key.Key_Equal)
    span = short.panels.pane.selected_span()
    assert span is not None
    hands.press(Qt.Key.Key_Down, ALT)
    short.panels.pane.setFocus()
    short.panels.pane.select_span(span)
    hands.press(Qt.Key.Key_Minus)
    narrowed = short.panels.pane.selected_span()
    assert narrowed is not None
    assert narrowed.start == span.start


def test_an_annotation_becomes_wider_and_narrower(
    short: Coding, hands: Hands, qtbot: QtBot
) -> None:
    pane, id_ = short.panels.pane, mark(short, "丙国")
    qtbot.waitUntil(lambda: pane.annotation_ids() == [id_])
    hands.press(Qt.Key.Key_Apostrophe)
    for key, words in (
        (Qt.Key.Key_Equal, "丙国沉默😀"),
        (Qt.Key.Key_Minus, "丙国"),
        (Qt.Key.Key_Equal, "丙国沉默😀"),
    ):
        hands.press(key)
        (kept,) = short.session.annotations_by_id([id_])
        assert kept.quote == words
    hands.press(Qt.Key.Key_Z, CTRL)
    (kept,) = short.session.annotations_by_id([id_])
    assert kept.quote == "丙国"


def test_nothing_happens_where_there_is_nothing(short: Coding, hands: Hands) -> None:
    put(short, len(TEXT))
    hands.press(Qt.Key.Key_Minus)
    assert selected(short) == ""
    hands.press(Qt.Key.Key_Equal)
    assert selected(short) == "。"


def test_the_keys_are_typed_where_one_types(coding: Coding, hands: Hands) -> None:
    before = coding.panels.pane.selection()
    coding.panels.tags.start_finding()
    hands.type(",.[]=-;'")
    assert coding.panels.tags.finder.text() == ",.[]=-;'"
    assert coding.panels.pane.selection() == before


def test_the_status_and_the_next_article_have_keys(coding: Coding, hands: Hands) -> None:
    articles = [info.id for info in coding.session.articles()]
    coding.panels.pane.setFocus()
    for key, status in (
        (Qt.Key.Key_1, Status.IN_PROGRESS),
        (Qt.Key.Key_3, Status.IN_DOUBT),
        (Qt.Key.Key_4, Status.NOT_STARTED),
        (Qt.Key.Key_2, Status.DONE),
    ):
        hands.press(key, CTRL)
        assert coding.session.article(articles[0]).status is status
    coding.articles.set_status(articles[1], Status.DONE)
    for wanted in articles[2:]:
        hands.press(Qt.Key.Key_Down, ALT | SHIFT)
        assert coding.article == wanted
    hands.press(Qt.Key.Key_Down, ALT | SHIFT)
    assert coding.article == articles[2] or len(articles) == 3
    hands.press(Qt.Key.Key_Up, ALT | SHIFT)
    assert coding.article in articles[2:]
    for article in articles[2:]:
        coding.articles.set_status(article, Status.DONE)
    hands.press(Qt.Key.Key_Down, ALT | SHIFT)
    message = coding.context.window.strip.hinted
    assert message == "No other article of the list is left to do."
