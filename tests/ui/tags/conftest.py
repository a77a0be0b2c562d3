"""Fixtures of the tag panel's tests: something to read, a window, and hands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.material import Material
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.theme import Theme

Modifier = Qt.KeyboardModifier


class Hands:
    """Type and click as a person does: keys go where the keyboard is."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def at(self) -> QWidget:
        """Return the widget that has the keyboard."""
        widget = self._application.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(self.at(), key, modifier)

    def type(self, text: str) -> None:
        """Type Latin letters by keys, everything else by an input method."""
        if text.isascii():
            QTest.keyClicks(self.at(), text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.at(), event)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click into the middle of a widget, or at a place in it."""
        where = place or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Modifier.NoModifier, where)


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    return Hands(qapp)


@pytest.fixture
def theme() -> Theme:
    return Theme("light")


@pytest.fixture
def material() -> Material:
    return Material()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QMainWindow]:
    """Give a function that shows a widget in an active window."""
    windows: list[QMainWindow] = []

    def shown(widget: QWidget) -> QMainWindow:
        window = QMainWindow()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(QPlainTextEdit())
        layout.addWidget(widget)
        window.setCentralWidget(page)
        window.resize(700, 800)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    return shown


@pytest.fixture
def make(
    material: Material, theme: Theme, show: Callable[[QWidget], QMainWindow]
) -> Callable[[str], AnnotationForm]:
    """Give a function that shows the form of a layer."""

    def made(layer: str) -> AnnotationForm:
        form = AnnotationForm(material.codebook.layer(layer), material, theme)
        form.set_passage(material.passage("德国外长说"), None)
        show(form)
        return form

    return made
