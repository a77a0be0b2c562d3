"""The strip beside the scroll bar: where in the article annotations are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.surface import Surface
from workbench.ui.reading.view_model import Shape

STRIP = 15  # pixels wide
_TICK = 2
_AT_ONCE = 200  # more annotations are painted a little later, not with each mark
_LATER = 80  # milliseconds
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
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_LATER)
        self._due.timeout.connect(self._paint_anew)

    def set_inks(self, inks: Inks) -> None:
        """Take the colours of a theme."""
        self._inks = inks
        self.set_anew()

    def set_anew(self) -> None:
        """Paint all ticks anew: marks or lines have moved."""
        if len(self._surface.page.board) > _AT_ONCE:
            self._due.start()
        else:
            self._paint_anew()

    def _paint_anew(self) -> None:
        self._ticks = None
        self.update()

    def heights_of(self, offsets: Iterable[int]) -> list[float]:
        """Return where in the strip these offsets lie."""
        page, scale = self._surface.page, self._scale()
        blocks, top_of = page.shown.blocks, cache(self._top_of)
        heights: list[float] = []
        for offset in offsets:
            number = page.shown.block_at(offset)
            block = blocks[number]
            share = (offset - block.start) / max(1, len(block))
            top, below = top_of(number), top_of(number + 1)
            heights.append((top + share * (below - top)) * scale)
        return heights

    def _top_of(self, number: int) -> float:
        """Return the upper edge of a block, that of the page's end after the last."""
        page = self._surface.page
        is_block = number < len(page.shown.blocks)
        return page.geometry.block_top(number) if is_block else self._surface.page_height()

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
        for box, ink in self._visible_ticks().items():
            painter.fillRect(*box, ink)
        painter.end()
        return pixmap

    def _visible_ticks(self) -> dict[tuple[int, int, int, int], QColor]:
        """Return one tick for each place, however many annotations fall on it."""
        marks = self._surface.page.board.marks()
        heights = self.heights_of(mark.span.start for mark in marks)
        column = (self.width() - 3) // 3
        return {
            (2 + _COLUMN[mark.shape] * column, round(y), column - 1, _TICK): self._inks.line(
                mark.colour
            )
            for mark, y in zip(marks, heights, strict=True)
        }

    def _selected_tick(self, painter: QPainter) -> None:
        selected = self._emphasis.selected
        span = None if selected is None else self._surface.page.board.span(selected)
        if span is None:
            return
        accent = self._inks.theme.colour("accent")
        y = self.heights_of([span.start])[0] + _TICK / 2
        painter.fillRect(QRectF(0.0, y - 1.5, self.width(), 3.0), accent)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(2.0, y), 2.5, 2.5)
