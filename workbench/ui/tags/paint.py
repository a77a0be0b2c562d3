"""Small things that lists and forms paint alike: key caps, dots, texts that elide."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from workbench.ui.theme import Theme

GAP = 8
DOT = 8
_CAP_PADDING = 5


def smaller(font: QFont, step: float = 0.88) -> QFont:
    """Return `font` a step smaller, whether it is sized in points or pixels."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(9, round(font.pixelSize() * step)))
    else:
        result.setPointSizeF(max(7.0, font.pointSizeF() * step))
    return result


def paint_box(painter: QPainter, theme: Theme, rect: QRect, focused: bool) -> None:
    """Paint the box of a field that is typed into."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if focused else "line"), 1.6 if focused else 1))
    painter.setBrush(theme.colour("article"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.8, 0.8, -0.8, -0.8), 4, 4)


def key_cap_width(font: QFont, key: str) -> int:
    """Return how wide the cap of `key` is; 0 for none."""
    if not key:
        return 0
    metrics = QFontMetrics(smaller(font))
    return max(metrics.height() + 2, metrics.horizontalAdvance(key) + 2 * _CAP_PADDING)


def paint_key_cap(painter: QPainter, theme: Theme, font: QFont, right: QRect, key: str) -> int:
    """Paint the cap of `key` at the right end of a rectangle; return the width it took."""
    width = key_cap_width(font, key)
    if not width:
        return 0
    small = smaller(font)
    height = QFontMetrics(small).height() + 2
    top = right.center().y() - height / 2 + 0.5
    cap = QRectF(right.right() - width + 0.5, top + 0.5, width - 1, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("article"))
    painter.drawRoundedRect(cap, 3, 3)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
    return width + GAP


def paint_dot(painter: QPainter, theme: Theme, left: QRect, colour: str) -> None:
    """Paint a category's colour as a dot at the left of a rectangle; a ring where it has none."""
    centre = QPointF(left.left() + DOT / 2, left.center().y() + 0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tag_colour(colour))
        painter.drawEllipse(centre, DOT / 2, DOT / 2)
    else:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawEllipse(centre, DOT / 2 - 1, DOT / 2 - 1)
    painter.restore()


def paint_text(painter: QPainter, font: QFont, colour: QColor, room: QRect, text: str) -> int:
    """Paint `text` from the left of `room`, elided; return the width it took."""
    if not text or room.width() <= 0:
        return 0
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def paint_right(painter: QPainter, font: QFont, colour: QColor, room: QRect, text: str) -> int:
    """Paint `text` at the right of `room`, at most half as wide; return the width it took."""
    if not text:
        return 0
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() // 2)
    width = metrics.horizontalAdvance(shown)
    painter.setFont(font)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
    return width + GAP
