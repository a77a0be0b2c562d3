"""A panel whose rows are read only while somebody looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class AskingPanel(QWidget):
    """Ask for the rows when it is shown, and when they have changed while it is seen."""

    wanted = Signal()

    def refresh(self) -> None:
        """Ask for the rows again, if anybody looks."""
        if self.isVisible():
            self.wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the rows."""
        super().showEvent(event)
        self.wanted.emit()
