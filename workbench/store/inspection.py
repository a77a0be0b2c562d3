"""Look at a file before it is opened: whether it is a project, of which revision, and whole.

Everything goes through SQLite, also the look at the header: a file that is
opened and closed beside it would take away the locks that this process holds.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from workbench.store.database import Mode, connect
from workbench.store.errors import (
    DATABASE_ERRORS,
    DiskFailed,
    NotAProject,
    ProjectDamaged,
    ProjectIsFolder,
    ProjectMissing,
    ProjectReadOnly,
    as_refusal,
)
from workbench.store.tables import APPLICATION_ID, metadata

_COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c"
    " WHERE t.type = 'table'"
)
# Tables and their indexes are data; all else can run code that the file brings along.
_FOREIGN = (
    "SELECT name FROM sqlite_master"
    " WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
)


def refuse_if_no_project(path: Path, *, read_only: bool) -> None:
    """Raise a Refusal unless the header of a file at `path` is a project's."""
    try:
        there, is_folder = path.is_file(), path.is_dir()
    except (OSError, ValueError):
        there = is_folder = False
    if is_folder:
        raise ProjectIsFolder(path=path)
    if not there:
        raise ProjectMissing(path=path)
    if not _may(path, os.R_OK):
        raise DiskFailed(path=path, detail=os.strerror(errno.EACCES))
    # A file that stands alone is not touched at all. One that a crash left with a log
    # may make no sense without it.
    logs = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal"))
    alone = not any(log.exists() for log in logs)
    with _looking_at(path, "immutable" if alone else _mode(read_only=read_only)) as raw:
        (found,) = raw.execute("PRAGMA application_id").fetchone()
    if found != APPLICATION_ID:
        raise NotAProject(path=path)


def refuse_if_unwritable(path: Path, *, with_folder: bool = False) -> None:
    """Raise ProjectReadOnly if the file takes no writing; SQLite would open it for reading.

    `with_folder`: nor may its folder refuse a new file.
    """
    if not _may(path, os.W_OK) or (with_folder and not _may(path.parent, os.W_OK)):
        raise ProjectReadOnly(path=path)


def _may(path: Path, how: int) -> bool:
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)


def schema_revision(path: Path, *, read_only: bool) -> str:
    """Return the revision of a project's schema, after a look for code that it might bring.

    Unless `read_only`, a transaction that a crash cut short is rolled back first.

    Raises:
        NotAProject, ProjectDamaged, ProjectBusy
    """
    with _looking_at(path, _mode(read_only=read_only)) as raw:
        foreign = raw.execute(_FOREIGN).fetchone()
        if foreign is not None:
            raise ProjectDamaged(path=path, detail=f"unexpected {foreign[0]}")
        known = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
        if known.fetchone() is None:
            raise NotAProject(path=path)
        rows = raw.execute("SELECT version_num FROM alembic_version").fetchall()
        if len(rows) != 1:
            raise ProjectDamaged(path=path, detail="no schema revision")
        return str(rows[0][0])


def refuse_if_incomplete(path: Path, *, read_only: bool) -> None:
    """Raise ProjectDamaged if a table or a column of today's schema is not there."""
    wanted = {(table.name, column.name) for table in metadata.sorted_tables for column in table.c}
    with _looking_at(path, _mode(read_only=read_only)) as raw:
        missing = wanted - set(raw.execute(_COLUMNS))
    if missing:
        raise ProjectDamaged(path=path, detail="no {}.{}".format(*min(missing)))


def _mode(*, read_only: bool) -> Mode:
    return "ro" if read_only else "rw"


@contextmanager
def _looking_at(path: Path, mode: Mode) -> Generator[sqlite3.Connection]:
    """Give a connection; what goes wrong on it is the file's doing, for the schema is unknown."""
    try:
        with closing(connect(path, mode)) as raw:
            yield raw
    except DATABASE_ERRORS as error:
        damaged = ProjectDamaged(path=path, detail=str(error))
        raise as_refusal(error, path) or damaged from error
