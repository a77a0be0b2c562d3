"""The keys that the text itself takes: moving, selecting, copying. All others are the window's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.reading.selection import Selection
from workbench.ui.reading.words import WordService

_Standard = QKeySequence.StandardKey
_TO_THE_RIGHT = (_Standard.MoveToNextWord, _Standard.SelectNextWord)
_TO_THE_LEFT = (_Standard.MoveToPreviousWord, _Standard.SelectPreviousWord)
_SELECTING = (_Standard.SelectNextWord, _Standard.SelectPreviousWord)
_OURS = (
    _Standard.Copy,
    _Standard.SelectAll,
    _Standard.MoveToNextChar,
    _Standard.MoveToPreviousChar,
    _Standard.MoveToNextLine,
    _Standard.MoveToPreviousLine,
    _Standard.MoveToNextPage,
    _Standard.MoveToPreviousPage,
    _Standard.MoveToStartOfLine,
    _Standard.MoveToEndOfLine,
    _Standard.MoveToStartOfBlock,
    _Standard.MoveToEndOfBlock,
    _Standard.MoveToStartOfDocument,
    _Standard.MoveToEndOfDocument,
    _Standard.SelectNextChar,
    _Standard.SelectPreviousChar,
    _Standard.SelectNextLine,
    _Standard.SelectPreviousLine,
    _Standard.SelectNextPage,
    _Standard.SelectPreviousPage,
    _Standard.SelectStartOfLine,
    _Standard.SelectEndOfLine,
    _Standard.SelectStartOfBlock,
    _Standard.SelectEndOfBlock,
    _Standard.SelectStartOfDocument,
    _Standard.SelectEndOfDocument,
    *_TO_THE_LEFT,
    *_TO_THE_RIGHT,
)


def is_ours(event: QKeyEvent) -> bool:
    """Tell whether the text takes this key; a single letter never is."""
    if event.key() == Qt.Key.Key_Space:
        return False
    return any(event.matches(each) for each in _OURS)


def moved_by_word(
    event: QKeyEvent, selection: Selection, words: WordService, length: int
) -> Selection | None:
    """Return the selection after a step of a word, None if the key is no such step."""
    if any(event.matches(each) for each in _TO_THE_RIGHT):
        caret = words.following(selection.caret, length)
    elif any(event.matches(each) for each in _TO_THE_LEFT):
        caret = words.preceding(selection.caret)
    else:
        return None
    selects = any(event.matches(each) for each in _SELECTING)
    return Selection(selection.anchor if selects else caret, caret)
