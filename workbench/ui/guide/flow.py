"""What F1 opens: the page of what is pointed at, else of what the keyboard is at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from workbench.app.codebook_queries import Usage
from workbench.app.places import BOOK, Place
from workbench.app.session import Session
from workbench.app.using import usage_of
from workbench.domain.annotation import Annotation
from workbench.ui.background import Running
from workbench.ui.context import Context
from workbench.ui.entry import entry_of
from workbench.ui.guide.meant import meant_in, pointed_at
from workbench.ui.guide.window import GuideWindow
from workbench.ui.guide.words import usage_words
from workbench.ui.panels import Panels
from workbench.ui.theme import Theme


class GuideFlow:
    """Show the guide's window, made when it is first wanted, until the project is closed."""

    def __init__(
        self,
        context: Context,
        session: Session,
        panels: Panels,
        selected: Callable[[], Annotation | None],
    ) -> None:
        self._context = context
        self._session = session
        self._panels = panels
        self._selected = selected
        self._hovered: list[int] = []
        self._window: GuideWindow | None = None
        self._counting: Running | None = None
        panels.pane.hovered.connect(self._on_hovered)

    @property
    def window(self) -> GuideWindow:
        """The window."""
        if self._window is None:
            theme = self._context.appearance.theme
            parent = self._context.window
            self._window = GuideWindow(self._panels.source, theme, parent)
            self._window.use_wanted.connect(self._count)
        return self._window

    def show(self) -> None:
        """Show the page of what is meant, or the whole."""
        self.window.open_at(self.meant() or BOOK)

    def meant(self) -> Place | None:
        """Return the entry that is meant: pointed at, at the keyboard, or selected."""
        window = QApplication.activeWindow() or self._context.window
        return self._of_mark() or meant_in(window) or self._of_selected()

    def _of_mark(self) -> Place | None:
        """Return the entry of the mark in the text that a tool tip tells about."""
        pointed = pointed_at(self._context.window)
        if pointed is None or not self._panels.pane.isAncestorOf(pointed):
            return None
        return self._of(self._hovered[:1])

    def _of_selected(self) -> Place | None:
        annotation = self._selected()
        return entry_of(self._session.codebook, annotation) if annotation is not None else None

    def _of(self, ids: list[int]) -> Place | None:
        annotations = (self._panels.below.annotations.annotation(each) for each in ids)
        found = next((each for each in annotations if each is not None), None)
        return entry_of(self._session.codebook, found) if found is not None else None

    def _on_hovered(self, ids: list[int]) -> None:
        self._hovered = ids

    def _count(self, entry: Place) -> None:
        """Count behind the window how often an entry is used; the latest wish counts."""
        if self._counting is not None:
            self._counting.drop()
        session = self._session
        self._counting = self._context.background.run(
            "",
            lambda _: usage_of(session, [entry]),
            lambda usage: self._tell(entry, usage),
            self._context.failed,
            owner=session,
        )

    def _tell(self, entry: Place, usage: Usage) -> None:
        if self._window is not None:
            self._window.tell_use(entry, usage_words(usage))

    def refresh(self) -> None:
        """Show the page as the codebook is now."""
        if self._window is not None:
            self._window.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        if self._window is not None:
            self._window.set_theme(theme)

    def close(self) -> None:
        """Take the window away: the project is closed."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None
