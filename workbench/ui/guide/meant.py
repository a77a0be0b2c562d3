"""Which entry a person means: the one that a tool tip tells about, else the keyboard's."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from workbench.app.places import Place
from workbench.ui.entry import Guided


def pointed_at(window: QWidget) -> QWidget | None:
    """Return the widget that a tool tip tells about: who reads it wants to read on."""
    if not QToolTip.isVisible():
        return None
    at = QCursor.pos()
    # A panel that floats is a window of its own; what lies beyond the screen is in none.
    return QApplication.widgetAt(at) or window.childAt(window.mapFromGlobal(at))


def meant_in(window: QWidget) -> Place | None:
    """Return the entry that is pointed at, else the one that the keyboard is at."""
    pointed = told_by(pointed_at(window), QCursor.pos())
    return pointed or told_by(QApplication.focusWidget(), None)


def told_by(widget: QWidget | None, at: QPoint | None) -> Place | None:
    """Return the entry that a widget, or the nearest one around it, knows to be meant."""
    while widget is not None:
        entry = widget.entry_at(at) if isinstance(widget, Guided) else None
        if entry is not None:
            return entry
        widget = widget.parentWidget()
    return None
