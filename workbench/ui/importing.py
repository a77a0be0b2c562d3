"""Bring articles in: read behind the window, look at what was read, import."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import ask_articles

if TYPE_CHECKING:  # intake is loaded when something is imported
    from workbench.app.importing import FileRead


class ImportFlow(QObject):
    """Ask for files, or take those that were dropped."""

    imported = Signal(list)

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        # Read or looked at now; what is dropped meanwhile waits its turn, so that no
        # preview comes upon another, and each sees what the one before it imported.
        self._current: list[Path] = []
        self._waiting: list[Path] = []
        self._is_over = False

    def ask(self) -> None:
        """Ask which files to import."""
        paths = ask_articles(self._context.window, self._session.path.parent)
        if paths:
            self.read(paths)

    def read(self, paths: Iterable[Path]) -> None:
        """Read files and folders behind the window, then show what was read."""
        if self._session.read_only:
            told = self.tr("This project is open read-only: no articles can be imported into it.")
            self._context.window.info.refuse(told)
            return
        known = {*self._current, *self._waiting}
        self._waiting += [path for path in dict.fromkeys(paths) if path not in known]
        self._read_next()

    def end(self) -> None:
        """Begin nothing any more: the project closes."""
        self._is_over = True

    def _read_next(self) -> None:
        if self._current or not self._waiting or self._is_over:
            return
        files, self._waiting = self._waiting, []
        self._current, session = files, self._session

        def work(progress: Progress) -> list[FileRead]:
            from workbench.app.importing import look

            return look(files, session, progress)

        self._context.background.run(
            self.tr("Reading"), work, self._show, self._not_read, owner=session, asks=True
        )

    def _not_read(self, error: BaseException) -> None:
        self._go_on()
        self._context.failed(error)

    def _show(self, files: list[FileRead]) -> None:
        from workbench.ui.dialogs.import_preview import ImportDialog

        dialog = ImportDialog(files, self._context.messages, self._context.window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if accepted and not self._is_over:
            self._bring_in(dialog.files)
        self._go_on()

    def _go_on(self) -> None:
        self._current = []
        self._read_next()

    def _bring_in(self, files: list[FileRead]) -> None:
        from workbench.app.importing import import_files

        report = self._context.attempt(lambda: import_files(self._session, files))
        if report is not None and report.ids:
            self.imported.emit(report.ids)
            told = self.tr("articles imported: {count}").format(count=len(report.ids))
            self._context.window.strip.showMessage(told, 6000)
