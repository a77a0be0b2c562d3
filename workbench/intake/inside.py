"""What lies inside a file that holds several articles: members of an archive, rows of a table."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.files.tables.model import Opener, Place, Row, Table
from workbench.intake.archives import Archive, is_zip_name
from workbench.intake.errors import (
    ArchiveHoldsNoArticle,
    FileChanged,
    FileDamaged,
    RowGone,
    TableEmpty,
)
from workbench.intake.names import belongs_to_page, is_hidden
from workbench.intake.read import read_article
from workbench.intake.source import Source
from workbench.intake.tables.article import article_in
from workbench.intake.tables.model import TableChoice
from workbench.intake.tables.opening import columns_of, is_table, open_table

#: Says how the table at a source is to be read; None: not at all.
Choose = Callable[[Source], TableChoice | None]
#: Says whether a file of this name can be an article, or hold some.
IsArticle = Callable[[str], bool]
#: So many rows are read past sooner than a table is opened anew.
_NEAR = 100
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "META-INF/container.xml")


def sources_inside(source: Source, choose: Choose, is_article: IsArticle) -> Iterator[Source]:
    """Yield what a file holds, each by its name, or the file itself if it is one article."""
    try:
        if is_zip_name(source.path.name) and source.path.is_file():
            with contextlib.closing(_archive_at(source, source.name)) as archive:
                yield from _in_archive(source, archive, choose, is_article)
        elif source.path.is_file() and is_table(_opener(source.path), source.name):
            yield from rows_of(source, _opener(source.path), choose)
        else:
            yield source
    except Refusal as refusal:
        yield replace(source, refusal=refusal)
    except (OSError, ValueError):  # reading it will say why
        yield source


def _opener(path: Path) -> Opener:
    return lambda: path.open("rb")


def _archive_at(source: Source, name: str) -> Archive:
    path, limits = source.path, source.allowed.archive
    return Archive(path.open("rb"), name, path.stat().st_size, limits=limits)


# --- archives -------------------------------------------------------------------


def _in_archive(
    source: Source, archive: Archive, choose: Choose, is_article: IsArticle
) -> Iterator[Source]:
    """Yield the members of an archive; one that holds none comes with the reason."""
    if any(name in archive.members for name in _DOCUMENTS):
        yield source  # a document under another name
        return
    is_empty = True
    for each in _members(source, archive, "", choose, is_article):
        is_empty = is_empty and each.passed_over
        yield each
    if is_empty:
        yield replace(source, refusal=ArchiveHoldsNoArticle(file=source.name))


def _members(
    source: Source, archive: Archive, above: str, choose: Choose, is_article: IsArticle
) -> Iterator[Source]:
    names = {name.casefold() for name in archive.members}
    for name, member in archive.members.items():
        found = replace(source, member=above + name)
        if member.refusal is not None:
            yield replace(found, refusal=member.refusal)
        elif is_hidden_member(name, names) or not is_article(name):
            yield replace(found, passed_over=True)
        elif is_zip_name(name):
            yield from _nested(found, archive, name, choose, is_article)
        else:
            yield from _one_member(found, archive, name, choose)


def _one_member(source: Source, archive: Archive, name: str, choose: Choose) -> Iterator[Source]:
    def opener() -> BinaryIO:
        return archive.open(name)

    try:
        holds_rows = is_table(opener, source.container)
    except (OSError, ValueError, Refusal):
        holds_rows = False  # reading it will say why
    if holds_rows:
        yield from rows_of(source, opener, choose)
    else:
        yield source


def _nested(
    source: Source, archive: Archive, name: str, choose: Choose, is_article: IsArticle
) -> Iterator[Source]:
    try:
        with contextlib.closing(archive.nested(name)) as inner:
            yield from _members(source, inner, f"{source.member}/", choose, is_article)
    except Refusal as refusal:
        yield replace(source, refusal=refusal)


def is_hidden_member(name: str, names: set[str]) -> bool:
    """Tell whether a member is a system's own, or a picture or script of a saved page."""
    path = PurePosixPath(name)
    if any(is_hidden(part) or part.startswith("__MACOSX") for part in path.parts):
        return True
    return any(belongs_to_page(str(folder), names) for folder in path.parents)


# --- tables ---------------------------------------------------------------------


