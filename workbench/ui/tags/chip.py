"""A chosen value as a small box with a cross that removes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.app.places import Place
from workbench.ui.tags.choices import Choice
from workbench.ui.tags.paint import DOT, paint_dot, paint_text, smaller
from workbench.ui.theme import Theme

_PADDING = 6
_CROSS = 16
_WIDEST = 260


class Chip(QWidget):
    """Show one chosen value; `removed` is emitted when its cross is clicked."""

    removed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, choice: Choice, theme: Theme, dotted: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self._theme = theme
        self._dotted = dotted
        self.setToolTip(choice.rules())
        self.setAccessibleName(choice.label)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the value."""
        return self.choice.entry

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.choice.label) + 2 * _PADDING + _CROSS
        if self._dotted:
            width += DOT + 5
        return QSize(min(width, _WIDEST), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS - 2, 0, _CROSS + 2, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("selection"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        room = self.rect().adjusted(_PADDING, 0, -_CROSS - 2, 0)
        if self._dotted:
            paint_dot(painter, self._theme, room, self.choice.colour)
            room.setLeft(room.left() + DOT + 5)
        paint_text(painter, self.font(), self._theme.colour("text"), room, self.choice.label)
        self._paint_cross(painter)

    def _paint_cross(self, painter: QPainter) -> None:
        hovered = self.underMouse() and self._cross().contains(
            self.mapFromGlobal(self.cursor().pos())
        )
        painter.setPen(QPen(self._theme.colour("text" if hovered else "muted"), 1.3))
        centre = QPointF(self._cross().center()) + QPointF(-0.5, 0.5)
        arm = smaller(self.font()).pointSizeF() * 0.33 if self.font().pointSizeF() > 0 else 3.5
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._cross().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.update(self._cross())

    def leaveEvent(self, event: QEvent) -> None:
        self.update(self._cross())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._cross().contains(
            event.position().toPoint()
        ):
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)
