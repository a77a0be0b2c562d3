"""How large a file may be that is imported."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QSpinBox, QVBoxLayout, QWidget

from workbench.app.settings import MOST_MEGABYTES, USUAL_MEGABYTES
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.mnemonics import without_mnemonic


class LimitDialog(QDialog):
    """Ask for the megabytes of the largest file."""

    def __init__(self, megabytes: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Largest file to import"))
        explained = QLabel(
            self.tr(
                "A larger file is refused, since it takes long and much memory. What archives, "
                "tables and documents may hold follows this figure. Usual are {usual} MB."
            ).format(usual=USUAL_MEGABYTES),
            wordWrap=True,
        )
        label = QLabel(self.tr("&Size of one article's file"))
        self._size = QSpinBox(minimum=1, maximum=MOST_MEGABYTES, suffix=" MB")
        self._size.setValue(megabytes)
        self._size.setAccessibleName(without_mnemonic(label.text()))
        self._size.selectAll()
        label.setBuddy(self._size)
        column = QVBoxLayout(self)
        for widget in (explained, label, self._size, ok_and_cancel(self)):
            column.addWidget(widget)
        self.setMinimumWidth(420)
        self._size.setFocus()

    @property
    def megabytes(self) -> int:
        """What was chosen."""
        return self._size.value()
