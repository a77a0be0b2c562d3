"""Paint the marks of the visible blocks: grounds behind the text, lines over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from workbench.ui.reading.geometry import BlockMarks, Piece, Stretch
from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.metrics import MOST_TINTS, Metrics
from workbench.ui.reading.strokes import FOREIGN, Stroke, filled_box, open_box, outline_pen
from workbench.ui.reading.view_model import Mark

_NEST = 1.5  # pixels by which an outer tint is wider at its ends
_SELECTED = 1.8
_FAINT = 0.25  # opacity of what gives way
_FOUND, _FOUND_HERE = 0.13, 0.3  # opacity of a hit's ground


@dataclass
class Emphasis:
    """What stands out: one selected annotation, and those under the pointer."""

    selected: int | None = None
    hovered: frozenset[int] = field(default_factory=frozenset[int])


class MarkPainter:
    """Paint blocks of marks; each block's origin is where the painter stands."""

    def __init__(self, inks: Inks, emphasis: Emphasis) -> None:
        self._inks = inks
        self._emphasis = emphasis
        self._pens: dict[tuple[str, bool, bool, bool], QPen] = {}

    def grounds(self, painter: QPainter, block: BlockMarks) -> int:
        """Paint what lies behind the text; return how many tints."""
        hovered = self._emphasis.hovered
        for each in block.tints:
            self._with_strength(painter, each, partial(self._tint, painter, block.metrics, each))
        for each in block.lines if hovered else ():
            if each.id in hovered:
                box = each.piece.box(block.metrics)
                painter.fillRect(box, self._inks.wash(each.mark.colour))
        return len(block.tints)

    def lines(self, painter: QPainter, block: BlockMarks) -> int:
        """Paint what lies over the text; return how many lines."""
        for each in block.lines:
            self._with_strength(painter, each, partial(self._line, painter, block, each))
        return len(block.lines)

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

    def _with_strength(
        self, painter: QPainter, stretch: Stretch, paint: Callable[[], None]
    ) -> None:
        if not stretch.faint:
            paint()
            return
        painter.setOpacity(_FAINT)
        paint()
        painter.setOpacity(1.0)

    def _tint(self, painter: QPainter, metrics: Metrics, stretch: Stretch) -> None:
        mark, piece = stretch.mark, stretch.piece
        hovered = stretch.id in self._emphasis.hovered
        box = self._tint_box(metrics, stretch)
        radius = 0.16 * metrics.em
        ends = piece.starts, piece.ends
        if stretch.lane < MOST_TINTS and not stretch.foreign:  # more would hide the text
            ground = self._inks.ground(mark.colour, hovered)
            painter.fillPath(filled_box(box, radius, *ends), ground)
        painter.setPen(self._outline(mark, hovered, stretch.foreign))
        painter.drawPath(open_box(box, radius, *ends))

    def _outline(self, mark: Mark, hovered: bool, foreign: bool) -> QPen:
        """Return the pen of a tint's outline; a few do for a whole page."""
        key = (mark.colour, mark.complete, hovered, foreign)
        pen = self._pens.get(key)
        if pen is None:
            ink = self._inks.outline(mark.colour, hovered)
            pen = self._pens[key] = outline_pen(ink, 1.0, complete=mark.complete)
            if foreign:
                pen.setDashPattern(FOREIGN)
        return pen

    def _tint_box(self, metrics: Metrics, stretch: Stretch) -> QRectF:
        level, piece = stretch.lane, stretch.piece
        box = piece.box(metrics, metrics.padding(level))
        wider = min(level, 3) * _NEST
        return box.adjusted(
            0.5 - wider if piece.starts else 0.0, 0.0, wider - 0.5 if piece.ends else 0.0, 0.0
        )

    def _line(self, painter: QPainter, block: BlockMarks, stretch: Stretch) -> None:
        metrics, mark, piece = block.metrics, stretch.mark, stretch.piece
        ink = self._inks.line(mark.colour)
        stroke = Stroke(mark.shape, metrics, ink, mark.complete, stretch.foreign)
        middle = piece.baseline + metrics.lane_middle(stretch.lane, block.depth)
        strong = stretch.id in self._emphasis.hovered
        stroke.draw(painter, piece.box(metrics), middle, (piece.starts, piece.ends), strong)
