"""What an empty list says: the first thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from workbench.ui.theme import Theme

_MARGIN = 20


def paint_hint(view: QAbstractItemView, hint: str, theme: Theme) -> None:
    """Write `hint` into the middle of a view that has nothing to show."""
    painter = QPainter(view.viewport())
    painter.setPen(theme.colour("muted"))
    area = view.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area, int(flags), hint)
    painter.end()
