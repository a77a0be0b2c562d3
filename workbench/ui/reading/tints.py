"""Tints: the ground and the outline of a stretch, drawn once for each look and then copied.

To fill and to outline a wide box anew takes Qt ten times as long as to copy it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from workbench.ui.reading.strokes import filled_box, open_box, outline_pen

_LEAST = 512.0  # pixels of a picture; wider where a wider tint is wanted
_KEPT = 48  # pictures
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
        self._pictures: dict[tuple[Look, float], QPixmap] = {}

    def draw(self, painter: QPainter, look: Look, box: QRectF, starts: bool, ends: bool) -> None:
        """Draw a tint over `box`, open where its mark goes on in another line."""
        ratio = painter.device().devicePixelRatio()
        box = box.adjusted(-_HALF, -_HALF, _HALF, _HALF)  # half of its outline lies outside
        width = max(1, round(box.width() * ratio))
        picture = self._picture(look, width, ratio)
        cap = min(_cap(look, ratio), width // 2)
        height, left = picture.height(), 0 if starts else _cap(look, ratio)
        place = QPointF(round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio)
        body = width - cap if ends else width
        painter.drawPixmap(place, picture, QRectF(left, 0, body, height))
        if ends:
            place.setX(place.x() + body / ratio)
            painter.drawPixmap(place, picture, QRectF(picture.width() - cap, 0, cap, height))

    def _picture(self, look: Look, width: int, ratio: float) -> QPixmap:
        known = self._pictures.get((look, ratio))
        wanted = width + 2 * _cap(look, ratio)
        if known is None or known.width() < wanted:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            known = _drawn(look, max(math.ceil(_LEAST * ratio), 2 * wanted), ratio)
            self._pictures[look, ratio] = known
        return known


def _cap(look: Look, ratio: float) -> int:
    """Return how many pixels of a picture belong to a rounded end."""
    return math.ceil((look.radius + 1.0) * ratio)


def _drawn(look: Look, width: int, ratio: float) -> QPixmap:
    picture = QPixmap(width, max(1, round((look.height + 2 * _HALF) * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.0, 0.0, width / ratio, picture.height() / ratio)
    box.adjust(_HALF, _HALF, -_HALF, -_HALF)
    painter.fillPath(filled_box(box, look.radius, True, True), QColor.fromRgba(look.ground))
    pen = outline_pen(QColor.fromRgba(look.ink), 1.0, complete=True)
    if look.dashes:
        pen.setDashPattern(look.dashes)
    painter.setPen(pen)
    painter.drawPath(open_box(box, look.radius, True, True))
    painter.end()
    return picture
