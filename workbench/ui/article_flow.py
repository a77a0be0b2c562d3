"""What is done with an article as a whole: its status, its details, its original."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from workbench.app.commands import (
    CorrectText,
    EditArticle,
    MoveBorders,
    SetArticleValues,
    SetStatus,
)
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.article import Status
from workbench.domain.codebook import Scope
from workbench.domain.values import Given
from workbench.ui.context import Context
from workbench.ui.field_lists import genres_in
from workbench.ui.punctuation import listed_apart, named
from workbench.ui.source import SessionSource
from workbench.ui.timekeeping import duration


class ArticleFlow:
    """Run the commands and open the dialogs."""

    statuses = tuple(Status)

    def __init__(
        self,
        context: Context,
        session: Session,
        source: SessionSource,
        go_to: Callable[[int, int], None],
    ) -> None:
        self._context = context
        self._session = session
        self._source = source
        self._go_to = go_to

    def set_status(self, article: int | None, status: Status) -> None:
        """Set the coder's status on an article; say so where one that is done is not complete."""
        if article is None:
            return

        def run() -> bool:
            self._session.run(SetStatus(article, status))
            return True

        if self._context.attempt(run) and status is Status.DONE:
            found = self._session.annotations(article)
            incomplete = [each.id for each in found if not each.complete]
            if incomplete:
                self._tell_incomplete(article, incomplete)

    def _tell_incomplete(self, article: int, incomplete: Sequence[int]) -> None:
        """Tell how many are still incomplete, as long as some are and the article is done."""
        info, articles = self._context.window.info, self._context.window.articles
        title = self._session.article(article).title

        def told() -> str:
            sentence = QCoreApplication.translate(
                "ArticleFlow", "“{title}” is done, with annotations that are incomplete: {count}."
            )
            return sentence.format(title=title, count=len(self._left(incomplete)))

        def holds() -> bool:
            now = articles.info(article)
            is_done = now is not None and now.status is Status.DONE
            return is_done and bool(self._left(incomplete))

        info.refuse(told, holds)
        info.offer(
            lambda: QCoreApplication.translate("ArticleFlow", "List them"),
            partial(self._list, article, incomplete),
        )

    def _left(self, incomplete: Sequence[int]) -> list[int]:
        """Return which of them are there and incomplete still."""
        table = self._context.window.below.annotations
        known = {each: table.annotation(each) for each in incomplete}
        others = [each for each, found in known.items() if found is None]
        here = [each for each in known.values() if each is not None]
        there = self._session.annotations_by_id(others) if others else []
        return [each.id for each in (*here, *there) if not each.complete]

    def _list(self, article: int, incomplete: Sequence[int]) -> None:
        """Go to the first of them, and list them in the table below."""
        *_, below = self._context.window.docks
        below.show()
        tabs = self._context.window.below
        tabs.show_page(tabs.annotations)
        for first in self._left(incomplete)[:1]:
            self._go_to(article, first)
        tabs.annotations.list_incomplete()

    def edit(self, article: int | None) -> None:
        """Edit the bibliography and the article variables."""
        if article is None:
            return
        from workbench.ui.dialogs.details import DetailsDialog

        info = self._session.article(article)
        layers = [
            each
            for each in self._session.codebook.layers
            if each.scope is Scope.ARTICLE and not each.retired
        ]
        coded = {
            each.layer: each.values
            for each in self._session.annotations(article)
            if each.span is None
        }
        appearance = self._context.appearance
        genres = genres_in(self._session.codebook, appearance.language)
        dialog = DetailsDialog(
            info,
            layers,
            coded,
            self._source,
            appearance.theme,
            self._context.window,
            genres,
            self._worked(article),
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._save(article, dialog.fields, dialog.values)

    def _worked(self, article: int) -> str:
        """Return how long each coder worked on an article, as far as it was counted."""
        seconds = self._session.seconds_on(article)
        return listed_apart(
            named(coder.name, duration(seconds[coder.id]))
            for coder in self._session.coders()
            if coder.id in seconds
        )

    def _save(
        self, article: int, fields: dict[str, str], values: dict[str, dict[str, Given]]
    ) -> None:
        run = self._session.run
        if fields:
            self._context.attempt(lambda: run(EditArticle(article, fields)))
        for layer, given in values.items():
            command = SetArticleValues(article, given, layer)
            self._context.attempt(partial(run, command))

    def correct(self, article: int | None) -> None:
        """Correct the text; annotations move along."""
        if article is None:
            return
        from workbench.app import correcting
        from workbench.ui.dialogs.correct import CorrectDialog

        session = self._session
        dialog = CorrectDialog(
            session.article(article).title,
            CorrectText(article, session.text(article)),
            partial(correcting.look_ahead, session, article),
            lambda: self._context.attempt(lambda: correcting.cleaned_anew(session, article)),
            self._context.appearance.theme,
            self._context.window,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._context.attempt(lambda: session.run(dialog.command))

    def place(self, annotation: Annotation | None) -> None:
        """Choose the passage of an annotation anew."""
        if annotation is None:
            return
        from workbench.app.correcting import likely_place
        from workbench.ui.dialogs.place import PlaceDialog

        text = self._session.text(annotation.article)
        guess = annotation.span or likely_place(text, annotation.quote)
        theme, window = self._context.appearance.theme, self._context.window
        dialog = PlaceDialog(annotation, text, guess, theme, window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.span:
            moved = MoveBorders(annotation.id, dialog.span.start, dialog.span.end)
            self._context.attempt(lambda: self._session.run(moved))

    def show_original(self, article: int | None) -> None:
        """Show the file as it came, with what was cut."""
        if article is None:
            return
        from workbench.app.drafts import comparison_in
        from workbench.ui.imports.original import OriginalDialog

        shown = comparison_in(self._session, article)
        title = self._session.article(article).title
        theme = self._context.appearance.theme
        OriginalDialog(title, shown, theme, self._context.window).exec()
