"""A text in a plain editor, with selections in code points."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from workbench.domain.text import Span, Utf16Map
from workbench.ui.theme import Theme


def plain_editor(text: str, theme: Theme, name: str) -> QPlainTextEdit:
    """Return an editor of `text` in the reading font; `name` is what a screen reader says."""
    editor = QPlainTextEdit()
    editor.setAccessibleName(name)
    editor.setFont(theme.reading_font())
    editor.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    editor.document().setDocumentMargin(16)
    editor.setTabChangesFocus(True)
    editor.setPlainText(text)
    return editor


def select_span(editor: QPlainTextEdit, text: str, span: Span) -> None:
    """Select a stretch of `text`, which the editor shows, and bring it into view."""
    units = Utf16Map(text)
    cursor = editor.textCursor()
    cursor.setPosition(units.to_utf16(span.start))
    cursor.setPosition(units.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.centerCursor()


def selected_span(editor: QPlainTextEdit, text: str) -> Span | None:
    """Return the stretch of `text` that is selected, None if nothing is."""
    units, cursor = Utf16Map(text), editor.textCursor()
    start = units.from_utf16(cursor.selectionStart())
    end = units.from_utf16(cursor.selectionEnd())
    return Span(start, end) if start < end else None
