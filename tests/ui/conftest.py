"""A window of its own for each test, on a copy of a project with the example articles."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from workbench.app.importing import import_files, look
from workbench.app.locations import resources_folder
from workbench.app.projects import new_project
from workbench.app.session import Session, open_session
from workbench.app.settings import Folders, Settings
from workbench.domain.text import Span
from workbench.ui.appearance import Appearance
from workbench.ui.application import build_application, show_window
from workbench.ui.coding import Coding
from workbench.ui.collector import Collector
from workbench.ui.desk import Desk
from workbench.ui.first_sight import FirstSight
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme

OpenDesk = Callable[..., Desk]
_PATIENCE = 30_000  # milliseconds
Meet = Callable[[type[QDialog], Callable[[Any], None]], list[QDialog]]


class PatientQtBot(QtBot):
    """Wait longer before giving up: on a busy machine a project takes seconds to open."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give the hands of a patient person."""
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def collector(qapp: QApplication) -> Iterator[Collector]:
    """Collect dead windows between the turns of the loop only, as the program does."""
    collector = Collector.of(qapp)
    collector.start()
    yield collector
    collector.stop()


@pytest.fixture(autouse=True)
def free_mouse(qapp: QApplication) -> None:
    """Release the mouse: a double click, or a press that opens a menu, leaves a button held.

    The next window would take it for a person who drags.
    """
    held = QGuiApplication.mouseButtons()
    for button in (each for each in Qt.MouseButton if each & held):
        QTest.mouseRelease(QWidget(), button)
    assert QGuiApplication.mouseButtons() is Qt.MouseButton.NoButton


@pytest.fixture(scope="session")
def resources() -> Path:
    """Give the folder of the program's data files."""
    return resources_folder()


@pytest.fixture(scope="session")
def examples(resources: Path) -> list[Path]:
    """Give the example articles, each a text with the usual mess around it."""
    return sorted((resources / "examples").glob("*.txt"))


@pytest.fixture(scope="session")
def light() -> Theme:
    """Give the light theme."""
    return Theme("light")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, examples: list[Path]) -> Path:
    """Give a closed project with the example articles; copy it, do not open it."""
    folder = tmp_path_factory.mktemp("template")
    path = folder / "template.workbench"
    new_project(path)
    session = open_session(path, "甲", cache=folder)
    import_files(session, look(examples))
    session.close()
    return path


@pytest.fixture
def project(template: Path, tmp_path: Path) -> Path:
    """Give a copy of the template."""
    return Path(shutil.copy(template, tmp_path / "试点.workbench"))


@pytest.fixture
def session(project: Path, tmp_path: Path) -> Iterator[Session]:
    """Give the copy, open, without a window."""
    session = open_session(project, "甲", cache=tmp_path)
    yield session
    session.close()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Give folders of the program's own."""
    return Folders(*(tmp_path / name for name in ("config", "cache", "data", "log")))


@pytest.fixture
def settings(folders: Folders) -> Settings:
    """Give settings of a coder who was here before."""
    settings = Settings(folders.config / "settings.json")
    settings.values.coder = "甲"
    return settings


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """Give an English, light appearance; afterwards Qt looks as it did."""
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    appearance = build_application("en", "light")
    yield appearance
    appearance.choose_language("en")
    appearance.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)
    QLocale.setDefault(QLocale.system())


@pytest.fixture
def chinese() -> Iterator[None]:
    """Speak Chinese for one test."""
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def open_desk(
    qtbot: QtBot, appearance: Appearance, settings: Settings, folders: Folders
) -> Iterator[OpenDesk]:
    """Give a function that shows the window, on a project if one is named."""
    desks: list[Desk] = []

    def opened(project: Path | None = None, coder: str | None = None) -> Desk:
        desk = show_window(appearance, settings, folders, project, coder)
        desks.append(desk)
        window = desk.context.window
        window.resize(1400, 880)
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.findChild(FirstSight) is None)  # it has begun
        if project is not None:
            qtbot.waitUntil(lambda: desk.coding is not None)
        return desk

    yield opened
    for desk in desks:
        desk.context.window.may_close = lambda: True
        desk.context.window.close()
        desk.context.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def desk(open_desk: OpenDesk, project: Path) -> Desk:
    """Give a window with the project open."""
    return open_desk(project)


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    """Give the window itself."""
    return desk.context.window


@pytest.fixture
def coding(desk: Desk) -> Coding:
    """Give what connects the panels."""
    assert desk.coding is not None
    return desk.coding


@pytest.fixture
def meet() -> Iterator[Meet]:
    """Give a function that acts on the next dialog of a kind, and lists it once it was met."""
    timers: list[QTimer] = []

    def meeting(kind: type[QDialog], act: Callable[[Any], None]) -> list[QDialog]:
        met: list[QDialog] = []
        timer = QTimer()
        timers.append(timer)

        def look() -> None:
            shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
            dialog = next((each for each in shown if each.isVisible()), None)
            if dialog is not None:
                timer.stop()
                met.append(dialog)
                try:
                    act(dialog)
                except BaseException:
                    dialog.reject()
                    raise

        timer.timeout.connect(look)
        timer.start(5)
        return met

    yield meeting
    for timer in timers:
        timer.stop()


def is_gone(widget: QWidget) -> bool:
    """Tell whether a window is closed, be it destroyed by now or not."""
    return not isValid(widget) or not widget.isVisible()


def has_keyboard(part: QWidget) -> bool:
    """Tell whether the keyboard is in a part of the window."""
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))


class Hands:
    """A person at the keyboard, in one window."""

    def __init__(self, qtbot: QtBot, coding: Coding) -> None:
        self._qtbot = qtbot
        self._coding = coding

    @property
    def text(self) -> str:
        """The text of the article that is open."""
        assert self._coding.article is not None
        return self._coding.session.text(self._coding.article)

    def select(self, words: str, occurrence: int = 0) -> Span:
        """Select the words in the article and put the keyboard there."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.text.index(words, start + 1)
        span = Span(start, start + len(words))
        self._coding.panels.pane.setFocus()
        self._coding.panels.pane.select_span(span)
        return span

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        """Press a key where the keyboard is."""
        target = widget or QApplication.focusWidget() or self._coding.context.window
        self._qtbot.keyClick(target, key, modifier)
        self.settle()

    def settle(self) -> None:
        """Let the window do what it puts off until a mark is painted."""
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self._qtbot.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def hands(qtbot: QtBot, coding: Coding) -> Hands:
    """Give the hands."""
    return Hands(qtbot, coding)
