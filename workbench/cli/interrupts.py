"""Ctrl+C during long work: end between two parts, and keep what is done."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType
from typing import Any, Self

from workbench.app.jobs import Progress


class SoftProgress:
    """Progress that the first Ctrl+C cancels; the second one ends the program at once."""

    def __init__(self, progress: Progress) -> None:
        self.cancelled = False
        self._progress = progress
        self._before: Any = None

    def __enter__(self) -> Self:
        """Take Ctrl+C over, where the program's first thread does the work."""
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give it back."""
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self.cancelled:
            raise KeyboardInterrupt
        self.cancelled = True

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        """Pass progress on."""
        self._progress.report(done, total, name, share)
