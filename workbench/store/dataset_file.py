"""A plain SQLite file of tables for users of SQL: no project, nothing of ours in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class DatasetFile:
    """A database file that is written once, by one thread, and then only read by others."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._inserts: dict[str, str] = {}
        # Written beside its place and thrown away if anything fails: nothing to be rolled back.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN")

    def create(self, table: str, columns: dict[str, str], key: Sequence[str]) -> None:
        """Make a table: its columns with their types, and what tells its rows apart."""
        described = [f"{_quoted(name)} {kind}" for name, kind in columns.items()]
        if key:
            described.append(f"PRIMARY KEY ({', '.join(map(_quoted, key))})")
        self._connection.execute(f"CREATE TABLE {_quoted(table)} ({', '.join(described)})")
        places = ", ".join("?" * len(columns))
        self._inserts[table] = f"INSERT INTO {_quoted(table)} VALUES ({places})"  # noqa: S608

    def insert(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows."""
        self._connection.executemany(self._inserts[table], rows)

    def create_label_view(self, table: str, columns: dict[str, bool], labels: str) -> None:
        """Make `TABLE_labels`: these columns, by their label in `labels` where one is wanted."""
        shown = [
            _label(table, name, labels) if labelled else f"t.{_quoted(name)}"
            for name, labelled in columns.items()
        ]
        query = f"SELECT {', '.join(shown)} FROM {_quoted(table)} AS t"  # noqa: S608
        self._connection.execute(f"CREATE VIEW {_quoted(table + '_labels')} AS {query}")

    def close(self) -> None:
        """Finish the file."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._connection.close()


def _label(table: str, column: str, labels: str) -> str:
    """Return the label of a column's value, as a part of a query; the value where it has none."""
    found = (
        f"SELECT l.label FROM {_quoted(labels)} AS l WHERE l.table_name = '{table}' "  # noqa: S608
        f"AND l.column_name = '{column}' AND l.value = t.{_quoted(column)}"
    )
    return f"COALESCE(({found}), t.{_quoted(column)}) AS {_quoted(column)}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
