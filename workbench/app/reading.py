"""Look at files before they are imported: a light summary of each, and what a person decides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.domain.values import checked_date
from workbench.intake.choices import Act, Recalled, recall, recalled, site_of
from workbench.intake.errors import FileChanged, PathIsFolder
from workbench.intake.inside import Choose
from workbench.intake.revise import revise
from workbench.intake.sources import Source, SourceReader, sources_in
from workbench.intake.tables.model import TableChoice
from workbench.store.articles import EDITABLE, article_with_original
from workbench.store.choices import acts_of


def _nothing() -> Mapping[str, str]:
    return {}


class Decision(StrEnum):
    """What shall become of a file; `LINK` imports it as a rendering of its first likeness."""

    IMPORT = "import"
    SKIP = "skip"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a file is like: an article of the project, or another file of the same import.

    `share`: from 0 to 1; `exact`: it is made of the same bytes; `article`: its id;
    `file`: its place among the files looked at.
    """

    title: str
    share: float
    exact: bool
    article: int | None = None
    file: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person decided about one file.

    `fields`: those of the bibliography that were corrected; `restored`: cuts taken back, and
    `cut`: what was cut beyond them, both as spans of the article's `source_text`.
    """

    fields: Mapping[str, str] = field(default_factory=_nothing)
    restored: frozenset[tuple[int, int]] = frozenset()
    cut: frozenset[tuple[int, int]] = frozenset()
    decision: Decision = Decision.IMPORT


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was seen in one file: no bytes and no text, so that ten thousand of them are small.

    `kept` counts the characters of text and notes, `cut` those that one can see and that were
    taken away. `fields` is the bibliography as guessed, `changes` what a person made of it. A
    file with a `refusal`, or `passed_over` in a folder since nothing says that it is an article,
    is not imported. `recalled`: what was decided about lines of its site before.
    """

    source: Source
    fields: Mapping[str, str] = field(default_factory=_nothing)
    kept: int = 0
    cut: int = 0
    notes: int = 0
    encoding: str = ""
    reader: str = ""
    sha256: str = ""
    warnings: tuple[str, ...] = ()
    refusal: Refusal | None = None
    likeness: tuple[Likeness, ...] = ()
    changes: Changes = field(default_factory=Changes)
    recalled: Recalled = field(default_factory=Recalled)

    @property
    def passed_over(self) -> bool:
        """Whether nothing says that it is an article."""
        return self.source.passed_over

    @property
    def comes(self) -> bool:
        """Whether it becomes an article of the project."""
        return self.can_come and self.changes.decision is not Decision.SKIP

    @property
    def can_come(self) -> bool:
        """Whether it can become an article of the project, if that is what a person decides."""
        return self.refusal is None and not self.passed_over

    @property
    def title(self) -> str:
        """The title, as corrected."""
        return self.about("title")

    def about(self, name: str) -> str:
        """Return a field of the bibliography (of `EDITABLE`), as corrected."""
        return self.changes.fields.get(name, self.fields.get(name, ""))

    @property
    def duplicate_of(self) -> Likeness | None:
        """What it is skipped for or linked to; None if it is imported as it is."""
        stays = self.changes.decision is Decision.IMPORT or not self.likeness
        return None if stays else self.likeness[0]

    def corrected(self, **fields: str) -> FileRead:
        """Return the file with fields of its bibliography corrected; an empty title is not."""
        given = {name: value.strip() for name, value in fields.items()}
        if not given.get("title", "?"):
            del given["title"]
        return self._with(replace(self.changes, fields={**self.changes.fields, **given}))

    def decided(self, decision: Decision) -> FileRead:
        """Return the file with what shall become of it."""
        return self._with(replace(self.changes, decision=decision))

    def recut(
        self, restored: frozenset[tuple[int, int]], cut: frozenset[tuple[int, int]]
    ) -> FileRead:
        """Return the file with other cuts."""
        return self._with(replace(self.changes, restored=restored, cut=cut))

    def _with(self, changes: Changes) -> FileRead:
        return replace(self, changes=changes) if self.can_come else self


