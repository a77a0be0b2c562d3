"""What this program is, and on what it runs."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from workbench import __version__
from workbench.ui.dialogs.buttons import close_only


class AboutDialog(QDialog):
    """Name, purpose, versions, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Pizhu Workbench"))
        name = self.tr("Pizhu Workbench")
        title = QLabel(f"<h2>{name} {__version__}</h2>")
        purpose = QLabel(
            self.tr(
                "A workbench for the qualitative coding of Chinese articles: read beside a tag "
                "panel, mark actors, concepts and stances, export a dataset."
            ),
            wordWrap=True,
        )
        licence = QLabel(
            self.tr("MIT licence. Made with Qt and PySide6 under the LGPL."), wordWrap=True
        )
        versions = QLabel(
            f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · "
            f"{platform.platform(terse=True)}"
        )
        versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        for widget in (title, purpose, versions, licence, close_only(self)):
            column.addWidget(widget)
        self.setMinimumWidth(440)
