"""A person's hands: real mouse and key events, given to windows as the system gives them."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)

from workbench.ui.tour.player import Act, Until

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton
_DRAG_STEPS = 6
_NOTCH = 120  # what one notch of a wheel tells
_MOST_TURNS = 40


class Covered(Exception):  # noqa: N818 - a fact about the window
    """Something else lies where the mouse would click."""


class Hands:
    """Click, drag, press keys and write; the window finds out by itself what is meant."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    # --- mouse ---------------------------------------------------------------

    async def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        """Click on a widget, in its middle or at a point of it."""
        place = widget.rect().center() if point is None else point
        await Until(f"{_name(widget)} is shown", widget.isVisible)
        await self.point(widget, place)
        window, at = _place(widget, place)
        await Act(lambda: QTest.mouseClick(window, _LEFT, _NONE, at))

    async def double_click(self, widget: QWidget, point: QPoint) -> None:
        """Click twice at a point of a widget."""
        await self.point(widget, point)
        window, at = _place(widget, point)
        await Act(lambda: QTest.mouseDClick(window, _LEFT, _NONE, at))

    async def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press at one point of a widget, move to the other, let go."""
        await self.point(widget, start)
        window, first = _place(widget, start)
        way = widget.mapTo(widget.window(), end) - first
        await Act(lambda: QTest.mousePress(window, _LEFT, _NONE, first))
        for step in range(1, _DRAG_STEPS + 1):
            here = first + way * (step / _DRAG_STEPS)
            await Act(lambda here=here: QTest.mouseMove(window, here))
        await Act(lambda: QTest.mouseRelease(window, _LEFT, _NONE, first + way))

    async def point(self, widget: QWidget, point: QPoint) -> None:
        """Move the mouse to a point of a widget."""
        window, at = _place(widget, point)
        # The system reports no move to where the mouse is already.
        await Act(lambda: QTest.mouseMove(window, at + QPoint(1, 0)))
        await Act(lambda: QTest.mouseMove(window, at))

    async def roll_to(self, area: QScrollArea, widget: QWidget) -> None:
        """Turn the wheel over a scroll area until a widget in it shows whole."""
        view = area.viewport()
        for _ in range(_MOST_TURNS):
            top = widget.mapTo(view, QPoint(0, 0)).y()
            if top >= 0 and top + widget.height() <= view.height():
                return
            down = top + widget.height() > view.height()
            await Act(lambda down=down: _roll(view, down=down))

    # --- keys ----------------------------------------------------------------

    async def press(self, key: Key, *, control: bool = False, shift: bool = False) -> None:
        """Press a key where the keyboard is."""
        await self._have_keyboard()
        modifiers = (_CONTROL if control else _NONE) | (_SHIFT if shift else _NONE)
        await Act(lambda: QTest.keyClick(_focused(), key, modifiers))

    async def type(self, text: str) -> None:
        """Type ASCII text, key by key."""
        await self._have_keyboard()
        for character in text:
            await Act(partial(_strike, character))

    async def write(self, text: str) -> None:
        """Write text of any script, as an input method hands it over."""
        await self._have_keyboard()
        await Act(lambda: _compose(text))

    async def replace(self, text: str) -> None:
        """Write over all that stands in the line that has the keyboard."""
        await self.press(Key.Key_A, control=True)
        await self.write(text)

    async def accept(self, dialog: QDialog) -> None:
        """Click on the button that accepts a dialog."""
        boxes = dialog.findChildren(QDialogButtonBox)
        buttons = [button for box in boxes for button in box.buttons() if _accepts(box, button)]
        await Until("the dialog can be accepted", lambda: any(map(_can_click, buttons)))
        await self.click(next(filter(_can_click, buttons)))

    async def _have_keyboard(self) -> None:
        """Do what a window manager does when a dialog is gone; without one, nobody does."""
        if not _window_has_keyboard():
            window = QApplication.activeModalWidget() or self._window
            await Act(window.activateWindow)
            await Until("a window has the keyboard", _window_has_keyboard)

    # --- menus ---------------------------------------------------------------

    async def open_menu(self, bar: QMenuBar, menu: QMenu) -> None:
        """Open a menu of the bar."""
        await self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        await Until(f"the menu {menu.title()} is open", menu.isVisible)

    async def choose(self, menu: QMenu, key: str) -> None:
        """Click on an action of an open menu."""
        action = next(each for each in menu.actions() if each.objectName() == key)
        await self.click(menu, menu.actionGeometry(action).center())


def _place(widget: QWidget, point: QPoint) -> tuple[QWindow, QPoint]:
    """Return the window and the point in it, or raise Covered."""
    window = widget.window()
    at = widget.mapTo(window, point)
    under = window.childAt(at) or window
    if under is not widget and not widget.isAncestorOf(under):
        raise Covered(f"{_name(under)} lies over {_name(widget)}")
    handle = window.windowHandle()
    assert handle is not None
    return handle, at


def _roll(view: QWidget, *, down: bool) -> None:
    """Turn the wheel by a notch; QTest knows no wheel."""
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -_NOTCH if down else _NOTCH),
        Qt.MouseButton.NoButton,
        _NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # not inverted
    )
    QApplication.sendEvent(view, event)


def _accepts(box: QDialogButtonBox, button: QAbstractButton) -> bool:
    return box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole


def _can_click(button: QAbstractButton) -> bool:
    return button.isVisible() and button.isEnabled()


def _window_has_keyboard() -> bool:
    # The stubs do not know that there may be none.
    return cast("QWindow | None", QGuiApplication.focusWindow()) is not None


def _focused() -> QWindow:
    # A menu takes the keyboard of the whole program without the focus.
    popup = QApplication.activePopupWidget()
    window = popup.windowHandle() if popup else QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window


def _strike(character: str) -> None:
    # The stubs know the key of a window as a number only.
    QTest.keyClick(_focused(), cast("Key", character))


def _compose(text: str) -> None:
    target = QGuiApplication.focusObject()
    assert target is not None, "nothing has the keyboard"
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(target, event)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or type(widget).__name__
