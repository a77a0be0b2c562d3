"""The two handles at the borders of the selected annotation."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.domain.text import Span
from workbench.ui.reading.geometry import Geometry
from workbench.ui.reading.selection import Edge

_KNOB = 4.5  # radius
_GRIP = 6.0  # how far from a border the mouse takes hold of it


@dataclass(frozen=True, slots=True)
class Handle:
    """A stem along the border with a knob: above the start, below the end."""

    edge: Edge
    stem: QRectF

    @property
    def knob(self) -> QPointF:
        """Where the knob sits."""
        if self.edge is Edge.START:
            return self.stem.topLeft()
        return self.stem.bottomLeft()

    def holds(self, point: QPointF) -> bool:
        """Tell whether a point takes hold: the knob, or the outer side of the stem."""
        knob = QRectF(self.knob, self.knob).adjusted(-_GRIP, -_GRIP, _GRIP, _GRIP)
        outward = (-_GRIP, 1.5) if self.edge is Edge.START else (-1.5, _GRIP)
        stem = self.stem.adjusted(outward[0], 0.0, outward[1], 0.0)
        return knob.contains(point) or stem.contains(point)

    def draw(self, painter: QPainter, ink: QColor, ground: QColor) -> None:
        """Draw it in page coordinates."""
        painter.setPen(QPen(ink, 2.0))
        painter.drawLine(self.stem.topLeft(), self.stem.bottomLeft())
        painter.setPen(QPen(ground, 1.0))
        painter.setBrush(ink)
        painter.drawEllipse(self.knob, _KNOB, _KNOB)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def handles_of(geometry: Geometry, span: Span) -> list[Handle]:
    """Return the handles of a span, in page coordinates."""
    pieces = geometry.pieces(span)
    if not pieces:
        return []
    (first_block, first), (last_block, last) = pieces[0], pieces[-1]
    return [
        _handle(Edge.START, first.left - 1.0, first.box(geometry.metrics(first_block))),
        _handle(Edge.END, last.right + 1.0, last.box(geometry.metrics(last_block))),
    ]


def _handle(edge: Edge, x: float, box: QRectF) -> Handle:
    return Handle(edge, QRectF(x, box.top() - 3.0, 0.0, box.height() + 6.0))
