"""Read article files and bring them into a project, with a report a file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.app.commands import ImportArticles
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.intake.read import as_lines, read_path
from workbench.store.articles import article_with_original

__all__ = ["FileRead", "as_lines", "import_files", "read_files", "with_title"]


@dataclass(frozen=True)
class FileRead:
    """What became of one file: an article, or the reason why it was refused.

    `duplicate_of` is the title of an article of the project that came from the
    same bytes; such a file is not imported again.
    """

    path: Path
    article: NewArticle | None
    refusal: Refusal | None = None
    duplicate_of: str | None = None

    @property
    def kept(self) -> int:
        """Characters of the article, its notes included."""
        if self.article is None:
            return 0
        return len(self.article.text) + sum(len(note.text) for note in self.article.notes)

    @property
    def cut(self) -> int:
        """Characters that cleaning took away, white space not counted; notes are kept."""
        if self.article is None:
            return 0
        notes = "".join(f"{note.marker}{note.text}" for note in self.article.notes)
        return max(0, _visible(self.article.source_text) - _visible(self.article.text + notes))


def _name_of(path: Path) -> str:
    """Return a file's name; bytes that are no UTF-8 are the GB18030 of an older system."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path.name).decode("gb18030", errors="replace")
    return path.name


def _visible(text: str) -> int:
    return sum(not character.isspace() for character in text)


def read_files(
    paths: Iterable[Path], session: Session | None = None, progress: Progress | None = None
) -> list[FileRead]:
    """Read and clean files without writing anything; usable in any thread.

    Raises:
        Cancelled: between two files.
    """
    watching = progress or NoProgress()
    wanted = list(paths)
    read: list[FileRead] = []
    seen: dict[bytes, str] = {}
    for done, path in enumerate(wanted):
        refuse_if_cancelled(watching)
        watching.report(done, len(wanted), path.name)
        read.append(_read(path, session, seen))
    watching.report(len(wanted), len(wanted), "")
    return read


def _read(path: Path, session: Session | None, seen: dict[bytes, str]) -> FileRead:
    try:
        article = replace(read_path(path), file_name=_name_of(path))
    except Refusal as refusal:
        return FileRead(path, None, refusal)
    known = seen.get(article.original)
    if known is None and session is not None:
        with session.database.reading() as connection:
            known = article_with_original(connection, article.original)
    seen.setdefault(article.original, article.title)
    return FileRead(path, article, duplicate_of=known)


def import_files(session: Session, files: Sequence[FileRead]) -> list[int]:
    """Import what was read as one undo step, duplicates left out; return the articles' ids."""
    new = tuple(
        each.article
        for each in files
        if each.article and each.duplicate_of is None and not _known(session, each.article)
    )
    return session.run(ImportArticles(new)) if new else []


def _known(session: Session, article: NewArticle) -> bool:
    """Tell whether the article has come in since it was read."""
    with session.database.reading() as connection:
        return article_with_original(connection, article.original) is not None


def with_title(file: FileRead, title: str) -> FileRead:
    """Return the file with its article's title corrected by a person."""
    if file.article is None or not title.strip():
        return file
    return replace(file, article=replace(file.article, title=title.strip()))
