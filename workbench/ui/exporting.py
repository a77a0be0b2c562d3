"""Export the dataset into a folder, behind the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.domain.expansion import has_groups
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import agree
from workbench.ui.dialogs.export import ExportDialog

# A table that every export has: by it an earlier export is known.
_MAIN_TABLE = "annotations.csv"


class ExportFlow(QObject):
    """Ask for a folder, ask before an earlier export is replaced, tell the result."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session

    def ask(self) -> None:
        """Ask where to export to, and how."""
        path, window = self._session.path, self._context.window
        lists = self._session.codebook.code_lists
        suggested = path.parent / f"{path.stem}-dataset"
        dialog = ExportDialog(suggested, window, with_groups=any(map(has_groups, lists)))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._export_to(target_in(dialog.folder, path.stem), expand=dialog.expand_groups)

    def _export_to(self, folder: Path, *, expand: bool) -> None:
        exists = (folder / _MAIN_TABLE).exists()
        if not exists or self._may_replace(folder):
            self.export(folder, overwrite=exists, expand_groups=expand)

    def _may_replace(self, folder: Path) -> bool:
        question = self.tr("“{folder}” holds an export already. Replace it?")
        told = question.format(folder=folder.name)
        return agree(self._context.window, told, self.tr("Replace"))

    def export(self, folder: Path, *, overwrite: bool = False, expand_groups: bool = False) -> None:
        """Export into `folder`; the result is told in the info bar."""
        session = self._session

        def work(progress: Progress) -> int:
            from workbench.app.exporting import ExportChoice, export_dataset

            # Labels do not follow the window: two coders must get the same bytes.
            report = export_dataset(
                session.database,
                folder,
                choice=ExportChoice(expand_groups=expand_groups),
                overwrite=overwrite,
                progress=progress,
            )
            return len(report.files)

        done, failed = partial(self._exported, folder), self._context.failed
        self._context.background.run(
            self.tr("Exporting"), work, done, failed, owner=session, asks=True
        )

    def _exported(self, folder: Path, tables: int) -> None:
        told = self.tr("The dataset is in “{folder}”: {tables} tables.")
        show = partial(_open, folder)
        self._context.window.info.tell(
            told.format(folder=folder, tables=tables), self.tr("Open folder"), show
        )


def target_in(chosen: Path, project: str) -> Path:
    """Return the chosen folder if it is empty or an earlier export, else one of its own in it."""
    if not chosen.exists() or not any(chosen.iterdir()) or (chosen / _MAIN_TABLE).exists():
        return chosen
    return chosen / f"{project}-dataset"


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
