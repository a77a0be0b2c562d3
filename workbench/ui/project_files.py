"""The project out into a file of another program, behind the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from workbench.app.jobs import Progress
from workbench.app.project_formats import ProjectFormat
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import ask_codebook_target
from workbench.ui.outside import open_outside


class ProjectExport(QObject):
    """Ask for the file, write it, and tell what it cannot hold."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session

    def ask(self) -> None:
        """Ask for the file."""
        kind = ProjectFormat.QDPX
        suggested = self._session.path.with_suffix(f".{kind.value}")
        title = self.tr("Export for other programs")
        path = ask_codebook_target(self._context.window, suggested, title)
        if path is not None:
            self.export(path, kind)

    def export(self, path: Path, kind: ProjectFormat) -> None:
        """Write the project; the result is told in the info bar."""
        session = self._session

        def work(progress: Progress) -> Path:
            from workbench.app.project_export import export_project

            # Names do not follow the window: two coders must get the same bytes.
            export_project(session.database, path, kind, overwrite=True, progress=progress)
            return path

        self._context.background.run(
            self.tr("Exporting"),
            work,
            self._exported,
            self._context.failed,
            owner=session,
            asks=True,
        )

    def _exported(self, path: Path) -> None:
        def told() -> str:
            there = self.tr("The project is in “{file}”.").format(file=path)
            lost = self._context.messages.text("export_project", file=path.name)
            return f"{there}  {lost}"

        self._context.window.info.tell(
            told, lambda: self.tr("Open folder"), partial(open_outside, path.parent)
        )
