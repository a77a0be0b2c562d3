"""A person at the codebook editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands
from workbench.app.places import Place
from workbench.domain.codebook import Codebook
from workbench.ui.codebook.fields import Choose
from workbench.ui.codebook.form import EditForm
from workbench.ui.codebook.window import CodebookWindow
from workbench.ui.coding import Coding

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


def choose(box: QComboBox, value: str) -> None:
    """Choose an option by keys: the arrows open the list, Enter takes what is current."""
    assert box.findData(value) >= 0
    steps = box.findData(value) - box.currentIndex()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    for _ in range(abs(steps)):
        QTest.keyClick(box.view(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


class EditorHands:
    """Mouse and keyboard in the editor's window; it has been opened by its key."""

    def __init__(self, qtbot: QtBot, coding: Coding, hands: Hands) -> None:
        self._qtbot = qtbot
        self.coding = coding
        self._hands = hands
        coding.panels.pane.setFocus()
        hands.press(Qt.Key.Key_F5)
        self.activate()

    @property
    def window(self) -> CodebookWindow:
        """The editor."""
        window = self.coding.codebook.window
        assert window is not None
        return window

    @property
    def form(self) -> EditForm:
        """The form that is shown."""
        form = self.window.forms.form
        assert form is not None
        return form

    @property
    def codebook(self) -> Codebook:
        """The codebook as it is."""
        return self.coding.session.codebook

    def activate(self, window: QWidget | None = None) -> None:
        """Go to a window: the editor, unless another is named."""
        target = window or self.window
        target.activateWindow()
        self._qtbot.waitUntil(target.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        self._hands.press(key, modifier, QApplication.focusWidget() or self.window)

    def in_tree(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key in the tree."""
        self.window.tree.setFocus()
        self.press(key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is, over what is selected, and go on with Enter."""
        self._qtbot.keyClicks(QApplication.focusWidget(), text)
        self.press(Qt.Key.Key_Return)

    def click(self, place: Place, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Click a row of the tree; it is scrolled into view first."""
        tree = self.window.tree
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, modifier, self.point_of(place))
        self._hands.settle()

    def point_of(self, place: Place, share: float = 0.5) -> QPoint:
        """Return a point of a row in the tree, `share` of its height from its top."""
        tree = self.window.tree
        node = tree.rows.at(place)
        assert node is not None
        for above in node.above():
            tree.setExpanded(tree.rows.index_of(above), True)
        index = tree.rows.index_of(node)
        tree.scrollTo(index)
        row = tree.visualRect(index)
        return QPoint(row.left() + 50, row.top() + round(share * row.height()))

    def fill(self, name: str, text: str) -> None:
        """Write into a field of the form and leave it with Enter."""
        self.form.focus(name)
        self.type(text)

    def choose(self, name: str, value: str) -> None:
        """Choose one of the options of a field of the form, by keys."""
        field = self.form.entries[name].field
        assert isinstance(field, Choose)
        self.choose_in(field.box, value)

    def choose_in(self, box: QComboBox, value: str) -> None:
        """Choose an option of a box by keys."""
        choose(box, value)
        self.activate()  # no window manager gives it the keyboard again when the list closes
        self._hands.settle()

    def tick(self, name: str) -> None:
        """Check a box of the form, or uncheck it."""
        box = self.form.entries[name].field.focusProxy()
        assert box is not None
        box.setFocus()
        self.press(Qt.Key.Key_Space)


@pytest.fixture
def editor(qtbot: QtBot, coding: Coding, hands: Hands) -> EditorHands:
    """Give a person at the editor."""
    return EditorHands(qtbot, coding, hands)
