"""Lines of dots and dashes: each kind is drawn once, and copied wherever it is wanted.

Dashing a line takes Qt forty times as long as copying a picture of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

_LEAST = 256.0  # pixels of a picture; longer where a longer line is wanted
_KEPT = 100  # pictures


@dataclass(frozen=True, slots=True)
class Dashing:
    """How a line is dashed: `pattern` is strokes and gaps in turn, in widths of the line."""

    width: float
    pattern: tuple[float, ...]
    rounded: bool = False

    def reach(self) -> int:
        """Return how far its ink may reach around the line, in pixels."""
        return math.ceil(self.width / 2) + 1

    def drawn(self, length: float) -> float:
        """Return how long a line of `length` is when it ends with a whole dot."""
        if not self.rounded:
            return length
        edges = [0.0, *accumulate(share * self.width for share in self.pattern)]
        rest = length % edges[-1]
        strokes = zip(edges[0:-1:2], edges[1::2], strict=True)
        last = max(min(end, rest) for start, end in strokes if start <= rest)
        return length - rest + last + self.width / 2

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
        self._pictures: dict[tuple[Dashing, int, float], QPixmap] = {}

    def draw(
        self, painter: QPainter, dashing: Dashing, ink: QColor, start: QPointF, length: float
    ) -> None:
        """Draw a line from `start` to the right."""
        ratio = painter.device().devicePixelRatio()
        picture, reach = self._picture(dashing, ink, length, ratio), dashing.reach()
        width = round((reach + dashing.drawn(length)) * ratio)
        x, y = round((start.x() - reach) * ratio), round((start.y() - reach) * ratio)
        part = QRectF(0, 0, width, picture.height())
        painter.drawPixmap(QPointF(x / ratio, y / ratio), picture, part)

    def _picture(self, dashing: Dashing, ink: QColor, length: float, ratio: float) -> QPixmap:
        key = (dashing, ink.rgba(), ratio)
        known, reach = self._pictures.get(key), dashing.reach()
        if known is None or known.width() < (length + 2 * reach) * ratio:
            length = max(_LEAST, 2 * length)
            known = QPixmap(math.ceil((length + 2 * reach) * ratio), math.ceil(2 * reach * ratio))
            known.setDevicePixelRatio(ratio)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(dashing.pen(ink))
            painter.drawLine(QPointF(reach, reach), QPointF(reach + length, reach))
            painter.end()
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            self._pictures[key] = known
        return known
