"""Ask for the columns of each table among the files, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.app.tables import (
    Choose,
    Source,
    SourceReader,
    TableChoice,
    TableSeen,
    look_at_table,
    variables_of,
)
from workbench.ui.context import Context
from workbench.ui.dialogs.columns import ColumnsDialog


class AskColumns(QObject):
    """Show a dialog a table; when the last is closed, `done` says how each is to be read."""

    done = Signal(object)  # a Choose

    def __init__(
        self, seen: Sequence[TableSeen], session: Session, context: Context, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._waiting = list(seen)
        self._session = session
        self._context = context
        self._chosen: dict[tuple[Path, str], TableChoice | None] = {}
        self.dialog: ColumnsDialog | None = None

    def begin(self) -> None:
        """Ask for the next table, or say that all were asked for."""
        if not self._waiting:
            self.done.emit(self._choose())
            return
        seen = self._waiting.pop(0)
        language = self._context.appearance.language
        variables = [
            (each.key, each.label.told(language)) for each in variables_of(self._session.codebook)
        ]
        self.dialog = dialog = ColumnsDialog(seen.file, seen.guess, self._context.window, variables)
        dialog.sheet_wanted.connect(partial(self._show_sheet, seen.source, dialog))
        dialog.finished.connect(partial(self._take, seen.source, dialog))
        dialog.open()

    def give_up(self) -> None:
        """Close what is open, and say nothing: the project closes."""
        self.blockSignals(True)
        self._waiting = []
        if self.dialog is not None:
            self.dialog.reject()

    def _take(self, source: Source, dialog: ColumnsDialog, result: int) -> None:
        self.dialog = None
        codebook = self._session.codebook
        choice = TableChoice(dialog.chosen, dialog.sheet, codebook) if result else None
        self._chosen[source.path, source.member] = choice
        dialog.deleteLater()
        self.begin()

    def _show_sheet(self, source: Source, dialog: ColumnsDialog, sheet: str) -> None:
        codebook = self._session.codebook

        def work(_: Progress) -> TableSeen:
            with closing(SourceReader()) as reader:
                return look_at_table(source, reader, codebook, sheet)

        def show(seen: TableSeen) -> None:
            if self.dialog is dialog:
                dialog.show_table(seen.file, seen.guess)

        def fail(error: BaseException) -> None:
            if self.dialog is dialog:
                dialog.show_sheet_of_table()
                self._context.failed(error)

        name = self.tr("Reading")
        self._context.background.run(name, work, show, fail, owner=self._session)

    def _choose(self) -> Choose:
        chosen = dict(self._chosen)
        guess = TableChoice(codebook=self._session.codebook)
        return lambda source: chosen.get((source.path, source.member), guess)
