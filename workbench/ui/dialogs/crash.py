"""A fault of the program: said plainly, with a report to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.dialogs.buttons import close_only


class CrashDialog(QDialog):
    """Say that nothing is lost, and offer the report."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A fault of the program"))
        self._report = report
        told = QLabel(
            self.tr(
                "Something went wrong that is our fault. Your work up to the last change is "
                "saved. Please send us the report below, then go on or start the program again."
            ),
            wordWrap=True,
        )
        text = QPlainTextEdit(report, readOnly=True)
        text.setAccessibleName(self.tr("Report"))
        buttons = close_only(self)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        for widget in (told, text, buttons):
            column.addWidget(widget)
        self.resize(620, 380)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
