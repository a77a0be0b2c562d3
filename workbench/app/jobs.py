"""Long work: a plain function that reports its progress and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, Protocol, TypeVar

from workbench.app.errors import Cancelled

T = TypeVar("T")


class Progress(Protocol):
    """How long work says how far it is, and learns that it shall end."""

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        """Say that `done` of `total` parts are done, and which one is under way.

        `share`: how much of the work that is, where its parts take differently long (0 to 1).
        """
        ...

    @property
    def cancelled(self) -> bool:
        """Whether the user wants it to end."""
        ...


def share_of(done: int, total: int) -> float:
    """Return how much of the work is done, where its parts take equally long."""
    return done / total if total else 0.0


class NoProgress:
    """Progress that nobody watches."""

    cancelled = False

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        """Do nothing."""


def refuse_if_cancelled(progress: Progress) -> None:
    """Raise Cancelled if the user wants the work to end."""
    if progress.cancelled:
        raise Cancelled


class Job(Generic[T]):
    """A piece of long work in a thread of its own.

    The callbacks are called in that thread: a window passes them on to its own.
    """

    def __init__(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progressed: Callable[[int, int, str, float], None] | None = None,
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._progressed = progressed
        self._cancel = Event()
        self._thread = Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to end; it ends between two parts."""
        self._cancel.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; tell whether it came."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to end."""
        return self._cancel.is_set()

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        """Pass progress on."""
        if self._progressed is not None:
            known = share if share is not None else share_of(done, total)
            self._progressed(done, total, name, known)

    def _run(self) -> None:
        try:
            result = self._work(self)
        except BaseException as error:  # noqa: BLE001 - handed over, not swallowed
            self._failed(error)
        else:
            self._done(result)
