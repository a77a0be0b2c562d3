"""Read files: to look at them before they are imported, and again to import them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from workbench.app.duplicates import Duplicates, Likeness, keep_missing
from workbench.app.errors import FileBeyondUs
from workbench.app.file_read import Changes, Counts, Decision, FileRead
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session
from workbench.app.timing import shares_done
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.domain.values import checked_date
from workbench.intake.choices import Act, Recalled, recall, recalled, site_of
from workbench.intake.errors import FileChanged, PathIsFolder
from workbench.intake.fingerprint import fingerprint_of
from workbench.intake.inside import Choose
from workbench.intake.limits import USUAL, Allowed
from workbench.intake.revise import revise
from workbench.intake.script import ink
from workbench.intake.sources import Source, SourceReader, sources_in
from workbench.intake.tables.model import TableChoice
from workbench.store.articles import EDITABLE
from workbench.store.choices import acts_of

__all__ = [
    "USUAL",
    "Allowed",
    "Changes",
    "Decision",
    "FileRead",
    "InTurn",
    "Likeness",
    "Looker",
    "Memory",
    "article_of",
    "counts_of",
    "fingerprint_now",
    "look",
    "look_at",
    "read_again",
    "refusal_of",
    "sources_of",
]

#: Calls its argument in the session's own thread, and returns when it is done. It raises
#: Cancelled where that cannot be any more, for the project is being closed.
InTurn = Callable[[Callable[[], None]], None]


def look(
    paths: Iterable[Path],
    session: Session | None = None,
    progress: Progress | None = None,
    choose: Choose | None = None,
    in_turn: InTurn | None = None,
    allowed: Allowed = USUAL,
) -> list[FileRead]:
    """Read and clean every file once; usable in any thread.

    Folders are read with what lies below them, archives and tables with what is in them.
    `session`: where the articles would come to; `choose`: how a table is to be read, guessed
    where it is not given; `allowed`: how large they may be. Nothing is written, but for
    fingerprints of articles that have none, if `in_turn` says how.

    Raises:
        Cancelled: between two files.
    """
    watching = progress or NoProgress()
    sources = sources_of(paths, session, choose, allowed)
    shares = shares_done(each.size for each in sources)
    read: list[FileRead] = []
    with closing(SourceReader()) as reader:

        def text_of(place: int) -> str:
            return read_again(read[place], reader).text

        looker = Looker(session, reader, lambda place: read[place].title, text_of)
        looker.begin(watching, in_turn)
        for place, source in enumerate(sources):
            refuse_if_cancelled(watching)
            watching.report(place, len(sources), source.name, shares[place])
            file, _ = looker.see(source)
            looker.remember(place, file)
            read.append(file)
    watching.report(len(sources), len(sources), "", 1.0)
    return read


def sources_of(
    paths: Iterable[Path],
    session: Session | None,
    choose: Choose | None = None,
    allowed: Allowed = USUAL,
) -> list[Source]:
    """Return every source at `paths`, tables read as `choose` says, or as it can be guessed."""
    guess = TableChoice(codebook=session.codebook if session else None)
    return list(sources_in(paths, choose or (lambda _: guess), allowed))


def look_at(path: Path, allowed: Allowed = USUAL) -> FileRead:
    """Read and clean one file, or raise the Refusal that says why it cannot be."""
    if path.is_dir():
        raise PathIsFolder(file=path.name)
    with closing(SourceReader()) as reader:
        file, _ = Looker(None, reader, lambda _: "", lambda _: "").see(
            Source(path, allowed=allowed)
        )
    if file.refusal is not None:
        raise file.refusal
    return file


class Memory:
    """What was decided about lines of sites before, read once a site."""

    def __init__(self, session: Session | None) -> None:
        self._session = session
        self._acts: dict[str, dict[str, Act]] = {}

    def recalled(self, article: NewArticle) -> Recalled:
        """Return what the choices about the article's site do to it."""
        return recalled(article, self.acts(site_of(article)))

    def acts(self, site: str) -> Mapping[str, Act]:
        """Return what is done with lines of a site, by their shapes."""
        if self._session is None or not site:
            return {}
        if site not in self._acts:
            with self._session.database.reading() as connection:
                acts = acts_of(connection, site)
            self._acts[site] = {shape: Act(act) for shape, act in acts.items()}
        return self._acts[site]


