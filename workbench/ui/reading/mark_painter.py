"""Paint the marks of the visible blocks: grounds behind the text, lines over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from workbench.ui.reading.dashes import Dashes
from workbench.ui.reading.geometry import BlockMarks, Stretch
from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.metrics import MOST_TINTS, Metrics
from workbench.ui.reading.pieces import Piece
from workbench.ui.reading.strokes import (
    FOREIGN,
    OPEN,
    Drawing,
    Stroke,
    open_box,
    outline_pen,
)
from workbench.ui.reading.tints import Look, Tints

_NEST = 1.5  # pixels by which an outer tint is wider at its ends
_SELECTED = 1.8
_FAINT = 0.25  # opacity of what gives way
_KEPT = 500  # blocks that are kept ready: several times what shows
_FOUND, _FOUND_HERE = 0.13, 0.3  # opacity of a hit's ground


@dataclass
class Emphasis:
    """What stands out: one selected annotation, and those under the pointer."""

    selected: int | None = None
    hovered: frozenset[int] = field(default_factory=frozenset[int])


@dataclass(frozen=True, slots=True)
class _Tint:
    """A stretch of a tint, ready to be painted."""

    look: Look
    box: QRectF
    ends: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class _Ready:
    """The stretches of a block, ready to be painted, none of them under the pointer."""

    block: BlockMarks
    tints: tuple[_Tint, ...]
    lines: tuple[Drawing, ...]


class MarkPainter:
    """Paint blocks of marks; each block's origin is where the painter stands.

    What a block consists of is worked out when it is first painted: that takes several times
    as long as the painting.
    """

    def __init__(self, inks: Inks, emphasis: Emphasis, tints: Tints, dashes: Dashes) -> None:
        self._inks = inks
        self._emphasis = emphasis
        self._tints = tints
        self._dashes = dashes
        self._ready: dict[int, _Ready] = {}

    def prepare(self, block: BlockMarks) -> None:
        """Work out what a block consists of before it is painted."""
        self._ready_of(block)

    def grounds(self, painter: QPainter, block: BlockMarks) -> int:
        """Paint what lies behind the text; return how many tints."""
        hovered = self._emphasis.hovered
        for stretch, tint in zip(block.tints, self._ready_of(block).tints, strict=True):
            shown = self._tint(block.metrics, stretch, True) if stretch.id in hovered else tint
            painter.setOpacity(_FAINT if stretch.faint else 1.0)
            self._tints.draw(painter, shown.look, shown.box, *shown.ends)
        painter.setOpacity(1.0)
        for each in block.lines if hovered else ():
            if each.id in hovered:
                box = each.piece.box(block.metrics)
                painter.fillRect(box, self._inks.wash(each.mark.colour))
        return len(block.tints)

    def lines(self, painter: QPainter, block: BlockMarks) -> int:
        """Paint what lies over the text; return how many lines."""
        hovered = self._emphasis.hovered
        for stretch, drawing in zip(block.lines, self._ready_of(block).lines, strict=True):
            shown = self._line(block, stretch, True) if stretch.id in hovered else drawing
            painter.setOpacity(_FAINT if stretch.faint else 1.0)
            shown.paint(painter, self._dashes)
        painter.setOpacity(1.0)
        return len(block.lines)

    def _ready_of(self, block: BlockMarks) -> _Ready:
        known = self._ready.get(block.number)
        if known is None or known.block is not block:
            if len(self._ready) >= _KEPT:
                del self._ready[next(iter(self._ready))]
            known = self._ready[block.number] = _Ready(
                block,
                tuple(self._tint(block.metrics, each, False) for each in block.tints),
                tuple(self._line(block, each, False) for each in block.lines),
            )
        return known

    def hit(self, painter: QPainter, metrics: Metrics, piece: Piece, current: bool) -> None:
        """Paint what was found: a faint ground with a frame, stronger where one is."""
        box = piece.box(metrics, 0.02 * metrics.em).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = self._inks.theme.colour("warn")
        painter.fillRect(box, faded(ink, _FOUND_HERE if current else _FOUND))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(outline_pen(faded(ink, 1.0 if current else 0.5), 1.0, complete=True))
        painter.drawRect(box)

    def outline(self, painter: QPainter, pieces: Iterable[tuple[Metrics, Piece]]) -> None:
        """Paint the outline of what is selected."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(outline_pen(self._inks.theme.colour("accent"), _SELECTED, complete=True))
        for metrics, piece in pieces:
            box = piece.box(metrics, metrics.padding(0) + 1.2).adjusted(-1.0, 0.0, 1.0, 0.0)
            painter.drawPath(open_box(box, 0.18 * metrics.em, piece.starts, piece.ends))

    def _tint(self, metrics: Metrics, stretch: Stretch, hovered: bool) -> _Tint:
        mark, piece, inks = stretch.mark, stretch.piece, self._inks
        box = self._tint_box(metrics, stretch)
        plain = stretch.lane >= MOST_TINTS or stretch.foreign  # more would hide the text
        ground = 0 if plain else inks.ground(mark.colour, hovered).rgba()
        ink = inks.outline(mark.colour, hovered).rgba()
        dashes = FOREIGN if stretch.foreign else () if mark.complete else OPEN
        look = Look(ground, ink, dashes, 0.16 * metrics.em, box.height())
        return _Tint(look, box, (piece.starts, piece.ends))

    def _tint_box(self, metrics: Metrics, stretch: Stretch) -> QRectF:
        level, piece = stretch.lane, stretch.piece
        box = piece.box(metrics, metrics.padding(level))
        wider = min(level, 3) * _NEST
        return box.adjusted(
            0.5 - wider if piece.starts else 0.0, 0.0, wider - 0.5 if piece.ends else 0.0, 0.0
        )

    def _line(self, block: BlockMarks, stretch: Stretch, strong: bool) -> Drawing:
        metrics, mark, piece = block.metrics, stretch.mark, stretch.piece
        ink = self._inks.line(mark.colour)
        stroke = Stroke(mark.shape, metrics, ink, mark.complete, stretch.foreign)
        middle = piece.baseline + metrics.lane_middle(stretch.lane, block.depth)
        return stroke.drawing(piece.box(metrics), middle, (piece.starts, piece.ends), strong)
