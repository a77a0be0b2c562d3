"""Where the tour plays: a screen if there is none, and a home of its own for each window."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from workbench.app.settings import Folders, Settings
from workbench.app.surroundings import Surroundings
from workbench.ui.appearance import Appearance
from workbench.ui.application import build_application, show_window
from workbench.ui.tour.errors import NoChineseFont

if TYPE_CHECKING:
    from workbench.ui.coding import Coding
    from workbench.ui.desk import Desk

SIZE = QSize(1440, 900)
_HOMES = ("HOME", "USERPROFILE")
_BEGIN = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - the hour that a clock on this machine shows
_TICK = 250  # milliseconds between two looks at the clock


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to look at the window."""

    language: str
    theme: str

    @property
    def name(self) -> str:
        """Return the name that its pictures begin with."""
        return f"{self.language[:2]}-{self.theme}"


VARIANTS = tuple(
    Variant(language, theme) for language in ("en", "zh_CN") for theme in ("light", "dark")
)


def prepare_screen(folder: Path) -> None:
    """Have Qt draw into memory where there is no display; `folder` keeps what it must read."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen != "offscreen" and (chosen or _has_display()):
        return
    screen = {"name": "tour", "x": 0, "y": 0, "width": SIZE.width(), "height": SIZE.height()}
    numbers = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [{**screen, **numbers}]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def build_stage() -> Appearance:
    """Make Qt's application as the tour needs it, or raise NoChineseFont."""
    # The dialogs of the system take no keys from us.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    appearance = build_application("en", "light")
    appearance.application.setCursorFlashTime(0)
    appearance.application.setQuitOnLastWindowClosed(False)
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise NoChineseFont
    return appearance


@contextmanager
def window_in(variant: Variant, appearance: Appearance, home: Path) -> Generator[Desk]:
    """Show the window to someone who starts it for the first time, with `home` as home folder."""
    kept = {name: os.environ.get(name) for name in _HOMES}
    os.environ.update(dict.fromkeys(_HOMES, str(home)))
    appearance.choose_language(variant.language)
    appearance.choose_theme(variant.theme)
    desk = _show(appearance, home)
    try:
        yield desk
    finally:
        _close(desk)
        for name, value in kept.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _show(appearance: Appearance, home: Path) -> Desk:
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    clock = _ticking(int(_BEGIN.timestamp() * 1000))
    around = Surroundings(clock=clock, chance=random.Random(1).randbytes)  # noqa: S311 - no secret
    desk = show_window(appearance, settings, folders, surroundings=around)
    desk.opened.connect(prepare_words)
    window = desk.context.window
    window.setGeometry(window.screen().availableGeometry())
    window.resize(SIZE)
    window.activateWindow()
    return desk


def prepare_words(coding: Coding) -> None:
    """Load the dictionaries, as the program does once the article is on the screen."""
    coding.prepare()


def _ticking(moment: int) -> Callable[[], int]:
    def clock() -> int:
        nonlocal moment
        moment += _TICK
        return moment

    return clock


def _close(desk: Desk) -> None:
    window = desk.context.window
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            each.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
