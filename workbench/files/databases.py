"""SQLite files of other programs, read as tables: the only SQL outside the store.

What such a file holds is not trusted. It is opened as it lies there, never written, no view,
trigger or virtual table of it is asked, nothing of its own is called, and what takes too much
memory or never ends is given up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from workbench.files.errors import DatabaseStillOpen, DatabaseTooLarge, FileDamaged
from workbench.files.sqlite_uri import AT_REST, sqlite_uri

#: How every SQLite file begins.
MAGIC = b"SQLite format 3\0"
MEGABYTES = 2_000
#: One value may have so many bytes: thirty times the longest article.
LONGEST_VALUE = 100_000_000

_HEAD = 100
_STEPS = 1_000_000
_MOST_CALLS = 5_000  # of _STEPS each: minutes, where a file of two gigabytes takes seconds
_LOGS = ("-wal", "-journal")
_ERRORS = (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError)
_PRAGMAS = ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA query_only=ON")
_ALLOWED = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ))
_GENERATED = (2, 3)

Cell = str | int | float | None


class ForeignDatabase:
    """The tables of a SQLite file; names of tables and columns go whatever their case."""

    def __init__(self, raw: sqlite3.Connection, file_name: str) -> None:
        self._raw = raw
        self._file_name = file_name
        self._names = _tables(raw)
        self._columns = {key: _columns(raw, name) for key, name in self._names.items()}
        # From here on nothing but reading tables is possible.
        raw.set_authorizer(_authorize)

    def has(self, table: str, *columns: str) -> bool:
        """Tell whether there is such a table with all these columns."""
        known = self._columns.get(table.casefold())
        return known is not None and all(each.casefold() in known for each in columns)

    def rows(
        self, table: str, columns: Sequence[str], *, order: Sequence[str] = ()
    ) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of a table, sorted by the columns in `order`.

        A column that the table lacks is None in each row; no table, no rows.

        Raises:
            FileDamaged
        """
        if not self.has(table):
            return
        chosen = [self._selected(table, each) for each in columns]
        source = _quoted(self._names[table.casefold()])
        # All names are quoted, and those of columns are known to be the table's.
        sql = f"SELECT {', '.join(chosen)} FROM {source}"  # noqa: S608
        known = [self._selected(table, each) for each in order if self.has(table, each)]
        if known:
            sql += f" ORDER BY {', '.join(known)}"
        with _as_damage(self._file_name), closing(self._raw.execute(sql)) as cursor:
            for row in cursor:
                yield tuple(map(_cell, row))

    def _selected(self, table: str, column: str) -> str:
        name = self._columns[table.casefold()].get(column.casefold())
        return "NULL" if name is None else _quoted(name)


@contextmanager
def foreign_database(path: Path) -> Generator[ForeignDatabase]:
    """Give the tables of a SQLite file that another program wrote.

    Raises:
        DatabaseTooLarge, DatabaseStillOpen
        FileDamaged: it is no SQLite file, or none that can be read.
        OSError
    """
    size = path.stat().st_size
    if size > MEGABYTES * 1_000_000:
        raise DatabaseTooLarge(file=path.name, megabytes=size // 1_000_000, limit=MEGABYTES)
    _refuse_open(path)
    _refuse_cut(path, size)
    with _as_damage(path.name):
        raw = _connected(path)
    with closing(raw):
        with _as_damage(path.name):
            database = ForeignDatabase(raw, path.name)
        yield database


def _refuse_open(path: Path) -> None:
    """Refuse a file with a log beside it: what lies in the log would be left out."""
    for ending in _LOGS:
        log = path.with_name(path.name + ending)
        if log.is_file() and log.stat().st_size:
            raise DatabaseStillOpen(file=path.name, log=log.name)


def is_database_with(
    path: Path, head: bytes, tables: Iterable[str], signs: Iterable[bytes]
) -> bool:
    """Tell whether a file is a database that has these tables; nothing is raised.

    `signs` are what its first bytes (`head`) mostly tell that by, without opening it.
    """
    if not head.startswith(MAGIC):
        return False
    if all(sign in head for sign in signs):
        return True
    try:
        with foreign_database(path) as database:
            return all(database.has(each) for each in tables)
    except (FileDamaged, OSError):
        return False


def _refuse_cut(path: Path, size: int) -> None:
    """Refuse a file that ends within a page: SQLite takes what is missing for zeros."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    page = int.from_bytes(head[16:18], "big")
    if not head.startswith(MAGIC) or size % (65_536 if page == 1 else page or size + 1):
        raise FileDamaged(file=path.name, kind="SQLite")


@contextmanager
def _as_damage(file_name: str) -> Generator[None]:
    try:
        yield
    except _ERRORS as error:
        raise FileDamaged(file=file_name, kind="SQLite") from error


def _connected(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(
        sqlite_uri(path, AT_REST), uri=True, isolation_level=None, check_same_thread=False
    )
    raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    raw.set_progress_handler(_Patience(), _STEPS)
    try:
        for pragma in _PRAGMAS:
            raw.execute(pragma)
    except BaseException:
        raw.close()
        raise
    return raw


class _Patience:
    """Give up what does not end: a true answer interrupts SQLite."""

    def __init__(self) -> None:
        self._calls = 0

    def __call__(self) -> bool:
        self._calls += 1
        return self._calls > _MOST_CALLS


def _tables(raw: sqlite3.Connection) -> Mapping[str, str]:
    """Return the names of the plain tables; views and virtual tables are none."""
    rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    plain = (str(name) for name, sql in rows if "VIRTUAL" not in str(sql).upper().split()[:2])
    return {name.casefold(): name for name in plain}


def _columns(raw: sqlite3.Connection, table: str) -> Mapping[str, str]:
    """Return a table's columns by their folded names; generated ones are reckoned, not kept."""
    rows = raw.execute(f"PRAGMA table_xinfo({_quoted(table)})").fetchall()
    return {str(row[1]).casefold(): str(row[1]) for row in rows if row[6] not in _GENERATED}


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _authorize(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _cell(value: object) -> Cell:
    """Return a value of SQLite's; what some programs store as bytes is text."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return value if isinstance(value, str | int | float) else None
