"""The connection to a project's database: pragmas, one writer, readers for other threads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from workbench.store.errors import as_refusal

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    # A file from elsewhere may be hostile: no functions or tricks from its schema.
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Database:
    """One open project file: a writer connection and as many readers as asked for."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.engine = _engine(path, read_only=read_only)
        self._writer: Connection | None = None

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a connection that sees one state of the data; usable in any thread."""
        with self.translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Give the writer inside one transaction; commit at the end, roll back on an error."""
        with self.translated():
            if self._writer is None:
                self._writer = self.engine.connect().execution_options(writes=True)
            with self._writer.begin():
                yield self._writer

    @contextmanager
    def translated(self) -> Generator[None]:
        """Raise database errors that a person can mend as typed refusals."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            refusal = as_refusal(error, self.path)
            if refusal is None:
                raise
            raise refusal from error

    def close(self) -> None:
        """Close every connection and leave a single file behind."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self.engine.dispose()
        if not self.read_only:
            fold_into_one_file(self.path)


def fold_into_one_file(path: Path) -> None:
    """Move what lies in the write-ahead log into the file and drop the log."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=1)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode=DELETE")


def _engine(path: Path, *, read_only: bool) -> Engine:
    mode = "ro" if read_only else "rw"
    # The path goes through quote(), so that ? # % in names stay part of the name.
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # SQLAlchemy begins and ends transactions itself (isolation_level=None).
        raw = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5
        )
        for pragma in _PRAGMAS:
            raw.execute(pragma)
        if not read_only:
            raw.execute("PRAGMA journal_mode=WAL")
        return raw

    engine = create_engine("sqlite://", creator=connect, json_serializer=_dumps, poolclass=None)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    # A writer takes its lock at once: it must not find out in the middle that it cannot.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
