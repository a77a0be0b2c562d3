"""Where the text lies on the page: characters, lines, blocks, marks. Document coordinates.

All offsets are code points of the canonical text; only this module and the view speak with Qt
in its own positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from workbench.domain.text import Span
from workbench.ui.reading.board import Board, Depth
from workbench.ui.reading.display_text import DisplayText
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.offers import Offers
from workbench.ui.reading.paragraphs import Style
from workbench.ui.reading.typeset import Typesetter
from workbench.ui.reading.view_model import Mark, Shape

_BETWEEN = QTextLine.CursorPosition.CursorBetweenCharacters
_ON = QTextLine.CursorPosition.CursorOnCharacter
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u202b\u202e\u2067]")


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


@dataclass(frozen=True, slots=True)
class MarkPiece:
    """A piece of a mark."""

    id: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a mark with all that its painting asks: it is worked out once, painted often."""

    id: int
    piece: Piece
    mark: Mark
    lane: int
    faint: bool
    foreign: bool


@dataclass(frozen=True, slots=True)
class BlockMarks:
    """Everything to paint over one block: tints from the outside in, then lines."""

    number: int
    metrics: Metrics
    depth: Depth
    tints: tuple[Stretch, ...]
    lines: tuple[Stretch, ...]

    @property
    def marks(self) -> tuple[Stretch, ...]:
        """All of them."""
        return self.tints + self.lines


