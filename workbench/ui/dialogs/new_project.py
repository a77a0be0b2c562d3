"""A new project: where it lies, and with which codebook it begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.app.surroundings import Surroundings
from workbench.ui.dialogs.ask import ask_codebook, ask_new_file, ask_project, with_suffix
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.punctuation import named


class Beginning(StrEnum):
    """What a project begins with."""

    STARTER = auto()
    EMPTY = auto()
    CODEBOOK = auto()
    PROJECT = auto()


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was chosen; `other` is the codebook file or the project to begin from."""

    path: Path
    beginning: Beginning
    other: Path | None


class NewProjectDialog(QDialog):
    """Ask for both on one page."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New project"))
        self._path = QLineEdit(str(folder / self.tr("my study.workbench")))
        self._other = QLineEdit()
        self._choices = {each: QRadioButton() for each in Beginning}
        self._buttons = ok_and_cancel(self, self.tr("Create"))
        self._word()
        self._lay_out()
        for choice in self._choices.values():
            choice.toggled.connect(self._on_change)
        for line in (self._path, self._other):
            line.textChanged.connect(self._on_change)
        self._choices[Beginning.STARTER].setChecked(True)
        self.setMinimumWidth(560)

    def _word(self) -> None:
        texts = {
            Beginning.STARTER: self.tr("the &starter codebook for international relations"),
            Beginning.EMPTY: self.tr("an &empty codebook"),
            Beginning.CODEBOOK: self.tr("a &codebook file"),
            Beginning.PROJECT: self.tr("codebook and articles of another &project"),
        }
        for each, choice in self._choices.items():
            choice.setText(texts[each])
            choice.setAccessibleName(without_mnemonic(texts[each]))
        self._path.setAccessibleName(self.tr("File of the project"))
        self._other.setAccessibleName(self.tr("File to begin from"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        label = QLabel(self.tr("&File of the project"))
        label.setBuddy(self._path)
        column.addWidget(label)
        column.addLayout(self._chooser(self._path, self._ask_path))
        column.addSpacing(8)
        column.addWidget(QLabel(self.tr("Begin with")))
        for choice in self._choices.values():
            column.addWidget(choice)
        self._other_row = QWidget()
        other = self._chooser(self._other, self._ask_other)
        other.setContentsMargins(22, 0, 0, 0)
        self._other_row.setLayout(other)
        column.addWidget(self._other_row)
        column.addStretch()
        column.addWidget(self._buttons)

    def _chooser(self, line: QLineEdit, ask: Callable[[], Path | None]) -> QHBoxLayout:
        button = QPushButton(self.tr("Choose…"))
        button.setAccessibleName(named(line.accessibleName(), button.text()))
        button.clicked.connect(partial(self._choose, line, ask))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line)
        row.addWidget(button)
        return row

    def _choose(self, line: QLineEdit, ask: Callable[[], Path | None]) -> None:
        path = ask()
        if path is not None:
            line.setText(str(path))

    def _ask_path(self) -> Path | None:
        return ask_new_file(self, Path(self._path.text()))

    def _ask_other(self) -> Path | None:
        folder = Path(self._path.text()).parent
        ask = ask_codebook if self._beginning is Beginning.CODEBOOK else ask_project
        return ask(self, folder)

    @property
    def _beginning(self) -> Beginning:
        chosen = (each for each, choice in self._choices.items() if choice.isChecked())
        return next(chosen, Beginning.STARTER)

    @property
    def _needs_other(self) -> bool:
        return self._beginning in (Beginning.CODEBOOK, Beginning.PROJECT)

    @property
    def chosen(self) -> NewProject:
        """What was chosen."""
        path = with_suffix(Path(self._path.text().strip()).expanduser())
        other = Path(self._other.text().strip()).expanduser() if self._needs_other else None
        return NewProject(path, self._beginning, other)

    def _on_change(self) -> None:
        self._other_row.setVisible(self._needs_other)
        named = bool(self._path.text().strip())
        whole = named and (not self._needs_other or bool(self._other.text().strip()))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(whole)


def make_project(chosen: NewProject, surroundings: Surroundings) -> None:
    """Make the project; usable in any thread.

    Raises:
        Refusal: it cannot be made; nothing is left behind.
    """
    # These bring the store, which must not be loaded before the window shows.
    from workbench.app.projects import (
        empty_codebook,
        new_project,
        new_project_from,
        read_codebook_file,
    )

    if chosen.beginning is Beginning.PROJECT and chosen.other:
        new_project_from(chosen.path, chosen.other, surroundings)
    elif chosen.beginning is Beginning.CODEBOOK and chosen.other:
        new_project(chosen.path, read_codebook_file(chosen.other), surroundings)
    elif chosen.beginning is Beginning.EMPTY:
        new_project(chosen.path, empty_codebook(), surroundings)
    else:
        new_project(chosen.path, surroundings=surroundings)
