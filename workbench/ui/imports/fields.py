"""What is known about an article, to be corrected before it comes in."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from workbench.app.importing import FileRead
from workbench.app.messages import Messages
from workbench.domain.errors import Refusal
from workbench.domain.values import checked_date
from workbench.ui.field_lists import Options, field_options, fill_list
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.wording import field_names

_LINES = ("title", "source", "author", "published", "url")
_LISTS = ("language", "script", "genre")
# On a small screen the title gives way first: no other line becomes narrower than this.
_LEAST = {"source": "一份报纸的名称", "url": "https://a.cn/b", "published": "2025-08-25"}
_FRAME = 26  # pixels around a line's text


class FieldsForm(QWidget):
    """The bibliography of one file; each field is taken when it is left."""

    corrected = Signal(str, str)
    wrong = Signal(str)  # why what was typed is not taken; empty when all is well

    def __init__(self, genres: Options, messages: Messages) -> None:
        super().__init__()
        self._genres = genres
        self.messages = messages
        self._file: FileRead | None = None
        self.lines = {name: QLineEdit() for name in _LINES}
        self.lists = {name: QComboBox() for name in _LISTS}
        self._labels = {name: QLabel() for name in (*_LINES, *_LISTS)}
        self._lay_out()
        for name, line in self.lines.items():
            line.editingFinished.connect(lambda name=name: self._take_line(name))
        for name, box in self.lists.items():
            box.activated.connect(lambda _=0, name=name: self._take_list(name))
        self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        places = {
            "title": (0, 0, 5),
            "published": (0, 6, 1),
            "source": (1, 0, 1),
            "author": (1, 2, 3),
            "genre": (1, 6, 1),
            "url": (2, 0, 1),
            "language": (2, 2, 1),
            "script": (2, 4, 1),
        }
        fields: dict[str, QWidget] = {**self.lines, **self.lists}
        for name, (row, column, span) in places.items():
            label, field = self._labels[name], fields[name]
            label.setBuddy(field)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, span)
        for name, sample in _LEAST.items():
            line = self.lines[name]
            line.setMinimumWidth(line.fontMetrics().horizontalAdvance(sample) + _FRAME)
        for box in self.lists.values():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(9)  # the style takes some of what fits exactly
        for column, stretch in ((1, 5), (3, 2), (5, 2), (7, 3)):
            grid.setColumnStretch(column, stretch)
        for before, after in pairwise(_TAB_ORDER):
            QWidget.setTabOrder(fields[before], fields[after])

    def _retranslate(self) -> None:
        fields: dict[str, QWidget] = {**self.lines, **self.lists}
        for name, told in field_names().items():
            self._labels[name].setText(told)
            fields[name].setAccessibleName(without_mnemonic(told))
        self.lines["published"].setPlaceholderText(self.tr("2025-08-25 or 2025"))

    def _options(self, name: str) -> Options:
        return (("", ""), *self._genres) if name == "genre" else field_options(name)

    def show_file(self, file: FileRead | None) -> None:
        """Show the fields of a file."""
        self._file = file
        self.setEnabled(file is not None and file.can_come)
        for name, line in self.lines.items():
            text = file.about(name) if file else ""
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        for name in self.lists:
            self._fill(name, file.about(name) if file else "")
        self.wrong.emit("")

    def _fill(self, name: str, value: str) -> None:
        with QSignalBlocker(self.lists[name]):
            fill_list(self.lists[name], self._options(name), value)

    def _take_line(self, name: str) -> None:
        if self._file is None:
            return
        line = self.lines[name]
        text = line.text().strip()
        if text == self._file.about(name):
            return
        if name == "title" and not text:
            line.setText(self._file.about(name))
            return
        if name == "published" and text and not self._is_date(text):
            return
        self.wrong.emit("")
        self.corrected.emit(name, text)

    def _is_date(self, text: str) -> bool:
        try:
            checked_date(text)
        except Refusal as refusal:
            self.wrong.emit(self.messages.error(refusal))
            return False
        return True

    def _take_list(self, name: str) -> None:
        value = str(self.lists[name].currentData())
        if self._file is not None and value != self._file.about(name):
            self.corrected.emit(name, value)

    def take_all(self) -> None:
        """Take what is being typed."""
        for name in self.lines:
            self._take_line(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_file(self._file)
        super().changeEvent(event)


_TAB_ORDER = ("title", "published", "source", "author", "genre", "url", "language", "script")
