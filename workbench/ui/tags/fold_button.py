"""The line that unfolds the rarer fields of a form, and says what is in them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.ui.tags.paint import GAP, paint_text, smaller
from workbench.ui.theme import Theme


class FoldButton(QAbstractButton):
    """An arrow, a word, and muted what is folded away; Enter and Space turn it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inside = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_texts(self, text: str, inside: str) -> None:
        """Show a word, and while it is folded what is inside."""
        self.setText(text)
        self._inside = inside
        self.setAccessibleName(text)
        self.setAccessibleDescription(inside)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        if self.hasFocus() or self.underMouse():
            painter.setBrush(colour("hover"))
            painter.setPen(QPen(colour("accent"), 1.4) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        arrow = "▾ " if self.isChecked() else "▸ "
        room = self.rect().adjusted(4, 0, -4, 0)
        used = paint_text(painter, self.font(), colour("text"), room, arrow + self.text())
        room.setLeft(room.left() + used + GAP)
        if not self.isChecked():
            paint_text(painter, smaller(self.font()), colour("muted"), room, self._inside)
