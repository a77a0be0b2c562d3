"""The list of articles with its filter box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from workbench.domain.article import ArticleInfo, Status
from workbench.ui.articles.delegate import ArticleDelegate
from workbench.ui.articles.model import ArticlesFilter, ArticlesModel, InfoRole
from workbench.ui.filter_box import FilterBox
from workbench.ui.hints import paint_hint
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated


class ArticlesPanel(Translated, QWidget):
    """Choose an article; type to narrow the list."""

    article_chosen = Signal(int)
    menu_wanted = Signal(int, QPoint)
    title_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: int | None = None
        self._filtering = False
        self._model = ArticlesModel(self)
        self._proxy = ArticlesFilter(self)
        self._proxy.setSourceModel(self._model)
        self._filter = FilterBox()
        self._filter.textChanged.connect(self._on_filter)
        self._list = _ArticleList(theme)
        self._list.setModel(self._proxy)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._filter.left.connect(self._list.setFocus)
        self.setFocusProxy(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)
        self._filter.setContentsMargins(6, 0, 6, 0)
        self._retranslate()

    @property
    def current(self) -> int | None:
        """The article that is chosen."""
        return self._chosen if self._chosen is not None and self.holds(self._chosen) else None

    def show_articles(self, infos: Sequence[ArticleInfo]) -> None:
        """Show these articles and keep the chosen one chosen."""
        chosen = self.current
        self._model.show(infos)
        self._chosen = chosen if chosen is not None and self.holds(chosen) else None
        if self._chosen is not None:
            self.choose(self._chosen)
        self._retranslate()

    def holds(self, article: int) -> bool:
        """Tell whether an article is in the list."""
        return self.info(article) is not None

    def info(self, article: int) -> ArticleInfo | None:
        """Return the row of an article, None if it is not in the list."""
        return self._model.index_of(article).data(InfoRole)

    def patch(self, info: ArticleInfo) -> None:
        """Show an article as it is now."""
        self._model.patch(info)

    def choose(self, article: int) -> None:
        """Make an article the chosen one, past the filter if it is hidden."""
        if not self._visible_index(article).isValid():
            self._filter.clear()
        index = self._visible_index(article)
        chosen = self._list.selectionModel()
        if index != chosen.currentIndex() or not chosen.isSelected(index):
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not self._list.viewport().rect().contains(self._list.visualRect(index)):
            self._list.scrollTo(index)  # what is in view would only be painted anew

    def step(self, rows: int) -> None:
        """Choose the next (1) or previous (−1) article of the list."""
        index = self._proxy.index(self._list.currentIndex().row() + rows, 0)
        if index.isValid():
            self._list.setCurrentIndex(index)

    def step_undone(self, by: int) -> bool:
        """Choose the next (1) or previous (−1) other article that is not done, round the list.

        Returns whether there is one.
        """
        here, count = self._list.currentIndex().row(), self._proxy.rowCount()
        if here < 0 and by < 0:
            here = count
        for place in range(1, count + (here not in range(count))):
            index = self._proxy.index((here + by * place) % count, 0)
            info: ArticleInfo = index.data(InfoRole)
            if info.status is not Status.DONE:
                self._list.setCurrentIndex(index)
                return True
        return False

    def _visible_index(self, article: int) -> QModelIndex:
        return self._proxy.mapFromSource(self._model.index_of(article))

    def _on_current(self, current: QModelIndex) -> None:
        info: ArticleInfo | None = current.data(InfoRole)
        if info and not self._filtering:
            self._chosen = info.id
            self.article_chosen.emit(info.id)

    def _on_filter(self, typed: str) -> None:
        # The article that is read stays open while one types, also where it is filtered out.
        self._filtering = True
        self._proxy.set_words(typed)
        shown = QModelIndex() if self._chosen is None else self._visible_index(self._chosen)
        self._list.setCurrentIndex(shown)
        self._filtering = False
        self._retranslate()

    def _on_menu(self, position: QPoint) -> None:
        info: ArticleInfo | None = self._list.indexAt(position).data(InfoRole)
        if info:
            self.menu_wanted.emit(info.id, self._list.viewport().mapToGlobal(position))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._list.set_theme(theme)

    def _retranslate(self) -> None:
        self._filter.name_it(self.tr("Filter articles"))
        self._list.setAccessibleName(self.tr("Articles"))
        self._list.hint = self._hint()
        self.title_changed.emit(self.title)
        self._list.viewport().update()

    @property
    def title(self) -> str:
        """What the panel is called, with the number of articles."""
        total, visible = self._model.rowCount(), self._proxy.rowCount()
        counted = str(total) if visible == total else f"{visible}/{total}"
        return self.tr("Articles") + (f"  {counted}" if total else "")

    def _hint(self) -> str:
        if self._model.rowCount():
            return self.tr("No article matches “{typed}”").format(typed=self._filter.text())
        return self.tr("Drop articles here\nor choose File › Import")


class _ArticleList(QListView):
    """The list itself; empty, it says what to do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.hint = ""
        self._theme = theme
        self._delegate = ArticleDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._delegate.theme = theme
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            paint_hint(self, self.hint, self._theme)
