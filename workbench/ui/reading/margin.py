"""The margin beside the text: the names of the annotations, bound to their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.reading.hit import following
from workbench.ui.reading.inks import Inks
from workbench.ui.reading.margin_layout import Name, Row
from workbench.ui.reading.margin_names import MarginNames
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.name_painter import ZONE, NamePainter, track_x
from workbench.ui.reading.pictures import pixel, stand_on_pixels
from workbench.ui.reading.surface import Surface

#: What is painted as one: a row with what binds it to its lines, or the bracket of one mark.
_Item = tuple[int, ...] | int


class _Place(NamedTuple):
    """Where an item is painted in this widget, and how: a row's names, or a bracket's track."""

    top: float
    bottom: float
    look: tuple[Name, ...] | int


@dataclass(frozen=True, slots=True)
class _Seen:
    """What shows in a part of the page: rows, tracks of brackets, and the place of each."""

    part: tuple[float, ...]
    rows: list[Row]
    tracks: Mapping[int, int]
    places: dict[_Item, _Place]


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
        self._emphasis = emphasis
        self._painted: dict[_Item, _Place] = {}
        self._changed: set[int] = set()
        self._seen: _Seen | None = None
        # Once for all that one key changes, and still before it is painted.
        self._differs.connect(self._update_changed, Qt.ConnectionType.QueuedConnection)
        self.setMouseTracking(True)
        self.set_inks(inks)

    def set_inks(self, inks: Inks) -> None:
        """Take the colours and the interface font of a theme."""
        self._inks = inks
        self._painter = NamePainter(inks, self._emphasis)
        self.set_page()

    @property
    def inks(self) -> Inks:
        """The colours of the marks."""
        return self._inks

    def set_page(self) -> None:
        """Name the marks of the page that the surface shows now."""
        if self._inks.theme.interface_font() != self._painter.font:  # it follows the language
            self._painter = NamePainter(self._inks, self._emphasis)
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
        before, self._painted = self._painted, self._look().places
        wanted, now = self._changed, self._painted
        self._changed = set()
        for item in before.keys() | now.keys():
            places = before.get(item), now.get(item)
            ids = (item,) if isinstance(item, int) else item
            if places[0] != places[1] or not wanted.isdisjoint(ids):
                for place in places:
                    if place is not None:
                        self.update(self._box(place).toAlignedRect())

    @property
    def row_height(self) -> float:
        """Height of a name."""
        return self._painter.row_height

    def rows(self) -> list[tuple[QRectF, Row]]:
        """Return the rows that show, with their boxes in this widget."""
        seen = self._look()
        return [(self._row_box(row, seen.part[0]), row) for row in seen.rows]

    def row_at(self, point: QPoint) -> Row | None:
        """Return the row under a point."""
        return next((row for box, row in self.rows() if box.contains(QPointF(point))), None)

    def look_ahead(self, top: float, bottom: float) -> None:
        """Lay out the names between two heights of the page before they show."""
        self._names.rows_between(top, bottom)

    # --- what shows ----------------------------------------------------------

    def _look(self) -> _Seen:
        top, bottom = self._surface.shown_heights()
        part = (top, bottom, self.width())
        if self._seen is None or self._seen.part != part:
            rows = self._names.rows_between(top, bottom)
            tracks = self._names.tracks_between(top, bottom)
            places: dict[_Item, _Place] = {}
            for id_, track in tracks.items():
                extent = self._names.extent(id_)
                places[id_] = _Place(extent.top - top - 2.0, extent.bottom - top + 2.0, track)
            for row in rows:
                places[row.ids] = self._place_of_row(row, top)
            self._seen = _Seen(part, rows, tracks, places)
        return self._seen

    def _place_of_row(self, row: Row, scrolled: float) -> _Place:
        """Return where a row is, with the lines that bind it."""
        upper = pixel(row.top - scrolled)
        ats = [row.base + name.at - scrolled for name in row.names]
        lower = upper + self.row_height
        return _Place(min(upper, *ats) - 2.0, max(lower, *ats) + 2.0, row.names)

    def _row_box(self, row: Row, scrolled: float) -> QRectF:
        width = max(1.0, self.width() - ZONE)
        return QRectF(0.0, pixel(row.top - scrolled), width, self.row_height)

    def _box(self, place: _Place) -> QRectF:
        """Return the box around all that is painted in a place."""
        height = place.bottom - place.top
        if isinstance(place.look, int):
            return QRectF(track_x(self.width(), place.look) - 2.0, place.top, 8.0, height)
        return QRectF(0.0, place.top, self.width(), height)

    # --- painting ------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, seen, board = QPainter(self), self._look(), self._surface.page.board
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._painter.font)
        stand_on_pixels(painter)
        self._painted = seen.places
        region, scrolled, right = event.region(), seen.part[0], self.width()
        wanted = {
            item
            for item, place in seen.places.items()
            if region.intersects(self._box(place).toAlignedRect())
        }
        for id_, track in seen.tracks.items():
            if id_ in wanted:
                extent = self._names.extent(id_).scrolled(scrolled)
                self._painter.bracket(painter, right, track, extent, board.mark(id_))
        for row in seen.rows:
            if row.ids in wanted:
                box = self._row_box(row, scrolled)
                self._painter.row(painter, box, row, scrolled, right, board, seen.tracks)
        painter.end()

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
            self.name_activated.emit(self._painter.foremost(row.ids))

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
