"""Correct the text of an article, seeing beforehand what becomes of its annotations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.app.commands import Corrected, CorrectText
from workbench.app.correcting import retyped
from workbench.domain.annotation import Annotation
from workbench.domain.errors import Refusal
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.dialogs.plain_text import plain_editor
from workbench.ui.theme import Theme

_SIZE = QSize(860, 680)
_PAUSE_MILLISECONDS = 250
_ROWS_SHOWN = 4


class CorrectDialog(QDialog):
    """Edit a text; `look_ahead` says what a correction would do, `clean` cleans anew."""

    def __init__(
        self,
        title: str,
        command: CorrectText,
        look_ahead: Callable[[str], Corrected],
        clean: Callable[[], CorrectText | None],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the text of “{title}”").format(title=title))
        self._before = command.text
        self._base = command
        self._look_ahead = look_ahead
        self._clean = clean
        self._editor = plain_editor(command.text, theme, self.tr("The text"))
        self._shown = self._editor.toPlainText()
        self._outcome = QLabel(wordWrap=True)
        self._lost = QListWidget()
        self._lost.setAccessibleName(self.tr("Annotations that would lose their place"))
        self._buttons = ok_and_cancel(self, self.tr("Correct"))
        self._lay_out()
        self._waiting = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._waiting.timeout.connect(self._tell)
        self._editor.textChanged.connect(self._waiting.start)
        self._tell()
        self.resize(_SIZE)

    def _lay_out(self) -> None:
        told = self.tr(
            "Annotations move along with their passages. One that loses its place stays in the "
            "table of annotations and can be placed anew. All of it is one step that can be undone."
        )
        anew = QPushButton(self.tr("Clean the original &anew"), autoDefault=False)
        anew.clicked.connect(self._clean_anew)
        self._buttons.addButton(anew, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        for widget in (QLabel(told, wordWrap=True), self._editor, self._outcome, self._lost):
            column.addWidget(widget)
        column.addWidget(self._buttons)
        column.setStretchFactor(self._editor, 1)
        self._lost.setMaximumHeight(self._lost.fontMetrics().lineSpacing() * (_ROWS_SHOWN + 1))

    @property
    def command(self) -> CorrectText:
        """What is to be done: the cleaning as it is, or the text as a person corrected it."""
        typed = self._editor.toPlainText()
        if typed == self._shown:
            return self._base
        return CorrectText(self._base.article, retyped(self._base.text, self._shown, typed))

    def done(self, result: int) -> None:
        """End; what was put off is not looked at any more, for the project may be closed then."""
        self._waiting.stop()
        super().done(result)

    def _clean_anew(self) -> None:
        found = self._clean()
        if found is not None:
            self._base = found
            self._editor.setPlainText(found.text)
            self._shown = self._editor.toPlainText()
            self._tell()

    def _tell(self) -> None:
        """Say what would become of the annotations."""
        self._waiting.stop()
        text = self.command.text
        self._lost.clear()
        self._lost.hide()
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(text != self._before and bool(text.strip()))
        if text == self._before:
            self._outcome.setText(self.tr("Nothing is changed yet."))
            return
        try:
            found = self._look_ahead(text)
        except Refusal:  # what cannot be kept is said when it is saved
            self._outcome.setText("")
            return
        self._outcome.setText(self._told(found))
        for each in found.unplaced:
            self._lost.addItem(_line(each))
        self._lost.setVisible(bool(found.unplaced))

    def _told(self, found: Corrected) -> str:
        parts = [
            self.tr("annotations that keep their quote: {count}").format(count=len(found.stay))
        ]
        if found.change:
            told = self.tr("whose quote changes: {count}").format(count=len(found.change))
            parts.append(told)
        if found.unplaced:
            told = self.tr("△ that lose their place: {count}").format(count=len(found.unplaced))
            parts.append(told)
        return " · ".join(parts)


def _line(annotation: Annotation) -> str:
    return f"△ “{' '.join(annotation.quote.split())}”"
