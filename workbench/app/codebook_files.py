"""Codebooks in files: look at one, bring it into a project, write one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from workbench.app.errors import (
    CodebookFileUnreadable,
    ExportFileExists,
    ExportFileIsProject,
    ExportFormatUnknown,
)
from workbench.app.files import write_whole
from workbench.domain.codebook import Codebook
from workbench.domain.codebook_check import check_codebook
from workbench.domain.codebook_joining import added, exchanged, with_layers
from workbench.exchange.codebook.formats import (
    MEGABYTES,
    format_for,
    read_codebook,
    write_codebook,
)
from workbench.exchange.codebook.model import (
    READABLE,
    SUFFIXES,
    Choice,
    Format,
    Found,
    Note,
    Noted,
    Uses,
    Writing,
)
from workbench.store.codebook_rows import read_codebook as stored_codebook
from workbench.store.database import Database
from workbench.store.uses import category_uses, layer_uses

__all__ = [
    "READABLE",
    "SUFFIXES",
    "Choice",
    "Format",
    "Found",
    "How",
    "Note",
    "Noted",
    "export_codebook",
    "format_wanted",
    "look_at_codebook",
    "new_codebook",
    "planned",
]


class How(StrEnum):
    """What becomes of the codebook that is there: it gets what it lacks, or gives way."""

    ADD = "add"
    REPLACE = "replace"


# --- reading --------------------------------------------------------------------


def look_at_codebook(path: Path, kind: Format | None = None, choice: Choice | None = None) -> Found:
    """Read a codebook file; which format it is in is told by its bytes.

    Raises:
        Refusal: there is none, or it cannot be read; nothing was changed.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MEGABYTES * 1_000_000 + 1)
    except OSError as error:
        raise CodebookFileUnreadable(path=path, detail=error.strerror or error) from error
    return read_codebook(data, path.name, kind, choice)


def planned(there: Codebook, found: Found, how: How) -> Codebook:
    """Return the codebook as it would be with what was found.

    A file without layers replaces the code lists that it names, no others; a list that nothing
    codes with gets a layer.

    Raises:
        CodebookInconsistent: the two do not go together.
    """
    if how is How.REPLACE and found.whole:
        return found.codebook
    join = added if how is How.ADD else exchanged
    joined = join(there, found.codebook)
    if found.whole:
        return joined
    new = [key for key in found.codebook.lists_by_key if key not in there.lists_by_key]
    return with_layers(joined, new)


def new_codebook(found: Found) -> Codebook:
    """Return what was found as a codebook that a project can begin with.

    Raises:
        CodebookInconsistent: it names what is not in it.
    """
    codebook = found.codebook
    if not found.whole:
        codebook = with_layers(codebook, codebook.lists_by_key)
    check_codebook(codebook)
    return codebook


# --- writing --------------------------------------------------------------------


def format_wanted(path: Path, name: str = "") -> Format:
    """Return the format that is named, else the one that a file's ending asks for.

    Raises:
        ExportFormatUnknown
    """
    found = Format(name) if name else format_for(path.name)
    if found is None:
        raise ExportFormatUnknown(path=path, known=", ".join(SUFFIXES))
    return found


def export_codebook(
    database: Database,
    path: Path,
    kind: Format,
    *,
    language: str = "zh",
    overwrite: bool = False,
) -> None:
    """Write the codebook of a project, with how often everything is used where that is shown.

    Safe in any thread. The same project gives the same bytes.

    Raises:
        Refusal: the format cannot hold it, or the file cannot be written; what was there stays.
    """
    _refuse_to_replace(database, path, overwrite=overwrite)
    with database.reading() as connection:
        stored = stored_codebook(connection)
        uses = Uses(category_uses(connection, stored), layer_uses(connection, stored))
    write_whole(path, write_codebook(stored.codebook, kind, Writing(language, uses)))


def _refuse_to_replace(database: Database, path: Path, *, overwrite: bool) -> None:
    if not path.exists():
        return
    if path.samefile(database.path):
        raise ExportFileIsProject(path=path)
    if not overwrite and path.is_file():
        raise ExportFileExists(path=path)