class Looker:
    """Look at one source after the other, beside what is there and what was seen before."""

    def __init__(
        self,
        session: Session | None,
        reader: SourceReader,
        title_of: Callable[[int], str],
        text_of: Callable[[int], str],
    ) -> None:
        self._session = session
        self._reader = reader
        self._memory = Memory(session)
        self._duplicates = Duplicates(session, title_of, text_of)

    def begin(self, progress: Progress, in_turn: InTurn | None) -> None:
        """Learn what the project has; keep what fingerprints it lacked, if `in_turn` says how."""
        session, made = self._session, self._duplicates.learn_project(progress)
        if made and session is not None and in_turn is not None and not session.read_only:
            in_turn(lambda: keep_missing(session, made))

    def see(self, source: Source) -> tuple[FileRead, NewArticle | None]:
        """Return what is seen in a source, with the article itself."""
        if source.passed_over:
            return FileRead(source), None
        try:
            article = self._reader.read(source)
        except Exception as error:  # noqa: BLE001 - no file stops the others
            return FileRead(source, refusal=refusal_of(error, source)), None
        found = self._memory.recalled(article)
        article = recall(article, found) if found else article
        file = _summary(source, article, found)
        alike = self._duplicates.like(file.sha256, file.fingerprint, article.text)
        same = bool(alike) and alike[0].is_same
        changes = Changes(decision=Decision.SKIP if same else Decision.IMPORT)
        return replace(file, likeness=alike, changes=changes), article

    def remember(self, place: int, file: FileRead) -> None:
        """Let later files be compared with this one."""
        if file.can_come:
            self._duplicates.add_file(place, file.sha256, file.fingerprint)


def refusal_of(error: Exception, source: Source) -> Refusal:
    """Return why a source is refused; what is no refusal is a fault of ours."""
    if isinstance(error, Refusal):
        return error
    return FileBeyondUs(file=source.name, kind=type(error).__name__)


def _summary(source: Source, article: NewArticle, found: Recalled) -> FileRead:
    return FileRead(
        source,
        {name: getattr(article, name) for name in EDITABLE},
        **counts_of(article)._asdict(),
        encoding=article.encoding,
        reader=article.reader,
        sha256=hashlib.sha256(article.original).hexdigest(),
        warnings=article.warnings,
        recalled=found,
        fingerprint=fingerprint_of(article.text),
    )


def counts_of(article: NewArticle) -> Counts:
    """Return how long text and notes are, and how many characters one can see are cut."""
    notes = [f"{note.marker}{note.text}" for note in article.notes]
    gone = ink(article.source_text) - ink(article.text) - sum(map(ink, notes))
    noted = sum(len(note.text) for note in article.notes)
    return Counts(len(article.text), max(0, gone), len(notes), noted)


def article_of(file: FileRead, reader: SourceReader | None = None) -> NewArticle:
    """Read a file again, and apply what a person decided about it.

    Raises:
        FileChanged: it is no longer what was looked at.
        Refusal: it cannot be read any more, or a corrected field is not what it should be.
    """
    article = read_again(file, reader)
    return changed(article, file.changes)


def changed(article: NewArticle, changes: Changes) -> NewArticle:
    """Return an article as a person wants it, or raise the Refusal of a field."""
    if changes.fields.get("published"):
        checked_date(changes.fields["published"])
    if changes.restored or changes.cut:
        article = revise(article, changes.restored, changes.cut)
    return replace(article, **dict(changes.fields)) if changes.fields else article


def fingerprint_now(file: FileRead, article: NewArticle) -> bytes:
    """Return the fingerprint of an article made of a file."""
    if file.changes.restored or file.changes.cut:
        return fingerprint_of(article.text)
    return file.fingerprint


def read_again(file: FileRead, reader: SourceReader | None = None) -> NewArticle:
    """Read a file again, as what was decided about its site before has it.

    Raises:
        FileChanged: it is no longer what was looked at.
        Refusal: it cannot be read any more.
    """
    if file.refusal is not None:
        raise file.refusal
    article = (reader or SourceReader()).read(file.source)
    if hashlib.sha256(article.original).hexdigest() != file.sha256:
        raise FileChanged(file=file.source.name)
    return recall(article, file.recalled) if file.recalled else article
