"""Where a form stands beside the passage it is about."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

_GAP = 6


def place_beside(size: QSize, passage: QRect, bounds: QRect) -> QRect:
    """Return a place for `size` inside `bounds` that leaves `passage` in sight.

    Below it, else above, right or left; where nothing fits whole, the side with the most room,
    made smaller. A passage that fills everything is covered at the bottom.
    """
    width, height = min(size.width(), bounds.width()), min(size.height(), bounds.height())
    below = bounds.bottom() + 1 - (passage.bottom() + 1 + _GAP)
    above = passage.top() - _GAP - bounds.top()
    right = bounds.right() + 1 - (passage.right() + 1 + _GAP)
    left = passage.left() - _GAP - bounds.left()
    x = _within(passage.left(), bounds.left(), bounds.right() + 1 - width)
    y = _within(passage.top(), bounds.top(), bounds.bottom() + 1 - height)
    if below >= height:
        return QRect(x, passage.bottom() + 1 + _GAP, width, height)
    if above >= height:
        return QRect(x, passage.top() - _GAP - height, width, height)
    if right >= width:
        return QRect(passage.right() + 1 + _GAP, y, width, height)
    if left >= width:
        return QRect(passage.left() - _GAP - width, y, width, height)
    return _squeezed(x, width, height, passage, bounds)


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


def _squeezed(x: int, width: int, height: int, passage: QRect, bounds: QRect) -> QRect:
    below = bounds.bottom() + 1 - (passage.bottom() + 1 + _GAP)
    above = passage.top() - _GAP - bounds.top()
    least = min(height, 160)
    if max(below, above) < least:
        return QRect(x, bounds.bottom() + 1 - height, width, height)
    if below >= above:
        return QRect(x, passage.bottom() + 1 + _GAP, width, below)
    return QRect(x, bounds.top(), width, above)
