"""Strokes as the caps of keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.shortcuts.strokes import shown, told
from workbench.ui.tags.paint import key_cap_width, smaller
from workbench.ui.theme import Theme

_BETWEEN = 3  # the caps of one stroke
_APART = 14  # one stroke and the next
_INSET = 3.0


class KeyCaps(QWidget):
    """Paint strokes one beside the other, each as the keys that are held together."""

    def __init__(self, strokes: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self._strokes = shown(strokes)
        self._theme = theme
        self.setAccessibleName(told(strokes))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        widths = (self._width(stroke) for stroke in self._strokes)
        gaps = _APART * max(0, len(self._strokes) - 1)
        return QSize(sum(widths) + gaps, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _width(self, stroke: list[str]) -> int:
        widths = (key_cap_width(self.font(), cap) for cap in stroke)
        return sum(widths) + _BETWEEN * max(0, len(stroke) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(smaller(self.font()))
        left = 0
        for number, stroke in enumerate(self._strokes):
            if number:
                self._write(painter, QRectF(left, 0, _APART, self.height()), "/")
                left += _APART
            for cap in stroke:
                width = key_cap_width(self.font(), cap)
                self._paint_cap(painter, QRectF(left + 0.5, 1.5, width - 1, self.height() - 3), cap)
                left += width + _BETWEEN
            left -= _BETWEEN
        painter.end()

    def _paint_cap(self, painter: QPainter, box: QRectF, cap: str) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(box, 4, 4)
        # The lower edge is thicker, as that of a key that one looks down on.
        below = QPointF(0.0, -1.0)
        left, right = QPointF(_INSET, 0.0), QPointF(-_INSET, 0.0)
        painter.drawLine(box.bottomLeft() + left + below, box.bottomRight() + right + below)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)

    def _write(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