def look(
    paths: Iterable[Path],
    session: Session | None = None,
    progress: Progress | None = None,
    choose: Choose | None = None,
) -> list[FileRead]:
    """Read and clean every file once, writing nothing; usable in any thread.

    Folders are read with what lies below them, archives and tables with what is in them.
    `session`: where the articles would come to; `choose`: how a table is to be read, guessed
    where it is not given.

    Raises:
        Cancelled: between two files.
    """
    watching = progress or NoProgress()
    guess = TableChoice(codebook=session.codebook if session else None)
    sources = list(sources_in(paths, choose or (lambda _: guess)))
    read: list[FileRead] = []
    seen: dict[str, int] = {}
    reader, memory = SourceReader(), Memory(session)
    for done, source in enumerate(sources):
        refuse_if_cancelled(watching)
        watching.report(done, len(sources), source.name)
        file = _seen(source, reader, memory)
        read.append(_compared(file, read, seen, session))
        if file.sha256:
            seen.setdefault(file.sha256, done)
    reader.close()
    watching.report(len(sources), len(sources), "")
    return read


def look_at(path: Path) -> FileRead:
    """Read and clean one file, or raise the Refusal that says why it cannot be."""
    if path.is_dir():
        raise PathIsFolder(file=path.name)
    file = _seen(Source(path), SourceReader(), Memory(None))
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
        site = site_of(article)
        if self._session is None or not site:
            return Recalled()
        if site not in self._acts:
            with self._session.database.reading() as connection:
                acts = acts_of(connection, site)
            self._acts[site] = {shape: Act(act) for shape, act in acts.items()}
        return recalled(article, self._acts[site])


def _seen(source: Source, reader: SourceReader, memory: Memory) -> FileRead:
    if source.passed_over:
        return FileRead(source)
    try:
        article = reader.read(source)
    except Refusal as refusal:
        return FileRead(source, refusal=refusal)
    found = memory.recalled(article)
    article = recall(article, found)
    kept, cut = counts_of(article)
    return FileRead(
        source,
        {name: getattr(article, name) for name in EDITABLE},
        kept=kept,
        cut=cut,
        notes=len(article.notes),
        encoding=article.encoding,
        reader=article.reader,
        sha256=hashlib.sha256(article.original).hexdigest(),
        warnings=article.warnings,
        recalled=found,
    )


def counts_of(article: NewArticle) -> tuple[int, int]:
    """Return how many characters of text and notes are kept, and how many one can see are cut."""
    notes = [f"{note.marker}{note.text}" for note in article.notes]
    kept = len(article.text) + sum(len(note.text) for note in article.notes)
    gone = _ink(article.source_text) - _ink(article.text) - sum(map(_ink, notes))
    return kept, max(0, gone)


def _ink(text: str) -> int:
    return len("".join(text.split()))


def _compared(
    file: FileRead, read: list[FileRead], seen: Mapping[str, int], session: Session | None
) -> FileRead:
    """Return the file with what it is like, and what becomes of it if nobody decides."""
    found = _exact(file, read, seen, session) if file.sha256 else None
    if found is None:
        return file
    return replace(file, likeness=(found,), changes=Changes(decision=Decision.SKIP))


def _exact(
    file: FileRead, read: list[FileRead], seen: Mapping[str, int], session: Session | None
) -> Likeness | None:
    if session is not None:
        with session.database.reading() as connection:
            known = article_with_original(connection, file.sha256)
        if known is not None:
            return Likeness(known[1], 1.0, exact=True, article=known[0])
    place = seen.get(file.sha256)
    return None if place is None else Likeness(read[place].title, 1.0, exact=True, file=place)


def article_of(file: FileRead, reader: SourceReader | None = None) -> NewArticle:
    """Read a file again, and apply what a person decided about it.

    Raises:
        FileChanged: it is no longer what was looked at.
        Refusal: it cannot be read any more, or a corrected field is not what it should be.
    """
    article = read_again(file, reader)
    if file.changes.fields.get("published"):
        checked_date(file.changes.fields["published"])
    revised = revise(article, file.changes.restored, file.changes.cut)
    return replace(revised, **dict(file.changes.fields))


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
    return recall(article, file.recalled)