def rows_of(source: Source, opener: Opener, choose: Choose) -> Iterator[Source]:
    """Yield a source for each row of a table, or the table with the reason why there are none."""
    choice = choose(source)
    if choice is None:
        yield replace(source, table=TableChoice(), passed_over=True)
        return
    empty = True
    try:
        table = open_table(opener, source.container, choice.sheet, (), source.allowed)
        columns = columns_of(table, choice)
        whole = TableChoice(columns, table.sheet, choice.codebook, table.keys)
        for row in table.rows():
            empty = False
            yield replace(source, row=row.number, table=whole, refusal=row.refusal, at=row.at)
        if empty:
            raise TableEmpty(file=source.container)
    except Refusal as refusal:
        yield replace(source, table=choice, refusal=refusal)


class RowReader:
    """Read rows of tables; those of one table in their order in one go, others by their place."""

    def __init__(self) -> None:
        self._key: tuple[Path, str, str] | None = None
        self._table: Table | None = None
        self._rows: Iterator[Row] = iter(())
        self._last = 0

    def read(self, source: Source, opener: Opener) -> NewArticle:
        """Read and clean the article in a row.

        Raises:
            Refusal: the row or its table is no longer what it was, or holds no article.
        """
        choice = source.table or TableChoice()
        table = self._opened(source, opener, choice)
        row = self._row(table, source)
        if row.refusal is not None and source.at:  # there was none when its place was noted
            raise FileChanged(file=source.name)
        return article_in(row, table, columns_of(table, choice), choice)

    def _opened(self, source: Source, opener: Opener, choice: TableChoice) -> Table:
        key = (source.path, source.member, choice.sheet)
        if self._table is None or self._key != key:
            self.close()
            self._table = open_table(
                opener, source.container, choice.sheet, choice.keys, source.allowed
            )
            self._key = key
        return self._table

    def _row(self, table: Table, source: Source) -> Row:
        if source.at and not 0 < source.row - self._last <= _NEAR:
            self._rewind(table.rows(Place(source.row, source.at)))
        elif source.row <= self._last or self._last == 0:
            self._rewind(table.rows())
        for row in self._rows:
            self._last = row.number
            if row.number == source.row:
                return row
            if row.number > source.row:
                break
        raise RowGone(file=source.name)

    def _rewind(self, rows: Iterator[Row]) -> None:
        close = getattr(self._rows, "close", None)
        if close is not None:
            close()
        self._rows, self._last = rows, 0

    def close(self) -> None:
        """Let go of the table."""
        self._rewind(iter(()))
        self._table, self._key = None, None


class MemberReader:
    """Read members of archives by name; the archive stays open for the next."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._archive: Archive | None = None
        self._inner: tuple[str, Archive] | None = None

    def read(self, source: Source) -> NewArticle:
        """Read and clean a member."""
        archive, name = self.found(source)
        data = archive.read(name, source.allowed.megabytes)
        return read_article(data, source.member, source.allowed)

    def opener(self, source: Source) -> Opener:
        """Return what opens a member that is a table."""

        def opener() -> BinaryIO:
            archive, name = self.found(source)
            return archive.open(name)

        return opener

    def found(self, source: Source) -> tuple[Archive, str]:
        """Return the archive that a member lies in, and its name there."""
        archive = self._opened(source)
        if source.member in archive.members:
            return archive, source.member
        for above, name in _splits(source.member):
            if above in archive.members:
                return self._nested(archive, above), name
        raise FileDamaged(file=source.container, kind="ZIP")

    def _opened(self, source: Source) -> Archive:
        if self._archive is None or self._path != source.path:
            self.close()
            name = replace(source, member="", row=0).name
            self._archive, self._path = _archive_at(source, name), source.path
        return self._archive

    def _nested(self, archive: Archive, name: str) -> Archive:
        if self._inner is None or self._inner[0] != name:
            self._close_inner()
            self._inner = name, archive.nested(name)
        return self._inner[1]

    def _close_inner(self) -> None:
        if self._inner is not None:
            self._inner[1].close()
        self._inner = None

    def close(self) -> None:
        """Let go of the archive."""
        self._close_inner()
        if self._archive is not None:
            self._archive.close()
        self._archive = self._path = None


def _splits(member: str) -> Iterator[tuple[str, str]]:
    """Yield each way to read a member as an archive within and a name in that."""
    parts = member.split("/")
    for cut in range(1, len(parts)):
        above = "/".join(parts[:cut])
        if is_zip_name(above):
            yield above, "/".join(parts[cut:])
