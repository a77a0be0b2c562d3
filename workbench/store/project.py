"""Make, open and close a project file; run operations in it."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, text

from workbench.domain.changes import Changed, OperationInfo
from workbench.domain.ids import Ids
from workbench.store import history
from workbench.store.database import Database
from workbench.store.errors import (
    DiskFailed,
    FolderMissing,
    NotAProject,
    ProjectDamaged,
    ProjectExists,
    ProjectMissing,
    ProjectReadOnly,
)
from workbench.store.gate import Gate
from workbench.store.lock import ProjectLock
from workbench.store.migrations import migrate, revision_of
from workbench.store.tables import APPLICATION_ID, SCHEMA_REVISION, metadata, operation

_HEADER = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68


@dataclass
class Operation:
    """One action being carried out: its gate, and what the history will say of it.

    `changed` is filled in once it is committed; None if it changed nothing.
    """

    gate: Gate
    article: int | None = None
    facts: dict[str, str] = field(default_factory=dict[str, str])
    changed: Changed | None = None


class Project:
    """An open project: read from it, and run operations in it."""

    def __init__(self, database: Database, lock: ProjectLock | None, ids: Ids) -> None:
        self.database = database
        self.path = database.path
        self.read_only = database.read_only
        self.ids = ids
        self._lock = lock
        self._last_id = 0
        with database.reading() as connection:
            self._last_id = history.last_id(connection)

    @contextmanager
    def operation(
        self, kind: str, coder: int | None, time: str, *, undoable: bool = True
    ) -> Generator[Operation]:
        """Run one action in one transaction as one undo step.

        Nothing is left behind if the body raises or writes nothing.

        Raises:
            ProjectReadOnly, ProjectBusy, DiskFull, …: nothing was changed.
        """
        self._refuse_if_read_only()
        with contextlib.suppress(_NothingWrittenError), self.database.writing() as connection:
            operation_id = self._last_id + 1
            doing = Operation(Gate(connection, operation_id, operation_id))
            yield doing
            if not doing.gate.touched:
                raise _NothingWrittenError
            state = history.DONE if undoable else history.KEPT
            self._end(doing, kind, coder, time, state)
            doing.changed = doing.gate.touched.changed(doing.article, operation_id)
            self._last_id = doing.gate.last_id

    def _end(self, doing: Operation, kind: str, coder: int | None, time: str, state: str) -> None:
        connection = doing.gate.connection
        history.drop_undone(connection, coder, time)
        row = {
            "id": doing.gate.operation_id,
            "uid": self.ids.new("o"),
            "kind": kind,
            "coder_id": coder,
            "article_id": doing.article,
            "time": time,
            "schema_revision": SCHEMA_REVISION,
            "state": state,
            "state_time": time,
            "last_id": doing.gate.last_id,
            "facts": doing.facts,
        }
        connection.execute(insert(operation).inline(), [row])

    def undo(self, coder: int, time: str) -> Changed:
        """Take back the coder's latest operation, in one transaction."""
        self._refuse_if_read_only()
        with self.database.writing() as connection:
            return history.undo(connection, coder, time)

    def redo(self, coder: int, time: str) -> Changed:
        """Repeat what the coder took back last, in one transaction."""
        self._refuse_if_read_only()
        with self.database.writing() as connection:
            return history.redo(connection, coder, time)

    def next_steps(self, coder: int) -> tuple[OperationInfo | None, OperationInfo | None]:
        """Return what undo and what redo would do."""
        with self.database.reading() as connection:
            return history.next_undo(connection, coder), history.next_redo(connection, coder)

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ProjectReadOnly(path=self.path)

    def close(self) -> None:
        """Close the file; afterwards it is one file, safe to mail or sync."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


class _NothingWrittenError(Exception):
    """Roll back an operation that had nothing to do."""


def create_project(path: Path, ids: Ids, owner: str) -> Project:
    """Make an empty project file at `path` and open it.

    Raises:
        ProjectExists, FolderMissing, DiskFull
    """
    if path.exists():
        raise ProjectExists(path=path)
    if not path.parent.is_dir():
        raise FolderMissing(path=path.parent)
    lock = ProjectLock(path, owner)
    lock.take()
    try:
        path.touch(exist_ok=False)
        database = Database(path, read_only=False)
        with database.writing() as connection:
            _lay_out(connection)
        return Project(database, lock, ids)
    except BaseException as error:
        discard(path)
        lock.release()
        if isinstance(error, OSError):
            raise FolderMissing(path=path.parent) from error
        raise


def _lay_out(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    connection.execute(
        text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": SCHEMA_REVISION}
    )


def discard(path: Path) -> None:
    """Remove a project file that was never finished, and what lies beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_project(
    path: Path, ids: Ids, owner: str, migrations: Path, *, read_only: bool = False
) -> Project:
    """Open a project file, for writing unless `read_only`.

    An older file is backed up and migrated first (`migrations`: Alembic's folder).

    Raises:
        ProjectMissing, NotAProject, ProjectTooNew, ProjectDamaged, ProjectOpenElsewhere,
        ProjectReadOnly (the file or its folder cannot be written to)
    """
    _check_header(path)
    lock = None if read_only else ProjectLock(path, owner)
    if lock is not None:
        _refuse_unwritable(path)
        lock.take()
    database = Database(path, read_only=read_only)
    try:
        _check_schema(database, migrations)
        return Project(database, lock, ids)
    except BaseException:
        database.engine.dispose()
        if lock is not None:
            lock.release()
        raise


def _check_header(path: Path) -> None:
    if not path.is_file():
        raise ProjectMissing(path=path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise DiskFailed(path=path, detail=error.strerror) from error
    if len(head) < 100 or not head.startswith(_HEADER):
        raise NotAProject(path=path)
    (found,) = struct.unpack_from(">I", head, _APPLICATION_ID_AT)
    if found != APPLICATION_ID:
        raise NotAProject(path=path)


def _refuse_unwritable(path: Path) -> None:
    try:
        with path.open("r+b"):
            pass
    except OSError as error:
        raise ProjectReadOnly(path=path) from error


def _check_schema(database: Database, migrations: Path) -> None:
    with database.reading() as connection:
        names = inspect(connection).get_table_names()
        if "alembic_version" not in names:
            raise NotAProject(path=database.path)
        # A file that brings code of its own is none of ours.
        foreign = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')")
        ).scalar()
        if foreign is not None:
            raise ProjectDamaged(path=database.path, detail=f"unexpected {foreign}")
        found = revision_of(connection)
    if found != SCHEMA_REVISION:
        migrate(database, found, migrations)
    with database.reading() as connection:
        missing = set(metadata.tables) - set(inspect(connection).get_table_names())
    if missing:
        raise ProjectDamaged(path=database.path, detail=f"no table {min(missing)}")
