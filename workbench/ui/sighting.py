"""Show the article that was read last while its project is still being opened."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.ui.context import Context

if TYPE_CHECKING:  # loaded behind the frame
    from workbench.app.sight import Sight
    from workbench.ui.reading.pane import ReadingPane

_PATIENCE = 1.0  # seconds that the work waits for the window to paint
# What the window makes next; it stands still for what it has to load itself.
_WANTED_NEXT = ("workbench.ui.articles.panel", "workbench.ui.annotations.tabs")


class Sighting(QObject):
    """Carry the text of an article from the work of opening into the window.

    `look` is called in the thread of the work, everything else in the window's. `over` says
    that there is nothing more to wait for, found or not.
    """

    over = Signal()
    _found = Signal(object)

    def __init__(self, context: Context, path: Path) -> None:
        super().__init__(context.window)
        self._context = context
        self._path = path
        self._article = context.settings.values.last_articles.get(str(path))
        self._painted, self._furnished = Event(), Event()
        self._wanted = True
        self._is_over = False
        self._pane: ReadingPane | None = None
        self._found.connect(self._show)
        self.over.connect(self._on_over)

    def look(self) -> None:
        """Read the text, have it painted, and return once the window calls to `go_on`.

        Both at once would take longer, and hold the window up.
        """
        try:
            self._look()
            for module in _WANTED_NEXT:
                import_module(module)
        finally:
            self.over.emit()
        self._furnished.wait(_PATIENCE)

    def go_on(self) -> None:
        """Let the work go on: the window has nothing to make for now."""
        self._furnished.set()

    def _look(self) -> None:
        from workbench.app.sight import first_sight

        found = first_sight(self._path, self._article)
        if found is not None:
            import_module("workbench.ui.reading.pane")
            self._found.emit(found)
            self._painted.wait(_PATIENCE)

    def _show(self, sight: Sight) -> None:
        if self._wanted:
            self._pane = self._painted_pane(sight)
        self._painted.set()

    def _painted_pane(self, sight: Sight) -> ReadingPane:
        from workbench.ui.reading.page import empty_codebook
        from workbench.ui.reading.pane import ReadingPane
        from workbench.ui.typography import set_as_remembered

        window, appearance = self._context.window, self._context.appearance
        pane = ReadingPane(appearance.theme)
        set_as_remembered(pane, self._context.settings.values)
        window.show_reading(pane)
        text, title = sight.text, sight.title
        pane.show_article(sight.article, title, text, (), empty_codebook(), appearance.language)
        pane.repaint()
        return pane

    def take(self) -> ReadingPane | None:
        """Hand over the pane that shows the text, None if there is none; it is shown no more."""
        self._wanted = False
        self._painted.set()
        self.go_on()
        pane, self._pane = self._pane, None
        self._leave()
        return pane

    def drop(self) -> None:
        """Show nothing any more: the project does not come."""
        pane = self.take()
        if pane is not None:
            self._context.window.clear_reading(pane)

    def _on_over(self) -> None:
        self._is_over = True
        self._leave()

    def _leave(self) -> None:
        # Not before the work has told its last.
        if self._is_over and not self._wanted:
            self.deleteLater()
