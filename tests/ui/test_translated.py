from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from workbench.ui.translated import Translated


class Named(Translated, QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.named = 0

    def _retranslate(self) -> None:
        self.named += 1


def test_a_language_names_anew_and_nothing_else_does(qtbot: QtBot) -> None:
    widget = Named()
    qtbot.addWidget(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert widget.named == 1
    QApplication.sendEvent(widget, QEvent(QEvent.Type.FontChange))
    assert widget.named == 1
