"""What each column of a codebook's table holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.dialogs.buttons import ok_and_cancel

_LONGEST_NAME = 40
_LONGEST_LIST = 20


class CodebookColumnsDialog(QDialog):
    """Give each column of the file a field, or none; no field has two columns.

    `fields`: what can be given, by key with names; `guess`: the field of each column by its name.
    """

    def __init__(
        self,
        columns: Sequence[str],
        guess: Mapping[str, str],
        fields: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of the codebook"))
        self.boxes = {column: QComboBox() for column in columns}
        told = QLabel(self.tr("Choose what each column of the file holds."), wordWrap=True)
        self.buttons = ok_and_cancel(self, self.tr("Look at the codebook"))
        for column, box in self.boxes.items():
            self._fill(column, box, guess.get(column, ""), fields)
        page = QVBoxLayout(self)
        page.addWidget(told)
        page.addWidget(self._form(), stretch=1)
        page.addWidget(self.buttons)
        self.resize(460, 480)

    def _fill(
        self, column: str, box: QComboBox, field: str, fields: Sequence[tuple[str, str]]
    ) -> None:
        box.addItem(self.tr("(left out)"), "")
        for key, name in fields:
            box.addItem(name, key)
        if field and box.findData(field) < 0:  # an attribute, which only its name tells
            box.addItem(field.partition(":")[2], field)
        box.setCurrentIndex(max(0, box.findData(field)))
        box.setMaxVisibleItems(_LONGEST_LIST)
        box.setAccessibleName(column)
        box.activated.connect(lambda: self._free(column))

    def _form(self) -> QScrollArea:
        holder = QWidget()
        form = QFormLayout(holder)
        for column, box in self.boxes.items():
            name = column if len(column) <= _LONGEST_NAME else column[:_LONGEST_NAME] + "…"
            form.addRow(name.replace("&", "&&"), box)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        return area

    def _free(self, chosen: str) -> None:
        """Take a field from the column that had it before."""
        field = self.boxes[chosen].currentData()
        for column, box in self.boxes.items():
            if field and column != chosen and box.currentData() == field:
                box.setCurrentIndex(0)

    @property
    def columns(self) -> Mapping[str, str]:
        """The column of each field that has one."""
        given = ((box.currentData(), column) for column, box in self.boxes.items())
        return {field: column for field, column in given if field}
