"""Rows of a table, among them headings that run across all columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.app.annotation_lines import Heading
from workbench.ui.annotations.model import HeadingRole, heading_text
from workbench.ui.theme import Theme

_INDENT = 6


class HeadingDelegate(QStyledItemDelegate):
    """Paint of a heading, in each cell, the part that lies there."""

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._table = table
        self.theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        heading = index.data(HeadingRole)
        if not isinstance(heading, Heading):
            super().paint(painter, option, index)
            return
        rect = QRect(option.rect)
        whole = QRect(rect)
        whole.setLeft(self._table.columnViewportPosition(0) + _INDENT)
        whole.setRight(max(rect.right(), self._table.viewport().width()))
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self.theme.colour("window"))
        if self._table.currentIndex().row() == index.row():
            painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), self.theme.colour("accent"))
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, heading_text(heading))
        painter.restore()
