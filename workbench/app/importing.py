"""Bring files that were looked at into a project: one undo step, and a report a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.app.commands import ImportArticles
from workbench.app.errors import Cancelled
from workbench.app.jobs import NoProgress, Progress
from workbench.app.reading import Changes, Decision, FileRead, Likeness, article_of, look, look_at
from workbench.app.session import Session
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.intake.choices import Choice, choices_made
from workbench.intake.read import as_lines
from workbench.intake.readers import PASTED_SUFFIX
from workbench.intake.sources import Source

__all__ = [
    "PASTED_SUFFIX",
    "Changes",
    "Decision",
    "Fate",
    "FileRead",
    "ImportReport",
    "Likeness",
    "Outcome",
    "Source",
    "article_of",
    "as_lines",
    "import_files",
    "look",
    "look_at",
    "would_import",
]

#: Calls its argument in the session's own thread, and returns when it is done. It raises
#: Cancelled where that cannot be any more, for the project is being closed.
InTurn = Callable[[Callable[[], None]], None]


class Fate(StrEnum):
    """What became of a file; `LEFT` was not reached before the end."""

    IMPORTED = "imported"
    LINKED = "linked"
    SKIPPED = "skipped"
    REFUSED = "refused"
    PASSED_OVER = "passed_over"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: which article, or the reason why not."""

    file: FileRead
    fate: Fate
    article: int | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True)
class ImportReport:
    """What became of every file, in their order.

    `cancelled`: the user ended it; `stopped`: why the project took no more.
    What was imported before stays, and is one undo step.
    """

    outcomes: tuple[Outcome, ...]
    cancelled: bool = False
    stopped: Refusal | None = None

    @property
    def ids(self) -> list[int]:
        """The new articles, in the order of their files."""
        return [each.article for each in self.outcomes if each.article is not None]

    def of(self, *fates: Fate) -> list[Outcome]:
        """Return the files that met one of these fates."""
        return [each for each in self.outcomes if each.fate in fates]


def import_files(
    session: Session,
    files: Sequence[FileRead],
    progress: Progress | None = None,
    in_turn: InTurn | None = None,
) -> ImportReport:
    """Read the files that shall come again, and import them as one undo step.

    Usable in any thread if `in_turn` is given. Nothing is raised for a single file; a cancel
    between two files keeps what is done.
    """
    watching = progress or NoProgress()
    outcomes = [_before(file) for file in files]
    waiting = [place for place, each in enumerate(outcomes) if each.fate is Fate.LEFT]
    articles: dict[int, NewArticle] = {}
    choices: list[Choice] = []
    for done, place in enumerate(waiting):
        if watching.cancelled:
            break
        watching.report(done, len(waiting), files[place].source.name)
        try:
            articles[place] = article_of(files[place])
            choices += choices_in(files[place], articles[place])
        except Refusal as refusal:
            outcomes[place] = replace(outcomes[place], fate=Fate.REFUSED, refusal=refusal)
    ids: list[int] = []

    def write() -> None:
        ids.extend(session.run(ImportArticles(tuple(articles.values()), tuple(choices))))

    try:
        if articles:
            (in_turn or _at_once)(write)
    except Cancelled:
        return ImportReport(tuple(outcomes), cancelled=True)
    for place, id_ in zip(articles, ids, strict=True):
        outcomes[place] = replace(outcomes[place], fate=Fate.IMPORTED, article=id_)
    watching.report(len(waiting), len(waiting), "")
    return ImportReport(tuple(outcomes), watching.cancelled)


def choices_in(file: FileRead, article: NewArticle) -> tuple[Choice, ...]:
    """Return what is to be remembered of a person's changes for the next article of the site."""
    return choices_made(article, file.changes.restored, file.changes.cut)


def _at_once(work: Callable[[], None]) -> None:
    work()


def _before(file: FileRead) -> Outcome:
    """Return what becomes of a file that is not read again, `LEFT` of one that is."""
    if file.passed_over:
        return Outcome(file, Fate.PASSED_OVER)
    if file.refusal is not None:
        return Outcome(file, Fate.REFUSED, refusal=file.refusal)
    return Outcome(file, Fate.LEFT if file.comes else Fate.SKIPPED)


def would_import(files: Sequence[FileRead]) -> ImportReport:
    """Return what importing the files would come to, with nothing done."""
    fates = {Decision.IMPORT: Fate.IMPORTED, Decision.LINK: Fate.LINKED}
    outcomes = [_before(file) for file in files]
    return ImportReport(
        tuple(
            replace(each, fate=fates[each.file.changes.decision])
            if each.fate is Fate.LEFT
            else each
            for each in outcomes
        )
    )
