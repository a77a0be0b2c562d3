"""`workbench`, `workbench open` and `workbench tour`: what shows the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from workbench.cli.context import Context
from workbench.cli.errors import NoDisplay, WindowUnavailable


def show(context: Context) -> int:
    """Open the window."""
    arguments = context.arguments
    refuse_without_display(os.environ, sys.platform)
    project = getattr(arguments, "project", None)
    coder = getattr(arguments, "coder", None)
    return _with_qt(lambda: context.open_window(project, coder))


def tour(context: Context) -> int:
    """Drive the window through the main job and keep pictures of it."""
    return _with_qt(lambda: context.run_tour(context.arguments.folder))


def refuse_without_display(environment: Mapping[str, str], system: str) -> None:
    """Raise NoDisplay where Qt would end the program for want of a screen."""
    if system in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        raise NoDisplay


def _with_qt(start: Callable[[], int]) -> int:
    try:
        return start()
    except ImportError as error:
        if not (error.name or "").startswith("PySide6") and ".so" not in str(error):
            raise
        raise WindowUnavailable(detail=error) from error
