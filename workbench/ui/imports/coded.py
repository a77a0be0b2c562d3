"""What another program has coded: show what would come, ask, tell what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from workbench.ui.context import Context
from workbench.ui.dialogs.import_project import Coming, ImportProjectDialog
from workbench.ui.holding import while_done
from workbench.ui.punctuation import listed, named

if TYPE_CHECKING:  # loaded when a coded project is read
    from workbench.app.project_files import ProjectSeen, TakenIn
    from workbench.app.session import Session
    from workbench.domain.codebook_differences import Difference


class CodedFlow(QObject):
    """Ask whether a project that was read shall come, and tell what came of it.

    `accepted`: it shall; `declined`: it shall not. `imported` has the articles that are new.
    """

    accepted = Signal()
    declined = Signal()
    imported = Signal(list)

    def __init__(
        self, seen: ProjectSeen, context: Context, session: Session, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._seen, self._session = seen, session
        self._words = _Words(seen.project.name, seen.path.name, seen.changes, context)
        self._context = context
        self._dialog: ImportProjectDialog | None = None

    def begin(self) -> None:
        """Show what would come."""
        would = self._seen.would
        coming = self._words.coming(would)
        is_new = bool(would.articles or would.annotations or would.coders or coming.changes)
        self._dialog = ImportProjectDialog(replace(coming, is_new=is_new), self._context.window)
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
        words, window = self._words, self._context.window  # the flow itself goes before they do

        def show() -> None:
            dialog = ImportProjectDialog(words.coming(came), window, is_done=True)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        window.info.tell(
            lambda: words.came(came),
            lambda: QCoreApplication.translate("CodedFlow", "Details…"),
            show,
            while_done(self._session, "take_in_project"),
        )


@dataclass(frozen=True)
class _Words:
    """What is told of a coded project, in the language that the interface has by then."""

    name: str
    file: str
    differences: Sequence[Difference]
    context: Context

    def came(self, came: TakenIn) -> str:
        counts = listed(named(name, told) for name, told in self._counts(came))
        told = QCoreApplication.translate(
            "CodedFlow", "“{name}” is imported; undo takes it back.  {counts}"
        )
        return told.format(name=self.name, counts=counts)

    def coming(self, came: TakenIn) -> Coming:
        return Coming(self._about(), self._counts(came), self._changes(), self._remarks(came))

    def _about(self) -> str:
        told = QCoreApplication.translate(
            "CodedFlow", "“{name}”, a project coded in another program ({file})"
        )
        return told.format(name=self.name, file=self.file)

    def _counts(self, came: TakenIn) -> Sequence[tuple[str, str]]:
        translate = QCoreApplication.translate
        both = translate("CodedFlow", "{new} new, {there} here already")
        articles = both.format(new=f"{len(came.articles):,}", there=f"{came.articles_there:,}")
        marks = both.format(new=f"{came.annotations:,}", there=f"{came.annotations_there:,}")
        counts = [
            (translate("CodedFlow", "Articles"), articles),
            (translate("CodedFlow", "Annotations"), marks),
        ]
        if came.coders:
            counts.append((translate("CodedFlow", "New coders"), listed(came.coders)))
        return counts

    def _changes(self) -> Sequence[str]:
        from workbench.app.codebook_words import difference_told

        messages = self.context.messages
        return [difference_told(each, messages) for each in self.differences]

    def _remarks(self, came: TakenIn) -> Sequence[str]:
        from workbench.app.project_words import remark_told

        return [remark_told(each, self.context.messages) for each in came.remarks]
