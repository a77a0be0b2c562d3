"""The article beside the file that it came from, with what cleaning cut marked by its reason."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from workbench.app.drafts import Comparison
from workbench.ui.dialogs.buttons import close_only
from workbench.ui.imports.cutting import CuttingPane
from workbench.ui.theme import Theme

_SIZE = QSize(1160, 760)


class OriginalDialog(QDialog):
    """Read what was cut, and walk through it by its reasons; nothing can be changed here."""

    def __init__(self, title: str, shown: Comparison, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The original of “{title}”").format(title=title))
        self.cutting = CuttingPane(theme)
        self.cutting.be_read_only()
        self.cutting.show_comparison(shown)
        column = QVBoxLayout(self)
        column.addWidget(self.cutting, stretch=1)
        column.addWidget(close_only(self))
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))
