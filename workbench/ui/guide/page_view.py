"""A page to read: links are followed by mouse or keyboard, and tell where they lead."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from workbench.ui.guide.markup import Page
from workbench.ui.guide.style import page_style
from workbench.ui.theme import Theme

_MARGIN = 18


class PageView(QTextBrowser):
    """Show pages; `wanted` tells which entry a link leads to."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = Page("", "")
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(self._follow)
        self.set_theme(theme)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page, scrolled: int = 0) -> None:
        """Show a page, scrolled as it was when it was left."""
        if page == self._page:
            return
        self._page = page
        self._set()
        self.verticalScrollBar().setValue(scrolled)

    def _set(self) -> None:
        self.document().setDefaultStyleSheet(page_style(self._theme, self.font()))
        self.setHtml(self._page.text)
        self.setAccessibleName(self._page.title)

    def _follow(self, url: QUrl) -> None:
        self.wanted.emit(self._page.targets[int(url.toString())])

    def focus_first_link(self) -> None:
        """Put the keyboard on the first link."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.focusNextPrevChild(True)

    def set_theme(self, theme: Theme) -> None:
        """Set the page in the colours of another theme."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("article"))
        self.setPalette(palette)
        scrolled = self.verticalScrollBar().value()
        self._set()
        self.verticalScrollBar().setValue(scrolled)
