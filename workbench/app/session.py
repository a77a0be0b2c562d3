"""An open project and its coder: reading, running commands, undo and redo."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from workbench.app.codebook_queries import CodebookQueries
from workbench.app.commands.base import Command, Work
from workbench.app.commands.names import checked_name
from workbench.app.errors import ProjectUnfinished
from workbench.app.finding import CategoryFinder
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.memos import MemoQueries
from workbench.app.signal import Signal
from workbench.app.suggesting import Suggestions
from workbench.app.suggestions import suggesting_layers
from workbench.app.surroundings import Surroundings, owner
from workbench.app.words import Words
from workbench.domain.annotation import Annotation, Coder
from workbench.domain.article import ArticleInfo, Note, Original
from workbench.domain.changes import Changed, OperationInfo
from workbench.domain.codebook import Codebook
from workbench.domain.errors import Refusal
from workbench.domain.text import Segments
from workbench.store import annotations as annotation_rows
from workbench.store import articles as article_rows
from workbench.store import coders as coder_rows
from workbench.store import history
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.database import Database
from workbench.store.project import Operation, Project, open_project
from workbench.store.rejections import Rejection, rejections_of
from workbench.store.tables import CODEBOOK

R = TypeVar("R")
C = TypeVar("C", bound=Changed | None)

#: Tables whose change means that the codebook must be read again.
CODEBOOK_TABLES = ("setting", *(each.name for each in CODEBOOK), "codebook_version")


@dataclass
class Step:
    """An undo step made by several commands: the operation that they all belong to.

    `written` counts the commands whose work is kept.
    """

    operation: int | None = None
    written: int = 0


class Session(CodebookQueries, MemoQueries):
    """A project being worked on by one coder; used from one thread at a time.

    `changed` is emitted after each commit. `cache` is a folder for the
    segmentation dictionary.
    """

    def __init__(
        self, project: Project, coder: Coder, surroundings: Surroundings, cache: Path
    ) -> None:
        self.coder = coder
        self.changed: Signal[Changed] = Signal()
        self._project = project
        self._surroundings = surroundings
        with project.database.reading() as connection:
            self._stored = read_codebook(connection)
        self._texts: dict[int, Segments] = {}
        self._dates: dict[int, str] = {}
        self._named: dict[tuple[int, str], list[str]] = {}
        # Asking the store for it at each mark would be a tenth of the mark's cost.
        self._begun: set[int] = set()
        self.words = Words(self.text, self._stored.codebook, cache)
        self.finder = CategoryFinder(self._stored.codebook, self.words)
        self.suggestions = Suggestions(
            self.text, self.annotations, self.rejected, self.published, self._stored.codebook
        )

    # --- what is open --------------------------------------------------------

    @property
    def path(self) -> Path:
        """The project file."""
        return self._project.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._project.read_only

    @property
    def backup(self) -> Path | None:
        """Where the file is kept as it was, if opening it brought it up to date."""
        return self._project.backup

    @property
    def codebook(self) -> Codebook:
        """The codebook as it is now."""
        return self._stored.codebook

    @property
    def stored(self) -> StoredCodebook:
        """The codebook with the ids of its rows, for the rest of `app`."""
        return self._stored

    @property
    def database(self) -> Database:
        """The database, for long reading in the rest of `app`."""
        return self._project.database

    def close(self) -> None:
        """Close the project; the file is whole and alone afterwards."""
        self.words.close()
        self._project.close()

    # --- reading -------------------------------------------------------------

    def articles(self) -> list[ArticleInfo]:
        """Return every article in order, with this coder's status and counts."""
        with self.database.reading() as connection:
            return article_rows.list_articles(connection, self.coder.id)

    def published(self, article: int) -> str:
        """Return when an article was published, or raise NoSuchRow; asked for at each mark."""
        if article not in self._dates:
            self._dates[article] = self.article(article).published
        return self._dates[article]

    def article(self, article: int) -> ArticleInfo:
        """Return one article, or raise NoSuchRow."""
        with self.database.reading() as connection:
            return article_rows.article_info(connection, article, self.coder.id)

    def segments(self, article: int) -> Segments:
        """Return an article's text with its paragraphs and sentences, or raise NoSuchRow."""
        known = self._texts.get(article)
        if known is None:
            with self.database.reading() as connection:
                known = Segments(article_rows.text_of(connection, article))
            # A few articles are enough: one reads one at a time.
            if len(self._texts) >= 8:
                self._texts.pop(next(iter(self._texts)))
            self._texts[article] = known
        return known

    def text(self, article: int) -> str:
        """Return an article's canonical text, or raise NoSuchRow."""
        return self.segments(article).text

    def notes(self, article: int) -> list[Note]:
        """Return the footnotes and captions kept apart from an article's body."""
        with self.database.reading() as connection:
            return article_rows.notes_of(connection, article)

    def original(self, article: int) -> Original:
        """Return an article's bytes as they came, and what cleaning did."""
        with self.database.reading() as connection:
            return article_rows.original_of(connection, article)

    def annotations(
        self, article: int, *, all_coders: bool = False, progress: Progress | None = None
    ) -> list[Annotation]:
        """Return an article's annotations in text order: one's own, or everybody's.

        Raises:
            Cancelled: `progress` says so; it is asked between two parts.
        """
        coder = None if all_coders else self.coder.id
        go_on = partial(refuse_if_cancelled, progress or NoProgress())
        with self.database.reading() as connection:
            return annotation_rows.annotations_of(connection, self._stored, article, coder, go_on)

    def first_annotations(self, article: int, until: int) -> list[Annotation]:
        """Return one's own annotations that begin before `until`: what a book shows first."""
        with self.database.reading() as connection:
            return annotation_rows.annotations_up_to(
                connection, self._stored, article, self.coder.id, until
            )

    def annotations_by_id(self, ids: Iterable[int]) -> list[Annotation]:
        """Return those annotations among `ids` that exist, in text order."""
        with self.database.reading() as connection:
            return annotation_rows.annotations_by_id(connection, self._stored, ids)

    def rejected(self, article: int) -> set[Rejection]:
        """Return the suggestions that this coder has rejected in an article."""
        with self.database.reading() as connection:
            return rejections_of(connection, article, self.coder.id)

    def coders(self) -> list[Coder]:
        """Return every coder of the project."""
        with self.database.reading() as connection:
            return coder_rows.coders(connection)

    def named(self, article: int, code_list: str) -> list[str]:
        """Return the categories of a list that an article names, by first occurrence.

        Found once: of a book it is asked in a thread, before the window wants to show it.
        """
        place, known = (article, code_list), self._named  # another one once this is outdated
        if place not in known:
            known[place] = self.finder.named(self.text(article), code_list)
        return known[place]

    def read_ahead(self, article: int | None) -> None:
        """Read once what a window asks for first, so that it need not wait for it then.

        `article` is the one that it will show, None the first. The second reading of anything
        finds its statement compiled, its pages in memory, and the names of the codebook sorted.
        """
        with contextlib.suppress(Refusal):  # told where it is read to be shown
            known = [each.id for each in self.articles()]
            self.next_undo()
            if known:
                shown = article if article in known else known[0]
                self.article(shown)
                self.annotations(shown)
                self.notes(shown)
                self.find_named(shown)

    def find_named(self, article: int) -> None:
        """Find which categories an article names, of the lists that suggestions come from."""
        for layer in suggesting_layers(self.codebook):
            if layer.main and layer.main.code_list:
                self.named(article, layer.main.code_list)

    # --- writing -------------------------------------------------------------

    def run(self, command: Command[R], step: Step | None = None) -> R:
        """Carry out a command in one transaction, as one undo step.

        Commands that are given the same `step` make up one undo step together, whatever is done
        between them.

        Raises:
            OperationOver: the step was taken back since its last command.
            Refusal: it cannot be done; nothing was changed.
        """
        now = self._surroundings.now()
        ids, begun = self._project.ids, set(self._begun)
        with self._operation(command.kind, now, step or Step()) as (operation, coder):
            work = Work(operation, self._stored, ids, coder, now, self.text, begun)
            result = command.apply(work)
        if operation.changed is not None:
            self.coder = coder
        self._begun = begun
        if step is not None and operation.changed is not None:
            step.operation = operation.changed.operation
            step.written += 1
        self._after(operation.changed)
        return result

    @contextlib.contextmanager
    def _operation(self, kind: str, now: str, step: Step) -> Generator[tuple[Operation, Coder]]:
        """Begin or continue an operation, and say whose it is.

        The coder is entered at the first action, with it: who only looks, or is refused, is none
        of the project's coders.
        """
        if step.operation is not None:
            coder = self._known(now)
            with self._project.continued(step.operation) as operation:
                yield operation, coder
        elif self.coder.id or self.read_only:
            with self._project.operation(kind, self.coder.id, now) as operation:
                yield operation, self.coder
        else:
            with self._project.entering(kind, self.coder.name, now) as entered:
                yield entered

    def _known(self, now: str) -> Coder:
        """Return the coder; enter one who has come while an operation of another goes on."""
        if not self.coder.id:
            with self._project.operation("add_coder", None, now, undoable=False) as entry:
                ids, name = self._project.ids, self.coder.name
                self.coder = coder_rows.add_coder(entry.gate, ids, name, now)
                entry.facts["name"] = name
        return self.coder

    def undo(self) -> Changed:
        """Take back this coder's latest step, or raise NothingToUndo or HistoryConflict."""
        return self._after(self._project.undo(self.coder.id, self._surroundings.now()))

    def add_time(self, seconds: Mapping[tuple[int, str], int]) -> bool:
        """Add to the time worked on articles, each with its day; no undo step.

        False, and nothing is kept, where it cannot be written now, or the coder has done nothing
        here yet and is none of the project's.
        """
        if self.read_only or not self.coder.id:
            return False
        self._project.add_time(self.coder.id, seconds)
        return True

    def skip_undo(self) -> None:
        """Leave this coder's latest step as it is, so that undo reaches those before it.

        For a step that cannot be taken back since another coder has built on it.
        """
        self._project.skip_undo(self.coder.id, self._surroundings.now())

    def redo(self) -> Changed:
        """Repeat what was taken back last, or raise NothingToRedo or HistoryConflict."""
        return self._after(self._project.redo(self.coder.id, self._surroundings.now()))

    def travel(self, point: int) -> Changed:
        """Take back or repeat this coder's steps until just after a step of the history.

        Raises:
            NothingToUndo, HistoryConflict: nothing was changed.
        """
        return self._after(self._project.travel(self.coder.id, point, self._surroundings.now()))

    def steps_to(self, point: int) -> list[OperationInfo]:
        """Return the steps that going to a point would take back (done) or repeat (undone)."""
        return self._project.steps_to(self.coder.id, point)

    def next_undo(self) -> OperationInfo | None:
        """Return what undo would take back."""
        return self._project.next_undo(self.coder.id)

    def next_redo(self) -> OperationInfo | None:
        """Return what redo would repeat."""
        return self._project.next_redo(self.coder.id)

    def next_steps(self) -> tuple[OperationInfo | None, OperationInfo | None]:
        """Return what undo and what redo would do."""
        return self._project.next_steps(self.coder.id)

    def is_done(self, operation: int) -> bool:
        """Tell whether a step of the history is not taken back."""
        with self.database.reading() as connection:
            return history.is_done(connection, operation)

    def history(self, limit: int = 500) -> list[OperationInfo]:
        """Return the latest operations of every coder, newest first."""
        with self.database.reading() as connection:
            return history.operations(connection, limit)

    def become(self, name: str) -> Coder:
        """Go on as the coder of that name, who is entered at the first action."""
        self.coder = coder_of(self._project, name)
        self._begun.clear()
        return self.coder

    def _after(self, changed: C) -> C:
        """Bring what is kept in memory up to date and tell who listens."""
        if changed is not None:
            if changed.touches(*CODEBOOK_TABLES):
                self._read_codebook_again()
            if changed.touches("article_status"):
                self._begun.clear()
            if changed.touches("article"):
                self._texts.clear()
                self._dates.clear()
                self._named = {}
                self.words.forget(changed.ids("article"))
                self.suggestions.forget(changed.ids("article"))
            self.changed.emit(changed)
        return changed

    def _read_codebook_again(self) -> None:
        with self.database.reading() as connection:
            self._stored = read_codebook(connection)
        self.words.set_codebook(self._stored.codebook)
        self.finder.set_codebook(self._stored.codebook)
        self._named = {}
        self.suggestions.set_codebook(self._stored.codebook)


def coder_of(project: Project, name: str) -> Coder:
    """Return the coder of that name; one who has done nothing here yet has the id 0."""
    name = checked_name(name)
    with project.database.reading() as connection:
        return coder_rows.coder_named(connection, name) or Coder(0, "", name)


def open_session(
    path: Path,
    coder: str,
    *,
    cache: Path,
    read_only: bool = False,
    surroundings: Surroundings | None = None,
) -> Session:
    """Open a project as the coder of that name.

    Raises:
        Refusal: the file is no project, too new, damaged, read-only, or open elsewhere.
    """
    name = checked_name(coder)
    around = surroundings or Surroundings()
    project = open_project(
        path, around.ids(), owner(), around.schema / "migrations", read_only=read_only
    )
    with contextlib.ExitStack() as undo:
        undo.callback(project.close)
        if project.is_unfinished:
            raise ProjectUnfinished(path=path)
        session = Session(project, coder_of(project, name), around, cache)
        undo.pop_all()
    return session
