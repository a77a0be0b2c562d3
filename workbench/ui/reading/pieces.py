"""The lines of one block as Qt broke them, and the pieces that a span has in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from workbench.domain.text import Span
from workbench.ui.reading.display_text import DisplayText
from workbench.ui.reading.metrics import Metrics

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """The stretch of a span in one line; `starts` and `ends` tell whether its ends lie here."""

    left: float
    right: float
    baseline: float
    starts: bool
    ends: bool

    def moved(self, dx: float, dy: float) -> Piece:
        """Return the piece elsewhere."""
        return Piece(self.left + dx, self.right + dx, self.baseline + dy, self.starts, self.ends)

    def box(self, metrics: Metrics, padding: float = 0.0) -> QRectF:
        """Return the box of its characters."""
        top = self.baseline + metrics.top - padding
        return QRectF(
            self.left,
            top,
            self.right - self.left,
            metrics.bottom - metrics.top + 2 * padding,
        )


class BlockLines:
    """Where the lines of a block begin and lie: all that can be known without asking Qt again.

    Positions are Qt's, counted from the beginning of the block; heights from its origin.
    """

    __slots__ = ("_baselines", "_edges", "base", "end")

    def __init__(self, block: QTextBlock) -> None:
        layout = block.layout()
        lines = [layout.lineAt(index) for index in range(layout.lineCount())]
        self.base = block.position()
        self.end = block.length() - 1
        self._edges = [line.textStart() for line in lines]
        if lines:
            self._edges.append(lines[-1].textStart() + lines[-1].textLength())
        self._baselines = [line.y() + line.ascent() for line in lines]

    def at(self, position: int) -> int:
        """Return the number of the line that holds a position."""
        return max(0, bisect_right(self._edges, position, hi=len(self._baselines)) - 1)

    def baseline(self, number: int) -> float:
        """Return the height of a line's baseline."""
        return self._baselines[number]

    def between(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Yield the number of each line with what it holds of ``[first, last)``."""
        for number in range(self.at(first), len(self._baselines)):
            begin, stop = self._edges[number], self._edges[number + 1]
            if begin >= last:
                return
            yield number, max(first, begin), min(last, stop)


class Cutter:
    """Cut spans into the pieces that they have in one block; of no use once lines have moved."""

    def __init__(
        self, block: QTextBlock, whole: Span, shown: DisplayText, lines: BlockLines
    ) -> None:
        self._whole = whole
        self._shown = shown
        self._lines = lines
        self._layout = block.layout()
        self._text = block.text()
        self._both_ways = _RIGHT_TO_LEFT.search(self._text) is not None
        self._known: dict[int, QTextLine] = {}
        self._places: dict[int, float] = {}  # many marks begin where others do, or lines

    def pieces(self, span: Span) -> Iterator[Piece]:
        """Yield the pieces of a span, relative to the origin of the block."""
        start, end = max(span.start, self._whole.start), min(span.end, self._whole.end)
        if start >= end:
            return
        first, last = self._shown.to_shown(start) - self._lines.base, self._last_of(end)
        for number, left, right in self._lines.between(first, last):
            here = start == span.start and left == first
            there = end == span.end and right == last
            for x0, x1 in self._stretches(number, left, right):
                yield Piece(x0, x1, self._lines.baseline(number), here, there)

    def _last_of(self, offset: int) -> int:
        """Return the position of an end: at a soft break it belongs to the block before."""
        if offset >= self._whole.end:
            return self._lines.end
        return self._shown.to_shown(offset) - self._lines.base

    def _stretches(self, number: int, left: int, right: int) -> list[tuple[float, float]]:
        """Return where ``[left, right)`` lies in a line: one stretch, more in mixed directions."""
        line = self._known.get(number)
        if line is None:
            line = self._known[number] = self._layout.lineAt(number)
        if not self._both_ways:
            return [(self._x_of(line, left), self._x_of(line, right, at_end=True))]
        first, last = line.textStart(), line.textStart() + line.textLength()
        everywhere = [x_in(line, position) for position in range(first, last + 1)]
        edges = [_edges(line, position, everywhere) for position in range(left, right)]
        return _joined(sorted((min(a, b), max(a, b)) for a, b in edges if a != b))

    def _x_of(self, line: QTextLine, position: int, at_end: bool = False) -> float:
        # The end of one line is the position at which the next begins.
        key = ~position if at_end else position
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = x_in(line, position)
        return known


def x_in(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return where an edge of the character at a position lies in its line."""
    # The stubs of PySide do not say what this returns.
    found = cast("tuple[float, int]", line.cursorToX(position, edge))
    return found[0]


def _edges(line: QTextLine, position: int, everywhere: list[float]) -> tuple[float, float]:
    """Return where a character begins and ends; `everywhere` are the places of its line."""
    begin, end = x_in(line, position), x_in(line, position, QTextLine.Edge.Trailing)
    behind = x_in(line, position + 1)
    if begin != end or behind <= begin:
        return begin, end
    # The first one from the right: Qt tells both its edges where the others end. It lies
    # between the second and what follows them all.
    beyond = (each for each in everywhere if each > behind + 0.01)
    return behind, min(beyond, default=line.x() + line.naturalTextWidth())


def _joined(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in stretches:
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined
