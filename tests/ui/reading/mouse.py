"""Mouse events at characters of the pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.domain.text import Span
from workbench.ui.reading.pane import ReadingPane

LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


class Mouse:
    """A mouse over one widget; points are in that widget, and it has a clock of its own.

    QTest keeps clicks so far apart in time that they never make a double or triple click,
    and moves without a held button.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._time = 10_000

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self._time += 5000  # long after what was before
        self._send(QEvent.Type.MouseButtonPress, point, modifiers, LEFT, LEFT)

    def move(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE, held: bool = True) -> None:
        self._send(QEvent.Type.MouseMove, point, modifiers, NO_BUTTON, LEFT if held else NO_BUTTON)

    def release(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self._send(QEvent.Type.MouseButtonRelease, point, modifiers, LEFT, NO_BUTTON)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(start, modifiers)
        self.move((start + end) / 2, modifiers)
        self.move(end, modifiers)
        self.release(end, modifiers)

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(point, modifiers)
        self.release(point, modifiers)

    def press_twice(self, point: QPoint) -> None:
        """Begin a double click, as a window system tells it; the button stays down."""
        self.click(point)
        self._send(QEvent.Type.MouseButtonDblClick, point, NONE, LEFT, LEFT)

    def double_click(self, point: QPoint) -> None:
        self.press_twice(point)
        self.release(point)

    def triple_click(self, point: QPoint) -> None:
        self.double_click(point)
        self._send(QEvent.Type.MouseButtonPress, point, NONE, LEFT, LEFT)
        self.release(point)

    def _send(
        self,
        kind: QEvent.Type,
        point: QPoint,
        modifiers: Qt.KeyboardModifier,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
    ) -> None:
        self._time += 10
        at, on_screen = QPointF(point), QPointF(self._widget.mapToGlobal(point))
        event = QMouseEvent(kind, at, on_screen, button, buttons, modifiers)
        event.setTimestamp(self._time)
        QApplication.sendEvent(self._widget, event)


def mouse(pane: ReadingPane) -> Mouse:
    """Return a mouse over the text."""
    return Mouse(pane._view.viewport())


def before(pane: ReadingPane, offset: int) -> QPoint:
    """Return a point at the border before a character, on its line."""
    length = len(pane._view.page.text)
    if offset < length and pane._view.page.text[offset] != "\n":
        box = pane._view.page.geometry.rects(Span(offset, offset + 1))[0]
        x = box.left() + 1.0
    else:
        box = pane._view.page.geometry.rects(Span(offset - 1, offset))[-1]
        x = box.right() - 1.0
    return QPointF(x, box.center().y() - pane._view.scrolled()).toPoint()


def on(pane: ReadingPane, offset: int) -> QPoint:
    """Return the middle of a character."""
    box = pane._view.page.geometry.rects(Span(offset, offset + 1))[0]
    return QPointF(box.center().x(), box.center().y() - pane._view.scrolled()).toPoint()
