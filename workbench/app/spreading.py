"""What a person decides about lines of one file, for the other files of its site in the import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from workbench.app.file_read import Counts
from workbench.app.importing import choices_in
from workbench.app.jobs import Progress, refuse_if_cancelled
from workbench.app.reading import FileRead, Memory, counts_of
from workbench.app.session import Session
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.intake.choices import Act, Choice, Recalled, recall, recalled, site_named
from workbench.intake.fingerprint import fingerprint_of
from workbench.intake.revise import revise
from workbench.intake.sources import SourceReader


@dataclass(frozen=True, slots=True)
class Said:
    """What was decided about lines in one file, by its place among the files."""

    place: int
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What the others' decisions do to one file: its part of a FileRead."""

    place: int
    recalled: Recalled
    follows: str
    counts: Counts
    fingerprint: bytes

    def put_into(self, file: FileRead) -> FileRead:
        """Return the file as it is now, with what follows for it."""
        return replace(
            file,
            recalled=self.recalled,
            follows=self.follows,
            fingerprint=self.fingerprint,
            **self.counts._asdict(),
        )


def said_in(place: int, file: FileRead, article: NewArticle) -> Said:
    """Return what is decided in a file that is read as `article`, before its changes."""
    fields = dict(file.changes.fields)
    article = replace(article, **fields) if fields else article
    return Said(place, file.title, choices_in(file, article))


def follow(
    session: Session, files: Sequence[FileRead], said: Iterable[Said], progress: Progress
) -> list[Followed]:
    """Read the files that others' decisions may concern, and return those that change by them.

    The latest decision about a line counts. Usable in any thread.

    Raises:
        Cancelled: between two files.
    """
    memory, told = Memory(session), [each for each in said if each.choices]
    found: list[Followed] = []
    with closing(SourceReader()) as reader:
        for place, file in _concerned(files, told):
            refuse_if_cancelled(progress)
            each = _followed(place, file, told, memory, reader)
            if each is not None:
                found.append(each)
    return found


def _concerned(files: Sequence[FileRead], said: Sequence[Said]) -> Iterator[tuple[int, FileRead]]:
    """Yield the files of the sites that something is decided about, and those that follow yet."""
    sites = {choice.site for each in said for choice in each.choices}
    for place, file in enumerate(files):
        site = site_named(file.about("url"), file.about("source"))
        if file.can_come and (file.follows or site in sites):
            yield place, file


def _followed(
    place: int, file: FileRead, said: Sequence[Said], memory: Memory, reader: SourceReader
) -> Followed | None:
    """Return what follows for one file, None if it stays as it is or cannot be read."""
    try:
        article = reader.read(file.source)
    except (Refusal, OSError):
        return None  # told when it is opened or imported
    site = site_named(file.about("url"), file.about("source"))
    before = recalled(article, memory.acts(site)) if site else Recalled()
    acts, title = _acts(place, site, said)
    now = recalled(article, {**memory.acts(site), **acts}) if acts else before
    follows = title if now != before else ""
    if (now, follows) == (file.recalled, file.follows):
        return None
    article = recall(article, now) if now else article
    changed = revise(article, file.changes.restored, file.changes.cut)
    return Followed(place, now, follows, counts_of(changed), fingerprint_of(article.text))


def _acts(place: int, site: str, said: Sequence[Said]) -> tuple[Mapping[str, Act], str]:
    """Return what the others say about lines of a site, and the title of the last of them."""
    acts: dict[str, Act] = {}
    title = ""
    for each in said:
        for choice in each.choices:
            if each.place != place and choice.site == site:
                acts[choice.shape] = choice.act
                title = each.title
    return acts, title
