"""Which names stand in the margin of a page, and where: laid out by groups of paragraphs.

A group is laid out when it is first seen, in heights that count from its own top, so that
nothing jumps while one scrolls and a mark costs one group.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.ui.reading.lanes import pack
from workbench.ui.reading.margin_layout import Name, Room, Row, lay_out
from workbench.ui.reading.page import Page
from workbench.ui.reading.view_model import WEIGHTS, Label

_GROUP = 1000  # code points, or a little more
_KEPT = 100  # groups whose names are known: many times what shows
_REACH = 2.2  # how many rows a name may be pushed


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines that a mark covers on the page: middle of the first, top and bottom of all."""

    at: float
    top: float
    bottom: float

    def scrolled(self, by: float) -> Extent:
        """Return where they are in a view that is scrolled so far."""
        return Extent(self.at - by, self.top - by, self.bottom - by)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a mark, in heights that count from the tops of its first and last block."""

    first: int
    last: int
    at: float
    top: float
    bottom: float
    several: bool


@dataclass(slots=True)
class _Group:
    """The rows of a group, relative to its top and, with them, where that is on the page."""

    relative: list[Row]
    base: float
    rows: list[Row]


class MarginNames:
    """Lay out the names of one page; `row` is the height of a name."""

    def __init__(self, page: Page, row: float) -> None:
        self._page = page
        self._row = row
        self._firsts = _groups(page)
        self._rows: dict[int, _Group] = {}
        self._groups: dict[int, int] = {}  # in which a mark's name stands
        self._lines: dict[int, _Lines] = {}
        self._extents: dict[int, Extent] = {}
        self._tracks: tuple[range, dict[int, int]] | None = None  # of the blocks asked for last

    def forget(self) -> None:
        """Lay everything out anew when it is next seen."""
        self._rows.clear()
        self._groups.clear()
        self._lines.clear()
        self._extents.clear()
        self._tracks = None

    def forget_marks(self, ids: Iterable[int]) -> None:
        """Lay the names out anew where marks differ, but no line has moved."""
        for id_ in ids:
            self._rows.pop(self._groups.pop(id_, -1), None)
            span = self._page.board.span(id_)
            if span is not None:
                self._rows.pop(self._group_of(self._page.shown.block_at(span.start)), None)
            self._extents.pop(id_, None)
            before = self._lines.pop(id_, None)
            now = self._lines_of(id_) if span is not None else None
            if any(lines.several for lines in (before, now) if lines is not None):
                self._tracks = None

    def forget_blocks(self, blocks: Iterable[int]) -> None:
        """Lay the names out anew where lines have moved in these blocks; others went along."""
        self._extents.clear()
        self._tracks = None
        for number in blocks:
            block = self._page.shown.blocks[number]
            self._rows.pop(self._group_of(number), None)
            for id_ in self._page.board.between(block.start, block.end):
                self._lines.pop(id_, None)
                self._rows.pop(self._groups.get(id_, -1), None)

    def rows_between(self, top: float, bottom: float) -> list[Row]:
        """Return the rows that show between two heights of the page."""
        blocks = self._page.geometry.blocks_between(top, bottom)
        groups = range(self._group_of(blocks[0]), self._group_of(blocks[-1]) + 1)
        return [row for group in groups for row in self._placed(group, top - self._row, bottom)]

    def extent(self, id_: int) -> Extent:
        """Return the lines that a mark covers."""
        if id_ not in self._extents:
            lines, top_of = self._lines_of(id_), self._page.geometry.block_top
            first, last = top_of(lines.first), top_of(lines.last)
            self._extents[id_] = Extent(first + lines.at, first + lines.top, last + lines.bottom)
        return self._extents[id_]

    def tracks_between(self, top: float, bottom: float) -> dict[int, int]:
        """Return the track of each mark of more than one line that shows between two heights."""
        blocks = self._page.geometry.blocks_between(top, bottom)
        if self._tracks is None or self._tracks[0] != blocks:
            start = self._page.shown.blocks[blocks[0]].start
            end = self._page.shown.blocks[blocks[-1]].end
            ids = [i for i in self._page.board.between(start, end) if self._lines_of(i).several]
            stretches = [(int(e.top), int(e.bottom)) for e in map(self.extent, ids)]
            self._tracks = blocks, dict(zip(ids, pack(stretches), strict=True))
        return self._tracks[1]

    def _group_of(self, block: int) -> int:
        return bisect_right(self._firsts, block, hi=len(self._firsts) - 1) - 1

    def _placed(self, group: int, above: float, below: float) -> list[Row]:
        """Return the rows of a group whose tops lie between two heights."""
        base = self._top(group)
        if group not in self._rows:
            if len(self._rows) >= _KEPT:  # who reads through a book must not fill the memory
                self.forget()
            self._rows[group] = _Group(self._laid_out(group, base), math.nan, [])
        known = self._rows[group]
        if known.base != base:
            known.base = base
            known.rows = [Row(row.top + base, row.names, base) for row in known.relative]
        return [row for row in known.rows if above < row.top < below]

    def _top(self, group: int) -> float:
        return self._page.geometry.block_top(self._firsts[group])

    def _laid_out(self, group: int, top: float) -> list[Row]:
        first, after = self._firsts[group], self._firsts[group + 1]
        blocks = self._page.shown.blocks
        start, end = blocks[first].start, blocks[after - 1].end
        board = self._page.board
        ids = [i for i in board.between(start, end) if board.mark(i).span.start >= start]
        self._groups.update(dict.fromkeys(ids, group))
        is_last = after == len(blocks)
        bottom = self._last_bottom() if is_last else self._page.geometry.block_top(after)
        room = Room(0.0, max(bottom - top, self._row), self._row, _REACH * self._row)
        return lay_out(self._names(ids, top), room)

    def _last_bottom(self) -> float:
        block = self._page.geometry.block(len(self._page.shown.blocks) - 1)
        return self._page.document.documentLayout().blockBoundingRect(block).bottom() + self._row

    def _names(self, ids: list[int], top: float) -> list[Name]:
        """Return a name for all equal marks of a line, in the order of the text."""
        board = self._page.board
        alike: dict[tuple[float, Label, str], list[int]] = {}
        for id_ in sorted(ids, key=self._place):
            at = self.extent(id_).at - top
            alike.setdefault((at, board.label(id_), board.mark(id_).layer), []).append(id_)
        return [
            Name(tuple(some), label, at, WEIGHTS[board.mark(some[0]).shape])
            for (at, label, _), some in alike.items()
        ]

    def _place(self, id_: int) -> tuple[int, int]:
        span = self._page.board.mark(id_).span
        return span.start, -span.end

    def _lines_of(self, id_: int) -> _Lines:
        if id_ not in self._lines:
            span, page = self._page.board.mark(id_).span, self._page
            begin, end = page.shown.block_at(span.start), page.shown.block_at(span.end - 1)
            top, below = page.geometry.line_heights(begin, span.start)
            last, bottom = page.geometry.line_heights(end, span.end - 1)
            several = begin != end or last - top > 1.0
            at = (top + below) / 2
            self._lines[id_] = _Lines(begin, end, at, top, bottom, several)
        return self._lines[id_]


def _groups(page: Page) -> list[int]:
    """Return the first block of each group, and the number of blocks at the end."""
    firsts = [0]
    blocks = page.shown.blocks
    for number, block in enumerate(blocks):
        if block.start - blocks[firsts[-1]].start >= _GROUP:
            firsts.append(number)
    return [*firsts, len(blocks)]
