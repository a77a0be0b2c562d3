"""Two widgets side by side, with a border that one can drag."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def halves(left: QWidget, right: QWidget, widths: tuple[int, int], growing: int) -> QSplitter:
    """Return both, so wide at first; the one of the number `growing` takes the room that comes."""
    split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
    split.addWidget(left)
    split.addWidget(right)
    split.setSizes(list(widths))
    split.setStretchFactor(growing, 1)
    split.setHandleWidth(1)
    return split
