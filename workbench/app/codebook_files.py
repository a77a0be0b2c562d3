"""Codebooks in files: look at one, bring it into a project, write one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.app.commands import ReplaceCodebook
from workbench.app.errors import (
    CodebookFileUnreadable,
    ExportFileExists,
    ExportFileIsProject,
    ExportFormatUnknown,
)
from workbench.app.files import write_whole
from workbench.app.session import Session
from workbench.domain.codebook import Codebook
from workbench.domain.codebook_check import check_codebook
from workbench.domain.codebook_differences import Difference, differences
from workbench.domain.codebook_edit.replacing import Used, replaced
from workbench.domain.codebook_joining import added, exchanged, with_layers
from workbench.domain.codebook_warnings import CodebookWarning, codebook_warnings
from workbench.domain.errors import Refusal
from workbench.exchange.codebook.formats import (
    MEGABYTES,
    columns_in,
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
    Writing,
)
from workbench.exchange.codebook.table.fields import BY_KEY, mapping_of, offered_fields
from workbench.exchange.errors import CodebookNamesUnknown
from workbench.language.patterns import check_patterns
from workbench.store.codebook_rows import read_codebook as stored_codebook
from workbench.store.database import Database
from workbench.store.usage import all_used, count_uses

__all__ = [
    "READABLE",
    "SUFFIXES",
    "Choice",
    "CodebookNamesUnknown",
    "CodebookSeen",
    "ColumnsSeen",
    "Format",
    "Found",
    "How",
    "Note",
    "Noted",
    "Way",
    "columns_of_codebook",
    "export_codebook",
    "field_told",
    "format_wanted",
    "import_codebook",
    "look_at_codebook",
    "new_codebook",
    "offered_fields",
    "planned",
    "see_codebook",
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
    return read_codebook(_bytes_of(path), path.name, kind, choice)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MEGABYTES * 1_000_000 + 1)
    except OSError as error:
        raise CodebookFileUnreadable(path=path, detail=error.strerror or error) from error


@dataclass(frozen=True, slots=True)
class ColumnsSeen:
    """The columns of a table, and which field each seems to hold, by their names."""

    columns: tuple[str, ...]
    fields: Mapping[str, str]


def columns_of_codebook(path: Path) -> ColumnsSeen:
    """Look at the columns of a codebook that is a table; other formats have none.

    Raises:
        Refusal: there is none, or it cannot be read.
    """
    columns = columns_in(_bytes_of(path), path.name, Choice())
    fields = mapping_of(columns, {})
    return ColumnsSeen(columns, {column: field for field, column in fields.items()})


def field_told(field: str, language: str) -> str:
    """Return what a column of a table holds, in a language ("zh" or "en")."""
    known = BY_KEY.get(field)
    return known.told(language) if known else field.removeprefix("attribute:")


def planned(there: Codebook, found: Found, how: How) -> Codebook:
    """Return the codebook as it would be with what was found.

    A file without layers replaces the code lists that it names, no others; a list that nothing
    codes with gets a layer.

    Raises:
        CodebookInconsistent: what is added does not go together with what is there.
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
    check_patterns(codebook)
    return codebook


@dataclass(frozen=True)
class Way:
    """What one way of importing would change, or why it cannot be gone.

    `warnings`: what would be doubtful in the codebook and is not now, as names that two claim.
    """

    changes: tuple[Difference, ...] = ()
    warnings: tuple[CodebookWarning, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True)
class CodebookSeen:
    """A codebook file as it was read, and what each way of importing it would come to."""

    path: Path
    found: Found
    ways: Mapping[How, Way]


def see_codebook(
    session: Session, path: Path, kind: Format | None = None, choice: Choice | None = None
) -> CodebookSeen:
    """Read a codebook file and say what it would change; usable in any thread.

    Raises:
        Refusal: there is none, or it cannot be read.
    """
    found = look_at_codebook(path, kind, choice)
    with session.database.reading() as connection:
        stored = stored_codebook(connection)
        used = all_used(connection, stored)
    ways = {how: _way(stored.codebook, found, how, used) for how in How}
    return CodebookSeen(path, found, ways)


def _way(there: Codebook, found: Found, how: How, used: Used) -> Way:
    try:
        edit = replaced(there, planned(there, found, how), used)
        check_patterns(edit.codebook, there)
    except Refusal as refusal:
        return Way(refusal=refusal)
    known = set(codebook_warnings(there))
    warnings = (each for each in codebook_warnings(edit.codebook) if each not in known)
    return Way(tuple(differences(there, edit.codebook)), tuple(warnings))


def import_codebook(session: Session, found: Found, how: How) -> None:
    """Bring what was found into the project, in one undo step.

    Raises:
        Refusal: it does not go together with what is there or coded; nothing was changed.
    """
    session.run(ReplaceCodebook(planned(session.codebook, found, how)))


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
        uses = count_uses(connection, stored.keys)
    write_whole(path, write_codebook(stored.codebook, kind, Writing(language, uses)))


def _refuse_to_replace(database: Database, path: Path, *, overwrite: bool) -> None:
    if not path.exists():
        return
    if path.samefile(database.path):
        raise ExportFileIsProject(path=path)
    if not overwrite and path.is_file():
        raise ExportFileExists(path=path)
