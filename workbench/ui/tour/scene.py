"""What the steps of the tour share: the window, the hands, and what they look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QDialog,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)

from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.articles.model import InfoRole
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.main_window import MainWindow
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.tags.editor import AnnotationEditor
from workbench.ui.tags.panel import TagPanel
from workbench.ui.tags.popup import FormPopup
from workbench.ui.tour.hands import Hands
from workbench.ui.tour.player import Act, Until

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)

_KNOB = 4  # pixels from the characters to the middle of a knob


class WrongEffect(Exception):  # noqa: N818 - a finding of the tour
    """A step had another effect than it should."""


def expect(holds: bool, what: str) -> None:
    """Raise WrongEffect unless it holds."""
    if not holds:
        raise WrongEffect(what)


@dataclass
class Scene:
    """One window on its way through the main job; `home` is the home folder of its user."""

    desk: Desk
    hands: Hands
    home: Path
    examples: tuple[Path, ...]
    dataset: Path

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self.desk.context.window

    @property
    def coding(self) -> Coding:
        """The open project."""
        assert self.desk.coding is not None
        return self.desk.coding

    @property
    def session(self) -> Session:
        """The session of the open project."""
        return self.coding.session

    @property
    def pane(self) -> ReadingPane:
        """The reading pane."""
        return self.coding.panels.pane

    @property
    def tags(self) -> TagPanel:
        """The tag panel."""
        return self.coding.panels.tags

    @property
    def editor(self) -> AnnotationEditor:
        """The editor of the selected annotation."""
        return self.coding.panels.editor

    @property
    def popup(self) -> FormPopup:
        """The form of a new annotation."""
        return self.coding.panels.popup

    # --- parts of the window -------------------------------------------------

    def part(self, kind: type[W], of: QWidget) -> W:
        """Return the one part of a kind that shows in a widget."""
        found = [each for each in of.findChildren(kind) if each.isVisible()]
        expect(len(found) > 0, f"there is a {kind.__name__}")
        return found[0]

    async def dialog(self, kind: type[D]) -> D:
        """Wait for a dialog and return it."""
        await Until(f"a {kind.__name__} opens", lambda: isinstance(_modal(), kind))
        found = _modal()
        assert isinstance(found, kind)
        return found

    async def open_window(self, kind: type[D]) -> D:
        """Wait for a window beside the main one, and return it."""
        await Until(f"a {kind.__name__} opens", lambda: _shown(kind) is not None)
        found = _shown(kind)
        assert found is not None
        await Act(found.activateWindow)
        return found

    async def closed(self, dialog: QDialog) -> None:
        """Wait until a dialog is closed."""
        await Until(f"the {type(dialog).__name__} closes", lambda: _modal() is not dialog)

    async def give_path(self, dialog: QDialog, text: str) -> None:
        """Write paths into a dialog of files and accept it."""
        line = self.part(QLineEdit, dialog)
        # A suggestion that pops up late would take the click that accepts.
        line.setCompleter(cast("QCompleter", None))
        await self.hands.click(line)
        await self.hands.replace(text)
        await self.hands.accept(dialog)
        await self.closed(dialog)

    async def show_in(self, widget: QWidget) -> None:
        """Scroll to a widget that lies in a scroll area, by the wheel over it."""
        area = _area_of(widget)
        if area is not None:
            await self.hands.roll_to(area, widget)

    async def rest(self) -> None:
        """Take the mouse out of the way."""
        strip = self.window.strip
        await self.hands.point(strip, strip.rect().center())

    # --- the article ---------------------------------------------------------

    @property
    def article(self) -> int:
        """The article that is open."""
        assert self.coding.article is not None
        return self.coding.article

    @property
    def text(self) -> str:
        """Its text."""
        return self.session.text(self.article)

    def annotations(self, layer: str) -> list[Annotation]:
        """Return the annotations of a layer in the article, as the store has them."""
        return [each for each in self.session.annotations(self.article) if each.layer == layer]

    def span_of(self, words: str, within: str = "") -> Span:
        """Return where the words stand, first or within other words."""
        start = self.text.index(words, self.text.index(within))
        return Span(start, start + len(words))

    def box(self, span: Span) -> QRect:
        """Return where a stretch within one line lies in the reading pane."""
        pane = self.pane
        pane.scroll_to(span.start)  # as a person would, if it is not in view
        box = pane.rect_of_span(span)
        inside = QRect(pane.mapFromGlobal(box.topLeft()), box.size())
        expect(pane.rect().contains(inside), "the passage is in view")
        return inside

    def character(self, offset: int) -> QPoint:
        """Return the middle of a character in the reading pane."""
        return self.box(Span(offset, offset + 1)).center()

    def before(self, offset: int) -> QPoint:
        """Return a point just before a character."""
        box = self.box(Span(offset, offset + 1))
        return QPoint(box.left() + 1, box.center().y())

    def after(self, offset: int) -> QPoint:
        """Return a point just after the character before an offset."""
        box = self.box(Span(offset - 1, offset))
        return QPoint(box.right() - 1, box.center().y())

    def start_handle(self, span: Span) -> QPoint:
        """Return where the mouse takes hold of the beginning of a selected annotation."""
        box = self.box(Span(span.start, span.start + 1))
        return QPoint(box.left() - 1, box.top() - _KNOB)

    async def select(self, span: Span) -> None:
        """Select a stretch by dragging over it."""
        pane = self.pane
        await self.hands.drag(pane, self.before(span.start), self.after(span.end))
        await Until("the passage is selected", lambda: pane.selected_span() == span)

    async def select_word(self, span: Span) -> None:
        """Select a word by a double click."""
        pane = self.pane
        await self.hands.double_click(pane, self.character(span.start))
        await Until("the word is selected", lambda: pane.selected_span() == span)

    # --- the list of articles ------------------------------------------------

    async def open_article(self, title: str) -> None:
        """Click on an article whose title begins so."""
        rows = self.part(QListView, self.window.articles)
        model = rows.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        wanted = next(each for each in indexes if each.data(InfoRole).title.startswith(title))
        await self.hands.click(rows.viewport(), rows.visualRect(wanted).center())
        info = wanted.data(InfoRole)
        await Until("the article is open", lambda: self.coding.article == info.id)

    def titles(self) -> list[str]:
        """Return the titles in the list of articles."""
        model = self.part(QListView, self.window.articles).model()
        return [model.index(row, 0).data(InfoRole).title for row in range(model.rowCount())]


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _shown(kind: type[D]) -> D | None:
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return next((each for each in shown if each.isVisible()), None)


def _modal() -> QWidget | None:
    return QApplication.activeModalWidget()
