"""Paint offers: a row of dots above the characters, where no annotation is ever drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from workbench.ui.reading.dashes import Dashes, Dashing
from workbench.ui.reading.geometry import MarkPiece
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.offers import Offers
from workbench.ui.reading.pieces import Piece
from workbench.ui.reading.strokes import open_box

_INSET = 1.5  # offers side by side do not touch
_DOTS = (0.01, 2.2)
# Dash and dot: one must choose which.
_DASHES = (2.2, 2.2, 0.01, 2.2)


class OfferPainter:
    """Paint the offers of a block; its origin is where the painter stands."""

    def __init__(self, inks: Inks, offers: Offers, dashes: Dashes) -> None:
        self._inks = inks
        self._offers = offers
        self._dashes = dashes

    def paint(self, painter: QPainter, metrics: Metrics, pieces: Iterable[MarkPiece]) -> int:
        """Paint the pieces; return how many."""
        ink, width, count = self._inks.theme.colour("line"), max(1.5, 0.085 * metrics.em), 0
        sure, unsure = (Dashing(width, pattern, rounded=True) for pattern in (_DOTS, _DASHES))
        top = metrics.top - 0.1 * metrics.em
        for each in pieces:
            piece, dashing = each.piece, sure if self._offers[each.id].sure else unsure
            if each.id == self._offers.current:
                self._current(painter, metrics, piece, dashing)
            else:
                left = piece.left + (_INSET if piece.starts else 0.0)
                right = max(left + 1.0, piece.right - (_INSET if piece.ends else 0.0))
                start = QPointF(left, piece.baseline + top)
                self._dashes.draw(painter, dashing, ink, start, right - left)
            count += 1
        return count

    def _current(self, painter: QPainter, metrics: Metrics, piece: Piece, dashing: Dashing) -> None:
        box = piece.box(metrics, 0.1 * metrics.em).adjusted(0.5, 0, -0.5, 0)
        painter.setPen(dashing.pen(self._inks.theme.colour("accent")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(open_box(box, 0.12 * metrics.em, piece.starts, piece.ends))
