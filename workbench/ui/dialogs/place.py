"""Choose the passage of an annotation anew."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from workbench.app.commands.base import shortened
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span, trimmed
from workbench.ui.dialogs.buttons import ok_and_cancel
from workbench.ui.dialogs.plain_text import plain_editor, select_span, selected_span
from workbench.ui.theme import Theme

_SIZE = QSize(760, 600)
_SHOWN = 80  # characters of the passage


class PlaceDialog(QDialog):
    """Show the article's text; what is selected in it becomes the annotation's passage."""

    def __init__(
        self, annotation: Annotation, text: str, guess: Span | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Place the annotation anew"))
        self._text = text
        self._editor = plain_editor(text, theme, self.tr("The text"))
        self._editor.setReadOnly(True)
        told = self.tr("Select the passage that “{quote}” belongs to.")
        self._chosen = QLabel(wordWrap=True)
        self._buttons = ok_and_cancel(self, self.tr("Place here"))
        column = QVBoxLayout(self)
        column.addWidget(QLabel(told.format(quote=annotation.quote), wordWrap=True))
        column.addWidget(self._editor)
        column.addWidget(self._chosen)
        column.addWidget(self._buttons)
        self.resize(_SIZE)
        self._editor.selectionChanged.connect(self._tell)
        if guess is not None:
            select_span(self._editor, text, guess)
        self._tell()

    @property
    def span(self) -> Span | None:
        """The passage that was chosen, white space at its ends left out."""
        span = selected_span(self._editor, self._text)
        return None if span is None else trimmed(self._text, span)

    def showEvent(self, event: QShowEvent) -> None:
        """Have in view what is selected: only now is it known how much of the text is."""
        super().showEvent(event)
        self._editor.centerCursor()

    def _tell(self) -> None:
        span = self.span
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(span is not None)
        told = self.tr("Selected: “{quote}”")
        quote = "" if span is None else shortened(self._text[span.start : span.end], _SHOWN)
        self._chosen.setText(told.format(quote=quote) if quote else "")
