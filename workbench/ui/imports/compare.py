"""The original beside the article, scrolled in step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.app.drafts import Comparison
from workbench.domain.article import Note
from workbench.ui.imports.marks import Mark, marks_of
from workbench.ui.imports.side_by_side import SideBySide
from workbench.ui.imports.text_pane import TextPane
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated


class ComparePane(Translated, QWidget):
    """Show what came and what stays of it; say what a person wants cut or taken back."""

    toggle_wanted = Signal(int)  # a place of the source
    cut_wanted = Signal(int, int)  # a stretch of the source
    selection_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.source = TextPane(theme, margin=True)
        self.result = TextPane(theme)
        self._shown: Comparison | None = None
        self._leading = False
        self._sides = SideBySide((self.source, self.result), (5, 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sides)
        self.source.scrolled.connect(lambda: self._follow(self.source))
        self.result.scrolled.connect(lambda: self._follow(self.result))
        self.source.toggle_wanted.connect(self.toggle_wanted)
        for pane in (self.source, self.result):
            pane.cut_wanted.connect(self.cut_selected)
            pane.selectionChanged.connect(self.selection_changed)
        self._retranslate()

    def _retranslate(self) -> None:
        self._sides.set_names(self.tr("As it came"), self.tr("The article"))

    def show_comparison(self, shown: Comparison | None) -> None:
        """Show a source and its text; the same source stays where it is scrolled to."""
        same = self._shown is not None and shown is not None and self._shown.source == shown.source
        self._shown = shown
        source, marks = (shown.source, marks_of(shown)) if shown else ("", [])
        text = (shown.text + self._notes(shown.notes)) if shown else ""
        self._leading = True
        self.source.show_text(source, marks)
        self.result.show_text(text, [])
        self._leading = False
        if same:
            self._follow(self.source)
        else:
            self.source.scroll_to(0)
            self.result.scroll_to(0)

    def _notes(self, notes: tuple[Note, ...]) -> str:
        if not notes:
            return ""
        told = "\n".join(f"{note.marker} {note.text}".strip() for note in notes)
        return "\n\n" + self.tr("— Notes, kept apart —") + "\n" + told

    @property
    def shown(self) -> Comparison | None:
        """What is shown."""
        return self._shown

    @property
    def marks(self) -> list[Mark]:
        """What is marked in the source."""
        return list(self.source.marks)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.source.set_theme(theme)
        self.result.set_theme(theme)

    def selected(self) -> tuple[int, int] | None:
        """Return the stretch of the source that is selected, on either side."""
        if self._shown is None:
            return None
        here = self.source.selected()
        if here is not None and not self.result.hasFocus():
            return here
        there = self.result.selected()
        if there is None:
            return here
        end = min(there[1], len(self._shown.text))
        return self._shown.source_span(there[0], end) if there[0] < end else None

    def cut_selected(self) -> None:
        """Ask for the selected stretch to be cut."""
        span = self.selected()
        if span is not None:
            self.cut_wanted.emit(*span)

    def _follow(self, leader: TextPane) -> None:
        """Bring the other side to the same place."""
        if self._leading or self._shown is None:
            return
        self._leading = True
        top = leader.top_offset()
        if leader is self.source:
            self.result.scroll_to(self._shown.alignment.near(top))
        else:
            self.source.scroll_to(
                self._shown.alignment.to_original(min(top, len(self._shown.text)))
            )
        self._leading = False
