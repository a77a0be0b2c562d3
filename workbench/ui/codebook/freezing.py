"""Give the codebook as it is a name, and look at what changed between two such versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.app.codebook_queries import Version
from workbench.ui.dialogs.buttons import close_only, ok_and_cancel
from workbench.ui.wording import stored_time

_SIZE = QSize(680, 560)


class FreezeDialog(QDialog):
    """Accept it to freeze a version called `name`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Freeze a version of the codebook"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("v3, after the pilot"))
        self.note_edit = QPlainTextEdit()
        self.note_edit.setTabChangesFocus(True)
        self.note_edit.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 16)
        form = QFormLayout()
        form.addRow(self.tr("&Name:"), self.line)
        form.addRow(self.tr("N&ote:"), self.note_edit)
        told = self.tr(
            "The codebook is kept as it is now, to be compared with later ones. You go on "
            "editing it; what is coded from now on belongs to this version."
        )
        self._box = ok_and_cancel(self, self.tr("Freeze"))
        column = QVBoxLayout(self)
        column.addWidget(QLabel(told, wordWrap=True))
        column.addLayout(form)
        column.addWidget(self._box)
        self.line.textChanged.connect(self._tell)
        self.setMinimumWidth(460)
        self._tell()

    @property
    def name(self) -> str:
        """The name of the version."""
        return self.line.text().strip()

    @property
    def note(self) -> str:
        """What is noted about it."""
        return self.note_edit.toPlainText().strip()

    def _tell(self) -> None:
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name))


class VersionsDialog(QDialog):
    """List the versions, and tell in words what changed between two; None is the codebook now."""

    def __init__(
        self,
        versions: Sequence[Version],
        differences: Callable[[int, int | None], Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions of the codebook"))
        self._versions, self._differences = versions, differences
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions"))
        for version in versions:
            self.list.addItem(self._told(version))
        self.before, self.after = QComboBox(), QComboBox()
        self.changes = QPlainTextEdit(readOnly=True)
        self.changes.setAccessibleName(self.tr("What changed"))
        self._lay_out()
        self._fill()
        self.before.currentIndexChanged.connect(self._compare)
        self.after.currentIndexChanged.connect(self._compare)
        self.list.currentRowChanged.connect(self._on_row)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))
        self._compare()

    def _told(self, version: Version) -> str:
        parts = (version.name, stored_time(version.created), version.note)
        return " · ".join(part for part in parts if part)

    def _lay_out(self) -> None:
        between = QHBoxLayout()
        for text, box in ((self.tr("Changed from"), self.before), (self.tr("to"), self.after)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            between.addWidget(label)
            between.addWidget(box, stretch=1)
        column = QVBoxLayout(self)
        column.addWidget(self.list, stretch=2)
        column.addLayout(between)
        column.addWidget(self.changes, stretch=3)
        column.addWidget(close_only(self))

    def _fill(self) -> None:
        for version in self._versions:
            self.before.addItem(version.name, version.id)
            self.after.addItem(version.name, version.id)
        self.after.addItem(self.tr("now"), None)
        self.before.setCurrentIndex(len(self._versions) - 1)
        self.after.setCurrentIndex(len(self._versions))

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.before.setCurrentIndex(row)

    def _compare(self) -> None:
        if not self._versions:
            self.changes.setPlainText(
                self.tr("No version is frozen yet: choose “Freeze a version” in the menu Codebook.")
            )
            return
        told = self._differences(self.before.currentData(), self.after.currentData())
        self.changes.setPlainText("\n".join(told) or self.tr("Nothing changed."))
