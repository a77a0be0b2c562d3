"""Long work behind the window, its end and progress handed to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.app.jobs import Job, Progress

T = TypeVar("T")

_PATIENCE = 10.0
_BEAT = 500  # milliseconds


def _forget(_: object) -> None:
    """Let a result go that nobody needs to tidy up."""


@dataclass(frozen=True)
class About:
    """What the work is called (nothing: it is not shown), to what it belongs.

    `asks`: before the window ends such work, it asks.
    """

    name: str
    owner: object
    asks: bool


@dataclass(frozen=True)
class Ends:
    """What is called at the end: `abandon`, in any thread, with a result nobody takes any more."""

    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    abandon: Callable[[Any], None]


class Running(QObject):
    """One piece of work under way; its signals arrive in the window's thread."""

    progressed = Signal(int, int, str, float)
    ended = Signal()
    _arrived = Signal()

    def __init__(self, about: About, work: Callable[[Progress], Any], ends: Ends) -> None:
        super().__init__()
        self.about = about
        self._ends = ends
        # Between the two threads: whether anybody waits for the result, and the result.
        self._lock = Lock()
        self._wanted = True
        self._end: Callable[[], None] | None = None
        self._left: Callable[[], None] | None = None
        self._arrived.connect(self._finish)
        self._job = Job[Any](work, done=self._keep, failed=self._fail, progressed=self._report)

    def is_of(self, owner: object) -> bool:
        """Tell whether it belongs to `owner`; None stands for whatever there is."""
        return owner is None or self.about.owner is owner

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def cancel(self) -> None:
        """Ask the work to end; it ends between two parts."""
        self._job.cancel()

    def drop(self) -> None:
        """Ask the work to end, and take its result no more: whoever has it abandons it."""
        self._job.cancel()
        with self._lock:
            was_wanted, self._wanted = self._wanted, False
            left, self._left = self._left, None
        if left is not None:
            left()
        if was_wanted:
            self.ended.emit()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread's end, without handing over its result; tell whether it came."""
        return self._job.wait(seconds)

    # --- in the thread of the work -------------------------------------------

    def _report(self, done: int, total: int, name: str, share: float) -> None:
        with self._lock:
            if self._wanted:
                self.progressed.emit(done, total, name, share)

    def _keep(self, result: object) -> None:
        def end() -> None:
            self._ends.done(result)

        def abandon() -> None:
            self._ends.abandon(result)

        self._arrive(end, abandon)

    def _fail(self, error: BaseException) -> None:
        def end() -> None:
            self._ends.failed(error)

        self._arrive(end, lambda: None)

    def _arrive(self, end: Callable[[], None], left: Callable[[], None]) -> None:
        with self._lock:
            if self._wanted:
                self._end, self._left = end, left
                self._arrived.emit()
                return
        left()

    # --- in the window's thread ----------------------------------------------

    def _finish(self) -> None:
        with self._lock:
            is_wanted, self._wanted = self._wanted, False
            end, self._left = self._end, None
        if is_wanted and end is not None:
            self.ended.emit()
            end()


class Background(QObject):
    """Start work, and know what is under way."""

    started = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: list[Running] = []
        # Dropped, and perhaps not at their end yet.
        self._dropped: list[Running] = []
        # Has the window's loop come round though nobody touches it: what the work leaves behind
        # in memory is collected there.
        self._beat = QTimer(self, interval=_BEAT)

    def run(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        abandon: Callable[[T], None] = _forget,
        owner: object = None,
        asks: bool = False,
    ) -> Running:
        """Run `work` in a thread; `done` or `failed` is called in the window's thread.

        `abandon` gets a result that comes too late, in whichever thread has it.
        Work with an `owner` can be ended together; work without a name is not shown;
        work that `asks` is not ended without the leave of whoever closes the window.
        """
        running = Running(About(name, owner, asks), work, Ends(done, failed, abandon))
        running.setParent(self)
        self._running.append(running)
        running.ended.connect(self._on_ended)
        if name:
            self.started.emit(running, name)
        self._beat.start()
        running.start()
        return running

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    @property
    def under_way(self) -> list[str]:
        """The names of what is under way, the oldest first."""
        return [each.about.name for each in self._running if each.about.name]

    def asking(self, owner: object = None) -> list[str]:
        """Return the names of the work (of `owner`, if given) that must not end unasked."""
        return [each.about.name for each in self._running if each.about.asks and each.is_of(owner)]

    def end(self, owner: object = None, seconds: float = _PATIENCE) -> None:
        """Ask all work (of `owner`, if given) to end and wait for it; its results are dropped."""
        for running in list(self._running):
            if running.is_of(owner):
                running.drop()
        for running in self._dropped:
            if running.is_of(owner):
                running.wait(seconds)
        self._dropped = [each for each in self._dropped if not each.wait(0)]

    def _on_ended(self) -> None:
        running = self.sender()
        assert isinstance(running, Running)
        self._running.remove(running)
        if not self._running:
            self._beat.stop()
        self._dropped = [each for each in self._dropped if not each.wait(0)]
        self._dropped.append(running)
        running.deleteLater()
