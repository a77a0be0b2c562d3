"""What another program has coded: show what would come, ask, tell what came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from workbench.ui.context import Context
from workbench.ui.dialogs.import_project import Coming, ImportProjectDialog
from workbench.ui.punctuation import listed, named

if TYPE_CHECKING:  # loaded when a coded project is read
    from workbench.app.project_files import ProjectSeen, TakenIn


class CodedFlow(QObject):
    """Ask whether a project that was read shall come, and tell what came of it.

    `accepted`: it shall; `declined`: it shall not. `imported` has the articles that are new.
    """

    accepted = Signal()
    declined = Signal()
    imported = Signal(list)

    def __init__(self, seen: ProjectSeen, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._seen = seen
        self._context = context
        self._dialog: ImportProjectDialog | None = None

    def begin(self) -> None:
        """Show what would come."""
        would, changes = self._seen.would, self._changes()
        is_new = bool(would.articles or would.annotations or would.coders or changes)
        coming = Coming(self._about(), self._counts(would), changes, self._remarks(would), is_new)
        self._dialog = ImportProjectDialog(coming, self._context.window)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def give_up(self) -> None:
        """Ask no more: the project closes."""
        if self._dialog is not None:
            self._dialog.finished.disconnect(self._on_finished)
            self._dialog.reject()
            self._dialog.deleteLater()
            self._dialog = None

    def _on_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        shall = result == QDialog.DialogCode.Accepted
        (self.accepted if shall else self.declined).emit()

    def tell(self, came: TakenIn) -> None:
        """Say what has come."""
        if came.articles:
            self.imported.emit(list(came.articles))
        counts = listed(named(name, told) for name, told in self._counts(came))
        told = self.tr("“{name}” is imported; undo takes it back.  {counts}")
        coming = Coming(self._about(), self._counts(came), self._changes(), self._remarks(came))
        window = self._context.window

        def show() -> None:
            dialog = ImportProjectDialog(coming, window, is_done=True)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        window.info.tell(
            told.format(name=self._seen.project.name, counts=counts), self.tr("Details…"), show
        )

    # --- words --------------------------------------------------------------------

    def _about(self) -> str:
        told = self.tr("“{name}”, a project coded in another program ({file})")
        return told.format(name=self._seen.project.name, file=self._seen.path.name)

    def _counts(self, came: TakenIn) -> Sequence[tuple[str, str]]:
        both = self.tr("{new} new, {there} here already")
        articles = both.format(new=f"{len(came.articles):,}", there=f"{came.articles_there:,}")
        marks = both.format(new=f"{came.annotations:,}", there=f"{came.annotations_there:,}")
        counts = [(self.tr("Articles"), articles), (self.tr("Annotations"), marks)]
        if came.coders:
            counts.append((self.tr("New coders"), listed(came.coders)))
        return counts

    def _changes(self) -> Sequence[str]:
        from workbench.app.codebook_words import difference_told

        messages = self._context.messages
        return [difference_told(each, messages) for each in self._seen.changes]

    def _remarks(self, came: TakenIn) -> Sequence[str]:
        from workbench.app.project_words import remark_told

        return [remark_told(each, self._context.messages) for each in came.remarks]
