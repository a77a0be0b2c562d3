"""The margin beside the text: the names of the annotations, bound to their lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from workbench.ui.reading.hit import following
from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.margin_layout import Name, Row
from workbench.ui.reading.margin_names import MarginNames
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.row_text import RowText, Width, fitted
from workbench.ui.reading.strokes import bracket
from workbench.ui.reading.surface import Surface
from workbench.ui.reading.swatch import SWATCH, draw_swatch
from workbench.ui.reading.view_model import WEIGHTS, Mark, Shape

_TRACK = 5.0
_TRACKS = 3  # further brackets share the last
_TO_TEXT = 3.0
_CONNECTOR = 10.0
_HOOK = 4.0
_GAP = 5.0
_FAINT = 0.55  # opacity of what binds names to lines
_GIVES_WAY = 0.35  # opacity of a name that is not of the layer that one looks at
_LEAST_NAME = 34.0  # where less fits, only the samples stand in the margin
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STRONG_NAME = WEIGHTS[Shape.BRACKET]  # names from this weight on are set in the text's colour


@dataclass(frozen=True, slots=True)
class _Item:
    """What is painted as one: a row with what binds it to its lines, or a bracket in its track."""

    ids: tuple[int, ...]
    names: tuple[Name, ...] = ()
    track: int = -1


@dataclass(frozen=True, slots=True)
class _Seen:
    """What shows in a part of the page: rows and tracks, and the box of whatever is painted."""

    part: tuple[float, ...]
    rows: list[tuple[QRectF, Row]]
    tracks: dict[int, int]
    boxes: dict[_Item, QRectF]


class Margin(QWidget):
    """Paint the rows of a page beside its lines."""

    name_clicked = Signal(int)
    name_activated = Signal(int)
    names_hovered = Signal(list)
    tooltip_wanted = Signal(list, QPoint)
    _differs = Signal()

    def __init__(self, surface: Surface, inks: Inks, emphasis: Emphasis, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._inks = inks
        self._emphasis = emphasis
        self._font: QFont = QFont()
        self._width = _widths(self._font)
        self._row_height = 1.0
        self._names = MarginNames(surface.page, 1.0)
        self._painted: dict[_Item, QRectF] = {}
        self._changed: set[int] = set()
        self._seen: _Seen | None = None
        self._samples: dict[tuple[Shape, str, bool], QPixmap] = {}
        # Once for all that one key changes, and still before it is painted.
        self._differs.connect(self._update_changed, Qt.ConnectionType.QueuedConnection)
        self.setMouseTracking(True)
        self.set_inks(inks)

    def set_inks(self, inks: Inks) -> None:
        """Take the colours and the interface font of a theme."""
        self._inks = inks
        self._samples.clear()
        self.set_page()

    @property
    def inks(self) -> Inks:
        """The colours of the marks."""
        return self._inks

    def set_page(self) -> None:
        """Name the marks of the page that the surface shows now."""
        font = self._inks.theme.interface_font()  # it follows the language
        if font != self._font or self._row_height <= 1:
            self._font, self._width = font, _widths(font)
            metrics = QFontMetricsF(font)
            self._row_height = round(metrics.ascent() + metrics.descent()) + 1.0
        self._names = MarginNames(self._surface.page, self.row_height)
        self._seen = None
        self.update()

    def set_anew(self) -> None:
        """Lay the names out anew: marks or lines have moved."""
        self._names.forget()
        self._seen = None
        self.update()

    def set_marks_anew(self, ids: Iterable[int], moved: Iterable[int] = ()) -> None:
        """Lay the names out anew: these marks differ, and lines have moved in these blocks."""
        changed, blocks = list(ids), list(moved)
        self._seen = None
        self._names.forget_marks(changed)
        if blocks:
            self._names.forget_blocks(blocks)
        self.update_changed(changed)

    def update_changed(self, ids: Iterable[int]) -> None:
        """Paint anew where these marks stand or stood, and what has moved for them."""
        if not self._changed:
            self._differs.emit()
        self._changed.update(ids)

    def _update_changed(self) -> None:
        before, self._painted = self._painted, self._look().boxes
        wanted, now = self._changed, self._painted
        self._changed = set()
        for item in before.keys() | now.keys():
            if before.get(item) != now.get(item) or not wanted.isdisjoint(item.ids):
                for box in (before.get(item), now.get(item)):
                    if box is not None:
                        self.update(box.toAlignedRect())

    @property
    def row_height(self) -> float:
        """Height of a name."""
        return self._row_height

    def rows(self) -> list[tuple[QRectF, Row]]:
        """Return the rows that show, with their boxes in this widget."""
        return self._look().rows

    def _look(self) -> _Seen:
        top, bottom = self._surface.shown_heights()
        part = (top, bottom, self.width())
        if self._seen is None or self._seen.part != part:
            width = max(1.0, self.width() - self._zone())
            rows = [
                (QRectF(0.0, round(row.top - top), width, self.row_height), row)
                for row in self._names.rows_between(top, bottom)
            ]
            tracks = self._names.tracks_between(top, bottom)
            boxes = {_Item(row.ids, row.names): self._box_of_row(box, row) for box, row in rows}
            for id_, track in tracks.items():
                boxes[_Item((id_,), track=track)] = self._box_of_bracket(id_, track)
            self._seen = _Seen(part, rows, tracks, boxes)
        return self._seen

    def row_at(self, point: QPoint) -> Row | None:
        """Return the row under a point."""
        return next((row for box, row in self.rows() if box.contains(QPointF(point))), None)

    def _zone(self) -> float:
        return _TO_TEXT + _TRACKS * _TRACK + _CONNECTOR

    # --- painting ------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        seen, region = self._look(), event.region()
        self._painted = seen.boxes
        wanted = {
            item for item, box in seen.boxes.items() if region.intersects(box.toAlignedRect())
        }
        for id_, track in seen.tracks.items():
            if _Item((id_,), track=track) in wanted:
                self._bracket(painter, id_, track)
        for box, row in seen.rows:
            if _Item(row.ids, row.names) in wanted:
                self._connect(painter, box, row, seen.tracks)
                self._name(painter, box, row)
        painter.end()

    def _box_of_row(self, box: QRectF, row: Row) -> QRectF:
        """Return the stretch of the margin that holds a row and the lines that bind it."""
        scrolled = self._surface.scrolled()
        places = [self._names.extent(self._foremost(name.ids)).at for name in row.names]
        top = min([box.top(), *(at - scrolled for at in places)])
        bottom = max([box.bottom(), *(at - scrolled for at in places)])
        return QRectF(0.0, top - 2.0, self.width(), bottom - top + 4.0)

    def _box_of_bracket(self, id_: int, track: int) -> QRectF:
        extent, scrolled = self._names.extent(id_), self._surface.scrolled()
        height = extent.bottom - extent.top
        return QRectF(self._track_x(track) - 2.0, extent.top - scrolled - 2.0, 8.0, height + 4.0)

    def _bracket(self, painter: QPainter, id_: int, track: int) -> None:
        extent, scrolled = self._names.extent(id_), self._surface.scrolled()
        pen, x = self._binding_pen(id_), self._track_x(track)
        top, bottom = extent.top - scrolled, extent.bottom - scrolled
        for part in bracket(x, top, bottom, _HOOK, pen.widthF()):
            painter.fillRect(part, pen.color())

    def _connect(self, painter: QPainter, box: QRectF, row: Row, tracks: dict[int, int]) -> None:
        for name in row.names:
            id_ = self._foremost(name.ids)
            at = self._names.extent(id_).at - self._surface.scrolled()
            start = QPointF(box.right() + 2.0, box.center().y())
            bend = QPointF(box.right() + _CONNECTOR - 1.0, at)
            end = self._track_x(tracks[id_]) if id_ in tracks else self.width() - 2.0
            path = QPainterPath(start)
            middle = (start.x() + bend.x()) / 2
            path.cubicTo(QPointF(middle, start.y()), QPointF(middle, at), bend)
            path.lineTo(end, at)
            painter.setPen(self._binding_pen(id_))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

    def _name(self, painter: QPainter, box: QRectF, row: Row) -> None:
        emphasis = self._emphasis
        chosen = emphasis.selected in row.ids
        hovered = not emphasis.hovered.isdisjoint(row.ids)
        fit = self._fitted(box, row)
        width = self._width(fit.text)
        badge = self._badge_width(fit.more) if fit.more else 0.0
        self._plate(painter, box, width + badge + SWATCH + 2 * _GAP + 2.0, chosen, hovered)
        board, foremost = self._surface.page.board, self._foremost(row.ids)
        mark = board.mark(foremost)
        painter.setOpacity(_GIVES_WAY if all(map(board.is_faint, row.ids)) else 1.0)
        painter.drawPixmap(_swatch_box(box).topLeft(), self._sample(mark))
        strong = hovered or WEIGHTS[mark.shape] >= _STRONG_NAME
        role = "accent" if chosen else "text" if strong else "muted"
        painter.setPen(self._inks.theme.colour(role))
        left = box.right() - SWATCH - _GAP - 1.0 - width
        painter.drawText(QRectF(left - 2.0, box.top(), width + 2.0, box.height()), _RIGHT, fit.text)
        if fit.more:
            self._badge(painter, QRectF(left - badge, box.top(), badge, box.height()), fit.more)
        painter.setOpacity(1.0)

    def _sample(self, mark: Mark) -> QPixmap:
        """Return how a mark is drawn, small: once for all that are drawn alike."""
        key = (mark.shape, mark.colour, mark.complete)
        ratio = self.devicePixelRatioF()
        sample = self._samples.get(key)
        if sample is None or sample.devicePixelRatio() != ratio:
            side = round(SWATCH * ratio)
            sample = self._samples[key] = QPixmap(side, side)
            sample.setDevicePixelRatio(ratio)
            sample.fill(Qt.GlobalColor.transparent)
            painter = QPainter(sample)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_swatch(painter, QRectF(0.0, 0.0, SWATCH, SWATCH), mark, self._inks)
            painter.end()
        return sample

    def _fitted(self, box: QRectF, row: Row) -> RowText:
        room = box.width() - SWATCH - 2 * _GAP
        if room < _LEAST_NAME:
            return RowText("", 0)
        return fitted(row, self._width, room, self._badge_width(9))

    def _badge_width(self, count: int) -> float:
        return self._width(f"+{count}") + 10.0

    def _badge(self, painter: QPainter, box: QRectF, count: int) -> None:
        """Tell in a pill how many names are folded away; a position never stands in one."""
        theme = self._inks.theme
        pill = box.adjusted(0.5, 2.0, -5.0, -2.0)
        painter.setBrush(theme.colour("divider"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.colour("text"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, f"+{count}")

    def _plate(
        self, painter: QPainter, box: QRectF, width: float, chosen: bool, hovered: bool
    ) -> None:
        """Set off the name of what is selected or under the pointer."""
        if not (chosen or hovered):
            return
        plate = box.adjusted(max(1.0, box.width() - width), 0.5, 1.0, -0.5)
        theme = self._inks.theme
        painter.setBrush(theme.colour("hover") if hovered else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.2) if chosen else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(plate, 3.0, 3.0)

    def _binding_pen(self, id_: int) -> QPen:
        if id_ == self._emphasis.selected:
            return QPen(self._inks.theme.colour("accent"), 1.6)
        ink = self._inks.line(self._surface.page.board.mark(id_).colour)
        strong = id_ in self._emphasis.hovered
        return QPen(ink if strong else faded(ink, _FAINT), 1.5 if strong else 1.0)

    def _track_x(self, track: int) -> float:
        return self.width() - _TO_TEXT - (min(track, _TRACKS - 1) + 0.5) * _TRACK

    def _foremost(self, ids: tuple[int, ...]) -> int:
        selected = self._emphasis.selected
        return next((id_ for id_ in ids if id_ == selected), ids[0])

    # --- mouse ---------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row:
            chosen = following(list(row.ids), self._emphasis.selected)
            if chosen is not None:
                self.name_clicked.emit(chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row:
            self.name_activated.emit(self._foremost(row.ids))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        pointing = Qt.CursorShape.PointingHandCursor
        self.setCursor(pointing if row else Qt.CursorShape.ArrowCursor)
        self.names_hovered.emit(list(row.ids) if row else [])

    def leaveEvent(self, event: QEvent) -> None:
        self.names_hovered.emit([])
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.row_at(event.pos())
            self.tooltip_wanted.emit(list(row.ids) if row else [], event.globalPos())
            return True
        return super().event(event)


def _widths(font: QFont) -> Width:
    """Return what measures texts in a font; the same names are measured at each painting."""
    metrics = QFontMetricsF(font)

    @lru_cache(maxsize=4096)
    def width(text: str) -> float:
        return metrics.horizontalAdvance(text)

    return width


def _swatch_box(box: QRectF) -> QRectF:
    side = SWATCH
    return QRectF(round(box.right() - side), round(box.center().y() - side / 2), side, side)
