"""Bring articles in: read behind the window, look at what was read, import."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from workbench.app.importing import FileRead, import_files, read_files
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import ask_articles
from workbench.ui.dialogs.import_preview import ImportDialog

_SUFFIXES = (".txt", ".text", ".md")


class ImportFlow(QObject):
    """Ask for files, or take those that were dropped."""

    imported = Signal(list)

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session

    def ask(self) -> None:
        """Ask which files to import."""
        paths = ask_articles(self._context.window, self._session.path.parent)
        if paths:
            self.read(paths)

    def read(self, paths: Iterable[Path]) -> None:
        """Read files and folders behind the window, then show what was read."""
        files = [file for path in paths for file in _files_in(path)]
        session = self._session
        self._context.background.run(
            self.tr("Reading"),
            lambda progress: read_files(files, session, progress),
            self._show,
            self._context.failed,
        )

    def _show(self, files: list[FileRead]) -> None:
        dialog = ImportDialog(files, self._context.messages, self._context.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._bring_in(dialog.files)

    def _bring_in(self, files: list[FileRead]) -> None:
        ids = self._context.attempt(lambda: import_files(self._session, files))
        if ids:
            self.imported.emit(ids)
            told = self.tr("articles imported: {count}").format(count=len(ids))
            self._context.window.strip.showMessage(told, 6000)


def _files_in(path: Path) -> list[Path]:
    """Return the text files of a folder, or the file itself."""
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.suffix.casefold() in _SUFFIXES)
    return sorted(each for each in found if each.is_file()) or [path]
