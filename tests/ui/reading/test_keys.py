from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from workbench.domain.text import Span
from workbench.ui.reading.keys import is_ours, moved_by_word
from workbench.ui.reading.selection import Selection
from workbench.ui.reading.words import WordService

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = WordService(lambda span: span, lambda offset: Span(offset // 2 * 2, offset // 2 * 2 + 2))


pytestmark = pytest.mark.usefixtures("qapp")  # the platform's keys are known to it


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text)


@pytest.mark.parametrize(
    ("code", "modifiers"),
    [(Qt.Key.Key_Left, SHIFT), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_PageDown, NONE)],
)
def test_moving_selecting_and_copying_are_ours(
    code: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    assert is_ours(key(code, modifiers))


@pytest.mark.parametrize(
    ("code", "modifiers", "text"),
    [
        (Qt.Key.Key_S, NONE, "s"),
        (Qt.Key.Key_Space, NONE, " "),
        (Qt.Key.Key_Z, CTRL, "\x1a"),
        (Qt.Key.Key_Delete, NONE, ""),
        (Qt.Key.Key_Escape, NONE, ""),
        (Qt.Key.Key_Left, SHIFT | Qt.KeyboardModifier.AltModifier, ""),
    ],
)
def test_everything_else_is_the_windows(
    code: Qt.Key, modifiers: Qt.KeyboardModifier, text: str
) -> None:
    assert not is_ours(key(code, modifiers, text))


@pytest.mark.parametrize(
    ("code", "modifiers", "moved"),
    [
        (Qt.Key.Key_Right, CTRL, Selection(4, 4)),
        (Qt.Key.Key_Left, CTRL, Selection(2, 2)),
        (Qt.Key.Key_Right, CTRL | SHIFT, Selection(1, 4)),
        (Qt.Key.Key_Left, CTRL | SHIFT, Selection(1, 2)),
        (Qt.Key.Key_Right, NONE, None),
    ],
)
def test_steps_of_a_word(
    code: Qt.Key, modifiers: Qt.KeyboardModifier, moved: Selection | None
) -> None:
    assert moved_by_word(key(code, modifiers), Selection(1, 3), WORDS, 10) == moved
