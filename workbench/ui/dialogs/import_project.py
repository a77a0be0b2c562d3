"""What a coded project of another program would bring, before it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.dialogs.buttons import close_only, ok_and_cancel

_MOST = 6


@dataclass(frozen=True, slots=True)
class Coming:
    """What is shown: what the file is, how much it brings, what changes, what does not fit.

    `counts` are names with their numbers; `is_new`: it would change anything.
    """

    about: str
    counts: Sequence[tuple[str, str]]
    changes: Sequence[str]
    remarks: Sequence[str]
    is_new: bool = True


class ImportProjectDialog(QDialog):
    """Accept it to take the project in; with `is_done` it only tells what came."""

    def __init__(self, coming: Coming, parent: QWidget, *, is_done: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("What was imported") if is_done else self.tr("Import a coded project")
        )
        self.changes = self._list(coming.changes, self.tr("Changes of the codebook"))
        self.remarks = self._list(coming.remarks, self.tr("What to know"))
        column = QVBoxLayout(self)
        about = QLabel(coming.about, wordWrap=True)
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(about)
        column.addLayout(_form(coming.counts))
        for widget, told in (
            (self.remarks, self.tr("What does not fit, and what to &know: {count}")),
            (self.changes, self.tr("What &changes in the codebook: {count}")),
        ):
            self._add(column, widget, told)
        if not coming.is_new and not is_done:
            told = self.tr("Nothing would change: everything in the file is here already.")
            column.addWidget(QLabel(told, wordWrap=True))
        column.addStretch()
        column.addWidget(close_only(self) if is_done else self._buttons(coming))
        self.resize(620, self.sizeHint().height())

    def _buttons(self, coming: Coming) -> QDialogButtonBox:
        buttons = ok_and_cancel(self, self.tr("Import"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(coming.is_new)
        return buttons

    def _list(self, lines: Sequence[str], name: str) -> QListView:
        shown = QListView()
        shown.setModel(QStringListModel(list(lines), shown))
        shown.setAccessibleName(name)
        shown.setWordWrap(True)
        shown.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # Two lines each, for those that are wrapped; more of them are scrolled.
        line = QFontMetrics(self.font()).lineSpacing()
        shown.setFixedHeight((2 * min(len(lines), _MOST) + 1) * line)
        return shown

    def _add(self, column: QVBoxLayout, shown: QListView, told: str) -> None:
        """Add a list below what it is, where there is anything in it."""
        count = shown.model().rowCount()
        if not count:
            shown.setParent(self)
            shown.hide()
            return
        label = QLabel(told.format(count=f"{count:,}"))
        label.setBuddy(shown)
        column.addWidget(label)
        column.addWidget(shown)


def _form(counts: Sequence[tuple[str, str]]) -> QFormLayout:
    form = QFormLayout()
    for name, told in counts:
        value = QLabel(told, wordWrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(name, value)
    return form
