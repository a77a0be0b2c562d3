"""In which format and language the codebook is to be written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.app.codebook_formats import Format
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.punctuation import named

_LANGUAGES = (("zh", "中文"), ("en", "English"))  # each is named in itself


@dataclass(frozen=True, slots=True)
class CodebookExport:
    """What was chosen: the labels' language is "zh" or "en"."""

    kind: Format
    language: str


def format_name(kind: Format) -> str:
    """Return what a format is called."""
    translate = QCoreApplication.translate
    return {
        Format.JSON: translate("Formats", "&Workbench (.json)"),
        Format.CSV: translate("Formats", "&Table (.csv)"),
        Format.XLSX: translate("Formats", "E&xcel (.xlsx)"),
        Format.TAGUETTE: translate("Formats", "Ta&guette (.csv)"),
        Format.QDC: translate("Formats", "&REFI-QDA (.qdc)"),
        Format.HTML: translate("Formats", "To print: &page (.html)"),
        Format.DOCX: translate("Formats", "To print: Wor&d (.docx)"),
    }[kind]


def _told(kind: Format) -> str:
    """Return what a format holds."""
    translate = QCoreApplication.translate
    return {
        Format.JSON: translate("Formats", "Everything, with layers and variables."),
        Format.CSV: translate("Formats", "The code lists, a row a category; opens anywhere."),
        Format.XLSX: translate("Formats", "The code lists, a row a category, in a sheet."),
        Format.TAGUETTE: translate("Formats", "Names, parents, descriptions and counts."),
        Format.QDC: translate(
            "Formats", "The code lists for NVivo, MAXQDA, ATLAS.ti and others; the rest as text."
        ),
        Format.HTML: translate("Formats", "Definitions, rules, examples and counts on a page."),
        Format.DOCX: translate("Formats", "The same as a Word file, for a paper’s appendix."),
    }[kind]


class ExportCodebookDialog(QDialog):
    """Choose one of the formats; the file is asked for afterwards."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the codebook"))
        self.choices = {each: QRadioButton(format_name(each)) for each in Format}
        self.languages = QComboBox()
        for code, name in _LANGUAGES:
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(language))
        self.buttons = ok_and_cancel(self, self.tr("Choose the file…"))
        self._group = QButtonGroup(self)
        self._lay_out()
        self.choices[Format.JSON].setChecked(True)
        self.choices[Format.JSON].setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(1, 1)
        for row, (kind, choice) in enumerate(self.choices.items()):
            told = _told(kind)
            choice.setAccessibleName(named(without_mnemonic(choice.text()), told))
            self._group.addButton(choice)
            grid.addWidget(choice, row, 0)
            grid.addWidget(QLabel(told, wordWrap=True), row, 1)
        label = QLabel(self.tr("&Labels and headings in"))
        label.setBuddy(self.languages)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addWidget(_line())
        column.addWidget(label)
        column.addWidget(self.languages)
        column.addStretch()
        column.addWidget(self.buttons)
        self.setMinimumWidth(560)

    @property
    def chosen(self) -> CodebookExport:
        """What was chosen."""
        kind = next(each for each, choice in self.choices.items() if choice.isChecked())
        return CodebookExport(kind, self.languages.currentData())


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    return line
