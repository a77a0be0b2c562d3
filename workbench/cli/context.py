"""What a command of the command line is given."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.app.messages import Messages
from workbench.app.settings import Folders, Preferences
from workbench.cli.console import Console

if TYPE_CHECKING:  # intake is loaded by the commands that import
    from workbench.app.importing import Allowed
    from workbench.app.session import Session

#: Opens the window on a project (None: the last one) for a coder; returns the exit code.
OpenWindow = Callable[[Path | None, str | None], int]
#: Drives the window, with pictures into a folder; returns the exit code.
RunTour = Callable[[Path], int]


@dataclass(frozen=True)
class Context:
    """The arguments, where to write, in which language, the user's folders, and the window."""

    arguments: Namespace
    console: Console
    messages: Messages
    folders: Folders
    open_window: OpenWindow
    run_tour: RunTour

    def say(self, key: str, **facts: object) -> None:
        """Write a line of the result in the user's language."""
        self.console.line(self.messages.text(key, **facts))

    def coder(self, wanted: str | None) -> str:
        """Return who works, as wanted or as usual, and say so to a person."""
        name = self.usual_coder() if wanted is None else wanted
        if not self.arguments.json:
            self.console.head(self.messages.text("as_coder", name=name))
        return name

    def opened(self, coder: str, *, read_only: bool) -> Session:
        """Open the project that is named, and say so if that brought it up to date."""
        from workbench.app.session import open_session

        session = open_session(
            self.arguments.project, coder, cache=self.folders.cache, read_only=read_only
        )
        if session.backup is not None:
            facts = {"path": session.path, "kept": session.backup}
            self.console.error(self.messages.text("project_updated", **facts))
        return session

    def allowed(self) -> Allowed:
        """Return how large files may be: as wanted, or as the settings say."""
        from workbench.app.importing import Allowed

        wanted: int | None = self.arguments.limit_mb
        return Allowed(self._settings().limit_megabytes if wanted is None else wanted)

    def usual_coder(self) -> str:
        """Return who codes: as the settings say, or the user of this machine."""
        from workbench.app.surroundings import user_name

        return self._settings().coder or user_name()

    def _settings(self) -> Preferences:
        from workbench.app.settings import Settings

        return Settings(self.folders.config / "settings.json").values
