"""Versions of the codebook: freeze one, compare two, walk through what is to be reviewed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from workbench.app.codebook_queries import ToReview
from workbench.app.codebook_words import difference_told
from workbench.app.commands import FreezeCodebook, ReviewAnnotations
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.errors import Refusal
from workbench.ui.codebook.freezing import FreezeDialog, VersionsDialog
from workbench.ui.codebook.passages import PassageModel
from workbench.ui.codebook.reviewing import ReviewWindow
from workbench.ui.context import Context
from workbench.ui.punctuation import listed
from workbench.ui.tags.labels import name_of
from workbench.ui.theme import Theme


class Versions(QObject):
    """Run the dialogs; `go_to` shows an annotation in the coding window."""

    def __init__(
        self,
        context: Context,
        session: Session,
        go_to: Callable[[Annotation], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._go_to = context, session, go_to
        self.window: ReviewWindow | None = None
        self._why: dict[int, ToReview] = {}

    # --- freezing and comparing ----------------------------------------------

    def freeze(self, parent: QWidget) -> None:
        """Ask for a name and freeze the codebook under it."""
        dialog = FreezeDialog(parent)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            command = FreezeCodebook(dialog.name, dialog.note)
            if self._context.attempt(lambda: self._session.run(command)) is not None:
                told = QCoreApplication.translate("Versions", "Frozen: {name}")
                self._context.window.strip.hint(told.format(name=dialog.name))

    def show(self, parent: QWidget) -> None:
        """List the versions and what changed between them."""
        VersionsDialog(self._session.versions(), self._told, parent).exec()

    def _told(self, before: int, after: int | None) -> Sequence[str]:
        messages = self._context.messages
        found = self._session.differences(before, after)
        return [difference_told(each, messages) for each in found]

    # --- what is to be reviewed ----------------------------------------------

    def review(self) -> None:
        """Walk through the annotations whose rules have changed since they were made."""
        if self.window is None:
            self.window = self._made()
        self._fill()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.list.setFocus()

    def _made(self) -> ReviewWindow:
        titles = {info.id: info.title for info in self._session.articles()}
        passages = PassageModel((), self._session.text, titles)
        theme, parent = self._context.appearance.theme, self._context.window
        window = ReviewWindow(passages, self._reason, theme, parent)
        window.gone_to.connect(self._go_to)
        window.reviewed.connect(self._reviewed)
        return window

    def _fill(self) -> None:
        found = self._session.to_review()
        self._why = {each.annotation.id: each for each in found}
        if self.window is not None:
            self.window.show_again([each.annotation for each in found])

    def _reason(self, annotation: Annotation) -> str:
        """Return which rules have changed since which version."""
        found = self._why[annotation.id]
        versions = {each.id: each.name for each in self._session.versions()}
        told = QCoreApplication.translate("Versions", "Changed since “{version}”: {names}")
        names = listed(dict.fromkeys(map(self._name, found.places)))
        return told.format(version=versions.get(found.version, ""), names=names)

    def _name(self, place: str) -> str:
        codebook = self._session.codebook
        list_key, _, category = place.partition(":")
        if category:
            return name_of(codebook.code_list(list_key).category(category))
        layer, _, variable = place.partition(".")
        found = codebook.layer(layer)
        return name_of(found.variable(variable) if variable else found)

    def _reviewed(self, annotations: list[Annotation]) -> None:
        assert self.window is not None
        try:
            self._session.run(ReviewAnnotations(tuple(each.id for each in annotations)))
        except Refusal as refusal:
            self.window.refuse(self._context.sentence(refusal))
        else:
            self.window.take_out(annotations)

    def refresh(self) -> None:
        """Look anew for what is to be reviewed: the codebook, or a look, was changed."""
        if self.window is not None and self.window.isVisible():
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        if self.window is not None:
            self.window.set_theme(theme)

    def end(self) -> None:
        """Close the list: the project closes."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
