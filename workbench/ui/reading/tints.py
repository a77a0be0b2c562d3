"""Tints: the ground and the outline of a stretch, drawn once for each look and then copied.

To fill and to outline a wide box anew takes Qt ten times as long as to copy it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from workbench.ui.reading.pictures import Pictures, drawing, pixel
from workbench.ui.reading.strokes import filled_box, open_box, outline_pen

_STEP = 506  # pixels by which pictures are wider: dashes that go round end alike in all
_HALF = 0.5  # of the width of the outline


@dataclass(frozen=True, slots=True)
class Look:
    """All that tints may differ by but their width; colours as RGBA, the rest in pixels."""

    ground: int
    ink: int
    dashes: tuple[float, ...]
    radius: float
    height: float


class Tints:
    """Draw tints by copying; whole pixels, so that their outlines are sharp."""

    def __init__(self) -> None:
        self._pictures = Pictures[tuple[Look, float]]()

    def draw(self, painter: QPainter, look: Look, box: QRectF, starts: bool, ends: bool) -> None:
        """Draw a tint over `box`, open where its mark goes on in another line."""
        ratio = painter.device().devicePixelRatio()
        box = box.adjusted(-_HALF, -_HALF, _HALF, _HALF)  # half of its outline lies outside
        width = max(1, pixel(box.width() * ratio))
        picture = self._picture(look, width, ratio)
        cap = min(_cap(look, ratio), width // 2)
        height, left = picture.height(), 0 if starts else _cap(look, ratio)
        place = QPointF(pixel(box.left() * ratio) / ratio, pixel(box.top() * ratio) / ratio)
        body = width - cap if ends else width
        painter.drawPixmap(place, picture, QRectF(left, 0, body, height))
        if ends:
            place.setX(place.x() + body / ratio)
            painter.drawPixmap(place, picture, QRectF(picture.width() - cap, 0, cap, height))

    def _picture(self, look: Look, width: int, ratio: float) -> QPixmap:
        key, wanted = (look, ratio), width + 2 * _cap(look, ratio)
        known = self._pictures.get(key, wanted)
        if known is not None:
            return known
        steps = math.ceil(wanted / (_STEP * ratio))
        return self._pictures.keep(key, _drawn(look, math.ceil(steps * _STEP * ratio), ratio))


def _cap(look: Look, ratio: float) -> int:
    """Return how many pixels of a picture belong to a rounded end."""
    return math.ceil((look.radius + 1.0) * ratio)


def _drawn(look: Look, width: int, ratio: float) -> QPixmap:
    height = max(1, round((look.height + 2 * _HALF) * ratio))
    box = QRectF(0.0, 0.0, width / ratio, height / ratio)
    box.adjust(_HALF, _HALF, -_HALF, -_HALF)
    pen = outline_pen(QColor.fromRgba(look.ink), 1.0, complete=True)
    if look.dashes:
        pen.setDashPattern(look.dashes)
    with drawing(width, height, ratio) as (picture, painter):
        painter.fillPath(filled_box(box, look.radius), QColor.fromRgba(look.ground))
        painter.setPen(pen)
        painter.drawPath(open_box(box, look.radius, True, True))
    return picture
