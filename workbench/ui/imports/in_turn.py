"""Have work of another thread done in the window's, which the session belongs to."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from workbench.app.errors import Cancelled

_LOOK = 0.02


class _Task:
    """One piece of work, and how it went."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.work = work
        self.error: BaseException | None = None
        self.done = Event()

    def run(self) -> None:
        try:
            self.work()
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self.error = error
        self.done.set()


class InTurn(QObject):
    """Run work between two events of the window; none any more once it has ended."""

    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_over = False
        self._came.connect(self._run)

    def _run(self, task: _Task) -> None:
        if self._is_over:
            task.error = Cancelled()
            task.done.set()
        else:
            task.run()

    def end(self) -> None:
        """Run nothing any more."""
        self._is_over = True

    def __call__(self, work: Callable[[], None]) -> None:
        """Have `work` run and wait for it, in another thread; Cancelled if it cannot be."""
        task = _Task(work)
        self._came.emit(task)
        while not task.done.wait(_LOOK):
            if self._is_over:
                raise Cancelled
        if task.error is not None:
            raise task.error
