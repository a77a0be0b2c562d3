"""Where articles come from: the files that people name, and those in the folders they name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.domain.article import NewArticle
from workbench.intake.errors import FileUnreadable, FolderHoldsNoArticle
from workbench.intake.read import read_path

#: What is taken from a folder; a file that is named itself is tried whatever its name.
SUFFIXES = frozenset(
    f".{name}"
    for name in "txt text md markdown html htm xhtml mhtml mht docx odt rtf pdf".split()  # noqa: SIM905
)
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Source:
    """One article's place: a file, or `member` of a file that holds several.

    `passed_over`: it lies in a folder, and nothing says that it is an article.
    """

    path: Path
    member: str = ""
    passed_over: bool = False

    @property
    def name(self) -> str:
        """What people see."""
        name = readable(self.path.name or str(self.path))
        return f"{name}/{self.member}" if self.member else name

    @property
    def shown(self) -> str:
        """Where it is, as it was named."""
        return f"{self.path}/{self.member}" if self.member else str(self.path)

    @property
    def size(self) -> int:
        """How many bytes there are to be read; 0 where nobody knows."""
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


def readable(name: str) -> str:
    """Return a file's name; bytes that are no UTF-8 are the GB18030 of an older system."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", errors="replace")
    return name


def sources_in(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield every file, and what lies in every folder, in the order of the names.

    A folder without any article comes as itself: reading it says so.
    """
    for path in paths:
        if not path.is_dir():
            yield Source(path)
            continue
        found = list(_walk(path, set()))
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
        elif not _is_hidden(name) and not _belongs_to_page(name, beside):
            yield from _walk(path, above | {here})


def _is_article(path: Path) -> bool:
    return (
        path.suffix.casefold() in SUFFIXES
        and not _is_hidden(path.name)
        and (path.is_file() or path.is_symlink())  # a link to nothing is told, a pipe is not
    )


def _is_hidden(name: str) -> bool:
    """Tell whether a name is a system's or a program's own, such as a lock beside a document."""
    return name.startswith((".", "~$"))


def _belongs_to_page(folder: str, beside: set[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts of a saved page beside it."""
    for ending in ("_files", ".files", "_文件"):
        stem = folder.casefold().removesuffix(ending)
        if stem != folder.casefold() and any(stem + each in beside for each in _PAGE_SUFFIXES):
            return True
    return False


class SourceReader:
    """Read sources one after the other; those of one file in their order are read in one go."""

    def read(self, source: Source) -> NewArticle:
        """Read and clean one article.

        Raises:
            Refusal: it cannot be had, or is no article.
        """
        try:
            if source.path.is_dir() and os.access(source.path, os.R_OK):
                raise FolderHoldsNoArticle(file=source.name)
            return replace(read_path(source.path), file_name=source.name)
        except ValueError as error:
            raise FileUnreadable(file=source.name, reason=error) from error

    def close(self) -> None:
        """Let go of what is open."""
