"""The window in which the codebook is read: one page at a time, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from workbench.app.places import BOOK, Place
from workbench.ui.filter_box import FilterBox
from workbench.ui.guide.markup import Page
from workbench.ui.guide.page_view import PageView
from workbench.ui.guide.pages import page_of, page_of_found, shown_at
from workbench.ui.guide.trail import Trail
from workbench.ui.icons import themed_icon
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme

_SIZE = QSize(580, 680)
_FOUND = 60
_BACK = ("Alt+Left", "Backspace")
_FORWARD = ("Alt+Right",)


class GuideWindow(QDialog):
    """Show pages of the codebook beside the work.

    `use_wanted` asks how often an entry is used; answer it with `tell_use`.
    """

    use_wanted = Signal(object)

    def __init__(self, source: Source, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._use: tuple[Place | None, str] = (None, "")
        self._trail = Trail()
        self.view = PageView(theme)
        self.back = self._button("back", lambda: self._step(-1), _BACK)
        self.forward = self._button("forward", lambda: self._step(1), _FORWARD)
        self.contents = self._button("contents", lambda: self.show_entry(BOOK), ())
        self.filter = FilterBox()
        self._lay_out()
        self.view.wanted.connect(self.show_entry)
        self.filter.textChanged.connect(self._show)
        self.filter.left.connect(self.view.focus_first_link)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self.filter.setFocus)
        self.set_theme(theme)
        self._retranslate()
        self.resize(_SIZE)

    def _button(self, name: str, go: Callable[[], None], keys: tuple[str, ...]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.clicked.connect(go)
        for key in keys:
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 8, 8, 8)
        bar.setSpacing(4)
        for part in (self.back, self.forward, self.contents):
            bar.addWidget(part)
        bar.addWidget(self.filter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)

    # --- what is shown -------------------------------------------------------

    def show_entry(self, entry: Place) -> None:
        """Show the page of an entry, and put the keyboard there."""
        self._note_scroll()
        self._trail.go_on(entry)
        self._arrive()

    def open_at(self, entry: Place) -> None:
        """Show the page of an entry in front of the other windows."""
        self.show_entry(entry)
        self.show()
        self.raise_()
        self.activateWindow()

    def _step(self, by: int) -> None:
        self._note_scroll()
        self._trail.step(by)
        self._arrive()

    def _note_scroll(self) -> None:
        here = self._trail.here
        if here is not None and not self.filter.text():
            here.scrolled = self.view.verticalScrollBar().value()

    def _arrive(self) -> None:
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self._show()
        self._ask_for_use()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        text, here = self.filter.text().strip(), self._trail.here
        codebook = self._source.codebook
        if text:
            hits = self._source.finder.find(text, None, _FOUND)
            self.view.show_page(page_of_found(codebook, text, hits))
        elif here is not None:
            self.view.show_page(self._page(here.entry), here.scrolled)
        self.back.setEnabled(self._trail.goes_back)
        self.forward.setEnabled(self._trail.goes_forward)
        self._name()

    def _page(self, entry: Place) -> Page:
        counted, used = self._use
        return page_of(self._source.codebook, entry, used if counted == entry else "")

    def _ask_for_use(self) -> None:
        here = self._trail.here
        if here is not None and shown_at(self._source.codebook, here.entry) is not None:
            self.use_wanted.emit(here.entry)

    def tell_use(self, entry: Place, used: str) -> None:
        """Tell on the page of an entry how often it is used."""
        self._use = (entry, used)
        self._note_scroll()
        self._show()

    def refresh(self) -> None:
        """Show the same page of the codebook, and of what is coded, as they are now."""
        self._note_scroll()
        self._show()
        self._ask_for_use()

    # --- looks ---------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    def _name(self) -> None:
        book = self.tr("Codebook")
        title = self.view.page.title
        self.setWindowTitle(f"{title} — {book}" if title else book)

    def _retranslate(self) -> None:
        self.filter.name_it(self.tr("Find in the codebook"))
        for button, name, keys in (
            (self.back, self.tr("Back"), _BACK[0]),
            (self.forward, self.tr("Forward"), _FORWARD[0]),
            (self.contents, self.tr("Contents"), ""),
        ):
            button.setAccessibleName(name)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{name} ({shown})" if shown else name)
        self._name()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.view.set_theme(theme)
        for button in (self.back, self.forward, self.contents):
            button.setIcon(themed_icon(button.objectName(), theme))
