"""The tables below the article: annotations, statements, notes, history, forecasts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from workbench.ui.annotations.history import HistoryPanel
from workbench.ui.annotations.lines_panel import LinesPanel
from workbench.ui.annotations.notes import NotesPanel
from workbench.ui.annotations.panel import AnnotationsPanel, StatementsPanel
from workbench.ui.forecasts.panel import ForecastsPanel
from workbench.ui.memos.panel import MemosPanel
from workbench.ui.table import Table
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_FILTER_WIDTH = 220


class BelowTabs(Translated, QStackedWidget):
    """Hold the tables; `bar` has their tabs, which count what is in them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotations = AnnotationsPanel(theme)
        self.statements = StatementsPanel(theme)
        self.notes = NotesPanel(theme)
        self.memos = MemosPanel(theme)
        self.history = HistoryPanel(theme)
        self.forecasts = ForecastsPanel(theme)
        self._pages = (
            self.annotations,
            self.statements,
            self.notes,
            self.memos,
            self.history,
            self.forecasts,
        )
        for box in (self.memos.filter, self.forecasts.filter):
            box.setMaximumWidth(_FILTER_WIDTH)
        self._controls: dict[QWidget, QWidget] = {
            self.annotations: self.annotations.controls,
            self.statements: self.statements.controls,
            self.memos: self.memos.filter,
            self.history: self.history.way,
            self.forecasts: self.forecasts.filter,
        }
        self.bar = TitleBar(*self._controls.values())
        self._counts: dict[QWidget, int] = {}
        # A new count lays the whole bar out: the eye waits for the mark, not for that.
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._tell)
        for page in self._pages:
            self.addWidget(page)
            self.bar.tabs.addTab("")
        self.bar.tabs.currentChanged.connect(self._on_page)
        for page in (self.annotations, self.statements, self.notes, self.memos):
            page.counted.connect(partial(self._on_counted, page))
        self._show_controls()
        self._retranslate()

    def _on_page(self, page: int) -> None:
        self.setCurrentIndex(page)
        self._show_controls()

    def _show_controls(self) -> None:
        for page, controls in self._controls.items():
            controls.setVisible(self.currentWidget() is page)

    def _on_counted(self, page: QWidget, count: int) -> None:
        self._counts[page] = count
        self._counting.start()

    def selected(self) -> list[int]:
        """Return the annotations whose rows are selected, in the table that is in front."""
        page = self.currentWidget()
        return page.selected() if isinstance(page, LinesPanel) else []

    @property
    def has_selected(self) -> bool:
        """Whether the row of any annotation is selected in the table that is in front."""
        page = self.currentWidget()
        return isinstance(page, LinesPanel) and page.has_selected

    def show_page(self, page: QWidget) -> None:
        """Bring a table to the front."""
        self.bar.tabs.setCurrentIndex(self.indexOf(page))

    def step_page(self, by: int) -> None:
        """Bring the next table that has a tab to the front, or the one before it."""
        tabs = self.bar.tabs
        there = [n for n in range(tabs.count()) if tabs.isTabVisible(n)]
        tabs.setCurrentIndex(there[(there.index(tabs.currentIndex()) + by) % len(there)])

    def take_keyboard(self) -> None:
        """Give the keyboard to the table that is in front."""
        page = self.currentWidget()
        if page is not None:
            (page.findChild(Table) or page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_forecasts(self, shown: bool) -> None:
        """Have a tab of forecasts where the codebook codes some."""
        self.bar.tabs.setTabVisible(self.indexOf(self.forecasts), shown)

    def show_statements(self, shown: bool) -> None:
        """Have a tab of statements where the codebook codes some."""
        self.bar.tabs.setTabVisible(self.indexOf(self.statements), shown)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for page in self._pages:
            page.set_theme(theme)

    def _retranslate(self) -> None:
        self._titles: dict[QWidget, str] = {
            self.annotations: self.tr("Annotations"),
            self.statements: self.tr("Statements"),
            self.notes: self.tr("Notes"),
            self.memos: self.tr("Memos"),
            self.history: self.tr("History"),
            self.forecasts: self.tr("Forecasts"),
        }
        self._tell()
        self.bar.tabs.setAccessibleName(self.tr("Tables below the article"))

    def _tell(self) -> None:
        for page, title in self._titles.items():
            text = _counted(title, self._counts.get(page, 0))
            if text != self.bar.tabs.tabText(self.indexOf(page)):
                self.bar.tabs.setTabText(self.indexOf(page), text)


class TitleBar(QWidget):
    """The tabs and the filters as the title of their dock, which moves by what is left free."""

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        self.setObjectName("title_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 6, 2)
        row.addWidget(self.tabs)
        row.addStretch()
        for each in controls:
            row.addWidget(each)


def _counted(title: str, count: int) -> str:
    return f"{title}  {count}" if count else title
