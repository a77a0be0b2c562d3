"""Start the window: the frame first, everything heavy behind it."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.app.settings import Folders, Settings, user_folders
from workbench.app.surroundings import Surroundings
from workbench.ui.appearance import Appearance
from workbench.ui.background import Background
from workbench.ui.collector import Collector
from workbench.ui.context import Context
from workbench.ui.desk import Desk
from workbench.ui.faults import Faults
from workbench.ui.first_sight import FirstSight
from workbench.ui.interrupts import Interrupts
from workbench.ui.main_window import MainWindow

if TYPE_CHECKING:  # it brings the store, which must not be loaded before the window shows
    from workbench.ui.coding import Coding

_STARTED = 4000  # milliseconds, after which the start is over on any machine of today
# How long another thread may keep the interpreter while the window wants it. A paint wants it many
# times over: with Python's 5 ms, two threads that work hard hold it up for a third of a second.
_SWITCH = 0.0005  # seconds


def run(project: Path | None = None, coder: str | None = None) -> int:
    """Open the window on `project` (None: the last one); return when it is closed."""
    sys.setswitchinterval(_SWITCH)
    folders = user_folders()
    settings = Settings(folders.config / "settings.json")
    appearance = build_application(settings.values.language, settings.values.theme)
    desk = show_window(appearance, settings, folders, project, coder)
    desk.opened.connect(_prepare)
    # What is loaded by then stays until the end: there is nothing in it to be collected.
    QTimer.singleShot(_STARTED, appearance.application, gc.freeze)
    faults = Faults(folders.log, desk.context)
    sys.excepthook = faults.handle
    # Who presses Ctrl+C has been asked: nothing under way is waited for.
    interrupts = Interrupts(desk.context.window, desk.context.background.end)
    code = appearance.application.exec()
    return interrupts.code or code


def _prepare(coding: Coding) -> None:
    """Load the dictionaries once the article is on the screen."""
    QTimer.singleShot(0, coding, coding.prepare)


def build_application(language: str, theme: str) -> Appearance:
    """Make Qt's application, in its language and its colours ("auto" follows the system)."""
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("pizhu-workbench")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("pizhu-workbench")
    application.setStyle("Fusion")
    Collector.of(application).start()
    return Appearance(application, language, theme)


def show_window(
    appearance: Appearance,
    settings: Settings,
    folders: Folders,
    project: Path | None = None,
    coder: str | None = None,
    surroundings: Surroundings | None = None,
) -> Desk:
    """Show the frame, and have the project opened as soon as it is on the screen."""
    window = MainWindow(appearance.theme)
    path = project or _last_project(settings)
    window.restore_geometry(settings.values.geometry)
    if path is None:
        window.show_start()
    else:
        window.show_desk(settings.values.state)
    window.name_project(path)
    around = surroundings or Surroundings()
    context = Context(window, appearance, settings, folders, Background(window), around)
    context.background.started.connect(window.strip.watch)
    desk = Desk(context, coder or settings.values.coder)
    FirstSight(window, lambda: desk.begin(path))
    window.show()
    return desk


def _last_project(settings: Settings) -> Path | None:
    last = settings.values.last_project
    return Path(last) if last and Path(last).is_file() else None
