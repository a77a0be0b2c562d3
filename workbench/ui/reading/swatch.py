"""A small sample of how a mark is drawn, beside its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.ui.reading.dashes import Dashes
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.strokes import Stroke, filled_box, open_box, outline_pen
from workbench.ui.reading.view_model import Mark, Shape

SWATCH = 11.0  # pixels


def draw_swatch(painter: QPainter, box: QRectF, mark: Mark, inks: Inks) -> None:
    """Draw the shape of `mark` in its colour inside `box`."""
    ink = inks.line(mark.colour)
    if mark.shape is Shape.TINT:
        inner = box.adjusted(0.5, 1.5, -0.5, -1.5)
        whole = (True, True)
        painter.fillPath(filled_box(inner, 2.0), inks.ground(mark.colour, hovered=True))
        painter.setPen(outline_pen(ink, 1.0, mark.complete))
        painter.drawPath(open_box(inner, 2.0, *whole))
        return
    metrics = Metrics(16.0)
    lower = box.center().y() + (3.5 if mark.shape is Shape.BRACKET else 0.0)
    letters = QRectF(box.left(), box.center().y() - 2.5, box.width(), 5.0)
    stroke = Stroke(mark.shape, metrics, ink, mark.complete)
    stroke.drawing(letters, lower, (True, True), strong=False).paint(painter, Dashes())
