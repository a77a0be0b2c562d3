"""Pictures of a window with all that lies over it: dialogs, menus, hints."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from workbench.ui.theme import Theme

_TITLE = 30  # height of the bar that the system would draw over a dialog


def picture_of(window: QWidget, theme: Theme, scale: float = 1.0) -> QImage:
    """Return a picture of a window, at `scale` as on a screen of that many pixels a point."""
    picture = _drawn(window, scale)
    painter = QPainter(picture)
    for over in _above(window):
        origin = over.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
        if isinstance(over, QDialog):
            _frame(painter, QRect(origin, over.size()), over.windowTitle(), theme)
        painter.drawImage(origin, _drawn(over, scale))
    painter.end()
    return picture


def _drawn(widget: QWidget, scale: float) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().window().color())
    widget.render(image, QPoint(0, 0))
    return image


def _above(window: QWidget) -> list[QWidget]:
    """Return the other windows that show, dialogs before what pops up from them."""
    shown = [
        each
        for each in QApplication.topLevelWidgets()
        if each is not window and each.isVisible() and not each.size().isEmpty()
    ]
    return sorted(shown, key=lambda each: not isinstance(each, QDialog))


def _frame(painter: QPainter, box: QRect, title: str, theme: Theme) -> None:
    """Draw what the system draws around a dialog, in the manner of the theme."""
    bar = QRect(box.left(), box.top() - _TITLE, box.width(), _TITLE)
    painter.fillRect(bar, theme.colour("panel"))
    font = QFont(QApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, title)
    painter.setPen(theme.colour("line"))
    whole = bar.united(box)
    painter.drawRect(QRect(whole.topLeft() - QPoint(1, 1), whole.size() + QSize(1, 1)))
