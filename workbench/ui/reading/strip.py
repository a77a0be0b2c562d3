"""The strip beside the scroll bar: where in the article annotations are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.surface import Surface
from workbench.ui.reading.view_model import Shape

STRIP = 15  # pixels wide
_TICK = 2.0
# Three columns tell statements, ideas and actors apart without their colours.
_COLUMN = {
    Shape.TINT: 0,
    Shape.BRACKET: 0,
    Shape.THICK_LINE: 1,
    Shape.DOTTED_LINE: 1,
    Shape.THIN_LINE: 2,
}


class Strip(QWidget):
    """Paint a tick for each annotation, at its height in the whole article."""

    def __init__(self, surface: Surface, inks: Inks, emphasis: Emphasis, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._inks = inks
        self._emphasis = emphasis
        self._ticks: QPixmap | None = None

    def set_inks(self, inks: Inks) -> None:
        """Take the colours of a theme."""
        self._inks = inks
        self.set_anew()

    def set_anew(self) -> None:
        """Paint all ticks anew: marks or lines have moved."""
        self._ticks = None
        self.update()

    def height_of(self, offset: int) -> float:
        """Return where in the strip an offset lies."""
        page = self._surface.page
        number = page.shown.block_at(offset)
        block = page.shown.blocks[number]
        top = page.geometry.block_top(number)
        below = number + 1 < len(page.shown.blocks)
        bottom = page.geometry.block_top(number + 1) if below else self._surface.page_height()
        share = (offset - block.start) / max(1, len(block))
        return (top + share * (bottom - top)) * self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_anew()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ticks is None:
            self._ticks = self._painted()
        painter = QPainter(self)
        painter.fillRect(self._shown_part(), faded(self._inks.theme.colour("muted"), 0.13))
        painter.drawPixmap(0, 0, self._ticks)
        self._selected_tick(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._surface.scroll_to_height(event.position().y() / max(1e-6, self._scale()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._surface.scroll_to_height(event.position().y() / max(1e-6, self._scale()))

    def _scale(self) -> float:
        height = max(self._surface.page_height(), 1.0)
        return min(1.0, self.height() / height)

    def _shown_part(self) -> QRectF:
        top, bottom = (height * self._scale() for height in self._surface.shown_heights())
        return QRectF(0.0, top, self.width(), bottom - top)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        board = self._surface.page.board
        for id_ in board.ids():
            mark = board.mark(id_)
            painter.fillRect(self._tick(mark.span.start, mark.shape), self._inks.line(mark.colour))
        painter.end()
        return pixmap

    def _tick(self, offset: int, shape: Shape) -> QRectF:
        column = (self.width() - 3.0) / 3
        left = 2.0 + _COLUMN[shape] * column
        return QRectF(left, round(self.height_of(offset)), column - 1.0, _TICK)

    def _selected_tick(self, painter: QPainter) -> None:
        selected = self._emphasis.selected
        span = None if selected is None else self._surface.page.board.span(selected)
        if span is None:
            return
        accent = self._inks.theme.colour("accent")
        y = self.height_of(span.start) + _TICK / 2
        painter.fillRect(QRectF(0.0, y - 1.5, self.width(), 3.0), accent)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(2.0, y), 2.5, 2.5)
