"""Paint offers: a row of dots above the characters, where no annotation is ever drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from workbench.ui.reading.geometry import MarkPiece
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.offers import Offers
from workbench.ui.reading.strokes import open_box

_INSET = 1.5  # offers side by side do not touch
_DOTS = (0.01, 2.2)
# Dash and dot: one must choose which.
_DASHES = (2.2, 2.2, 0.01, 2.2)


class OfferPainter:
    """Paint the offers of a block; its origin is where the painter stands."""

    def __init__(self, inks: Inks, offers: Offers) -> None:
        self._inks = inks
        self._offers = offers
        self._pens: dict[tuple[float, bool, bool], QPen] = {}

    def paint(self, painter: QPainter, metrics: Metrics, pieces: Iterable[MarkPiece]) -> int:
        """Paint the pieces; return how many."""
        count = 0
        for each in pieces:
            current = each.id == self._offers.current
            painter.setPen(self._pen(metrics.em, self._offers[each.id].sure, current))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = each.piece.box(metrics, 0.1 * metrics.em)
            if current:
                ends = each.piece.starts, each.piece.ends
                painter.drawPath(open_box(box.adjusted(0.5, 0, -0.5, 0), 0.12 * metrics.em, *ends))
            else:
                left = box.left() + (_INSET if each.piece.starts else 0.0)
                right = max(left + 1.0, box.right() - (_INSET if each.piece.ends else 0.0))
                painter.drawLine(QPointF(left, box.top()), QPointF(right, box.top()))
            count += 1
        return count

    def _pen(self, em: float, sure: bool, current: bool) -> QPen:
        key = (em, sure, current)
        pen = self._pens.get(key)
        if pen is None:
            colour = self._inks.theme.colour("accent" if current else "line")
            pen = self._pens[key] = QPen(colour, max(1.5, 0.085 * em))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern(_DOTS if sure else _DASHES)
        return pen
