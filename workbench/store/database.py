"""The connection to a project's database: pragmas, one writer, readers for other threads."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from workbench.domain.errors import Defect
from workbench.files.sqlite_uri import AT_REST, sqlite_uri
from workbench.store.errors import DATABASE_ERRORS, ProjectMoved, as_refusal

Mode = Literal["ro", "rw", "immutable"]

#: How long a connection waits for another program's lock, in seconds.
PATIENCE = 5.0

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    # A file from elsewhere may be hostile: no functions or tricks from its schema.
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Database:
    """One open project file: a writer connection and as many readers as asked for."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine_on(lambda: _reader(path) if read_only else _in_wal(path))
        self._writer: Connection | None = None
        self._closed = False
        self._identity = _identity(path)

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a connection that sees one state of the data; usable in any thread.

        It is a connection of its own: it does not see what a transaction that is
        still open has written.
        """
        self._refuse_if_closed()
        with translated(self.path), self._engine.connect() as connection:
            try:
                yield connection
            finally:
                if self._closed:
                    connection.invalidate()

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Give the writer inside one transaction; commit at the end, roll back on an error."""
        self._refuse_if_closed()
        self._refuse_if_moved()
        with translated(self.path):
            if self._writer is None:
                self._writer = self._engine.connect().execution_options(writes=True)
            try:
                with self._writer.begin():
                    yield self._writer
            finally:
                _end_transaction(self._writer)

    def _refuse_if_closed(self) -> None:
        # A late reader would open the file anew, and leave its log beside it.
        if self._closed:
            raise Defect(f"“{self.path}” is closed already")

    def _refuse_if_moved(self) -> None:
        # SQLite would go on writing to a file and a log that no longer belong together.
        if _identity(self.path) != self._identity:
            raise ProjectMoved(path=self.path)

    def close(self) -> None:
        """Close every connection and leave a single file behind; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        moved = _identity(self.path) != self._identity
        if self._writer is not None:
            if moved:
                _fold_by_handle(self._writer)
            self._writer.close()
            self._writer = None
        self._engine.dispose()
        if moved:
            _drop_empty_log(self.path)
        elif not self.read_only:
            fold_into_one_file(self.path)


@contextmanager
def translated(path: Path) -> Generator[None]:
    """Raise database errors that a person can mend as typed refusals."""
    try:
        yield
    except DATABASE_ERRORS as error:
        refusal = as_refusal(error, path)
        if refusal is None:
            raise
        raise refusal from error


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that takes its name, None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _fold_by_handle(writer: Connection) -> None:
    """Move the log into the file that is open, whatever its name is by now."""
    raw = writer.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    with contextlib.suppress(*DATABASE_ERRORS):
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a file."""
    return path.with_name(path.name + "-wal")


def _drop_empty_log(path: Path) -> None:
    """Remove the log that a renamed file left under its old name, if nothing is in it."""
    log = log_of(path)
    with contextlib.suppress(OSError):
        if not path.exists() and log.stat().st_size == 0:
            log.unlink()
            path.with_name(path.name + "-shm").unlink(missing_ok=True)


def fold_into_one_file(path: Path) -> None:
    """Move what lies in the write-ahead log into the file and drop the log.

    Where that cannot be (another program reads the file, the disk is full), the
    log stays: nothing is lost, and the next to close the project folds it.
    """
    with (
        contextlib.suppress(*DATABASE_ERRORS),
        closing(connect(path, "rw", patience=1)) as raw,
    ):
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode=DELETE")


def connect(path: Path, mode: Mode, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open an existing file without SQLAlchemy; transactions begin when told to.

    "immutable" reads the file as it lies there, without locks and without its log.
    """
    uri = sqlite_uri(path, AT_REST if mode == "immutable" else f"mode={mode}")
    raw = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=patience
    )
    try:
        for pragma in _PRAGMAS:
            raw.execute(pragma)
    except BaseException:
        raw.close()
        raise
    return raw


def _reader(path: Path) -> sqlite3.Connection:
    return connect(path, "ro")


def _in_wal(path: Path) -> sqlite3.Connection:
    raw = connect(path, "rw")
    try:
        raw.execute("PRAGMA journal_mode=WAL")
    except BaseException:
        raw.close()
        raise
    return raw


def engine_on(connection: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine over connections made so; it begins and ends transactions itself."""
    engine = create_engine(
        "sqlite://",
        creator=connection,
        json_serializer=_JSON.encode,
        # Without a file name SQLAlchemy would take one connection a thread, shared by
        # its reader and its writer. Readers are few, and none should wait for another.
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=-1,
        pool_use_lifo=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _end_transaction(writer: Connection) -> None:
    # A commit that fails, for a broken reference or a full disk, leaves SQLite's own
    # transaction open, of which SQLAlchemy knows no more.
    raw = writer.connection.driver_connection
    if isinstance(raw, sqlite3.Connection) and raw.in_transaction:
        raw.rollback()


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    # A writer takes its lock at once: it must not find out in the middle that it cannot.
    raw.execute("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
