"""What can go wrong with a project file, and how SQLite's codes become sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from workbench.domain.errors import Refusal


class ProjectMissing(Refusal):
    """There is no file at the path."""

    sentence = "There is no project at “{path}”; make one with “workbench new”."


class ProjectIsFolder(Refusal):
    """A folder stands at the path."""

    sentence = "“{path}” is a folder; name the project file (*.workbench) itself."


class ProjectExists(Refusal):
    """A new project would replace a file."""

    sentence = "“{path}” exists already; choose another name."


class NotAProject(Refusal):
    """The file is no project."""

    sentence = "“{path}” is not a Workbench project; choose a file that Workbench has made."


class ProjectTooNew(Refusal):
    """A newer program made the project."""

    sentence = (
        "“{path}” was made by a newer Workbench (schema {found}); update the program to open it."
    )


class ProjectDamaged(Refusal):
    """The database reports damage."""

    sentence = (
        "“{path}” is damaged ({detail}); nothing was changed. "
        "Restore a backup, or send us a copy of the file."
    )


class ProjectReadOnly(Refusal):
    """The project cannot be written to."""

    sentence = "“{path}” cannot be written to; copy it to a folder of your own and open the copy."


class ProjectOlder(ProjectReadOnly):
    """An older version made the project, and it was opened for reading only."""

    sentence = (
        "“{path}” was made by an older version of this program; open it once in the window, or "
        "with a command that writes, such as “workbench import”: that brings it up to date and "
        "keeps a copy as it was."
    )


class ProjectMoved(Refusal):
    """The file of an open project has got another name or was replaced."""

    sentence = (
        "“{path}” was moved or replaced while it was open, so this was not saved; "
        "close the project and open it where it is now."
    )


class ProjectOpenElsewhere(Refusal):
    """Another process has the project open."""

    sentence = "“{path}” is open elsewhere ({owner}); close it there, then try again."


class ProjectBusy(Refusal):
    """The database stayed locked for too long."""

    sentence = "“{path}” is locked by another program; nothing was changed. Try again in a moment."


class DiskFull(Refusal):
    """The disk has no room left."""

    sentence = "The disk of “{path}” is full; nothing was changed. Free some room and try again."


class DiskFailed(Refusal):
    """Reading or writing the file failed."""

    sentence = "“{path}” could not be read or written ({detail}); check the disk and try again."


class FolderMissing(Refusal):
    """The folder of a new project does not exist or takes no files."""

    sentence = "The folder “{path}” does not exist or cannot be written to; choose another folder."


class NameTooLong(Refusal):
    """The disk does not take a file of so long a name, or of the names beside it."""

    sentence = "The name “{name}” is too long for the disk; choose a shorter one."


class HistoryConflict(Refusal):
    """Rows are no longer as the operation left them."""

    sentence = (
        "This step cannot be taken back or repeated, since what it changed has been changed "
        "again in the meantime; undo the later steps first."
    )


class StepConflict(HistoryConflict):
    """One of several steps cannot be taken back or repeated; its id is in `facts`."""

    sentence = (
        "The step “{step}” of {time} stands in the way, since what it changed has been changed "
        "again in the meantime; nothing was changed. Go to a point on this side of it."
    )


class OperationOver(Refusal):
    """An operation was taken back while it was going on."""

    sentence = "What was going on has been taken back meanwhile, so it has ended."


class NothingToUndo(Refusal):
    """The history is at its beginning."""

    sentence = "There is nothing left to undo."


class NothingToRedo(Refusal):
    """The history is at its end."""

    sentence = "There is nothing to redo."


class NoSuchRow(Refusal):
    """An id names nothing (any more)."""

    sentence = "The {table} with the id {id} does not exist (any more); reload the project."


class RowsDamaged(Refusal):
    """Rows of the file do not fit together."""

    sentence = (
        "The project holds damaged rows (table {table}: {detail}); nothing was changed. "
        "Restore a backup, or send us a copy of the file."
    )


#: What Python raises over rows that hold what nobody wrote.
ROWS_DAMAGED = (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)


@contextmanager
def whole_rows(table: str) -> Generator[None]:
    """Raise RowsDamaged where rows name what is not there or hold what nobody wrote."""
    try:
        yield
    except ROWS_DAMAGED as error:
        raise RowsDamaged(table=table, detail=f"{type(error).__name__} {error}") from error


#: What SQLite and its driver raise, through SQLAlchemy or not.
DATABASE_ERRORS = (DBAPIError, sqlite3.Error, UnicodeDecodeError)

_BY_CODE: dict[int, type[Refusal]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: ProjectBusy,
    sqlite3.SQLITE_LOCKED: ProjectBusy,
    sqlite3.SQLITE_READONLY: ProjectReadOnly,
    sqlite3.SQLITE_CANTOPEN: ProjectReadOnly,
    sqlite3.SQLITE_PERM: ProjectReadOnly,
    sqlite3.SQLITE_CORRUPT: ProjectDamaged,
    sqlite3.SQLITE_NOTADB: NotAProject,
    sqlite3.SQLITE_IOERR: DiskFailed,
    sqlite3.SQLITE_PROTOCOL: ProjectBusy,
    sqlite3.SQLITE_NOLFS: DiskFailed,
}


# A schema that was whole when the file was opened, but for what it says of references.
_OF_NO_SCHEMA_OF_OURS = (
    "foreign key mismatch",
    "no such table: main.",
    "no such collation sequence",
    "no such function",
    "unsafe use of",
    "CHECK constraint failed",
)


def as_refusal(error: Exception, path: Path) -> Refusal | None:
    """Return the refusal that a database error means, None if it is a fault of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int):
        kind = _BY_CODE.get(code & 0xFF)
        if str(cause).startswith(_OF_NO_SCHEMA_OF_OURS):
            kind = ProjectDamaged
    else:
        # SQLite found nothing wrong, its driver did: a text (also one in a message of
        # SQLite's about a damaged schema) is no UTF-8.
        undecodable = isinstance(cause, (sqlite3.OperationalError, UnicodeDecodeError))
        kind = ProjectDamaged if undecodable else None
    return kind(path=path, detail=str(cause)) if kind else None
