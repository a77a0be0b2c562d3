"""The window: what lies where. What happens in it is decided elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.actions import Actions
from workbench.ui.giving_way import GivingWay
from workbench.ui.icons import themed_icon
from workbench.ui.info_bar import InfoBar
from workbench.ui.start_page import StartPage
from workbench.ui.status_strip import StatusStrip
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

if TYPE_CHECKING:  # the lists and tables are not needed for the first sight of the window
    from workbench.ui.annotations.tabs import BelowTabs
    from workbench.ui.articles.panel import ArticlesPanel

_SIZE = QSize(1320, 860)
_LEFT, _RIGHT, _BELOW = 270, 320, 210
_NARROWEST, _NARROWEST_RIGHT = 190, 270
# The narrowest window; a page that is wider than it shows may be narrower than that.
_LEAST, _LEAST_PAGE = 400, 110
# A window at least so wide has room for every panel at its proper width.
_ROOMY = 1150
_ICON = 20
# What Qt calls the buttons of a dock, and our icons for them.
_DOCK_BUTTONS = {"qt_dockwidget_floatbutton": "float", "qt_dockwidget_closebutton": "close"}
# Docks and bars of another layout are not restored into this one.
_LAYOUT_VERSION = 1


class MainWindow(Translated, QMainWindow):
    """Articles at the left, the article in the middle, tags at the right, tables below."""

    files_dropped = Signal(list)
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main")
        self._theme = theme
        self._project: Path | None = None
        #: Asked before the window goes; it stays if the answer is no.
        self.may_close: Callable[[], bool] = lambda: True
        self.actions_ = Actions(theme, self)
        self.info = InfoBar(theme)
        self.start_page = StartPage(theme)
        self.waiting = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.strip = StatusStrip()
        self._pages = QStackedWidget()
        # Whether the panels have the widths of a person, or a screen, that had a choice.
        self._settled = False
        self._lay_out()
        self._paint_dock_buttons()
        self._default_state = self.saveState(_LAYOUT_VERSION)
        self.setAcceptDrops(True)
        self._retranslate()
        self.resize(_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))

    def _lay_out(self) -> None:
        self.actions_.fill_bar(self.menuBar())
        self._tools = QToolBar(movable=False)
        self._tools.setObjectName("tools")
        self._tools.setIconSize(QSize(_ICON, _ICON))
        self.actions_.fill_tools(self._tools)
        self.addToolBar(self._tools)
        centre = self._centre()
        self.setCentralWidget(centre)
        self.setStatusBar(self.strip)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self._article_dock = self._dock("articles", Qt.DockWidgetArea.LeftDockWidgetArea)
        self._tag_dock = self._dock("tags", Qt.DockWidgetArea.RightDockWidgetArea)
        self._below_dock = self._dock("below", Qt.DockWidgetArea.BottomDockWidgetArea)
        sides = [self._article_dock, self._tag_dock]
        self.resizeDocks(sides, [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        self.resizeDocks([self._below_dock], [_BELOW], Qt.Orientation.Vertical)
        self._giving_way = GivingWay(self, centre, self.docks, _LAYOUT_VERSION)
        self._giving_way.left.connect(self._focus_page)
        self.setMinimumWidth(_LEAST)

    def _centre(self) -> QWidget:
        for page in (self.start_page, self.waiting, self.empty):
            self._pages.addWidget(page)
        # The widest page, which is shown without panels, must not widen the window beside them.
        self._pages.setMinimumWidth(_LEAST_PAGE)
        centre = QWidget()
        column = self._column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.info)
        column.addWidget(self._pages, stretch=1)
        return centre

    def _focus_page(self) -> None:
        page = self._pages.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dock(self, name: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget()
        dock.setObjectName(name)
        dock.setWidget(QWidget())
        dock.installEventFilter(self)
        self.addDockWidget(area, dock)
        panels = self.actions_.menu("panels")
        panels.insertAction(panels.actions()[-2], dock.toggleViewAction())
        return dock

    @cached_property
    def articles(self) -> ArticlesPanel:
        """The list of articles, made when it is first wanted."""
        from workbench.ui.articles.panel import ArticlesPanel

        panel = ArticlesPanel(self._theme)
        panel.setMinimumWidth(_NARROWEST)
        self._article_dock.setWidget(panel)
        self._article_dock.setWindowTitle(panel.title)
        panel.title_changed.connect(self._article_dock.setWindowTitle)
        return panel

    @cached_property
    def below(self) -> BelowTabs:
        """The tables below the article, made when they are first wanted."""
        from workbench.ui.annotations.tabs import BelowTabs

        tabs = BelowTabs(self._theme)
        self._below_dock.setWidget(tabs)
        self._below_dock.setTitleBarWidget(tabs.bar)
        return tabs

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """The panels around the article."""
        return self._article_dock, self._tag_dock, self._below_dock

    # --- what is shown -------------------------------------------------------

    def show_start(self) -> None:
        """Show how to begin: no project is open."""
        with self._giving_way.arranging():
            for dock in self.docks:
                dock.hide()
        self._giving_way.begin()
        self._tools.hide()
        self._pages.setCurrentWidget(self.start_page)

    def show_desk(self, state: str = "") -> None:
        """Show the panels where they were, with an empty centre until a project is there."""
        self._tools.show()
        whole = QByteArray.fromBase64(state.encode())
        with self._giving_way.arranging():
            for dock in self.docks:
                dock.show()
            if state:
                self._settled = True
                self.restoreState(whole, _LAYOUT_VERSION)
        self._giving_way.begin(whole if state else None)
        self._widen_soon()
        self._pages.setCurrentWidget(self.waiting)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the article, below what is told."""
        self._column.insertWidget(1, bar)

    def install(self, reading: QWidget, tags: QWidget) -> None:
        """Put the reading pane into the centre and the tag panel beside it."""
        self._add_page(reading)
        tags.setMinimumWidth(_NARROWEST_RIGHT)
        self._tag_dock.setWidget(tags)

    def show_reading(self, reading: QWidget) -> None:
        """Show the article."""
        self._add_page(reading)
        self._pages.setCurrentWidget(reading)

    def _add_page(self, page: QWidget) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)

    def clear_reading(self, reading: QWidget) -> None:
        """Take the article out again."""
        self._pages.removeWidget(reading)
        reading.deleteLater()

    def show_empty(self) -> None:
        """Say how articles come into a project that has none."""
        self._pages.setCurrentWidget(self.empty)

    def clear(self, reading: QWidget, tags: QWidget) -> None:
        """Take both out again: the project is closed."""
        self.clear_reading(reading)
        self._tag_dock.setWidget(QWidget())
        tags.deleteLater()

    def reset_panels(self) -> None:
        """Put every panel where it was on the first day."""
        with self._giving_way.arranging():
            self.restoreState(self._default_state, _LAYOUT_VERSION)
        self._giving_way.begin(self._default_state)

    def state(self) -> str:
        """Return where the panels are, to be remembered."""
        return self._giving_way.state().toBase64().toStdString()

    def geometry_(self) -> str:
        """Return size and place of the window, to be remembered."""
        return self.saveGeometry().toBase64().toStdString()

    def restore_geometry(self, geometry: str) -> None:
        """Take a remembered size and place."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def name_project(self, path: Path | None) -> None:
        """Name the project in the title."""
        self._project = path
        product = self.tr("Pizhu Workbench")
        self.setWindowTitle(f"{path.stem} — {product}" if path else product)

    # --- appearance ----------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, in every part."""
        self._theme = theme
        self.actions_.set_theme(theme)
        self._paint_dock_buttons()
        for part in (self.info, self.start_page, self.articles, self.below):
            part.set_theme(theme)

    def _paint_dock_buttons(self) -> None:
        """Draw the buttons of the panels in the theme's colours: Qt's own are drawn for light."""
        for name, icon in _DOCK_BUTTONS.items():
            drawn = themed_icon(icon, self._theme, "muted")
            for dock in (self._article_dock, self._tag_dock):
                button = dock.findChild(QAbstractButton, name)
                assert button is not None
                button.setIcon(drawn)

    def _retranslate(self) -> None:
        self.name_project(self._project)
        self.actions_.retranslate()
        self._article_dock.setWindowTitle(self.tr("Articles"))
        self._tag_dock.setWindowTitle(self.tr("Tags"))
        self._below_dock.setWindowTitle(self.tr("Tables"))
        self._tools.setWindowTitle(self.tr("Tool bar"))
        self.waiting.setText(self.tr("Opening the project…"))
        self.empty.setText(
            self.tr(
                "This project has no articles yet.\n"
                "Drop files or folders here, or choose File › Import articles."
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that a person moves the line between two panels."""
        held = QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if held and event.type() is QEvent.Type.Resize and isinstance(watched, QDockWidget):
            self._settled = True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panels their widths when there first is room for them."""
        super().resizeEvent(event)
        self._giving_way.fit()
        if event.oldSize().width() < _ROOMY:
            self._widen_soon()
        if self.width() >= _ROOMY:
            QTimer.singleShot(0, self, self._note_arrangement)  # once everything is laid out

    def _widen_soon(self) -> None:
        if not self._settled and self.width() >= _ROOMY:
            QTimer.singleShot(0, self, self._widen)  # once everything is laid out

    def _note_arrangement(self) -> None:
        if self.width() >= _ROOMY:
            self._giving_way.note()

    def _widen(self) -> None:
        sides = [dock for dock in (self._article_dock, self._tag_dock) if dock.isVisible()]
        if self._settled or self.width() < _ROOMY or not sides:
            return
        wanted = {self._article_dock: _LEFT, self._tag_dock: _RIGHT}
        widths = [max(dock.width(), wanted[dock]) for dock in sides]
        self.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        self._settled = True
        QTimer.singleShot(0, self, self._note_arrangement)

    # --- what comes from outside ---------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the dropped files."""
        event.acceptProposedAction()
        self.files_dropped.emit(_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask and tell before the window goes."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
