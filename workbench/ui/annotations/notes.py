"""Footnotes and captions, kept apart from the article's body."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.article import Note
from workbench.ui.table import Table
from workbench.ui.theme import Theme
from workbench.ui.titled_model import Index, TitledModel
from workbench.ui.translated import Translated


class NotesModel(TitledModel):
    """A row a note: its marker or kind, and its text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: Sequence[Note] = ()

    def show(self, notes: Sequence[Note]) -> None:
        """Show these notes."""
        self.beginResetModel()
        self._notes = notes
        self.endResetModel()

    def note(self, row: int) -> Note:
        """Return the note of a row."""
        return self._notes[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._marker(note) if index.column() == 0 else " ".join(note.text.split())
        return note.text if role == Qt.ItemDataRole.ToolTipRole else None

    def _marker(self, note: Note) -> str:
        kind = self.tr("caption") if note.kind == "caption" else self.tr("footnote")
        return note.marker or kind

    def titles(self) -> Sequence[str]:
        return (self.tr("Marker"), self.tr("Text"))


class NotesPanel(Translated, QWidget):
    """Read the notes; a click goes to where the note's marker stood."""

    place_chosen = Signal(int)
    counted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = NotesModel(self)
        self._table = Table(self._model, theme)
        self._table.set_widths(5)
        self._table.chosen.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        self._retranslate()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes of an article."""
        self._model.show(notes)
        self.counted.emit(len(notes))

    def _on_chosen(self, row: int) -> None:
        anchor = self._model.note(row).anchor
        if anchor is not None:
            self.place_chosen.emit(anchor)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._table.set_theme(theme)

    def _retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("Footnotes and captions"))
        self._table.hint = self.tr("This article has no footnotes or captions")
        self._model.retranslate()
        self._table.viewport().update()
