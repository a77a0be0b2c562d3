"""The strip beside the scroll bar: where in the article annotations and search hits are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.domain.text import Span
from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.surface import Surface
from workbench.ui.reading.view_model import Shape

STRIP = 15  # pixels wide
_TICK = 2
_HIT = 0.55  # opacity of what lies across the columns
_AT_ONCE = 200  # more annotations are painted a little later, not with each mark
_LATER = 200  # milliseconds
_MANY, _MUCH_LATER = 5_000, 400  # a book is not gone through between two marks
Place = tuple[int, int]  # column and height
# Three columns tell statements, ideas and actors apart without their colours.
_COLUMN = {
    Shape.TINT: 0,
    Shape.BRACKET: 0,
    Shape.THICK_LINE: 1,
    Shape.DOTTED_LINE: 1,
    Shape.THIN_LINE: 2,
}


class Strip(QWidget):
    """Paint a tick for each annotation and each hit, at its height in the whole article."""

    def __init__(self, surface: Surface, inks: Inks, emphasis: Emphasis, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._inks = inks
        self._emphasis = emphasis
        self._hits: Sequence[Span] = ()
        self._ticks: QPixmap | None = None
        # Where ticks are, and of the marks that share one the last: where it begins, and its id.
        self._places: dict[Place, tuple[int, int]] | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._paint_anew)

    def set_inks(self, inks: Inks) -> None:
        """Take the colours of a theme."""
        self._inks = inks
        self.set_anew()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Show where something was found."""
        self._hits = hits
        self._paint_anew()

    def set_anew(self) -> None:
        """Paint all ticks anew: marks or lines have moved."""
        self._places = None
        count = len(self._surface.page.board)
        if count > _AT_ONCE:
            self._due.start(_LATER if count < _MANY else _MUCH_LATER)
        else:
            self._paint_anew()

    def set_marks_anew(self, ids: Iterable[int], moved: bool = False) -> None:
        """Paint the ticks anew: these marks differ; `moved`: and lines have moved.

        In a book a tick's height does not depend on the lines.
        """
        page = self._surface.page
        if self._places is None or (moved and not page.is_long):
            self.set_anew()
            return
        wanted = set(ids)
        left = [place for place, (_, id_) in self._places.items() if id_ in wanted]
        for place in left:
            del self._places[place]
        others = {id_ for id_ in map(self._mark_at, left) if id_ is not None}
        there = {id_ for id_ in wanted if id_ in page.board}
        for place, mark in self._placed([*(others | there)]).items():
            self._places[place] = max(mark, self._places.get(place, mark))
        if len(page.board) > _AT_ONCE:
            self._due.start(_LATER)
        else:
            self._paint_anew()

    def _paint_anew(self) -> None:
        self._ticks = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_anew()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().y())

    # --- heights -------------------------------------------------------------

    def heights_of(self, offsets: Iterable[int]) -> list[float]:
        """Return where in the strip these offsets lie."""
        page = self._surface.page
        if page.is_long:  # told by characters: to know the heights would take long
            share = self.height() / page.shown.length
            return [offset * share for offset in offsets]
        block_at, scale = page.shown.block_at, self._scale()
        known: dict[int, tuple[int, float, float]] = {}
        heights: list[float] = []
        for offset in offsets:
            number = block_at(offset)
            if number not in known:
                known[number] = self._slope_of(number, scale)
            start, top, slope = known[number]
            heights.append(top + (offset - start) * slope)
        return heights

    def _slope_of(self, number: int, scale: float) -> tuple[int, float, float]:
        """Return where a block begins, in the text and here, and how far a character goes down."""
        block = self._surface.page.shown.blocks[number]
        top, below = self._top_of(number), self._top_of(number + 1)
        return block.start, top * scale, (below - top) * scale / max(1, len(block))

    def _top_of(self, number: int) -> float:
        """Return the upper edge of a block, that of the page's end after the last."""
        page = self._surface.page
        is_block = number < len(page.shown.blocks)
        return page.geometry.block_top(number) if is_block else self._surface.page_height()

    def _scale(self) -> float:
        height = max(self._surface.page_height(), 1.0)
        return min(1.0, self.height() / height)

    def _go_to(self, y: float) -> None:
        page = self._surface.page
        if page.is_long:
            share = min(1.0, max(0.0, y / max(1, self.height())))
            self._surface.scroll_to_height(
                page.geometry.caret(round(share * page.shown.length)).top()
            )
        else:
            self._surface.scroll_to_height(y / max(1e-6, self._scale()))

    def _shown_part(self) -> QRectF:
        top, bottom = self._surface.shown_heights()
        if self._surface.page.is_long:
            edges = (QPoint(1, 0), QPoint(1, round(bottom - top)))
            top, bottom = self.heights_of(map(self._surface.offset_at, edges))
        else:
            top, bottom = top * self._scale(), bottom * self._scale()
        return QRectF(0.0, top, self.width(), max(2.0, bottom - top))

    # --- painting ------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ticks is None:
            self._ticks = self._painted()
        painter = QPainter(self)
        painter.fillRect(self._shown_part(), faded(self._inks.theme.colour("muted"), 0.13))
        painter.drawPixmap(0, 0, self._ticks)
        self._selected_tick(painter)
        painter.end()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        found = faded(self._inks.theme.colour("accent"), _HIT)
        for y in dict.fromkeys(map(round, self.heights_of(hit.start for hit in self._hits))):
            painter.fillRect(0, y, self.width(), _TICK, found)
        for box, ink in self._visible_ticks().items():
            painter.fillRect(*box, ink)
        painter.end()
        return pixmap

    def _visible_ticks(self) -> dict[tuple[int, int, int, int], QColor]:
        """Return one tick for each place, however many annotations fall on it."""
        board = self._surface.page.board
        if self._places is None:
            self._places = self._placed(board.drawn())
        column = (self.width() - 3) // 3
        # To tell what colour a mark has takes longer than where it is.
        return {
            (2 + at * column, y, column - 1, _TICK): self._inks.line(board.colour(id_))
            for (at, y), (_, id_) in sorted(self._places.items())  # the lower ones lie above
        }

    def _placed(self, ids: list[int]) -> dict[Place, tuple[int, int]]:
        """Return where the ticks of marks are, with the last of those that share each."""
        shapes = self._surface.page.board.shapes(ids)
        heights = self.heights_of([start for start, _ in shapes])
        placed: dict[Place, tuple[int, int]] = {}
        for id_, (start, shape), y in zip(ids, shapes, heights, strict=True):
            place, mark = (_COLUMN[shape], round(y)), (start, id_)
            if placed.get(place, mark) <= mark:
                placed[place] = mark
        return placed

    def _mark_at(self, place: Place) -> int | None:
        """Return the last mark whose tick is at a place."""
        page, (column, y) = self._surface.page, place
        offsets = range(page.shown.length + 1)
        first = bisect_left(offsets, y, key=self._rounded_height)
        last = bisect_right(offsets, y, key=self._rounded_height)
        ids = page.board.between(first, last)
        here = zip(ids, page.board.shapes(ids), strict=True)
        marks = [(at, i) for i, (at, shape) in here if at >= first and _COLUMN[shape] == column]
        return max(marks)[1] if marks else None

    def _rounded_height(self, offset: int) -> int:
        return round(self.heights_of([offset])[0])

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
