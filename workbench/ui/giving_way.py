"""Panels that give way where the window is too small for them, and come back with the room."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStyle, QWidget

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BELOW = Qt.DockWidgetArea.BottomDockWidgetArea
_NARROWEST_CENTRE = 330
# What is left of the article beside a panel that was called for where there is no room.
_SLIT = 110
# In a lower window the tables below would leave only a few lines of the article.
_HIGH_ENOUGH = 480


class GivingWay(QObject):
    """Set panels aside, the first of `docks` first, and know what a person wants shown.

    A panel that is called for all the same is shown: then the others give way, and the article,
    until the keyboard goes back to it.
    """

    #: The keyboard is in a panel that gives way: it must not get lost there.
    left = Signal()

    def __init__(
        self, window: QMainWindow, centre: QWidget, docks: Sequence[QDockWidget], version: int
    ) -> None:
        super().__init__(window)
        self._window, self._centre, self._docks = window, centre, docks
        self._version = version
        self._aside: set[QDockWidget] = set()
        self._called: QDockWidget | None = None
        self._at_work = False
        #: The arrangement with room for all, and the panels that a person wanted in it.
        self._whole: tuple[QByteArray, set[QDockWidget]] | None = None
        #: How wide the panels beside the article were in it, and whether the window narrows them.
        self._widths: dict[QDockWidget, int] = {}
        self._squeezed = False
        for each in (centre, *docks):
            each.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit_all)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @contextmanager
    def arranging(self) -> Generator[None]:
        """Let the program show and hide panels: that is no wish of the person's."""
        before, self._at_work = self._at_work, True
        try:
            yield
        finally:
            self._at_work = before

    def begin(self, whole: QByteArray | None = None) -> None:
        """Begin with what is shown now; `whole` is the arrangement that was remembered."""
        self._aside.clear()
        self._called = None
        self._whole = (whole, self._wanted()) if whole else None
        self._widths, self._squeezed = {}, bool(whole)  # until there is room for it
        self.fit()
        self._soon.start()

    def state(self) -> QByteArray:
        """Return where the panels are for a person who has room for all of them."""
        is_less = bool(self._aside) or self._squeezed
        if is_less and self._whole and self._whole[1] == self._wanted():
            return self._whole[0]
        with self.arranging():
            for dock in self._aside:
                dock.show()
            state = self._window.saveState(self._version)
            for dock in self._aside:
                dock.hide()
        return state

    def note(self) -> None:
        """Note the arrangement, in which nothing is set aside or squeezed."""
        if not self._aside and not self._squeezed:
            self._whole = self._window.saveState(self._version), self._wanted()
            self._widths |= {dock: dock.width() for dock in self._beside()}

    # --- what has room -------------------------------------------------------

    def fit(self) -> None:
        """Set aside what has no room, and bring back what has it again."""
        wanted = self._wanted()
        staying = wanted - self._too_low()
        if self._fits(wanted) and staying == wanted:
            self._called = None
        staying |= {self._called} if self._called else set()
        for dock in self._docks:
            if self._fits(staying):
                break
            if dock is not self._called and not dock.isFloating():
                staying.discard(dock)
        fits = self._fits(staying)
        self._centre.setMinimumWidth(self._centre_needs() if fits else _SLIT)
        self._show_only(staying)

    def _fit_all(self) -> None:
        self.fit()
        self._fit_widths()

    def _fit_widths(self) -> None:
        """Give panels back what a narrower window took of their widths, as far as there is room."""
        room = self._centre.width() - self._centre_needs()
        lacking = {
            dock: self._widths[dock] - dock.width()
            for dock in self._beside()
            if dock.width() < self._widths.get(dock, 0)
        }
        if not self._widths:
            self._begin_widths(room)
        elif not lacking:
            self._squeezed = False
        elif room <= 0:
            self._squeezed = True
        elif self._squeezed:
            share = min(1.0, room / sum(lacking.values()))
            widths = [dock.width() + int(share * lack) for dock, lack in lacking.items()]
            self._window.resizeDocks(list(lacking), widths, Qt.Orientation.Horizontal)

    def _begin_widths(self, room: int) -> None:
        """Learn the widths of the arrangement that was remembered once there is room for it."""
        if room <= 0:
            return
        if self._squeezed:
            self._squeezed = False
            self._restore()
            self._soon.start()
        else:
            self.note()

    def _beside(self) -> list[QDockWidget]:
        return [
            dock
            for dock in self._docks
            if not dock.isHidden() and not dock.isFloating() and self._area(dock) in (_LEFT, _RIGHT)
        ]

    def _too_low(self) -> set[QDockWidget]:
        if self._window.height() >= _HIGH_ENOUGH:
            return set()
        below = (dock for dock in self._docks if self._area(dock) is _BELOW)
        return {dock for dock in below if not dock.isFloating()}

    def _show_only(self, staying: set[QDockWidget]) -> None:
        going = {dock for dock in self._docks if not dock.isHidden()} - staying
        coming = self._aside & staying
        with self.arranging():
            for dock in going:
                self._leave(dock)
                dock.hide()
            for dock in coming:
                dock.show()
        self._aside = (self._aside | going) - coming
        if coming and not self._aside:
            self._restore()

    def _restore(self) -> None:
        """Give panels that are all back the sizes that they had."""
        if self._whole and self._whole[1] == self._wanted():
            with self.arranging():
                self._window.restoreState(self._whole[0], self._version)

    def _leave(self, dock: QDockWidget) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and dock.isAncestorOf(focus):
            self.left.emit()

    def _wanted(self) -> set[QDockWidget]:
        return {dock for dock in self._docks if not dock.isHidden()} | self._aside

    def _fits(self, docks: set[QDockWidget]) -> bool:
        metric, window = QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, self._window
        line = window.style().pixelMetric(metric, None, window)  # the style sheet has its own
        least: dict[Qt.DockWidgetArea, int] = {}
        for dock in docks:
            if not dock.isFloating():
                area = self._area(dock)
                least[area] = max(least.get(area, 0), _least(dock) + line)
        # The tables lie below the article and what is left of it.
        middle = max(least.get(_LEFT, 0) + self._centre_needs(), least.get(_BELOW, 0) - line)
        return middle + least.get(_RIGHT, 0) <= window.width()

    def _centre_needs(self) -> int:
        layout = self._centre.layout()
        return max(_NARROWEST_CENTRE, layout.minimumSize().width() if layout else 0)

    def _area(self, dock: QDockWidget) -> Qt.DockWidgetArea:
        return self._window.dockWidgetArea(dock)

    # --- what a person does --------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn which panels a person calls for and closes, and what the centre needs."""
        kind = event.type()
        if kind in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._soon.start()
        if isinstance(watched, QDockWidget) and not self._at_work:
            if kind is QEvent.Type.ShowToParent:
                self._call(watched)
            elif kind is QEvent.Type.HideToParent:
                self._close(watched)
            elif kind is QEvent.Type.Resize and _is_held():
                self._squeezed = False
                self.note()
        return super().eventFilter(watched, event)

    def _call(self, dock: QDockWidget) -> None:
        self._aside.discard(dock)
        self._called = dock
        self._soon.start()

    def _close(self, dock: QDockWidget) -> None:
        """Put away what was called for where it has no room; close it where it has."""
        if dock is self._called:
            self._put_away(dock)
        elif not self._aside:
            self.note()
        self._soon.start()

    def _put_away(self, dock: QDockWidget) -> None:
        self._aside.add(dock)
        self._called = None

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Give the article its room back when the keyboard comes back from what was called for."""
        dock = self._called
        if dock is None or before is None or now is None or _is_held():
            return  # under a mouse that is held, nothing moves
        beside = self._area(dock) in (_LEFT, _RIGHT) and not dock.isFloating()
        back = dock.isAncestorOf(before) and self._centre.isAncestorOf(now)
        if beside and back and not self._fits({dock}):
            self._put_away(dock)
            with self.arranging():
                dock.hide()
            self._soon.start()


def _is_held() -> bool:
    return QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton


def _least(dock: QDockWidget) -> int:
    return max(dock.minimumSizeHint().width(), dock.minimumWidth())
