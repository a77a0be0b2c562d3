"""The text of an article with its marks painted over it: a QTextEdit that is only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QBasicTimer,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget

from workbench.domain.text import Span
from workbench.ui.reading.dashes import Dashes
from workbench.ui.reading.geometry import BlockMarks
from workbench.ui.reading.handles import Handle, handles_of
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.keys import is_ours, moved_by_word
from workbench.ui.reading.mark_painter import Emphasis, MarkPainter
from workbench.ui.reading.offer_painter import OfferPainter
from workbench.ui.reading.page import Page, empty_page
from workbench.ui.reading.pictures import stand_on_pixels
from workbench.ui.reading.pointer import Border, Pointer, Press
from workbench.ui.reading.presses import PressCounter
from workbench.ui.reading.selection import Edge, Selection
from workbench.ui.reading.tints import Tints

_SCROLL_STEP = 24  # pixels a tick, while a drag is beyond the edge
_SCROLL_TICK = 30  # milliseconds
_CARET = 2.0
_MARKER = 0.5  # height of a note's marker, of the line's letters
_RAISED = 0.06  # how far above them it stands
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_FONT_CHANGES = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)

PaintBlock = Callable[[QPainter, BlockMarks], int]


class TextView(QTextEdit):
    """Show a page, paint its marks, and turn mouse and keys into selections.

    It implements :class:`workbench.ui.reading.surface.Surface`.
    """

    character_clicked = Signal(object)  # offset, or None beside the text
    character_hovered = Signal(object)  # the same, under a pointer that is not pressed
    border_moved = Signal(int, int, int)
    tooltip_wanted = Signal(object, QPoint)  # offset or None, global point
    menu_wanted = Signal(object, QPoint)  # the same, for the menu of a place
    size_wished = Signal(int)  # steps of Ctrl+wheel

    def __init__(self, inks: Inks, emphasis: Emphasis, parent: QWidget) -> None:
        super().__init__(parent)
        self._inks = inks
        self._emphasis = emphasis
        self._preview: Span | None = None
        self._markers: Sequence[tuple[int, str]] = ()
        self._ticks = QBasicTimer()
        self._presses = PressCounter()
        self.pointer = Pointer(self, self.character_clicked.emit, self._let_go)
        self.painted = 0  # rectangles of marks in the last paint
        self.offered = 0  # and of offers
        self.found = 0  # and of hits
        self._tints, self._dashes = Tints(), Dashes()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(_READABLE)
        self.setCursorWidth(0)  # the caret is painted here, and does not blink
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.set_page(empty_page(self.document()))

    # --- the page ------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The article that is shown."""
        return self._page

    def set_page(self, page: Page) -> None:
        """Show another page, from its beginning."""
        self._page = page
        self.pointer.cancel()
        self._preview = None
        self._make_painters()
        self.verticalScrollBar().setValue(0)

    def set_inks(self, inks: Inks) -> None:
        """Take the colours of a theme."""
        self._inks = inks
        self._make_painters()
        palette = self.palette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.Window, inks.theme.colour("article"))
            palette.setColor(group, QPalette.ColorRole.Base, inks.theme.colour("article"))
            palette.setColor(group, QPalette.ColorRole.Text, inks.theme.colour("text"))
            palette.setColor(group, QPalette.ColorRole.Highlight, inks.theme.colour("selection"))
            palette.setColor(group, QPalette.ColorRole.HighlightedText, inks.theme.colour("text"))
        self.setPalette(palette)
        # Qt gives the viewport a palette of its own once the style sheet was renewed.
        self.viewport().setPalette(palette)

    def _make_painters(self) -> None:
        self._painter = MarkPainter(self._inks, self._emphasis, self._tints, self._dashes)
        self._offer_painter = OfferPainter(self._inks, self._page.offers, self._dashes)

    def fill(self, text: str) -> None:
        """Take another text, plain: Qt would set it like the letters at the caret."""
        self.setCurrentCharFormat(QTextCharFormat())
        self.setPlainText(text)

    def show_markers(self, markers: Sequence[tuple[int, str]]) -> None:
        """Show where the markers of notes stood: above the line, between two characters."""
        self._markers = sorted(markers)
        self.viewport().update()

    def set_margins(self, left: int, right: int) -> None:
        """Leave room beside the text."""
        self.setViewportMargins(left, 0, right, 0)

    def update_spans(self, spans: Iterable[Span | None]) -> None:
        """Paint anew what shows of the blocks that these stretches lie in."""
        self.update_blocks([self._page.shown.blocks_of(span) for span in spans if span])

    def update_blocks(self, wanted: Sequence[range]) -> None:
        """Paint anew what shows of some blocks, with what sticks out of them."""
        geometry, scrolled = self._page.geometry, self.scrolled()
        for number in geometry.blocks_between(*self.shown_heights()):
            if any(number in blocks for blocks in wanted):
                top, bottom = geometry.block_heights(number)
                reach = geometry.metrics(number).em
                box = QRectF(0.0, top - reach, self.viewport().width(), bottom - top + 2 * reach)
                self.viewport().update(box.translated(0.0, -scrolled).toAlignedRect())

    # --- the surface ---------------------------------------------------------

    def selection(self) -> Selection:
        cursor, shown = self.textCursor(), self._page.shown
        return Selection(shown.from_shown(cursor.anchor()), shown.from_shown(cursor.position()))

    def set_selection(self, selection: Selection) -> None:
        shown = self._page.shown
        cursor = QTextCursor(self.document())
        cursor.setPosition(shown.to_shown(selection.anchor))
        cursor.setPosition(shown.to_shown(selection.caret), QTextCursor.MoveMode.KeepAnchor)
        self._update_selection()
        self.setTextCursor(cursor)
        self._update_selection()

    def _update_selection(self) -> None:
        blocks, selection = self._page.shown, self.selection()
        first, last = sorted((selection.anchor, selection.caret))
        self.update_blocks([range(blocks.block_at(first), blocks.block_at(last) + 1)])

    def offset_at(self, point: QPoint) -> int:
        return self._page.geometry.offset_at(self._on_page(point))

    def character_at(self, point: QPoint) -> int | None:
        return self._page.geometry.character_at(self._on_page(point))

    def handle_at(self, point: QPoint) -> Edge | None:
        found = (each for each in self._handles() if each.holds(self._on_page(point)))
        return next((each.edge for each in found), None)

    def scrolled(self) -> float:
        return float(self.verticalScrollBar().value())

    def shown_heights(self) -> tuple[float, float]:
        return self.scrolled(), self.scrolled() + self.viewport().height()

    def scroll_to_height(self, height: float) -> None:
        self.page_height()  # lays the page out down to its end
        self.verticalScrollBar().setValue(round(height - self.viewport().height() / 2))

    def page_height(self) -> float:
        return self.document().documentLayout().documentSize().height()

    def preview_border(self, span: Span | None) -> None:
        self._preview = span
        self.viewport().update()

    def page_box(self, box: QRectF) -> QRectF:
        return box.translated(0.0, -self.scrolled())

    def _on_page(self, point: QPoint) -> QPointF:
        return QPointF(point.x(), point.y() + self.scrolled())

    # --- painting ------------------------------------------------------------

    def paintEvent(self, e: QPaintEvent) -> None:
        top, bottom = e.rect().top() + self.scrolled(), e.rect().bottom() + 1 + self.scrolled()
        blocks = self._page.geometry.blocks_between(top, bottom)
        self._paint_hits(blocks)
        behind = self._paint(blocks, self._painter.grounds)
        super().paintEvent(e)
        self.painted = behind + self._paint(blocks, self._painter.lines)
        self.offered = self._paint(blocks, self._paint_offers)
        self._paint_markers(blocks)
        self._paint_over()

    def look_ahead(self, top: float, bottom: float) -> None:
        """Work out what lies between two heights of the page, so that only painting is left."""
        geometry = self._page.geometry
        for number in geometry.blocks_between(top, bottom):
            self._painter.prepare(geometry.marks(number))
            geometry.offered(number)

    def _paint(self, blocks: range, paint: PaintBlock) -> int:
        painter, count = self._page_painter(), 0
        for number in blocks:
            painter.save()
            painter.translate(self._page.geometry.origin(number))
            stand_on_pixels(painter)  # what is copied must not fall between them
            count += paint(painter, self._page.geometry.marks(number))
            painter.restore()
        painter.end()
        return count

    def _paint_offers(self, painter: QPainter, block: BlockMarks) -> int:
        pieces = self._page.geometry.offered(block.number)
        return self._offer_painter.paint(painter, block.metrics, pieces)

    def _paint_hits(self, blocks: range) -> None:
        page, painter = self._page, self._page_painter()
        self.found = 0
        for number in blocks:
            block = page.shown.blocks[number]
            for hit in page.hits.between(block.start, block.end):
                for where, piece in page.geometry.pieces(hit):
                    if where == number:
                        metrics = page.geometry.metrics(number)
                        self._painter.hit(painter, metrics, piece, hit == page.hits.current)
                        self.found += 1
        painter.end()

    def _paint_markers(self, blocks: range) -> None:
        page, painter = self._page, self._page_painter()
        font = self.font()
        painter.setPen(self._inks.theme.colour("accent"))
        start, end = page.shown.blocks[blocks.start].start, page.shown.blocks[blocks.stop - 1].end
        for anchor, marker in self._markers:
            if start <= anchor <= end:
                box = page.geometry.caret(anchor)
                font.setPixelSize(max(8, round(_MARKER * box.height())))
                painter.setFont(font)
                width = painter.fontMetrics().horizontalAdvance(marker or "*")
                left = max(0.0, box.left() - width / 2)
                painter.drawText(QPointF(left, box.top() - _RAISED * box.height()), marker or "*")
        painter.end()

    def _paint_over(self) -> None:
        painter = self._page_painter()
        span = self._selected_span()
        if span:
            geometry = self._page.geometry
            pieces = geometry.pieces(span)
            self._painter.outline(painter, [(geometry.metrics(n), piece) for n, piece in pieces])
            accent = self._inks.theme.colour("accent")
            for handle in self._handles():
                handle.draw(painter, accent, self._inks.theme.colour("article"))
        if self.hasFocus():
            self._paint_caret(painter)
        painter.end()

    def _paint_caret(self, painter: QPainter) -> None:
        box = self._page.geometry.caret(self.selection().caret)
        box.adjust(-_CARET / 2, -1.0, _CARET / 2, 1.0)
        painter.fillRect(box, self._inks.theme.colour("accent"))

    def _page_painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0.0, -self.scrolled())
        return painter

    def _selected_span(self) -> Span | None:
        if self._preview is not None:
            return self._preview
        selected = self._emphasis.selected
        return None if selected is None else self._page.board.span(selected)

    def _handles(self) -> list[Handle]:
        span = self._selected_span()
        return handles_of(self._page.geometry, span) if span else []

    # --- mouse ---------------------------------------------------------------

    def mousePressEvent(self, e: QMouseEvent) -> None:
        if e.button() is not Qt.MouseButton.LeftButton:
            return super().mousePressEvent(e)
        point = e.position().toPoint()
        times = self._presses.press(point, e.timestamp())
        if times == 3:
            self.pointer.press_again(point, times)
        else:
            alt, shift = _holds(e, Qt.KeyboardModifier.AltModifier), _holds(e, _SHIFT)
            self.pointer.press(Press(point, shift, alt), self._border_at(point))
        e.accept()
        return None

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        if e.button() is not Qt.MouseButton.LeftButton:
            return super().mouseDoubleClickEvent(e)
        point = e.position().toPoint()
        self._presses.press(point, e.timestamp())
        self.pointer.press_again(point, 2)
        e.accept()
        return None

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        point = e.position().toPoint()
        if not self.pointer.is_down:
            self._hover(point)
            return
        self.pointer.move(point, _holds(e, Qt.KeyboardModifier.AltModifier))
        outside = not 0 <= point.y() < self.viewport().height()
        if outside and not self._ticks.isActive():
            self._ticks.start(_SCROLL_TICK, self)
        elif not outside:
            self._ticks.stop()

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        if e.button() is not Qt.MouseButton.LeftButton:
            return super().mouseReleaseEvent(e)
        self._ticks.stop()
        self.pointer.release(e.position().toPoint())
        e.accept()
        return None

    def timerEvent(self, e: QTimerEvent) -> None:
        if e.timerId() != self._ticks.timerId():
            return super().timerEvent(e)
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        step = -_SCROLL_STEP if point.y() < 0 else _SCROLL_STEP
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step)
        self.pointer.move(point, alt=False)
        return None

    def wheelEvent(self, e: QWheelEvent) -> None:
        if not e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().wheelEvent(e)
        if e.angleDelta().y():
            self.size_wished.emit(1 if e.angleDelta().y() > 0 else -1)
        e.accept()
        return None

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self.tooltip_wanted.emit(self.character_at(event.pos()), event.globalPos())
            return True
        if event.type() is QEvent.Type.Leave:
            self.character_hovered.emit(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        if e.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.character_at(e.pos()), e.globalPos())
        else:
            caret = self._page.geometry.caret(self.selection().caret)
            place = self.page_box(caret).bottomLeft().toPoint()
            self.menu_wanted.emit(self.selection().caret, self.viewport().mapToGlobal(place))
        e.accept()

    def _hover(self, point: QPoint) -> None:
        held = self.handle_at(point) is not None
        shape = Qt.CursorShape.SizeHorCursor if held else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.character_hovered.emit(self.character_at(point))

    def _border_at(self, point: QPoint) -> Border | None:
        edge, selected = self.handle_at(point), self._emphasis.selected
        span = None if selected is None else self._page.board.span(selected)
        if edge is None or selected is None or span is None:
            return None
        return Border(selected, span, edge)

    def _let_go(self, id_: int, span: Span) -> None:
        self.border_moved.emit(id_, span.start, span.end)

    # --- keys and clipboard --------------------------------------------------

    def event(self, e: QEvent) -> bool:
        if isinstance(e, QKeyEvent) and e.type() is QEvent.Type.ShortcutOverride:
            # Everything but moving, selecting and copying is the window's.
            e.setAccepted(is_ours(e))
            return True
        return super().event(e)

    def changeEvent(self, e: QEvent) -> None:
        if e.type() in _FONT_CHANGES:
            # QTextEdit would set the article in the widget's font, and known lines would be gone.
            QAbstractScrollArea.changeEvent(self, e)
        else:
            super().changeEvent(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        moved = moved_by_word(e, self.selection(), self.pointer.words, len(self._page.text))
        if moved is not None:
            self.set_selection(moved)
            e.accept()
        elif is_ours(e):
            super().keyPressEvent(e)
            self.viewport().update()
        else:
            e.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        span = self.selection().span
        data.setText(self._page.text[span.start : span.end] if span else "")
        return data

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.viewport().update()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.viewport().update()


def _holds(event: QMouseEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)
