"""The tables below the article: annotations, notes, history, forecasts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from workbench.ui.annotations.history import HistoryPanel
from workbench.ui.annotations.notes import NotesPanel
from workbench.ui.annotations.panel import AnnotationsPanel
from workbench.ui.forecasts.panel import ForecastsPanel
from workbench.ui.theme import Theme

_FILTER_WIDTH = 220


class BelowTabs(QStackedWidget):
    """Hold the tables; `bar` has their tabs, which count what is in them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotations = AnnotationsPanel(theme)
        self.notes = NotesPanel(theme)
        self.history = HistoryPanel(theme)
        self.forecasts = ForecastsPanel(theme)
        self._pages = (self.annotations, self.notes, self.history, self.forecasts)
        self.bar = TitleBar(self.annotations.filter, self.forecasts.filter)
        self._counts = [0, 0]
        for page in self._pages:
            self.addWidget(page)
            self.bar.tabs.addTab("")
        self.bar.tabs.currentChanged.connect(self._on_page)
        self.annotations.counted.connect(partial(self._on_counted, 0))
        self.notes.counted.connect(partial(self._on_counted, 1))
        self._show_filter()
        self._retranslate()

    def _on_page(self, page: int) -> None:
        self.setCurrentIndex(page)
        self._show_filter()

    def _show_filter(self) -> None:
        for each in (self.annotations, self.forecasts):
            each.filter.setVisible(self.currentWidget() is each)

    def _on_counted(self, page: int, count: int) -> None:
        self._counts[page] = count
        self._retranslate()

    def show_forecasts(self, shown: bool) -> None:
        """Have a tab of forecasts where the codebook codes some."""
        self.bar.tabs.setTabVisible(3, shown)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for page in self._pages:
            page.set_theme(theme)

    def _retranslate(self) -> None:
        annotations, notes = self._counts
        tabs = self.bar.tabs
        tabs.setTabText(0, _counted(self.tr("Annotations"), annotations))
        tabs.setTabText(1, _counted(self.tr("Notes"), notes))
        tabs.setTabText(2, self.tr("History"))
        tabs.setTabText(3, self.tr("Forecasts"))
        tabs.setAccessibleName(self.tr("Tables below the article"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class TitleBar(QWidget):
    """The tabs and the filters as the title of their dock, which moves by what is left free."""

    def __init__(self, *filters: QWidget) -> None:
        super().__init__()
        self.setObjectName("title_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 6, 2)
        row.addWidget(self.tabs)
        row.addStretch()
        for each in filters:
            each.setFixedWidth(_FILTER_WIDTH)
            row.addWidget(each)


def _counted(title: str, count: int) -> str:
    return f"{title}  {count}" if count else title
