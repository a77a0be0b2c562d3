"""Bring files into a project: in batches, as one undo step, with a report a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from workbench.app.batches import Batches, Coming
from workbench.app.commands.articles import checked_values_of, refuse_unfit
from workbench.app.errors import Cancelled, DiskFullWhileImporting
from workbench.app.import_report import (
    Fate,
    ImportReport,
    Outcome,
    before_reading,
    would_import,
)
from workbench.app.jobs import NoProgress, Progress
from workbench.app.reading import (
    USUAL,
    Allowed,
    Changes,
    Decision,
    FileRead,
    InTurn,
    Likeness,
    Looker,
    article_of,
    fingerprint_now,
    look,
    look_at,
    refusal_of,
    sources_of,
)
from workbench.app.session import Session
from workbench.app.timing import shares_done
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.intake.choices import Choice, choices_made
from workbench.intake.inside import Choose
from workbench.intake.read import as_lines
from workbench.intake.readers import PASTED_SUFFIX
from workbench.intake.sources import Source, SourceReader
from workbench.store.articles import text_of
from workbench.store.errors import DiskFull

__all__ = [
    "PASTED_SUFFIX",
    "USUAL",
    "Allowed",
    "Changes",
    "Decision",
    "Fate",
    "FileRead",
    "ImportReport",
    "InTurn",
    "Likeness",
    "Outcome",
    "Source",
    "article_of",
    "as_lines",
    "choices_in",
    "import_files",
    "import_paths",
    "look",
    "look_at",
    "treated",
    "would_import",
]


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
    run = _Run(session, progress, in_turn, [each.source for each in files])
    run.outcomes = [before_reading(file) for file in files]
    with closing(SourceReader()) as reader:
        for place, file in enumerate(files):
            if run.is_over(place):
                break
            if run.outcomes[place].fate is Fate.LEFT or run.lost_its_twin(place):
                run.bring_in(place, lambda file=file: article_of(file, reader))
        run.bring_in_widows(reader)
    return run.report()


def import_paths(
    session: Session,
    paths: Iterable[Path],
    progress: Progress | None = None,
    duplicates: Decision = Decision.SKIP,
    choose: Choose | None = None,
    allowed: Allowed = USUAL,
) -> ImportReport:
    """Look at files and import them in one go, duplicates as told: for whom nobody decides.

    `choose`: how a table is to be read, guessed where it is not given; `allowed`: how large
    the files may be.

    Nothing is raised for a single file; a cancel between two files keeps what is done.
    """
    sources = sources_of(paths, session, choose, allowed)
    run = _Run(session, progress, None, sources)
    run.outcomes = [Outcome(FileRead(source), Fate.LEFT) for source in sources]
    with closing(SourceReader()) as reader:
        looker = Looker(session, reader, run.title_of, run.text_of)
        looker.begin(NoProgress(), _at_once)
        for place, source in enumerate(sources):
            if run.is_over(place):
                break
            file, article = looker.see(source)
            file = treated(file, duplicates)
            run.outcomes[place] = before_reading(file)
            if article is None or not file.comes:
                continue
            run.bring_in(place, lambda article=article: article)
            if run.outcomes[place].fate is Fate.LEFT:
                looker.remember(place, file)
        run.bring_in_widows(reader)
    return run.report()


class _Run:
    """One import under way: what became of each file so far."""

    def __init__(
        self,
        session: Session,
        progress: Progress | None,
        in_turn: InTurn | None,
        sources: Sequence[Source],
    ) -> None:
        self.outcomes: list[Outcome] = []
        self._session = session
        self._progress = progress or NoProgress()
        self._batches = Batches(session, in_turn or _at_once)
        self._sources = sources
        self._shares = shares_done(each.size for each in sources)
        self._cancelled = False
        self._stopped: Refusal | None = None

    def is_over(self, place: int) -> bool:
        """Tell whether the import ends before the file at `place`; else say that it is next."""
        ends = self._ends()
        if not ends:
            name = self._sources[place].name
            self._progress.report(place, len(self._sources), name, self._shares[place])
        return ends

    def _ends(self) -> bool:
        self._cancelled = self._cancelled or self._progress.cancelled
        return self._cancelled or self._stopped is not None

    def lost_its_twin(self, place: int) -> bool:
        """Tell whether a file was left out for one that was refused then."""
        outcome = self.outcomes[place]
        like = outcome.file.duplicate_of
        if outcome.fate is not Fate.SKIPPED or like is None or like.file is None:
            return False
        return self.outcomes[like.file].fate is Fate.REFUSED

    def bring_in_widows(self, reader: SourceReader) -> None:
        """Bring in what was left out for files that could not be written in the end."""
        self._write(self._batches.flush)
        for place in range(len(self.outcomes)):
            if self.lost_its_twin(place) and not self._ends():
                file = self.outcomes[place].file
                self.bring_in(place, lambda file=file: article_of(file, reader))

    def bring_in(self, place: int, read: Callable[[], NewArticle]) -> None:
        """Read a file, and write it with others before long."""
        file = self.outcomes[place].file
        try:
            article = read()
            refuse_unfit(article)
            checked_values_of(self._session.codebook, article)
        except Exception as error:  # noqa: BLE001 - told in the report; no file stops the others
            self._refuse(place, error)
            return
        self.outcomes[place] = Outcome(file, Fate.LEFT)
        coming = Coming(article, fingerprint_now(file, article), choices_in(file, article))
        self._write(lambda: self._take(place, coming))

    def _refuse(self, place: int, error: Exception) -> None:
        file = self.outcomes[place].file
        refusal = refusal_of(error, file.source)
        self.outcomes[place] = Outcome(file, Fate.REFUSED, refusal=refusal)

    def _take(self, place: int, coming: Coming) -> None:
        if self.outcomes[place].file.changes.decision is Decision.LINK:
            article = replace(coming.article, same_as=self._same_as(place))
            coming = replace(coming, article=article)
        self._batches.take(place, coming)

    def _same_as(self, place: int) -> int | None:
        """Return the article that the file at `place` is a rendering of, also of its import."""
        likeness = self.outcomes[place].file.likeness
        if not likeness:
            return None
        like = likeness[0]
        if like.file is None:
            return like.article
        if self._batches.waits(like.file):
            self._batches.flush()
        return self._batches.ids.get(like.file) or self._same_as(like.file)

    def _write(self, work: Callable[[], None]) -> None:
        self._try_to_write(work)
        for place, error in self._batches.failures().items():
            self._refuse(place, error)

    def _try_to_write(self, work: Callable[[], None]) -> None:
        if self._stopped is not None:
            return
        try:
            work()
        except Cancelled:
            self._cancelled = True
        except DiskFull as refusal:
            some = bool(self._batches.ids)
            self._stopped = DiskFullWhileImporting(**refusal.facts) if some else refusal
        except Refusal as refusal:
            self._stopped = refusal

    def title_of(self, place: int) -> str:
        """Return the title of a file."""
        return self.outcomes[place].file.title

    def text_of(self, place: int) -> str:
        """Return the text of a file that is imported, or about to be; none of one that failed."""
        waiting = self._batches.waits(place)
        if waiting is not None:
            return waiting.article.text
        if place not in self._batches.ids:
            return ""
        with self._session.database.reading() as connection:
            return text_of(connection, self._batches.ids[place])

    def report(self) -> ImportReport:
        """Write what is left, and return what became of every file."""
        self._write(self._batches.flush)
        for place, article in self._batches.ids.items():
            file = self.outcomes[place].file
            linked = file.changes.decision is Decision.LINK and bool(file.likeness)
            fate = Fate.LINKED if linked else Fate.IMPORTED
            self.outcomes[place] = Outcome(file, fate, article)
        self._progress.report(len(self._sources), len(self._sources), "", 1.0)
        return ImportReport(tuple(self.outcomes), self._cancelled, self._stopped)


def choices_in(file: FileRead, article: NewArticle) -> tuple[Choice, ...]:
    """Return what is to be remembered of a person's changes for the next article of the site."""
    if not file.changes.restored and not file.changes.cut:
        return ()
    return choices_made(article, file.changes.restored, file.changes.cut)


def _at_once(work: Callable[[], None]) -> None:
    work()


def treated(file: FileRead, duplicates: Decision) -> FileRead:
    """Return a file with what becomes of it if all duplicates are treated alike."""
    same = bool(file.likeness) and file.likeness[0].is_same
    return file.decided(duplicates if same else Decision.IMPORT)
