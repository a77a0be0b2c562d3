"""What is stored is what was under the selection, also behind characters beyond U+FFFF."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from tests.ui.reading.mouse import Mouse, before, on
from workbench.app.commands import CorrectText, GiveKey
from workbench.domain.text import Span
from workbench.ui.coding import Coding
from workbench.ui.reading.selection import Selection

#: Rare and astral Han, emoji alone and joined, a combining mark, a tab, a right-to-left run.
TEXT = (
    "𠮷家与🙂之间\n𠀀国外长说：“😀𠮷野先生反对。”乙国👨‍👩‍👧沉默e\u0301；\t丙国𪚥观望。\n"
    "末段𠮷，שלום，丁国😀😀，完。"
)
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
#: Each begins or ends at, behind or between rare characters.
WORDS = (
    "𠮷家",
    "🙂",
    "𠀀国外长",
    "😀𠮷野先生",
    "反对",
    "丙国𪚥",
    "𪚥观望",
    "末段𠮷",
    "丁国😀",
    "完",
)


@pytest.fixture
def rare(coding: Coding, qtbot: QtBot) -> Coding:
    """Give the window with the text, and a key that marks at once."""
    assert coding.article is not None
    coding.session.run(CorrectText(coding.article, TEXT))
    coding.session.run(GiveKey("actors", "USA", "1"))
    pane = coding.panels.pane
    qtbot.waitUntil(lambda: pane._view.page.text == TEXT)
    pane.setFocus()
    return coding


def spans() -> list[Span]:
    return [Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in WORDS]


def stored(coding: Coding) -> list[tuple[Span | None, str]]:
    assert coding.article is not None
    return [(each.span, each.quote) for each in coding.session.annotations(coding.article)]


def quoted(found: list[Span]) -> list[tuple[Span, str]]:
    return [(span, TEXT[span.start : span.end]) for span in sorted(found)]


def test_by_the_mouse(rare: Coding, hands: Hands) -> None:
    pane = rare.panels.pane
    pointer = Mouse(pane._view.viewport())
    for span in spans():
        pointer.drag(before(pane, span.start), before(pane, span.end))
        assert pane.selected_span() == span
        hands.press(Qt.Key.Key_1)
    assert stored(rare) == quoted(spans())


def test_by_keys(rare: Coding, hands: Hands) -> None:
    view, pane = rare.panels.pane._view, rare.panels.pane
    for span in spans():
        line = TEXT.rindex("\n", 0, span.start) + 1 if "\n" in TEXT[: span.start] else 0
        pane.set_selection(Selection(line, line))
        while pane.caret() < span.start:  # a joined emoji is one step
            QTest.keyClick(view, Qt.Key.Key_Right)
        while pane.caret() < span.end:
            QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
        assert pane.selected_span() == span
        hands.press(Qt.Key.Key_1)
    assert stored(rare) == quoted(spans())


def test_backwards_and_by_clauses(rare: Coding, hands: Hands) -> None:
    pane, end = rare.panels.pane, TEXT.index("反对") + len("反对")
    pane.set_selection(Selection(end, end))
    hands.press(Qt.Key.Key_Comma, SHIFT)  # back to where the clause begins
    assert pane.selected_span() == Span(TEXT.index("“😀"), end)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Home, CTRL)
    hands.press(Qt.Key.Key_Period, SHIFT)
    hands.press(Qt.Key.Key_1)
    clause = TEXT.index("\n")
    assert stored(rare) == quoted([Span(0, clause), Span(TEXT.index("“😀"), end)])


def test_borders_move_by_characters_of_any_kind(rare: Coding, hands: Hands) -> None:
    span = Span(TEXT.index("野先生"), TEXT.index("野先生") + 3)
    rare.panels.pane.select_span(span)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Left, ALT)
    hands.press(Qt.Key.Key_Left, ALT)
    hands.press(Qt.Key.Key_Right, ALT | SHIFT)
    assert stored(rare) == quoted([Span(span.start - 2, span.end + 1)])
    assert stored(rare)[0][1] == "😀𠮷野先生反"


def test_a_click_finds_what_lies_behind_rare_characters(rare: Coding, hands: Hands) -> None:
    pane = rare.panels.pane
    span = Span(TEXT.index("丁国"), TEXT.index("丁国") + 3)
    pane.select_span(span)
    hands.press(Qt.Key.Key_1)
    (only,) = pane.annotation_ids()
    pane.select(None)
    pointer = Mouse(pane._view.viewport())
    pointer.click(on(pane, span.start - 1))
    assert pane.selected_annotation() is None
    pointer.click(on(pane, span.end - 1))
    assert pane.selected_annotation() == only
