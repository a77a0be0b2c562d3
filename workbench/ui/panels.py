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
_MOST_OF_SIDE = 0.6  # that the editor takes of its side, of itself
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
        self._moved = False  # whether a person has divided the side
        window.install(self.pane, self._side)

    def _splitter(self) -> QSplitter:
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.tags)
        side.addWidget(self.editor)
        side.setSizes([_TAGS_HEIGHT, _EDITOR_HEIGHT])
        side.setChildrenCollapsible(False)
        side.splitterMoved.connect(self._on_moved)
        side.setHandleWidth(1)
        side.setMinimumWidth(_NARROWEST)
        side.setBackgroundRole(QPalette.ColorRole.Base)
        side.setAutoFillBackground(True)
        return side

    def _on_moved(self) -> None:
        self._moved = True

    def make_room(self) -> None:
        """Let the editor grow to show its form; a division that a person made stays.

        It does not shrink again: the tags would jump with each annotation that is selected.
        """
        tags, editor = self._side.sizes()
        most = round((tags + editor) * _MOST_OF_SIDE)
        wanted = min(self.editor.wanted_height(), most)
        if not self._moved and wanted > editor:
            self._side.setSizes([tags + editor - wanted, wanted])

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for part in (self.pane, self.tags, self.editor, self.popup):
            part.set_theme(theme)

    def take_out(self) -> None:
        """Leave the window as it was before."""
        self.below.annotations.clear()
        self.below.statements.clear()
        self.below.notes.show_notes([])
        self.below.forecasts.clear()
        self.articles.show_articles([])
        self._window.clear(self.pane, self._side)
        self.popup.hide()
        self.popup.deleteLater()
