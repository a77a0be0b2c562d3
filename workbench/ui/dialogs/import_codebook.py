"""What a codebook file would change, and whether it shall: add to what is there, or replace it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.dialogs.buttons import ok_and_cancel

ADD, REPLACE = "add", "replace"
#: What the dialog returns if the columns are to be chosen.
COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """What one way would come to: sentences, and what to look at, or why it cannot be done."""

    changes: Sequence[str]
    refused: str = ""
    doubts: Sequence[str] = ()


class ImportCodebookDialog(QDialog):
    """Accept it to import the file in the way that is chosen.

    `about`: what the file is, and notes on it; `plans`: what each way (`ADD`, `REPLACE`) would
    change; `whole`: it holds layers as well; `is_table`: a person may say what its columns hold,
    for which the dialog ends with `COLUMNS`.
    """

    def __init__(
        self,
        about: Sequence[str],
        plans: Mapping[str, Plan],
        parent: QWidget,
        *,
        whole: bool,
        is_table: bool = False,
    ) -> None:
        super().__init__(parent)
        self._plans = plans
        self.setWindowTitle(self.tr("Import a codebook"))
        replace = (
            self.tr("&Replace the codebook; what is coded and not in the file is retired")
            if whole
            else self.tr("&Replace the code lists of the same key; layers and other lists stay")
        )
        self.add = QRadioButton(self.tr("&Add what is missing; nothing that is there changes"))
        self.replace = QRadioButton(replace)
        self.changes = QListView()
        self.changes.setModel(QStringListModel(self))
        self._sum = QLabel(wordWrap=True)
        self._sum.setBuddy(self.changes)
        self.buttons = ok_and_cancel(self, self.tr("Import"))
        self._columns = QPushButton(self.tr("&Columns…"))
        self._columns.setVisible(is_table)
        self._columns.clicked.connect(lambda: self.done(COLUMNS))
        self.buttons.addButton(self._columns, QDialogButtonBox.ButtonRole.ResetRole)
        self._lay_out(about)
        self.add.toggled.connect(self._show_plan)
        self.add.setChecked(True)
        self.resize(680, 560)

    def _lay_out(self, about: Sequence[str]) -> None:
        told = QLabel("\n".join(about), wordWrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.changes.setAccessibleName(self.tr("What changes"))
        self.changes.setWordWrap(True)
        self.changes.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.changes.setUniformItemSizes(False)
        self.changes.setMinimumHeight(8 * QFontMetrics(self.font()).lineSpacing())
        column = QVBoxLayout(self)
        for widget in (told, self.add, self.replace, self._sum, self.changes, self.buttons):
            column.addWidget(widget)
        column.setStretchFactor(self.changes, 1)

    @property
    def how(self) -> str:
        """The way that is chosen."""
        return ADD if self.add.isChecked() else REPLACE

    def _show_plan(self) -> None:
        plan = self._plans[self.how]
        model = self.changes.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([*(f"⚠ {each}" for each in plan.doubts), *plan.changes])
        self._sum.setText(plan.refused or self._summary(plan))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(plan.changes) and not plan.refused)

    def _summary(self, plan: Plan) -> str:
        if not plan.changes:
            return self.tr("Nothing would change: everything in the file is there already.")
        return self.tr("&What would change: {count}").format(count=f"{len(plan.changes):,}")
