from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from workbench.domain.codebook import Kind
from workbench.ui.tags.line_fields import DateField, LineField, NumberField
from workbench.ui.tags.text_fields import MemoField, TextField
from workbench.ui.theme import Theme

Show = Callable[[QWidget], QMainWindow]
Key = Qt.Key


def _line(kind: Kind, theme: Theme) -> LineField:
    return DateField(theme) if kind is Kind.DATE else NumberField(kind, theme)


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        (Kind.DATE, "2025.8.25", "2025-08-25", "2025-08-25"),
        (Kind.REAL, "76.20%", 76.2, "76.2"),
        (Kind.REAL, "3", 3.0, "3"),
        (Kind.INTEGER, "12", 12, "12"),
    ],
)
def test_enter_reads_the_line(
    theme: Theme,
    show: Show,
    hands: Hands,
    qtbot: QtBot,
    kind: Kind,
    typed: str,
    value: object,
    shown: str,
) -> None:
    field = _line(kind, theme)
    show(field)
    field.setFocus()
    hands.type(typed)
    with qtbot.waitSignals([field.committed, field.finished]):
        hands.press(Key.Key_Return)
    assert field.values() == (value,)
    assert field.edit.text() == shown


@pytest.mark.parametrize(
    ("kind", "word"), [(Kind.DATE, "date"), (Kind.INTEGER, "whole"), (Kind.REAL, "number")]
)
def test_what_is_no_value_is_said_and_stays(
    theme: Theme, show: Show, hands: Hands, qtbot: QtBot, kind: Kind, word: str
) -> None:
    field = _line(kind, theme)
    show(field)
    field.setFocus()
    hands.type("soon")
    with qtbot.waitSignal(field.complained) as told, qtbot.assertNotEmitted(field.finished):
        hands.press(Key.Key_Return)
    assert told.args
    assert word in told.args[0]
    assert field.edit.text() == "soon"
    with qtbot.waitSignal(field.complained) as told:
        hands.type("x")
    assert told.args == [""]


def test_leaving_the_line_reads_it(theme: Theme, show: Show, hands: Hands) -> None:
    field = DateField(theme)
    show(field)
    field.setFocus()
    hands.type("2025")
    hands.press(Key.Key_Tab)
    assert field.values() == ("2025",)


def test_an_emptied_line_is_not_coded(theme: Theme, show: Show, hands: Hands, qtbot: QtBot) -> None:
    field = NumberField(Kind.REAL, theme)
    show(field)
    field.set_values((5.0,))
    field.setFocus()
    field.edit.selectAll()
    hands.press(Key.Key_Delete)
    with qtbot.waitSignal(field.committed):
        hands.press(Key.Key_Return)
    assert field.values() == ()


def test_what_is_typed_stays_when_the_same_values_are_shown_again(
    theme: Theme, show: Show, hands: Hands
) -> None:
    field = NumberField(Kind.REAL, theme)
    show(field)
    field.setFocus()
    hands.type("7")
    field.set_values(())
    assert field.edit.text() == "7"
    field.set_theme(Theme("dark"))


def test_a_sentence_is_taken_on_enter(theme: Theme, show: Show, hands: Hands, qtbot: QtBot) -> None:
    field = TextField(theme)
    show(field)
    field.setFocus()
    hands.type(" 前景难以预料")
    with qtbot.waitSignals([field.committed, field.finished]):
        hands.press(Key.Key_Return)
    assert field.values() == ("前景难以预料",)
    with qtbot.assertNotEmitted(field.committed):
        hands.press(Key.Key_Return)


def test_shift_enter_begins_a_line_and_the_field_grows(
    theme: Theme, show: Show, hands: Hands, qtbot: QtBot
) -> None:
    field = TextField(theme)
    show(field)
    field.setFocus()
    low = field.edit.height()
    hands.type("a")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    hands.type("b")
    qtbot.waitUntil(lambda: field.edit.height() > low)
    assert field.commit()
    assert field.values() == ("a\nb",)


def test_tab_leaves_a_sentence_and_takes_it(theme: Theme, show: Show, hands: Hands) -> None:
    field = TextField(theme)
    show(field)
    field.setFocus()
    hands.type("a")
    hands.press(Key.Key_Tab)
    assert field.values() == ("a",)
    field.set_values(())
    assert field.edit.written() == ""
    field.set_theme(Theme("dark"))


def test_no_break_spaces_are_kept(theme: Theme, qtbot: QtBot) -> None:
    field = MemoField(theme)
    qtbot.addWidget(field)
    field.set_memo("a\u00a0b\nc")
    assert field.memo() == "a\u00a0b\nc"
    assert not field.is_unsaved()


@pytest.fixture
def memo(theme: Theme, show: Show) -> MemoField:
    field = MemoField(theme)
    show(field)
    field.setFocus()
    return field


def test_a_memo_is_told_after_a_pause(memo: MemoField, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(memo.written, timeout=3000) as told:
        hands.type("why")
    assert told.args == ["why"]


def test_a_memo_is_told_when_it_is_left(memo: MemoField, hands: Hands, qtbot: QtBot) -> None:
    hands.type("why")
    hands.press(Key.Key_Return)
    hands.type("not")
    with qtbot.waitSignal(memo.written) as told:
        hands.press(Key.Key_Tab)
    assert told.args == ["why\nnot"]


def test_a_memo_counts_as_saved_once_it_is_told_and_not_refused(
    memo: MemoField, hands: Hands, qtbot: QtBot
) -> None:
    hands.type("why")
    memo.flush()
    with qtbot.assertNotEmitted(memo.written):
        memo.flush()
    memo.tell_again()
    with qtbot.waitSignal(memo.written):
        memo.flush()
    memo.set_memo("why")
    memo.tell_again()
    assert not memo.is_unsaved()
    memo.set_memo("other")
    assert memo.memo() == "other"
    memo.set_theme(Theme("dark"))
