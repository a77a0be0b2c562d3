"""How a row of the article list looks: status, title, outlet and date, count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.domain.article import ArticleInfo, Status
from workbench.ui.articles.model import InfoRole, below_title
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
        lines = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
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
        selected = self._paint_ground(painter, option)
        glyph = QFontMetrics(option.font).height()
        row = option.rect.adjusted(_PADDING + 3, _PADDING, -_PADDING, -_PADDING)
        self._paint_status(painter, QRect(row.left(), row.top(), glyph, glyph), info.status)
        self._paint_texts(painter, option.font, row.adjusted(glyph + 6, 0, 0, 0), info, selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, self.theme.colour("selection"))
            bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
            painter.fillRect(bar, self.theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.colour("hover"))
        return selected

    def _paint_texts(
        self, painter: QPainter, font: QFont, area: QRect, info: ArticleInfo, selected: bool
    ) -> None:
        title = QFont(font)
        title.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        metrics = QFontMetrics(title)
        first = QRect(area.topLeft(), QSize(area.width(), metrics.height()))
        _write(painter, title, self.theme.colour("text"), first, info.title)
        small = _small(font)
        height = QFontMetrics(small).height()
        second = QRect(area.left(), first.bottom() + 1 + _GAP, area.width(), height)
        count = str(info.annotations) if info.annotations else ""
        width = QFontMetrics(small).horizontalAdvance(count)
        muted = self.theme.colour("muted")
        left = second.adjusted(0, 0, -width - 8 if count else 0, 0)
        _write(painter, small, muted, left, below_title(info))
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


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _write(painter: QPainter, font: QFont, colour: QColor, area: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
