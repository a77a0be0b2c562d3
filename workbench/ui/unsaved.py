"""Marks that could not be saved: shown as such, and saved once the file takes them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer

from workbench.app.commands import MarkSpan
from workbench.app.commands.errors import AlreadyMarked
from workbench.app.session import Session
from workbench.app.store_errors import NOT_WRITTEN, ProjectReadOnly
from workbench.domain.annotation import Annotation
from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.domain.values import Given, Scalar, Values
from workbench.ui.context import Context
from workbench.ui.reading.pane import ReadingPane
from workbench.ui.tags.labels import name_of


class Unsaved:
    """Keep marks that the file did not take, in the order of marking.

    In the text they look like incomplete ones; no annotation has an id below zero. Each further
    change that is saved has them tried again; `article` is the one that is open.
    """

    def __init__(
        self,
        context: Context,
        session: Session,
        pane: ReadingPane,
        article: Callable[[], int | None],
    ) -> None:
        self._context, self._session = context, session
        self._pane, self._article = pane, article
        self._marks: list[MarkSpan] = []
        self._refusal: Refusal | None = None
        self._trying = QTimer(pane, singleShot=True, interval=0)
        self._trying.timeout.connect(self.save)

    def __len__(self) -> int:
        return len(self._marks)

    def keep(self, command: MarkSpan, refusal: Refusal) -> bool:
        """Keep a mark, if the file just takes nothing now; else return False."""
        if not isinstance(refusal, NOT_WRITTEN):
            return False
        if command not in self._marks:
            self._marks.append(command)
        self._refusal = refusal
        self._show()
        return True

    def save_soon(self) -> None:
        """Try again: something was saved just now."""
        if self._marks:
            self._trying.start()

    def save(self) -> None:
        """Save what the file takes; say what is still to be done if it takes nothing yet."""
        self._trying.stop()
        shown = list(range(-len(self._marks), 0))
        while self._marks:
            try:
                self._session.run(self._marks[0])
            except AlreadyMarked:
                pass
            except Refusal as refusal:
                self._refusal = refusal
                break
            self._marks.pop(0)
        self._pane.patch([], shown)
        self._show()

    def end(self) -> None:
        """Try a last time: the project is closed."""
        if self._marks:
            self.save()

    def show_again(self) -> None:
        """Show them in the article that was opened just now."""
        if self._marks:
            self._paint()

    def _show(self) -> None:
        info = self._context.window.info
        if not self._marks or self._refusal is None:
            info.hide()
            return
        self._paint()
        info.refuse(partial(self._told, self._refusal), lambda: bool(self._marks))
        info.offer(lambda: QCoreApplication.translate("Unsaved", "Save now"), self.save)

    def _told(self, refusal: Refusal) -> str:
        told = QCoreApplication.translate(
            "Unsaved",
            "Not saved: {marks}. {why} Then save it here; you can go on coding meanwhile.",
        )
        return told.format(marks=self._named(), why=self._why(refusal))

    def _why(self, refusal: Refusal) -> str:
        """Return why, and what to do: a copy of the project would lack these marks."""
        if isinstance(refusal, ProjectReadOnly):
            return QCoreApplication.translate(
                "Unsaved",
                "The project file cannot be written to just now: make its disk or folder writable "
                "again.",
            )
        return self._context.sentence(refusal)

    def _named(self) -> str:
        """Return the latest mark in words, and how many others there are."""
        last = self._marks[-1]
        quote = self._session.text(last.article)[last.start : last.end]
        layer = name_of(self._session.codebook.layer(last.layer))
        one = QCoreApplication.translate("Unsaved", "“{quote}” ({layer})")
        told = one.format(quote=quote if len(quote) < 20 else quote[:19] + "…", layer=layer)
        if len(self._marks) == 1:
            return told
        more = QCoreApplication.translate("Unsaved", "{mark} and more: {count}")
        return more.format(mark=told, count=len(self._marks) - 1)

    def _paint(self) -> None:
        here = [
            self._shown(-place, mark)
            for place, mark in enumerate(self._marks, 1)
            if mark.article == self._article()
        ]
        self._pane.patch(here, [])

    def _shown(self, id_: int, mark: MarkSpan) -> Annotation:
        text = self._session.text(mark.article)
        return Annotation(
            id=id_,
            uid="",
            article=mark.article,
            coder=self._session.coder.id,
            layer=mark.layer,
            span=Span(mark.start, mark.end),
            quote=text[mark.start : mark.end],
            values=_values(mark.values),
            memo=QCoreApplication.translate("Unsaved", "not saved yet"),
            complete=False,
        )


def _values(given: Mapping[str, Given]) -> Values:
    """Return values as an annotation would hold them."""
    values: dict[str, tuple[Scalar, ...]] = {}
    for key, each in given.items():
        if isinstance(each, (str, int, float)):
            values[key] = (each,)
        elif each is not None:
            values[key] = tuple(each)
    return values
