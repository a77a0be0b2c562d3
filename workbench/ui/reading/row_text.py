"""The text of a row in the margin, cut to the room there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.ui.reading.margin_layout import Name, Row

_JOINT = " · "
_CUT = "…"
Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class RowText:
    """What fits of a row: its first names, and how many are folded away behind them."""

    text: str
    more: int


def fitted(row: Row, width: Width, room: float, badge: float) -> RowText:
    """Return as many names as fit into `room`; `badge` is what the count of the rest takes."""
    labels = [told(name) for name in row.names]
    for count in range(len(labels), 0, -1):
        text, more = _JOINT.join(labels[:count]), len(labels) - count
        if width(text) <= room - (badge if more else 0.0):
            return RowText(text, more)
    more = len(labels) - 1
    return RowText(_cut(row.names[0], width, room - (badge if more else 0.0)), more)


def told(name: Name) -> str:
    """Return a name with its count where it stands for several marks."""
    return str(name.label) + _count(name)


def _count(name: Name) -> str:
    return f" ×{len(name.ids)}" if len(name.ids) > 1 else ""


def _cut(name: Name, width: Width, room: float) -> str:
    """Cut the head of a name, so that its tail (the position, the count) can be read."""
    head, tail = name.label.head, name.label.tail + _count(name)
    low, high = 0, len(head)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(head[:middle] + _CUT + tail) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return head[:low].rstrip(" ·") + _CUT + tail
