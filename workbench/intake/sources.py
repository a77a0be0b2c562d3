"""Where articles come from: the files that people name, and those in the folders they name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from workbench.domain.article import NewArticle
from workbench.files.tables.model import Opener, Table
from workbench.intake.errors import FileUnreadable, FolderHoldsNoArticle
from workbench.intake.inside import Choose, MemberReader, RowReader, sources_inside
from workbench.intake.limits import USUAL, Allowed
from workbench.intake.names import belongs_to_page, is_hidden
from workbench.intake.read import missing, read_path
from workbench.intake.source import Source, readable
from workbench.intake.tables.model import TableChoice
from workbench.intake.tables.opening import SUFFIXES as TABLE_SUFFIXES
from workbench.intake.tables.opening import open_table

__all__ = ["SUFFIXES", "Source", "SourceReader", "readable", "sources_in", "tables_in"]

#: What is taken from a folder; a file that is named itself is tried whatever its name.
SUFFIXES = (
    frozenset(
        f".{name}"
        for name in "txt text md markdown html htm xhtml mhtml mht docx odt rtf pdf zip".split()  # noqa: SIM905
    )
    | TABLE_SUFFIXES
)


def _guessed(_: Source) -> TableChoice:
    return TableChoice()


def _not_yet(_: Source) -> None:
    return None


def sources_in(
    paths: Iterable[Path], choose: Choose = _guessed, allowed: Allowed = USUAL
) -> Iterator[Source]:
    """Yield every file, and what lies in every folder, archive and table, in their order.

    `choose` says how a table is to be read, `allowed` how large each may be. A folder without
    any article comes as itself: reading it says so.
    """
    for source in _files_in(paths, allowed):
        if source.passed_over:
            yield source
        else:
            yield from sources_inside(source, choose, is_article_name)


def tables_in(paths: Iterable[Path], allowed: Allowed = USUAL) -> Iterator[Source]:
    """Yield the tables among the files, also in folders and archives, for a person to choose."""
    for source in _files_in(paths, allowed):
        if not source.passed_over:
            inside = sources_inside(source, _not_yet, is_article_name)
            yield from (each for each in inside if each.table is not None)


def _files_in(paths: Iterable[Path], allowed: Allowed) -> Iterator[Source]:
    for path in paths:
        if not path.is_dir():
            yield Source(path, allowed=allowed)
            continue
        found = [replace(each, allowed=allowed) for each in _walk(path, set())]
        yield from found
        if all(each.passed_over for each in found):
            yield Source(path)


def _walk(folder: Path, above: set[tuple[int, int]]) -> Iterator[Source]:
    """Yield what lies in a folder; a link that leads back to a folder above it leads nowhere."""
    try:
        about = folder.stat()
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        yield Source(folder)
        return
    here = (about.st_dev, about.st_ino)
    if here in above:
        return
    beside = {name.casefold() for name in names}
    for name in names:
        path = folder / name
        if not path.is_dir():
            yield Source(path, passed_over=not _is_article(path))
        elif not is_hidden(name) and not belongs_to_page(name, beside):
            yield from _walk(path, above | {here})


def is_article_name(name: str) -> bool:
    """Tell whether a file of this name can be an article, or hold some."""
    return PurePath(name).suffix.casefold() in SUFFIXES


def _is_article(path: Path) -> bool:
    return (
        is_article_name(path.name)
        and not is_hidden(path.name)
        and (path.is_file() or path.is_symlink())  # a link to nothing is told, a pipe is not
    )


class SourceReader:
    """Read sources one after the other; those of one file in their order are read in one go."""

    def __init__(self) -> None:
        self._members = MemberReader()
        self._rows = RowReader()

    def read(self, source: Source) -> NewArticle:
        """Read and clean one article.

        Raises:
            Refusal: it cannot be had, or is no article.
        """
        if source.refusal is not None:
            raise source.refusal
        try:
            return replace(self._read(source), file_name=source.name)
        except FileNotFoundError as error:
            raise missing(source.path, source.name) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise FileUnreadable(file=source.name, reason=reason) from error

    def _read(self, source: Source) -> NewArticle:
        if source.row:
            return self._rows.read(source, self._opener(source))
        if source.member:
            return self._members.read(source)
        if source.path.is_dir() and os.access(source.path, os.R_OK):
            raise FolderHoldsNoArticle(file=source.name)
        return read_path(source.path, source.allowed)

    def _opener(self, source: Source) -> Opener:
        return self._members.opener(source) if source.member else lambda: source.path.open("rb")

    def table(self, source: Source, sheet: str = "") -> Table:
        """Open the table at a source.

        Raises:
            Refusal: it cannot be had, or is no table.
        """
        return open_table(self._opener(source), source.container, sheet, (), source.allowed)

    def close(self) -> None:
        """Let go of what is open."""
        self._rows.close()
        self._members.close()
