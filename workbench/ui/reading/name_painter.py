"""Paint the names in the margin, and what binds them to their lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
)

from workbench.ui.reading.board import Board
from workbench.ui.reading.inks import Inks, faded
from workbench.ui.reading.margin_layout import Row
from workbench.ui.reading.margin_names import Extent
from workbench.ui.reading.mark_painter import Emphasis
from workbench.ui.reading.pictures import drawing, pixel
from workbench.ui.reading.row_text import RowText, Width, fitted
from workbench.ui.reading.strokes import bracket
from workbench.ui.reading.swatch import SWATCH, draw_swatch
from workbench.ui.reading.view_model import WEIGHTS, Mark, Shape

_TRACK = 5.0
_TRACKS = 3  # further brackets share the last
_TO_TEXT = 3.0
_CONNECTOR = 10.0
_HOOK = 5
_GAP = 5.0
_FAINT = 0.55  # opacity of what binds names to lines
_GIVES_WAY = 0.35  # opacity of a name that is not of the layer that one looks at
_LEAST_NAME = 34.0  # where less fits, only the samples stand in the margin
_STRONG_NAME = WEIGHTS[Shape.BRACKET]  # names from this weight on are set in the text's colour
#: What lies between the names and the text.
ZONE = _TO_TEXT + _TRACKS * _TRACK + _CONNECTOR


class NamePainter:
    """Paint rows and brackets of one page in the interface font of a theme.

    `right` is the right edge of the margin, and all heights are as far `scrolled` as the page.
    """

    def __init__(self, inks: Inks, emphasis: Emphasis) -> None:
        self.font = inks.theme.interface_font()  # it follows the language
        metrics = QFontMetricsF(self.font)
        self.row_height = round(metrics.ascent() + metrics.descent()) + 1.0
        self._above = (self.row_height - metrics.height()) / 2  # a name, in its row
        self._inks = inks
        self._emphasis = emphasis
        self._width = _widths(self.font)
        self._colours = {role: inks.theme.colour(role) for role in ("accent", "text", "muted")}
        self._text_pens = {role: QPen(colour) for role, colour in self._colours.items()}
        self._texts = _texts(self.font)
        self._samples: dict[tuple[Shape, str, bool, float], QPixmap] = {}
        self._pens: dict[tuple[str, bool, bool], tuple[QPen, QColor]] = {}

    def bracket(
        self, painter: QPainter, right: float, track: int, extent: Extent, mark: Mark
    ) -> None:
        """Paint the bracket of a mark of several lines; `extent` is where it shows."""
        pen, colour = self._binding(mark)
        # On whole pixels: to smooth the edges of long upright lines takes twice as long.
        width = max(1, round(pen.widthF()))
        half = width / 2
        x = pixel(track_x(right, track) - half) + half
        upper, lower = pixel(extent.top) + half, pixel(extent.bottom) - half
        for part in bracket(x, upper, lower, _HOOK - half, width):
            painter.fillRect(part, colour)

    def row(
        self,
        painter: QPainter,
        box: QRectF,
        row: Row,
        scrolled: float,
        right: float,
        board: Board,
        tracks: Mapping[int, int],
    ) -> None:
        """Paint a row in its box, with the lines from its names to the text or to brackets."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start = QPointF(box.right() + 2.0, box.top() + box.height() / 2)
        for name in row.names:
            id_ = self.foremost(name.ids)
            end = track_x(right, tracks[id_]) if id_ in tracks else right - 2.0
            painter.setPen(self._binding(board.mark(id_))[0])
            painter.drawPath(_connector(start, row.base + name.at - scrolled, end))
        self._name(painter, box, row, board)

    def foremost(self, ids: tuple[int, ...]) -> int:
        """Return the mark that stands for several: the selected one, else the first."""
        selected = self._emphasis.selected
        return selected if selected is not None and selected in ids else ids[0]

    def _name(self, painter: QPainter, box: QRectF, row: Row, board: Board) -> None:
        emphasis = self._emphasis
        chosen = emphasis.selected in row.ids
        hovered = bool(emphasis.hovered) and not emphasis.hovered.isdisjoint(row.ids)
        fit = self._fitted(box, row)
        width = self._width(fit.text)
        badge = self._badge_width(fit.more) if fit.more else 0.0
        if chosen or hovered:
            wanted = width + badge + SWATCH + 2 * _GAP + 2.0
            self._plate(painter, box, wanted, chosen, hovered)
        mark = board.mark(self.foremost(row.ids))
        faint = bool(board.sight.focus) and all(map(board.is_faint, row.ids))
        if faint:
            painter.setOpacity(_GIVES_WAY)
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(_swatch_place(box, ratio), self._sample(mark, ratio))
        strong = hovered or WEIGHTS[mark.shape] >= _STRONG_NAME
        painter.setPen(self._text_pens["accent" if chosen else "text" if strong else "muted"])
        left = box.right() - SWATCH - _GAP - 1.0 - width
        painter.drawStaticText(QPointF(left, box.top() + self._above), self._texts(fit.text))
        if fit.more:
            self._badge(painter, QRectF(left - badge, box.top(), badge, box.height()), fit.more)
        if faint:
            painter.setOpacity(1.0)

    def _sample(self, mark: Mark, ratio: float) -> QPixmap:
        """Return how a mark is drawn, small: once for all that are drawn alike."""
        key = (mark.shape, mark.colour, mark.complete, ratio)
        sample = self._samples.get(key)
        if sample is None:
            side = math.ceil(SWATCH * ratio)
            with drawing(side, side, ratio) as (sample, painter):
                draw_swatch(painter, QRectF(0.0, 0.0, SWATCH, SWATCH), mark, self._inks)
            self._samples[key] = sample
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
        pill = box.adjusted(0.5, 2.0, -5.0, -2.0)
        painter.setBrush(self._inks.theme.colour("divider"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self._colours["text"])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, f"+{count}")

    def _plate(
        self, painter: QPainter, box: QRectF, width: float, chosen: bool, hovered: bool
    ) -> None:
        """Set off the name of what is selected or under the pointer."""
        plate = box.adjusted(max(1.0, box.width() - width), 0.5, 1.0, -0.5)
        theme = self._inks.theme
        painter.setBrush(theme.colour("hover") if hovered else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.2) if chosen else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(plate, 3.0, 3.0)

    def _binding(self, mark: Mark) -> tuple[QPen, QColor]:
        """Return the pen of what binds a name to its mark, and its colour."""
        chosen = mark.id == self._emphasis.selected
        strong = mark.id in self._emphasis.hovered
        key = (mark.colour, chosen, strong)
        if key not in self._pens:
            ink = self._colours["accent"] if chosen else self._inks.line(mark.colour)
            colour = ink if chosen or strong else faded(ink, _FAINT)
            width = 1.6 if chosen else 1.5 if strong else 1.0
            self._pens[key] = (QPen(colour, width), colour)
        return self._pens[key]


