"""Where one writes a memo: on the open article, a category, or the project."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.app.memos import PROJECT, Subject
from workbench.ui.translated import Translated

_PAUSE = 1500  # milliseconds without a key, after which what is written is saved


class MemoEditor(Translated, QWidget):
    """Choose what the memo is on, and write it; it is saved when one pauses or goes elsewhere."""

    #: What is written on a subject is to be saved.
    written = Signal(object, str)
    #: Another subject is chosen: its memo is to be shown.
    subject_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = QComboBox()
        self.about.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.about.activated.connect(self._on_subject)
        self.text = MemoText()
        self._subjects: dict[Subject, str] = {PROJECT: ""}
        self._subject = PROJECT
        self._shown = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)
        self.text.textChanged.connect(self._pause.start)
        self.text.left.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.about)
        column.addWidget(self.text)
        self._retranslate()

    @property
    def subject(self) -> Subject:
        """What the memo is on."""
        return self._subject

    def offer(self, subjects: dict[Subject, str], chosen: Subject) -> None:
        """Offer these subjects by their names; what is written on another one is saved before.

        A memo that could not be saved is not left: its subject stays beside the others.
        """
        if not self._may_leave():
            subjects = {self._subject: self._subjects[self._subject], **subjects}
            chosen = self._subject
        self._subjects, self._subject = subjects, chosen
        self.about.clear()
        self.about.addItems(list(subjects.values()))
        for place, name in enumerate(subjects.values()):
            self.about.setItemData(place, name, Qt.ItemDataRole.ToolTipRole)
        self._show_subject()

    def _show_subject(self) -> None:
        self.about.setCurrentIndex(list(self._subjects).index(self._subject))

    def _may_leave(self) -> bool:
        """Save, and tell whether nothing is left that would be lost."""
        self.save()
        return self.text.isReadOnly() or not self.is_writing

    def show_memo(self, text: str) -> None:
        """Show what is stored; what one writes just now is not overwritten."""
        if self.text.written() != text and not self.is_writing:
            self._pause.stop()
            self._shown = text
            self.text.setPlainText(text)
            self._pause.stop()
        self._shown = text

    @property
    def is_writing(self) -> bool:
        """Whether something is written that is not saved yet."""
        return self.text.written() != self._shown

    def save(self) -> None:
        """Hand over what is written, if it differs from what is stored."""
        self._pause.stop()
        if self.is_writing and not self.text.isReadOnly():
            before, self._shown = self._shown, self.text.written()
            self._unsaved = before
            self.written.emit(self.subject, self._shown)

    def refused(self) -> None:
        """Take what is written for unsaved again: it stays, and is tried again."""
        self._shown = self._unsaved

    def _on_subject(self, place: int) -> None:
        wanted = list(self._subjects)[place]  # saving may offer others
        if self._may_leave() and wanted in self._subjects:
            self._subject = wanted
            self.subject_chosen.emit(wanted)
        self._show_subject()

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody write."""
        self.text.setReadOnly(read_only)

    def _retranslate(self) -> None:
        self.about.setAccessibleName(self.tr("What the memo is on"))
        self.text.setAccessibleName(self.tr("Memo"))
        self.text.setPlaceholderText(self.tr("Write your memo here: it is saved by itself."))


class MemoText(QPlainTextEdit):
    """Several paragraphs of plain text; Tab goes on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)

    def written(self) -> str:
        """Return the text as it was written, no-break spaces kept."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
