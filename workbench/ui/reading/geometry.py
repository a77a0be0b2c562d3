"""Where the text lies on the page: characters, lines, blocks, marks. Document coordinates.

All offsets are code points of the canonical text; only this module and the view speak with Qt
in its own positions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from workbench.domain.text import Span
from workbench.ui.reading.board import Board, Depth
from workbench.ui.reading.display_text import DisplayText
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.offers import Offers
from workbench.ui.reading.paragraphs import Style
from workbench.ui.reading.pieces import BlockLines, Cutter, Piece, x_in
from workbench.ui.reading.typeset import Typesetter
from workbench.ui.reading.view_model import Mark, Shape

_BETWEEN = QTextLine.CursorPosition.CursorBetweenCharacters
_ON = QTextLine.CursorPosition.CursorOnCharacter

_KEPT = 1_000  # blocks of which everything is known: many times what shows


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
        # Asked for many times at each painting, and each time of several objects of Qt.
        self._origins: dict[int, QPointF] = {}
        self._lines: dict[int, BlockLines] = {}

    # --- keeping -------------------------------------------------------------

    def forget(self, blocks: Iterable[int] | None = None) -> None:
        """Drop what is known of the marks in `blocks`; of everything without an argument."""
        if blocks is None:
            self._marks.clear()
            self._offered.clear()
            self._origins.clear()
            self._lines.clear()
        else:
            for number in blocks:
                self._marks.pop(number, None)

    def forget_lines(self, blocks: Iterable[int]) -> None:
        """Drop where the lines of `blocks` lie, and where the blocks do: lines have moved."""
        self._origins.clear()
        for number in blocks:
            self._marks.pop(number, None)
            self._offered.pop(number, None)
            self._lines.pop(number, None)

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
            block, offers, cut = self._shown.blocks[number], self._offers, self._cutter(number)
            self._offered[number] = tuple(
                MarkPiece(id_, piece)
                for id_ in offers.between(block.start, block.end)
                for piece in cut.pieces(offers[id_].span)
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
            at, cut = self.origin(number), self._cutter(number)
            found += [(number, piece.moved(at.x(), at.y())) for piece in cut.pieces(span)]
        return found

    def rects(self, span: Span) -> list[QRectF]:
        """Return the boxes of a span's characters, one or more a line."""
        return [piece.box(self.metrics(number)) for number, piece in self.pieces(span)]

    def line_heights(self, number: int, offset: int) -> tuple[float, float]:
        """Return the upper and lower edge of an offset's line, from the origin of its block."""
        lines, metrics = self._lines_of(number), self.metrics(number)
        baseline = lines.baseline(lines.at(self._shown.to_shown(offset) - lines.base))
        return baseline + metrics.top, baseline + metrics.bottom

    def line_middle(self, offset: int) -> float:
        """Return the middle of an offset's line on the page."""
        number = self._shown.block_at(offset)
        return self.block_top(number) + sum(self.line_heights(number, offset)) / 2

    def _marks_of(self, number: int) -> BlockMarks:
        block, board, cut = self._shown.blocks[number], self._board, self._cutter(number)
        tints, lines = list[Stretch](), list[Stretch]()
        for id_ in board.between(block.start, block.end):
            mark = board.mark(id_)
            flags = board.lane(id_), board.is_faint(id_), board.is_foreign(id_)
            stretches = tints if mark.shape is Shape.TINT else lines
            stretches += [Stretch(id_, piece, mark, *flags) for piece in cut.pieces(mark.span)]
        metrics, depth = self.metrics(number), self.depth(number)
        return BlockMarks(number, metrics, depth, tuple(tints), tuple(lines))

    def _cutter(self, number: int) -> Cutter:
        block = self.block(number)
        return Cutter(block, self._shown.blocks[number], self._shown, self._lines_of(number))

    def _lines_of(self, number: int) -> BlockLines:
        lines = self._lines.get(number)
        if lines is None:
            if len(self._lines) >= _KEPT:  # who reads through a book must not fill the memory
                self.forget()
            lines = self._lines[number] = BlockLines(self.block(number))
        return lines

    # --- places --------------------------------------------------------------

    def offset_at(self, point: QPointF, on_character: bool = False) -> int:
        """Return the offset between characters nearest a point, or of the character there."""
        number = self.block_below(point.y())
        block = self.block(number)
        layout = block.layout()
        if not layout.lineCount():  # nothing was laid out yet
            return self._shown.blocks[number].start
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
        if not line.isValid():  # nothing was laid out yet
            return QRectF(at, QSizeF(0.0, self.metrics(number).em))
        x = x_in(line, self._shown.to_shown(offset) - base)
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
