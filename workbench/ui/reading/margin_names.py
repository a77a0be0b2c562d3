"""Which names stand in the margin of a page, and where: laid out by groups of paragraphs.

A group is laid out when it is first seen, in heights that count from its own top, so that
nothing jumps while one scrolls and a mark costs one group.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.ui.reading.lanes import pack
from workbench.ui.reading.margin_layout import Name, Room, Row, lay_out
from workbench.ui.reading.page import Page
from workbench.ui.reading.view_model import WEIGHTS, Label

_GROUP = 1000  # code points, or a little more
_REACH = 2.2  # how many rows a name may be pushed


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines that a mark covers on the page: middle of the first, top and bottom of all."""

    at: float
    top: float
    bottom: float
    lines: int


class MarginNames:
    """Lay out the names of one page; `row` is the height of a name."""

    def __init__(self, page: Page, row: float) -> None:
        self._page = page
        self._row = row
        self._firsts = _groups(page)
        self._rows: dict[int, list[Row]] = {}  # by group, relative to its top
        self._extents: dict[int, Extent] = {}

    def forget(self) -> None:
        """Lay everything out anew when it is next seen."""
        self._rows.clear()
        self._extents.clear()

    def forget_marks(self, ids: Iterable[int]) -> None:
        """Lay the names out anew where marks differ, but no line has moved."""
        self._rows.clear()
        for id_ in ids:
            self._extents.pop(id_, None)

    def rows_between(self, top: float, bottom: float) -> list[Row]:
        """Return the rows that show between two heights of the page."""
        blocks = self._page.geometry.blocks_between(top, bottom)
        groups = range(self._group_of(blocks[0]), self._group_of(blocks[-1]) + 1)
        rows = [row for group in groups for row in self._placed(group)]
        return [row for row in rows if row.top + self._row > top and row.top < bottom]

    def extent(self, id_: int) -> Extent:
        """Return the lines that a mark covers."""
        if id_ not in self._extents:
            self._extents[id_] = self._extent_of(id_)
        return self._extents[id_]

    def tracks_between(self, top: float, bottom: float) -> dict[int, int]:
        """Return the track of each mark of more than one line that shows between two heights."""
        blocks = self._page.geometry.blocks_between(top, bottom)
        start = self._page.shown.blocks[blocks[0]].start
        end = self._page.shown.blocks[blocks[-1]].end
        ids = [i for i in self._page.board.between(start, end) if self.extent(i).lines > 1]
        stretches = [(int(e.top), int(e.bottom)) for e in map(self.extent, ids)]
        return dict(zip(ids, pack(stretches), strict=True))

    def _group_of(self, block: int) -> int:
        return max(i for i, first in enumerate(self._firsts[:-1]) if first <= block)

    def _placed(self, group: int) -> Iterable[Row]:
        top = self._top(group)
        if group not in self._rows:
            self._rows[group] = self._laid_out(group, top)
        return (replace(row, top=row.top + top) for row in self._rows[group])

    def _top(self, group: int) -> float:
        return self._page.geometry.block_top(self._firsts[group])

    def _laid_out(self, group: int, top: float) -> list[Row]:
        first, after = self._firsts[group], self._firsts[group + 1]
        blocks = self._page.shown.blocks
        start, end = blocks[first].start, blocks[after - 1].end
        board = self._page.board
        ids = [i for i in board.between(start, end) if board.mark(i).span.start >= start]
        is_last = after == len(blocks)
        bottom = self._last_bottom() if is_last else self._page.geometry.block_top(after)
        room = Room(0.0, max(bottom - top, self._row), self._row, _REACH * self._row)
        return lay_out(self._names(ids, top), room)

    def _last_bottom(self) -> float:
        block = self._page.geometry.block(len(self._page.shown.blocks) - 1)
        return self._page.document.documentLayout().blockBoundingRect(block).bottom() + self._row

    def _names(self, ids: list[int], top: float) -> list[Name]:
        """Return a name for all equal marks of a line, in the order of the text."""
        names: dict[tuple[float, Label, str], Name] = {}
        for id_ in sorted(ids, key=self._place):
            mark, at = self._page.board.mark(id_), self.extent(id_).at - top
            key = (at, self._page.board.label(id_), mark.layer)
            name = names.get(key) or Name((), key[1], at, WEIGHTS[mark.shape])
            names[key] = replace(name, ids=(*name.ids, id_))
        return list(names.values())

    def _place(self, id_: int) -> tuple[int, int]:
        span = self._page.board.mark(id_).span
        return span.start, -span.end

    def _extent_of(self, id_: int) -> Extent:
        span = self._page.board.mark(id_).span
        first, last = self._page.geometry.lines_of(span)
        several = last.top() - first.top() > 1.0
        return Extent(first.center().y(), first.top(), last.bottom(), 2 if several else 1)


def _groups(page: Page) -> list[int]:
    """Return the first block of each group, and the number of blocks at the end."""
    firsts = [0]
    blocks = page.shown.blocks
    for number, block in enumerate(blocks):
        if block.start - blocks[firsts[-1]].start >= _GROUP:
            firsts.append(number)
    return [*firsts, len(blocks)]
