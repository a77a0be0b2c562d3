"""The two handles at the borders of the selected annotation."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.domain.text import Span
from workbench.ui.reading.geometry import Geometry
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.pieces import Piece
from workbench.ui.reading.selection import Edge

_KNOB = 4.5  # largest radius
_KNOB_SHARE = 0.22  # of an em: between two lines, a knob must not reach into either
_REACH = 6.0  # how far beside its middle the mouse takes hold of a knob


@dataclass(frozen=True, slots=True)
class Handle:
    """A stem along the border with a knob beyond the line: above the start, below the end.

    Only the knob takes hold: a press on the line itself begins to select, also there.
    """

    edge: Edge
    stem: QRectF
    radius: float

    @property
    def knob(self) -> QPointF:
        """Where the middle of the knob sits."""
        if self.edge is Edge.START:
            return self.stem.topLeft() - QPointF(0.0, self.radius)
        return self.stem.bottomLeft() + QPointF(0.0, self.radius)

    def holds(self, point: QPointF) -> bool:
        """Tell whether a point takes hold of the knob."""
        around = QRectF(self.knob, self.knob)
        return around.adjusted(-_REACH, -self.radius, _REACH, self.radius).contains(point)

    def draw(self, painter: QPainter, ink: QColor, ground: QColor) -> None:
        """Draw it in page coordinates."""
        painter.setPen(QPen(ink, 2.0))
        painter.drawLine(self.stem.topLeft(), self.stem.bottomLeft())
        painter.setPen(QPen(ground, 1.0))
        painter.setBrush(ink)
        painter.drawEllipse(self.knob, self.radius, self.radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def handles_of(geometry: Geometry, span: Span) -> list[Handle]:
    """Return the handles of a span, in page coordinates."""
    pieces = geometry.pieces(span)
    if not pieces:
        return []
    (first_block, first), (last_block, last) = pieces[0], pieces[-1]
    return [
        _handle(Edge.START, first.left - 1.0, first, geometry.metrics(first_block)),
        _handle(Edge.END, last.right + 1.0, last, geometry.metrics(last_block)),
    ]


def _handle(edge: Edge, x: float, piece: Piece, metrics: Metrics) -> Handle:
    box = piece.box(metrics)
    radius = min(_KNOB, _KNOB_SHARE * metrics.em)
    return Handle(edge, QRectF(x, box.top() - 1.0, 0.0, box.height() + 2.0), radius)
