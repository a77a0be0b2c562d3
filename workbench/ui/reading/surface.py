"""What the pane asks of whatever shows the text, so that another view could take its place."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF

from workbench.domain.text import Span
from workbench.ui.reading.page import Page
from workbench.ui.reading.selection import Edge, Selection


class Surface(Protocol):
    """A scrolling view of one article. Points are in its viewport, offsets in code points."""

    @property
    def page(self) -> Page: ...

    def selection(self) -> Selection:
        """Return what is selected and where the caret stands."""
        ...

    def set_selection(self, selection: Selection) -> None:
        """Select, and bring the caret into view."""
        ...

    def offset_at(self, point: QPoint) -> int:
        """Return the offset between characters nearest to a point."""
        ...

    def character_at(self, point: QPoint) -> int | None:
        """Return the offset of the character at a point, None beside the text."""
        ...

    def handle_at(self, point: QPoint) -> Edge | None:
        """Return the border of the selected annotation that a point takes hold of."""
        ...

    def scrolled(self) -> float:
        """Return how far the article is scrolled, in pixels."""
        ...

    def shown_heights(self) -> tuple[float, float]:
        """Return the part of the page that shows: its top and bottom."""
        ...

    def scroll_to_height(self, height: float) -> None:
        """Bring a height of the page to the middle of the view."""
        ...

    def page_height(self) -> float:
        """Return the height of the whole page."""
        ...

    def preview_border(self, span: Span | None) -> None:
        """Show where the selected annotation would lie; None ends it."""
        ...

    def page_box(self, box: QRectF) -> QRectF:
        """Return a box of the page in the viewport's coordinates."""
        ...
