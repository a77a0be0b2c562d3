"""The codebook out into a file, and in from one, behind the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.ui.context import Context
from workbench.ui.dialogs.ask import ask_codebook, ask_codebook_target
from workbench.ui.dialogs.codebook_columns import CodebookColumnsDialog
from workbench.ui.dialogs.export_codebook import CodebookExport, ExportCodebookDialog, format_name
from workbench.ui.dialogs.import_codebook import COLUMNS, ImportCodebookDialog, Plan
from workbench.ui.holding import while_done
from workbench.ui.mnemonics import without_mnemonic
from workbench.ui.outside import open_outside
from workbench.ui.punctuation import named

if TYPE_CHECKING:  # loaded when a file is read
    from workbench.app.codebook_files import CodebookSeen, Noted


class CodebookFiles(QObject):
    """Ask for what is needed, work behind the window, and tell what came of it."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "export_codebook": self.ask_export,
            "import_codebook": self.ask_import,
        }

    # --- out -----------------------------------------------------------------

    def ask_export(self) -> None:
        """Ask for the format and the file."""
        language = "zh" if self._context.messages.language == "zh" else "en"
        dialog = ExportCodebookDialog(language, self._context.window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        chosen = dialog.chosen
        from workbench.app.codebook_formats import SUFFIXES

        name = f"{self._session.path.stem}-codebook.{SUFFIXES[chosen.kind]}"
        path = ask_codebook_target(self._context.window, self._session.path.with_name(name))
        if path is not None:
            self.export(path, chosen)

    def export(self, path: Path, chosen: CodebookExport) -> None:
        """Write the codebook; the result is told in the info bar."""
        session = self._session

        def work(_: Progress) -> Path:
            from workbench.app.codebook_files import export_codebook

            export_codebook(
                session.database, path, chosen.kind, language=chosen.language, overwrite=True
            )
            return path

        self._context.background.run(
            self.tr("Exporting the codebook"),
            work,
            self._exported,
            self._context.failed,
            owner=session,
            asks=True,
        )

    def _exported(self, path: Path) -> None:
        self._context.window.info.tell(
            lambda: self.tr("The codebook is in “{file}”.").format(file=path),
            lambda: self.tr("Open"),
            partial(open_outside, path),
        )

    # --- in ------------------------------------------------------------------

    def ask_import(self) -> None:
        """Ask for the file."""
        path = ask_codebook(self._context.window, self._session.path.parent)
        if path is not None:
            self.look(path)

    def look(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        """Read a file, a table by these columns, and work out what it would change."""
        session = self._session

        def work(_: Progress) -> CodebookSeen:
            from workbench.app.codebook_files import Choice, see_codebook

            choice = Choice(columns, exact=True) if columns is not None else None
            return see_codebook(session, path, choice=choice)

        self._context.background.run(
            self.tr("Reading the codebook"),
            work,
            self._ask,
            partial(self._unread, path),
            owner=session,
        )

    def _unread(self, path: Path, error: BaseException) -> None:
        from workbench.app.codebook_files import CodebookNamesUnknown

        if isinstance(error, CodebookNamesUnknown):
            self._ask_columns(path, {})
        else:
            self._context.failed(error)

    def _ask(self, seen: CodebookSeen) -> None:
        plans = {how: self._plan(seen, how) for how in ("add", "replace")}
        is_table = bool(seen.found.columns)
        dialog = ImportCodebookDialog(
            self._about(seen),
            plans,
            self._context.window,
            whole=seen.found.whole,
            is_table=is_table,
        )
        answer = dialog.exec()
        if answer == COLUMNS:
            fields = {column: field for field, column in seen.found.columns.items()}
            self._ask_columns(seen.path, fields)
        elif answer == QDialog.DialogCode.Accepted:
            self._import(seen, dialog.how)

    def _ask_columns(self, path: Path, fields: Mapping[str, str]) -> None:
        """Ask what the columns of a table hold, and look at it again."""
        from workbench.app.codebook_files import columns_of_codebook, offered_fields

        seen = self._context.attempt(lambda: columns_of_codebook(path))
        if seen is None:
            return
        offered = offered_fields(self._context.messages.language)
        known = fields or seen.fields
        dialog = CodebookColumnsDialog(seen.columns, known, offered, self._context.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.look(path, dialog.columns)

    def _about(self, seen: CodebookSeen) -> Sequence[str]:
        """Say what the file is, and what a person should know of it."""
        found = seen.found
        kind = without_mnemonic(format_name(found.format))
        lists = found.codebook.code_lists
        told = self.tr("{format}, code lists: {lists}, categories: {categories}").format(
            format=kind,
            lists=len(lists),
            categories=f"{sum(len(each.categories) for each in lists):,}",
        )
        from workbench.app.codebook_files import field_told

        language = self._context.messages.language
        columns = [
            f"{column} → {field_told(field, language)}" for field, column in found.columns.items()
        ]
        return (
            named(seen.path.name, told),
            *([named(self.tr("Columns"), " · ".join(columns))] if columns else []),
            *map(self._note, found.notes),
        )

    def _note(self, noted: Noted) -> str:
        return self._context.messages.text(f"found_{noted.note.value}", **noted.facts)

    def _plan(self, seen: CodebookSeen, how: str) -> Plan:
        from workbench.app.codebook_files import How
        from workbench.app.codebook_words import difference_told, warning_told

        way = seen.ways[How(how)]
        if way.refusal is not None:
            return Plan((), self._context.sentence(way.refusal))
        messages = self._context.messages
        doubts = [warning_told(each, messages) for each in way.warnings]
        return Plan([difference_told(each, messages) for each in way.changes], doubts=doubts)

    def _import(self, seen: CodebookSeen, how: str) -> None:
        from workbench.app.codebook_files import How, import_codebook

        def run() -> bool:
            import_codebook(self._session, seen.found, How(how))
            return True

        def told() -> str:
            sentence = self.tr("“{file}” is in the codebook. Undo takes it back.")
            return sentence.format(file=seen.path.name)

        if self._context.attempt(run):
            done = while_done(self._session, "replace_codebook")
            self._context.window.info.tell(told, holds=done)
