"""The tabs below the article: annotations, notes, history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from workbench.ui.annotations.history import HistoryPanel
from workbench.ui.annotations.notes import NotesPanel
from workbench.ui.annotations.panel import AnnotationsPanel
from workbench.ui.theme import Theme


class BelowTabs(QTabWidget):
    """Hold the three tables; the titles count what is in them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotations = AnnotationsPanel(theme)
        self.notes = NotesPanel(theme)
        self.history = HistoryPanel(theme)
        self._counts = [0, 0]
        for page in (self.annotations, self.notes, self.history):
            self.addTab(page, "")
        self.setDocumentMode(True)
        self.annotations.counted.connect(partial(self._on_counted, 0))
        self.notes.counted.connect(partial(self._on_counted, 1))
        self._retranslate()

    def _on_counted(self, page: int, count: int) -> None:
        self._counts[page] = count
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for page in (self.annotations, self.notes, self.history):
            page.set_theme(theme)

    def _retranslate(self) -> None:
        annotations, notes = self._counts
        self.setTabText(0, _counted(self.tr("Annotations"), annotations))
        self.setTabText(1, _counted(self.tr("Notes"), notes))
        self.setTabText(2, self.tr("History"))
        self.tabBar().setAccessibleName(self.tr("Tables below the article"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _counted(title: str, count: int) -> str:
    return f"{title}  {count}" if count else title
