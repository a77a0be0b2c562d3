"""As what the dataset is written: formats, how CSV files are made, the language of labels."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QGroupBox, QLabel, QWidget

from workbench.app.exporting import ExportChoice, Format
from workbench.ui.exports.words import OFFERED, format_name, format_use
from workbench.ui.mnemonics import without_mnemonic

_LANGUAGES = (("zh", "中文"), ("en", "English"))  # each is named in itself


class AsWhat(QGroupBox):
    """Check formats; what concerns CSV only can be chosen where CSV is."""

    changed = Signal()
    language_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("As what"))
        self._kept: tuple[str, ...] = ()
        self.boxes = {str(kind): QCheckBox(format_name(kind)) for kind in OFFERED}
        self.csv = QComboBox()
        self.csv.addItem(self.tr("safe in Excel"), (True, True))
        self.csv.addItem(self.tr("as it is, with a byte order mark"), (True, False))
        self.csv.addItem(self.tr("as it is, plain UTF-8"), (False, False))
        self.separator = QComboBox()
        self.separator.addItem(self.tr("commas"), ",")
        self.separator.addItem(self.tr("semicolons"), ";")
        self.separator.addItem(self.tr("tabs"), "\t")
        self.language = QComboBox()
        for key, name in _LANGUAGES:
            self.language.addItem(name, key)
        self._lay_out()
        for box in self.boxes.values():
            box.toggled.connect(self._on_toggled)
        self.language.currentIndexChanged.connect(self.language_changed)
        self._on_toggled()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        for row, (kind, box) in enumerate(zip(OFFERED, self.boxes.values(), strict=True)):
            use = format_use(kind)
            box.setAccessibleDescription(use)
            told = QLabel(use)
            told.setBuddy(box)
            grid.addWidget(box, row, 0)
            grid.addWidget(told, row, 1)
        asked = (
            (self.tr("CSV &files"), self.csv),
            (self.tr("separated &by"), self.separator),
            (self.tr("Labels &in"), self.language),
        )
        for row, (name, box) in enumerate(asked, len(self.boxes)):
            label = QLabel(name)
            label.setBuddy(box)
            box.setAccessibleName(without_mnemonic(name))
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that are checked, and those of the choice that are not shown."""
        return (*(kind for kind, box in self.boxes.items() if box.isChecked()), *self._kept)

    def show_choice(self, choice: ExportChoice) -> None:
        """Show what a choice says."""
        self._kept = tuple(each for each in choice.formats if each not in self.boxes)
        for kind, box in self.boxes.items():
            box.setChecked(kind in choice.formats)
        made = (choice.csv_mark, choice.csv_mark and choice.csv_excel)
        self.csv.setCurrentIndex(max(0, self.csv.findData(made)))
        self.separator.setCurrentIndex(max(0, self.separator.findData(choice.csv_separator)))
        self.language.setCurrentIndex(max(0, self.language.findData(choice.language)))

    def told(self, choice: ExportChoice) -> ExportChoice:
        """Return a choice with what is chosen here."""
        mark, excel = self.csv.currentData()
        return replace(
            choice,
            formats=self.formats,
            csv_mark=mark,
            csv_excel=excel,
            csv_separator=self.separator.currentData(),
            language=self.language.currentData(),
        )

    def _on_toggled(self) -> None:
        csv = self.boxes[Format.CSV].isChecked()
        self.csv.setEnabled(csv)
        self.separator.setEnabled(csv)
        self.changed.emit()
