"""The parts of the window that need a project: reading pane, tags, editor, form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter

from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.source import SessionSource
from workbench.ui.tags.editor import AnnotationEditor
from workbench.ui.tags.panel import TagPanel
from workbench.ui.tags.popup import FormPopup
from workbench.ui.theme import Theme

_NARROWEST = 240
_TAGS_HEIGHT, _EDITOR_HEIGHT = 560, 300


class Panels:
    """Make them, put them into the window, and take them out again.

    `pane` is one that shows an article already.
    """

    def __init__(self, context: Context, session: Session, pane: ReadingPane | None) -> None:
        theme, window = context.appearance.theme, context.window
        self._window = window
        self.below = window.below
        self.articles = window.articles
        self.source = SessionSource(session, self.below.annotations)
        self.pane = pane or ReadingPane(theme)
        self.pane.set_theme(theme)
        self.tags = TagPanel(self.source, theme)
        self.editor = AnnotationEditor(self.source, theme)
        self.popup = FormPopup(self.source, theme, window)
        self._side = self._splitter()
        window.install(self.pane, self._side)

    def _splitter(self) -> QSplitter:
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.tags)
        side.addWidget(self.editor)
        side.setSizes([_TAGS_HEIGHT, _EDITOR_HEIGHT])
        side.setChildrenCollapsible(False)
        side.setHandleWidth(1)
        side.setMinimumWidth(_NARROWEST)
        side.setBackgroundRole(QPalette.ColorRole.Base)
        side.setAutoFillBackground(True)
        return side

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for part in (self.pane, self.tags, self.editor, self.popup):
            part.set_theme(theme)

    def take_out(self) -> None:
        """Leave the window as it was before."""
        self.below.annotations.clear()
        self.below.notes.show_notes([])
        self.articles.show_articles([])
        self._window.clear(self.pane, self._side)
        self.popup.hide()
        self.popup.deleteLater()