class Geometry:
    """Places on the page for one article as it is set now."""

    def __init__(
        self,
        document: QTextDocument,
        shown: DisplayText,
        styles: Sequence[Style],
        board: Board,
        offers: Offers,
        typesetter: Typesetter,
    ) -> None:
        self._document = document
        self._shown = shown
        self._styles = styles
        self._board = board
        self._offers = offers
        self._typesetter = typesetter
        # Relative to the block's origin.
        self._marks: dict[int, BlockMarks] = {}
        self._offered: dict[int, tuple[MarkPiece, ...]] = {}
        # Asked for many times at each painting, and each time of three objects of Qt.
        self._origins: dict[int, QPointF] = {}

    # --- keeping -------------------------------------------------------------

    def forget(self, blocks: Iterable[int] | None = None) -> None:
        """Drop what is known of the marks in `blocks`; of everything without an argument."""
        if blocks is None:
            self._marks.clear()
            self._offered.clear()
            self._origins.clear()
        else:
            for number in blocks:
                self._marks.pop(number, None)
                self._offered.pop(number, None)

    def forget_heights(self) -> None:
        """Drop where the blocks lie: lines have moved."""
        self._origins.clear()

    def forget_offers(self) -> None:
        """Drop what is known of the offers: there are others now."""
        self._offered.clear()

    def depth(self, number: int) -> Depth:
        """Return how much room the marks of a block need."""
        block = self._shown.blocks[number]
        return self._board.depth(block.start, block.end)

    # --- blocks --------------------------------------------------------------

    def block(self, number: int) -> QTextBlock:
        """Return a block that is laid out."""
        block = self._document.findBlockByNumber(number)
        self._document.documentLayout().blockBoundingRect(block)
        return block

    def metrics(self, number: int) -> Metrics:
        """Return the sizes of a block."""
        return self._typesetter.metrics(self._styles[number])

    def block_top(self, number: int) -> float:
        """Return the upper edge of a block's first line."""
        return self.origin(number).y()

    def block_heights(self, number: int) -> tuple[float, float]:
        """Return the upper and the lower edge of a block, with the room for its lanes."""
        block = self._document.findBlockByNumber(number)
        box = self._document.documentLayout().blockBoundingRect(block)
        return box.top(), box.bottom()

    def block_below(self, y: float) -> int:
        """Return the number of the last block that begins at or above `y`, at least 0."""
        low, high, last = 0, 1, len(self._shown.blocks) - 1
        # Ever larger steps: to ask for a block has all those before it laid out.
        while high <= last and self.block_top(high) <= y:
            low, high = high, 2 * high
        high = min(high, last)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.block_top(middle) <= y else (low, middle - 1)
        return low

    def blocks_between(self, top: float, bottom: float) -> range:
        """Return the numbers of the blocks that show between two heights."""
        first = self.block_below(top)
        last = first
        while last + 1 < len(self._shown.blocks) and self.block_top(last + 1) < bottom:
            last += 1
        return range(first, last + 1)

    # --- marks ---------------------------------------------------------------

    def marks(self, number: int) -> BlockMarks:
        """Return the pieces of every mark in a block, relative to its origin."""
        if number not in self._marks:
            self._marks[number] = self._marks_of(number)
        return self._marks[number]

    def offered(self, number: int) -> tuple[MarkPiece, ...]:
        """Return the pieces of every offer in a block, relative to its origin."""
        if number not in self._offered:
            block, offers = self._shown.blocks[number], self._offers
            self._offered[number] = tuple(
                MarkPiece(id_, piece)
                for id_ in offers.between(block.start, block.end)
                for piece in self._cut(number, offers[id_].span)
            )
        return self._offered[number]

    def origin(self, number: int) -> QPointF:
        """Return where a block's pieces count from; not to be changed."""
        known = self._origins.get(number)
        if known is None:
            known = self._origins[number] = self.block(number).layout().position()
        return known

    def pieces(self, span: Span) -> list[tuple[int, Piece]]:
        """Return the pieces of any span with their blocks, in document coordinates."""
        found: list[tuple[int, Piece]] = []
        for number in self._shown.blocks_of(span):
            at = self.origin(number)
            found += [(number, piece.moved(at.x(), at.y())) for piece in self._cut(number, span)]
        return found

    def rects(self, span: Span) -> list[QRectF]:
        """Return the boxes of a span's characters, one or more a line."""
        return [piece.box(self.metrics(number)) for number, piece in self.pieces(span)]

    def line_heights(self, offset: int) -> tuple[float, float]:
        """Return the upper and lower edge of an offset's line, from its block's origin."""
        number = self._shown.block_at(offset)
        _, line = self._line_at(number, offset)
        baseline, metrics = line.y() + line.ascent(), self.metrics(number)
        return baseline + metrics.top, baseline + metrics.bottom

    def _marks_of(self, number: int) -> BlockMarks:
        block = self._shown.blocks[number]
        board = self._board
        tints, lines = list[Stretch](), list[Stretch]()
        for id_ in board.between(block.start, block.end):
            mark = board.mark(id_)
            flags = board.lane(id_), board.is_faint(id_), board.is_foreign(id_)
            stretches = tints if mark.shape is Shape.TINT else lines
            stretches += [Stretch(id_, p, mark, *flags) for p in self._cut(number, mark.span)]
        metrics, depth = self.metrics(number), self.depth(number)
        return BlockMarks(number, metrics, depth, tuple(tints), tuple(lines))

    def _cut(self, number: int, span: Span) -> Iterator[Piece]:
        """Yield the pieces of `span` in the lines of one block, relative to its origin."""
        whole = self._shown.blocks[number]
        start, end = max(span.start, whole.start), min(span.end, whole.end)
        if start >= end:
            return
        block = self.block(number)
        base = block.position()
        first, last = self._shown.to_shown(start) - base, self._last_of(end, number) - base
        layout = block.layout()
        text = block.text()
        for index in range(layout.lineForTextPosition(first).lineNumber(), layout.lineCount()):
            line = layout.lineAt(index)
            begin, stop = line.textStart(), line.textStart() + line.textLength()
            if begin >= last:
                return
            left, right = max(first, begin), min(last, stop)
            here = start == span.start and left == first
            there = end == span.end and right == last
            for x0, x1 in _stretches(line, text, left, right):
                yield Piece(x0, x1, line.y() + line.ascent(), here, there)

    def _last_of(self, offset: int, number: int) -> int:
        """Return the position of an end: at a soft break it belongs to the block before."""
        whole = self._shown.blocks[number]
        block = self.block(number)
        if offset >= whole.end:
            return block.position() + block.length() - 1
        return self._shown.to_shown(offset)

    # --- places --------------------------------------------------------------

    def offset_at(self, point: QPointF, on_character: bool = False) -> int:
        """Return the offset between characters nearest a point, or of the character there."""
        number = self.block_below(point.y())
        block = self.block(number)
        layout = block.layout()
        y = point.y() - layout.position().y()
        line = layout.lineAt(0)
        for index in range(1, layout.lineCount()):
            following = layout.lineAt(index)
            if following.y() > y:
                break
            line = following
        x = point.x() - layout.position().x()
        position = line.xToCursor(x, _ON if on_character else _BETWEEN)
        return self._shown.from_shown(block.position() + position)

    def character_at(self, point: QPointF) -> int | None:
        """Return the offset of the character under a point, None beside the text."""
        offset = self.offset_at(point, on_character=True)
        if offset >= self._shown.length:
            return None
        reach = self.metrics(self._shown.block_at(offset))
        for _, piece in self.pieces(Span(offset, offset + 1)):
            box = piece.box(reach).adjusted(-0.5, -2.0, 0.5, 0.6 * reach.em)
            if box.contains(point):
                return offset
        return None

    def caret(self, offset: int) -> QRectF:
        """Return the box of the caret before an offset; its width is 0."""
        number = self._shown.block_at(offset)
        base, line = self._line_at(number, offset)
        at = self.origin(number)
        x = _x(line, self._shown.to_shown(offset) - base)
        box = self._box_of_line(number, line)
        return QRectF(at.x() + x, box.top(), 0.0, box.height())

    def _line_at(self, number: int, offset: int) -> tuple[int, QTextLine]:
        block = self.block(number)
        position = self._shown.to_shown(offset) - block.position()
        return block.position(), block.layout().lineForTextPosition(position)

    def _box_of_line(self, number: int, line: QTextLine) -> QRectF:
        at = self.origin(number)
        metrics = self.metrics(number)
        top = at.y() + line.y() + line.ascent() + metrics.top
        width = line.naturalTextWidth()
        return QRectF(at.x() + line.x(), top, width, metrics.bottom - metrics.top)


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    # The stubs of PySide do not say what this returns.
    found = cast("tuple[float, int]", line.cursorToX(position, edge))
    return found[0]


def _stretches(line: QTextLine, text: str, left: int, right: int) -> list[tuple[float, float]]:
    """Return where ``[left, right)`` lies in a line: one stretch, more in mixed directions."""
    if _RIGHT_TO_LEFT.search(text) is None:
        return [(_x(line, left), _x(line, right))]
    first, last = line.textStart(), line.textStart() + line.textLength()
    everywhere = [_x(line, position) for position in range(first, last + 1)]
    edges = [_edges(line, position, everywhere) for position in range(left, right)]
    return _joined(sorted((min(a, b), max(a, b)) for a, b in edges if a != b))


def _edges(line: QTextLine, position: int, everywhere: list[float]) -> tuple[float, float]:
    """Return where a character begins and ends; `everywhere` are the places of its line."""
    begin, end = _x(line, position), _x(line, position, QTextLine.Edge.Trailing)
    behind = _x(line, position + 1)
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
