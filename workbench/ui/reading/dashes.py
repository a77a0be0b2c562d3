"""Lines of dots and dashes: each kind is drawn once, and copied wherever it is wanted.

Dashing a line takes Qt forty times as long as copying a picture of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from workbench.ui.reading.pictures import Pictures, drawing, pixel

_LEAST = 512.0  # pixels of a picture; longer where a longer line is wanted


@dataclass(frozen=True, slots=True)
class Dashing:
    """How a line is dashed: `pattern` is strokes and gaps in turn, in widths of the line."""

    width: float
    pattern: tuple[float, ...]
    rounded: bool = False

    def drawn(self, length: float) -> float:
        """Return how long a line of `length` is when it ends with a whole dot, and in no gap."""
        edges = [0.0, *accumulate(share * self.width for share in self.pattern)]
        rest = length % edges[-1]
        strokes = zip(edges[0:-1:2], edges[1::2], strict=True)
        last = max(min(end, rest) for start, end in strokes if start <= rest)
        return length - rest + last + (self.width / 2 if self.rounded else 0.0)

    def pen(self, ink: QColor) -> QPen:
        """Return the pen of such a line."""
        pen = QPen(ink, self.width)
        cap = Qt.PenCapStyle.RoundCap if self.rounded else Qt.PenCapStyle.FlatCap
        pen.setCapStyle(cap)
        pen.setDashPattern(self.pattern)
        return pen


class Dashes:
    """Draw level dashed lines by copying; it keeps a picture of each kind, colour and screen."""

    def __init__(self) -> None:
        self._pictures = Pictures[tuple[Dashing, int, float]]()

    def draw(
        self, painter: QPainter, dashing: Dashing, ink: QColor, start: QPointF, length: float
    ) -> None:
        """Draw a line from `start` to the right."""
        ratio = painter.device().devicePixelRatio()
        picture, reach = self._picture(dashing, ink, length, ratio), _reach(dashing, ratio)
        x, y = pixel(start.x() * ratio) - reach, pixel(start.y() * ratio) - reach
        width = reach + math.ceil(dashing.drawn(length) * ratio)
        part = QRectF(0, 0, width, picture.height())
        painter.drawPixmap(QPointF(x / ratio, y / ratio), picture, part)

    def _picture(self, dashing: Dashing, ink: QColor, length: float, ratio: float) -> QPixmap:
        key = (dashing, ink.rgba(), ratio)
        wanted = math.ceil(dashing.drawn(length) * ratio) + _reach(dashing, ratio)
        known = self._pictures.get(key, wanted)
        if known is not None:
            return known
        width = max(math.ceil(_LEAST * ratio), 2 * wanted)
        return self._pictures.keep(key, _drawn(dashing, ink, width, ratio))


def _reach(dashing: Dashing, ratio: float) -> int:
    """Return how many pixels of a picture lie before and above its line."""
    return math.ceil((dashing.width / 2 + 1.0) * ratio)


def _drawn(dashing: Dashing, ink: QColor, width: int, ratio: float) -> QPixmap:
    reach = _reach(dashing, ratio)
    middle = reach / ratio
    with drawing(width, 2 * reach, ratio) as (picture, painter):
        painter.setPen(dashing.pen(ink))
        painter.drawLine(QPointF(middle, middle), QPointF(width / ratio, middle))
    return picture
