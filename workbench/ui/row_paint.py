"""What the rows of our lists have in common: their ground, a small font, text that is elided."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from workbench.ui.theme import Theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> bool:
    """Paint what lies below a row, and tell whether it is selected."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(option.rect, theme.colour("selection"))
        bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
        painter.fillRect(bar, theme.colour("accent"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.colour("hover"))
    return selected


def title_font(font: QFont, *, selected: bool) -> QFont:
    """Return the font of a row's title."""
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
    return title


def small_font(font: QFont) -> QFont:
    """Return the font of what stands below a row's title."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def write(
    painter: QPainter,
    font: QFont,
    colour: QColor,
    area: QRect,
    text: str,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Write a line into an area, elided where it is too long."""
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetrics(font).elidedText(text, elide, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
