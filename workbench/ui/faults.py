"""What nobody caught: a refusal becomes its sentence, a fault a report."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

from workbench.app.reports import write_report
from workbench.domain.errors import Refusal
from workbench.ui.context import Context


class Faults:
    """Take the place of Python's own hook for exceptions."""

    def __init__(self, log: Path, context: Context) -> None:
        self._log = log
        self._context = context
        self._telling = False

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell the user, once at a time; keep the report in the log folder."""
        if issubclass(kind, KeyboardInterrupt):
            self._context.window.close()
        elif isinstance(error, Refusal):
            self._context.failed(error)
        else:
            self._confess(error.with_traceback(trace))

    def _confess(self, error: BaseException) -> None:
        path = write_report(error, self._log)
        report = path.read_text("utf-8") if path else "".join(traceback.format_exception(error))
        if self._telling:  # a fault while one is being told must not pile up dialogs
            return
        from workbench.ui.dialogs.crash import CrashDialog

        self._telling = True
        try:
            CrashDialog(report, self._context.window).exec()
        finally:
            self._telling = False
