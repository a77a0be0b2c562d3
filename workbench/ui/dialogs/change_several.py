"""Change variables of several annotations at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.codebook import Kind, Layer
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.tags.field import Given
from workbench.ui.tags.field_row import FieldRow
from workbench.ui.tags.fields import make_field
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme

_WIDTH = 560


class ChangeSeveralDialog(QDialog):
    """Accept it to give the variables that are checked the values that stand beside them.

    A checked one without a value is taken back to “not coded”.
    """

    def __init__(
        self, layer: Layer, touched: str, source: Source, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change several: {layer}").format(layer=name_of(layer)))
        self.checks: dict[str, QCheckBox] = {}
        self.rows: dict[str, FieldRow] = {}
        self._box = ok_and_cancel(self, self.tr("Change"))
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setColumnStretch(1, 1)
        for variable in layer.variables:
            if not variable.retired and variable.kind is not Kind.LINK:
                self._add(FieldRow(variable, make_field(source, layer, variable, theme), theme))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(touched, wordWrap=True))
        told = self.tr("What is checked gets the value beside it; without one it is not coded.")
        column.addWidget(QLabel(told, wordWrap=True))
        column.addWidget(area, stretch=1)
        column.addWidget(self._box)
        for button in self._box.buttons():
            if isinstance(button, QPushButton):  # Enter in a field must not change anything
                button.setAutoDefault(False)
                button.setDefault(False)
        self._tell()
        wanted = QSize(_WIDTH, inner.sizeHint().height() + column.minimumSize().height())
        self.resize(wanted.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    def _add(self, row: FieldRow) -> None:
        key, line = row.variable.key, self._grid.rowCount()
        check = QCheckBox()
        told = self.tr("Change {variable}").format(variable=name_of(row.variable))
        check.setAccessibleName(told)
        check.setToolTip(told)
        check.toggled.connect(self._tell)
        row.committed.connect(lambda: check.setChecked(True))
        self.checks[key], self.rows[key] = check, row
        self._grid.addWidget(check, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, line, 1)
        row.label.fit(row.label.full_width(), row.label.full_width())

    def showEvent(self, event: QShowEvent) -> None:
        """Give every label the width of the widest."""
        widest = max((row.label.full_width() for row in self.rows.values()), default=0)
        for row in self.rows.values():
            row.label.fit(widest, widest)
        super().showEvent(event)

    @property
    def values(self) -> dict[str, Given]:
        """The values of the checked variables."""
        return {key: self.rows[key].values() for key, box in self.checks.items() if box.isChecked()}

    def _tell(self) -> None:
        ok = self._box.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(any(box.isChecked() for box in self.checks.values()))

    def accept(self) -> None:
        """Take what was typed; stay where it is no value."""
        taken = [row.commit() for row in self.rows.values()]  # each, so that each complains
        if all(taken):
            super().accept()
