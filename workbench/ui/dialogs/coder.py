"""Who codes: asked at the first start, changed whenever another sits down."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.ui.dialogs.buttons import ok_and_cancel


class CoderDialog(QDialog):
    """Ask for the coder's name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is coding?"))
        self._name = QLineEdit(name)
        self._name.setAccessibleName(self.tr("Name of the coder"))
        self._name.selectAll()
        self._buttons = ok_and_cancel(self)
        explained = QLabel(
            self.tr(
                "Annotations are kept apart by coder, so that several can be compared. "
                "Use the same name on every computer."
            ),
            wordWrap=True,
        )
        label = QLabel(self.tr("&Name or abbreviation"))
        label.setBuddy(self._name)
        column = QVBoxLayout(self)
        for widget in (explained, label, self._name, self._buttons):
            column.addWidget(widget)
        self._name.textChanged.connect(self._on_typed)
        self._on_typed(name)
        self.setMinimumWidth(420)

    @property
    def name(self) -> str:
        """The name that was typed."""
        return self._name.text().strip()

    def _on_typed(self, _: str) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name))
