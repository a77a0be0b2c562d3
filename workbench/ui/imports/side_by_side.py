"""Two texts beside each other, each below its title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from workbench.ui.imports.text_pane import TextPane


class SideBySide(QWidget):
    """Lay two panes out; `stretches` share the width that is left over."""

    def __init__(self, panes: tuple[TextPane, TextPane], stretches: tuple[int, int] = (1, 1)):
        super().__init__()
        self._panes = panes
        self._titles = (QLabel(), QLabel())
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for title, pane in zip(self._titles, panes, strict=True):
            half = QWidget()
            column = QVBoxLayout(half)
            column.setContentsMargins(6 if split.count() else 0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(pane, stretch=1)
            split.addWidget(half)
        for place, stretch in enumerate(stretches):
            split.setStretchFactor(place, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def set_names(self, *names: str) -> None:
        """Name the panes, for the eye and for a screen reader."""
        for title, pane, name in zip(self._titles, self._panes, names, strict=True):
            title.setText(name)
            pane.setAccessibleName(name)