def track_x(right: float, track: int) -> float:
    """Return where the bracket of a track stands."""
    return right - _TO_TEXT - (min(track, _TRACKS - 1) + 0.5) * _TRACK


def _connector(start: QPointF, at: float, end: float) -> QPainterPath:
    """Return the line from a name to the height of its line in the text."""
    bend = start.x() + _CONNECTOR - 3.0
    middle = (start.x() + bend) / 2
    path = QPainterPath(start)
    path.cubicTo(middle, start.y(), middle, at, bend, at)
    path.lineTo(end, at)
    return path


def _widths(font: QFont) -> Width:
    """Return what measures texts in a font; the same names are measured at each painting."""
    metrics = QFontMetricsF(font)

    @lru_cache(maxsize=4096)
    def width(text: str) -> float:
        return metrics.horizontalAdvance(text)

    return width


def _texts(font: QFont) -> Callable[[str], QStaticText]:
    """Return what lays texts out in a font; most names are painted many times."""

    @lru_cache(maxsize=512)
    def laid_out(text: str) -> QStaticText:
        found = QStaticText(text)
        found.setTextFormat(Qt.TextFormat.PlainText)
        found.prepare(font=font)
        return found

    return laid_out


def _swatch_place(box: QRectF, ratio: float) -> QPointF:
    x, y = box.right() - SWATCH, box.top() + (box.height() - SWATCH) / 2
    return QPointF(pixel(x * ratio) / ratio, pixel(y * ratio) / ratio)
