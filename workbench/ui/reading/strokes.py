"""Draw one stretch of a mark: its tint, line, bracket or outline."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workbench.ui.reading.dashes import Dashes, Dashing
from workbench.ui.reading.metrics import Metrics
from workbench.ui.reading.view_model import Shape

_INSET = 1.2  # marks side by side do not touch
_STRONGER = 1.6  # a hovered line
#: The outline of a tint that is not complete.
OPEN = (3.0, 2.5)
_DASHES = {
    Shape.TINT: OPEN,
    Shape.BRACKET: (4.0, 3.0),
    Shape.THICK_LINE: (1.1, 0.8),
    Shape.THIN_LINE: (3.0, 2.6),
}
#: The line of another coder's mark: dash, dot, dot.
FOREIGN = (5.0, 1.6, 1.0, 1.6, 1.0, 1.6)


def open_box(box: QRectF, radius: float, starts: bool, ends: bool) -> QPainterPath:
    """Return the outline of a box that stays open where its mark goes on in another line."""
    radius = min(radius, box.width() / 2, box.height() / 2)
    path = QPainterPath()
    if starts:
        path.moveTo(box.left() + radius, box.bottom())
        path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - radius))
        path.lineTo(box.left(), box.top() + radius)
        path.quadTo(box.topLeft(), QPointF(box.left() + radius, box.top()))
    else:
        path.moveTo(box.topLeft())
    if ends:
        path.lineTo(box.right() - radius, box.top())
        path.quadTo(box.topRight(), QPointF(box.right(), box.top() + radius))
        path.lineTo(box.right(), box.bottom() - radius)
        path.quadTo(box.bottomRight(), QPointF(box.right() - radius, box.bottom()))
    else:
        path.lineTo(box.topRight())
    # From the left as well: its dashes do not depend on how wide the box is.
    path.moveTo(box.left() + (radius if starts else 0.0), box.bottom())
    path.lineTo(box.right() - (radius if ends else 0.0), box.bottom())
    return path


def filled_box(box: QRectF, radius: float) -> QPainterPath:
    """Return the area of :func:`open_box` with both its ends."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a stroke consists of, worked out once: filled boxes, and a dashed line."""

    ink: QColor
    boxes: tuple[QRectF, ...]
    dashing: Dashing | None = None
    start: QPointF = field(default_factory=QPointF)
    length: float = 0.0

    def paint(self, painter: QPainter, dashes: Dashes) -> None:
        """Paint it where the painter stands."""
        # Many times as fast as lines with a pen, which must be stroked first.
        for box in self.boxes:
            painter.fillRect(box, self.ink)
        if self.dashing is not None:
            dashes.draw(painter, self.dashing, self.ink, self.start, self.length)


class Stroke:
    """The line of one mark in one lane: `middle` is its height, `ink` its colour."""

    def __init__(
        self, shape: Shape, metrics: Metrics, ink: QColor, complete: bool, foreign: bool = False
    ) -> None:
        self._shape = shape
        self._metrics = metrics
        self._ink = ink
        self._complete = complete
        self._foreign = foreign

    def drawing(self, box: QRectF, middle: float, ends: tuple[bool, bool], strong: bool) -> Drawing:
        """Return what to paint under (or around) the characters in `box`.

        `ends` tells which ends lie here.
        """
        starts, stops = ends
        left = box.left() + (_INSET if starts else 0.0)
        right = max(left + 1.0, box.right() - (_INSET if stops else 0.0))
        hooks: tuple[QRectF, ...] = ()
        if self._shape is Shape.BRACKET:
            upright = QRectF(left, box.top(), right - left, middle - box.top())
            hooks = self._hooks(upright, ends)
        width = self._width() * (_STRONGER if strong else 1.0)
        if self._is_solid:
            line = QRectF(left, middle - width / 2, right - left, width)
            return Drawing(self._ink, (line, *hooks))
        dashing = self._dashing(width)
        if dashing.rounded:
            left, right = left + width / 2, max(left + width / 2 + 0.1, right - width / 2)
        return Drawing(self._ink, hooks, dashing, QPointF(left, middle), right - left)

    def _hooks(self, box: QRectF, ends: tuple[bool, bool]) -> tuple[QRectF, ...]:
        width = max(1.3, 0.075 * self._metrics.em)
        hook = 0.24 * self._metrics.em
        lift = box.top() - 1.5
        return tuple(
            part
            for here, x, inward in ((ends[0], box.left(), hook), (ends[1], box.right(), -hook))
            if here
            for part in bracket(x, lift, box.bottom(), inward, width)
        )

    @property
    def _is_solid(self) -> bool:
        return self._complete and not self._foreign and self._shape is not Shape.DOTTED_LINE

    def _dashing(self, width: float) -> Dashing:
        if self._shape is Shape.DOTTED_LINE:
            return Dashing(width, (0.01, 1.9 if self._complete else 4.2), rounded=True)
        return Dashing(width, FOREIGN if self._foreign else _DASHES[self._shape])

    def _width(self) -> float:
        match self._shape:
            case Shape.THICK_LINE:
                return self._metrics.thick
            case Shape.DOTTED_LINE:
                return max(2.0, 0.13 * self._metrics.em)
            case Shape.BRACKET:
                return max(1.0, 0.055 * self._metrics.em)
            case _:
                return self._metrics.thin


def bracket(
    x: float, upper: float, lower: float, hook: float, width: float
) -> tuple[QRectF, QRectF, QRectF]:
    """Return an upright line with a hook at either end; a negative `hook` points to the left."""
    half = width / 2
    left, right = (x - half, x + hook) if hook > 0 else (x + hook, x + half)
    return (
        QRectF(left, upper - half, right - left, width),
        QRectF(left, lower - half, right - left, width),
        QRectF(x - half, upper + half, width, lower - upper - width),
    )


def outline_pen(ink: QColor, width: float, complete: bool) -> QPen:
    """Return the pen of an outline, dashed where something is still to be coded."""
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not complete:
        pen.setDashPattern(OPEN)
    return pen
