"""Long work behind the window, its end and progress handed to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.app.jobs import Job, Progress

T = TypeVar("T")


class Running(QObject):
    """One piece of work under way; its signals arrive in the window's thread."""

    progressed = Signal(int, int, str)
    ended = Signal()
    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._on_done, self._on_failed = done, failed
        self._done.connect(self._finish)
        self._failed.connect(self._fail)
        self._job = Job[Any](
            work,
            done=self._done.emit,
            failed=self._failed.emit,
            progressed=self.progressed.emit,
        )

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def cancel(self) -> None:
        """Ask the work to end; it ends between two parts."""
        self._job.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread's end, without handing over its result; tell whether it came."""
        return self._job.wait(seconds)

    def _finish(self, result: object) -> None:
        self.ended.emit()
        self._on_done(result)

    def _fail(self, error: BaseException) -> None:
        self.ended.emit()
        self._on_failed(error)


class Background(QObject):
    """Start work, and know what is under way."""

    started = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: list[Running] = []

    def run(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Running:
        """Run `work` in a thread; `done` or `failed` is called in the window's thread."""
        running = Running(work, done, failed, self)
        self._running.append(running)
        running.ended.connect(self._on_ended)
        self.started.emit(running, name)
        running.start()
        return running

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def end(self, seconds: float = 10.0) -> None:
        """Ask everything to end and wait for it; results are not handed over any more."""
        for running in self._running:
            running.cancel()
        for running in self._running:
            running.blockSignals(True)
            running.wait(seconds)
        self._running.clear()

    def _on_ended(self) -> None:
        running = self.sender()
        self._running = [each for each in self._running if each is not running]
        running.deleteLater()
