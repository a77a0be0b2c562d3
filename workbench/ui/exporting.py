"""Export the dataset into a folder, behind the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import agree
from workbench.ui.outside import open_outside

if TYPE_CHECKING:  # they bring much with them that the window's start does not need
    from workbench.app.exporting import ExportChoice, ExportReport


class ExportFlow(QObject):
    """Ask what, as what and where to; ask before an earlier export is replaced; tell the result.

    What was exported last is remembered for each project, and is exported again by one key.
    """

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "export": self.ask,
            "export_again": self.again,
        }

    def ask(self) -> None:
        """Ask what to export, as what, and where to."""
        from workbench.ui.exports.dialog import ExportDialog

        path = self._session.path
        folder, choice = self._last() or (path.parent / f"{path.stem}-dataset", None)
        dialog = ExportDialog(self._context, self._session, folder, choice or _whole())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._export_to(target_in(dialog.folder, path.stem), dialog.choice)

    def again(self) -> None:
        """Export what was exported last to where it was; ask where nothing was yet."""
        last = self._last()
        if last is None:
            self.ask()
            return
        folder, choice = last
        self.export(folder, overwrite=_is_dataset(folder), choice=choice)

    def _export_to(self, folder: Path, choice: ExportChoice) -> None:
        exists = _is_dataset(folder)
        if not exists or self._may_replace(folder):
            self.export(folder, overwrite=exists, choice=choice)

    def _may_replace(self, folder: Path) -> bool:
        question = self.tr("“{folder}” holds an export already. Replace it?")
        told = question.format(folder=folder.name)
        return agree(self._context.window, told, self.tr("Replace"))

    def export(
        self, folder: Path, *, overwrite: bool = False, choice: ExportChoice | None = None
    ) -> None:
        """Export into `folder`; the result is told in the info bar."""
        session = self._session
        # Labels do not follow the window: two coders must get the same bytes.
        chosen = choice or _whole()

        def work(progress: Progress) -> ExportReport:
            from workbench.app.exporting import export_dataset

            return export_dataset(
                session.database, folder, choice=chosen, overwrite=overwrite, progress=progress
            )

        done, failed = partial(self._exported, folder, chosen), self._context.failed
        self._context.background.run(
            self.tr("Exporting"), work, done, failed, owner=session, asks=True
        )

    def _exported(self, folder: Path, choice: ExportChoice, report: ExportReport) -> None:
        self._keep(folder, choice)

        def told() -> str:
            there = self.tr("The dataset is in “{folder}”: {tables} tables.")
            there = there.format(folder=folder, tables=len(report.files))
            if not report.losses:
                return there
            cut = sorted({each.file for each in report.losses})
            lost = self.tr("Long texts or labels were cut in {files}; README.txt says which.")
            return f"{there} {lost.format(files=_shortened(cut))}"

        self._context.window.info.tell(
            told, lambda: self.tr("Open folder"), partial(open_outside, folder)
        )

    # --- what was exported last ----------------------------------------------

    @property
    def _key(self) -> str:
        return str(self._session.path.resolve())

    def _keep(self, folder: Path, choice: ExportChoice) -> None:
        from workbench.app.exporting import choice_to_json

        settings = self._context.settings
        settings.values.exports[self._key] = [str(folder), choice_to_json(choice)]
        settings.save()

    def _last(self) -> tuple[Path, ExportChoice] | None:
        from workbench.app.exporting import choice_from_json

        match self._context.settings.values.exports.get(self._key):
            case [str(folder), str(choice)]:
                return Path(folder), choice_from_json(choice)
            case _:
                return None


def target_in(chosen: Path, project: str) -> Path:
    """Return the chosen folder if it is empty or an earlier export, else one of its own in it."""
    if not chosen.exists() or not any(chosen.iterdir()) or _is_dataset(chosen):
        return chosen
    return chosen / f"{project}-dataset"


def _whole() -> ExportChoice:
    from workbench.app.exporting import ExportChoice

    return ExportChoice()


def _is_dataset(folder: Path) -> bool:
    from workbench.app.exporting import is_dataset

    return is_dataset(folder)


def _shortened(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{', '.join(names[:3])} …"
