"""Where the dataset goes, and what is done with groups in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from workbench.ui.dialogs.ask import ask_folder
from workbench.ui.dialogs.buttons import ok_and_cancel


class ExportDialog(QDialog):
    """Ask for a folder; `with_groups` asks also whether groups are to be their members."""

    def __init__(self, suggested: Path, parent: QWidget, *, with_groups: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the dataset"))
        self._beside = suggested.parent
        self.line = QLineEdit(str(suggested))
        self.line.textChanged.connect(self._on_typed)
        self.expand = QCheckBox(self.tr("A &group is its members in the long tables"))
        self.expand.setVisible(with_groups)
        self._buttons = ok_and_cancel(self, self.tr("Export"))
        self._lay_out(with_groups=with_groups)
        self._on_typed(self.line.text())
        self.setMinimumWidth(520)

    def _lay_out(self, *, with_groups: bool) -> None:
        label = QLabel(self.tr("&Folder"))
        label.setBuddy(self.line)
        choose = QPushButton(self.tr("&Choose…"))
        choose.clicked.connect(self._choose)
        told = self.tr(
            "A row a member, with the group in expanded_from and 1/members in weight; "
            "mechanisms and organisations stay one. All other tables have what was coded."
        )
        explained = QLabel(told, wordWrap=True)
        explained.setVisible(with_groups)
        self.expand.setAccessibleDescription(told)
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.line, 0, 1)
        grid.addWidget(choose, 0, 2)
        grid.addWidget(self.expand, 1, 1, 1, 2)
        grid.addWidget(explained, 2, 1, 1, 2)
        grid.addWidget(self._buttons, 3, 0, 1, 3)

    @property
    def folder(self) -> Path:
        """The folder that was chosen; a relative one lies beside the project."""
        return self._beside / Path(self.line.text().strip()).expanduser()

    @property
    def expand_groups(self) -> bool:
        """Whether groups are to be their members."""
        return self.expand.isChecked()

    def _choose(self) -> None:
        near = next((each for each in (self.folder, *self.folder.parents) if each.is_dir()), None)
        chosen = ask_folder(self, near or self._beside)
        if chosen is not None:
            self.line.setText(str(chosen))

    def _on_typed(self, text: str) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(text.strip()))
