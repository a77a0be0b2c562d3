"""Run one command line: parse it, carry it out, and turn whatever happens into an exit code."""

from __future__ import annotations

import contextlib
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from workbench.app.messages import Messages, system_language
from workbench.app.reports import write_report
from workbench.app.settings import Folders, user_folders
from workbench.cli.arguments import language_wanted, parse
from workbench.cli.console import Console
from workbench.cli.context import Context, OpenWindow, RunTour
from workbench.cli.errors import SystemRefused, WrongUsage
from workbench.domain.errors import Refusal

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130  # as the shell says it of a program that Ctrl+C ended
READER_GONE = 141  # and of one whose reader went away

# Each module is loaded for its own command only: opening the window must not wait for the store.
_COMMANDS = {
    None: "window:show",
    "open": "window:show",
    "tour": "window:tour",
    "new": "projects:new",
    "info": "projects:info",
    "check": "projects:check",
    "import": "articles:import_articles",
    "clean": "articles:clean",
    "export": "dataset:export",
    "forecasts": "forecasts:forecasts",
    "codebook": "codebook:codebook",
}


def run(
    arguments: Sequence[str],
    open_window: OpenWindow,
    run_tour: RunTour,
    folders: Folders | None = None,
) -> int:
    """Carry out one command line and return its exit code; never raises."""
    console = Console(sys.stdout, sys.stderr)
    messages = Messages(language_wanted(arguments) or system_language())
    around = folders or user_folders()
    outcome = _Outcome(console, messages, around, wants_json="--json" in arguments)
    with outcome.told():
        parsed = parse(arguments, messages)
        outcome.project = getattr(parsed, "project", None)
        context = Context(parsed, console, messages, around, open_window, run_tour)
        outcome.code = _command(parsed)(context)
    with outcome.told():
        console.flush()
    return outcome.code


def _command(parsed: Namespace) -> Callable[[Context], int]:
    module, _, name = _COMMANDS[parsed.command].partition(":")
    return getattr(import_module(f"workbench.cli.{module}"), name)


def _damage_of(project: Path | None) -> Refusal | None:
    """Return what is wrong with the project that a command stumbled over, None if nothing is.

    A damaged file can hold what nobody thought of; that is no fault of the program.
    """
    if project is None or not project.is_file():
        return None
    from workbench.app.checking import damage_of

    with contextlib.suppress(Exception):
        return damage_of(project)
    return None


class _Outcome:
    """The exit code, and the sentence that goes with it."""

    def __init__(
        self, console: Console, messages: Messages, folders: Folders, *, wants_json: bool
    ) -> None:
        self.code = DONE
        self.project: Path | None = None
        self._console = console
        self._messages = messages
        self._folders = folders
        self._wants_json = wants_json

    @contextmanager
    def told(self) -> Generator[None]:
        """Turn every exception into a sentence and an exit code."""
        try:
            yield
        except SystemExit as leaving:  # argparse has given help or the version
            self.code = int(leaving.code or DONE)
        except WrongUsage as error:
            self.code = WRONG_USAGE
            self._say(f"{error.usage}\nworkbench: {error}")
        except Refusal as refusal:
            self._refuse(refusal)
        except KeyboardInterrupt:
            self.code = INTERRUPTED
            self._say(self._messages.text("interrupted"))
        except BrokenPipeError:
            self.code = READER_GONE
            self._console.abandon()
        except OSError as error:
            detail = ": ".join(filter(None, (error.strerror or str(error), error.filename)))
            self._refuse(SystemRefused(detail=detail))
            self._console.abandon()
        except Exception as error:  # noqa: BLE001 - told to the user, kept in a report
            self.code = REFUSED
            self._confess(error)

    def _refuse(self, refusal: Refusal) -> None:
        self.code = REFUSED
        sentence = self._messages.error(refusal)
        if self._wants_json:
            with contextlib.suppress(OSError):
                self._console.json(
                    {"error": {"kind": type(refusal).__name__, "sentence": sentence}}
                )
        self._say(f"workbench: {sentence}")

    def _confess(self, error: Exception) -> None:
        damage = _damage_of(self.project)
        if damage is not None:
            self._refuse(damage)
            return
        report = write_report(error, self._folders.log)
        key = "defect" if report else "defect_unreported"
        sentence = self._messages.text(key, kind=type(error).__name__, path=report)
        self._say(f"workbench: {sentence}")

    def _say(self, sentence: str) -> None:
        try:
            self._console.error(sentence)
        except OSError:  # neither stream can be written to: the exit code has to do
            self._console.abandon()
