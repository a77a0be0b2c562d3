"""How a row of the article list looks: status, title, outlet and date, count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workbench.domain.article import ArticleInfo, Status
from workbench.ui.articles.model import InfoRole, below_title
from workbench.ui.row_paint import paint_ground, small_font, title_font, write
from workbench.ui.theme import Theme

_PADDING = 8
_GAP = 3


class ArticleDelegate(QStyledItemDelegate):
    """Paint a row in two lines; the status is told by its shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        lines = QFontMetrics(option.font).height() + QFontMetrics(small_font(option.font)).height()
        return QSize(120, lines + _GAP + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        info: ArticleInfo = index.data(InfoRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = paint_ground(painter, option, self.theme)
        glyph = QFontMetrics(option.font).height()
        row = option.rect.adjusted(_PADDING + 3, _PADDING, -_PADDING, -_PADDING)
        self._paint_status(painter, QRect(row.left(), row.top(), glyph, glyph), info.status)
        self._paint_texts(painter, option.font, row.adjusted(glyph + 6, 0, 0, 0), info, selected)
        painter.restore()

    def _paint_texts(
        self, painter: QPainter, font: QFont, area: QRect, info: ArticleInfo, selected: bool
    ) -> None:
        title = title_font(font, selected=selected)
        metrics = QFontMetrics(title)
        first = QRect(area.topLeft(), QSize(area.width(), metrics.height()))
        write(painter, title, self.theme.colour("text"), first, info.title)
        small = small_font(font)
        height = QFontMetrics(small).height()
        second = QRect(area.left(), first.bottom() + 1 + _GAP, area.width(), height)
        count = str(info.annotations) if info.annotations else ""
        width = QFontMetrics(small).horizontalAdvance(count)
        muted = self.theme.colour("muted")
        left = second.adjusted(0, 0, -width - 8 if count else 0, 0)
        write(painter, small, muted, left, below_title(info))
        painter.drawText(second, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)

    def _paint_status(self, painter: QPainter, area: QRect, status: Status) -> None:
        side = area.height() * 0.6
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(QRectF(area).center())
        colour = self.theme.colour("warn" if status is Status.IN_DOUBT else "muted")
        if status is Status.IN_DOUBT:
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "?")
            return
        _paint_circle(painter, circle, colour, status)


def _paint_circle(painter: QPainter, circle: QRectF, colour: QColor, status: Status) -> None:
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour if status is Status.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if status is Status.IN_PROGRESS:
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)
