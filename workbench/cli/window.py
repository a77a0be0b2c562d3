"""`workbench`, `workbench open` and `workbench tour`: what shows the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.cli.context import Context
from workbench.cli.errors import NoDisplay, WindowUnavailable


def show(context: Context) -> int:
    """Open the window."""
    arguments = context.arguments
    project: Path | None = getattr(arguments, "project", None)
    coder: str | None = getattr(arguments, "coder", None)
    if project is not None and not project.is_file():
        from workbench.app.projects import no_project_at

        raise no_project_at(project)
    refuse_without_display(os.environ, sys.platform)
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
