"""A line that is typed into, inside a box that paints its ground."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TypeAhead(QLineEdit):
    """The line that is typed into; hands the keys of the list on to its picker."""

    pressed = Signal(QKeyEvent)
    focused = Signal(QFocusEvent)
    left = Signal(QFocusEvent)
    tabbed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = False
        # Its box paints the ground; a palette alone does not reach a line without a frame.
        self.setStyleSheet("QLineEdit { background: transparent; border: 0; padding: 0; }")

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        if next:
            self.tabbed.emit()
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and not self._typed:
            return  # the key that brought the keyboard here is still held
        self._typed = True
        event.ignore()
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._typed = False
        self.focused.emit(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height() + 4)
