"""SQLite: one file with the tables as they are, and a view of each that tells labels for keys.

The SQL itself is the store's: what writes the file is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from workbench.dataset.cells import missing_words
from workbench.dataset.formats.options import Loss, Making, refuse_wide
from workbench.dataset.model import Column, Row, Table, Type
from workbench.domain.values import Missing

FILE = "dataset.sqlite"
#: The labels of all categories and missing values, for joins by one's own hand.
LABELS = "value_labels"
#: What SQLite is built to hold in a table, and a view, wherever the file is opened.
MOST_COLUMNS = 2_000

_KINDS = {Type.INTEGER: "INTEGER", Type.REAL: "REAL", Type.BOOLEAN: "INTEGER"}
_LABEL_COLUMNS = {"table_name": "TEXT", "column_name": "TEXT", "value": "TEXT"} | {
    "code": "INTEGER",
    "label": "TEXT",
}


class SqlFile(Protocol):
    """A database file that is being written."""

    def create(self, table: str, columns: dict[str, str], key: Sequence[str]) -> None:
        """Make a table: its columns with their types, and what tells its rows apart."""
        ...

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Write rows."""
        ...

    def create_label_view(self, table: str, columns: dict[str, bool], labels: str) -> None:
        """Make `TABLE_labels`: these columns, by their label in `labels` where one is wanted."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...


class SqlTables:
    """Write all tables to one SQLite file that `make` opens."""

    losses: Sequence[Loss] = ()

    def __init__(self, making: Making, make: Callable[[Path], SqlFile]) -> None:
        self._language = making.language
        self._path = making.folder / FILE
        self._file = make(self._path)
        self._file.create(LABELS, _LABEL_COLUMNS, ("table_name", "column_name", "value"))

    def open(self, table: Table) -> None:
        refuse_wide(table.name, len(table.columns), "SQLite", MOST_COLUMNS)
        columns = {each.name: _KINDS.get(each.type, "TEXT") for each in table.columns}
        self._file.create(table.name, columns, table.key)
        self._file.insert(LABELS, list(_labels(table, self._language)))
        shown = {each.name: bool(each.values) for each in table.columns if not each.repeats}
        if any(shown.values()):
            self._file.create_label_view(table.name, shown, LABELS)

    def write(self, table: str, rows: Sequence[Row]) -> None:
        self._file.insert(table, rows)

    def close(self) -> Sequence[Path]:
        self._file.close()
        return [self._path]

    def abandon(self) -> None:
        self._file.close()


def _labels(table: Table, language: str) -> Iterator[Row]:
    for column in table.columns:
        if column.values:
            yield from ((table.name, column.name, *each) for each in _told(column, language))


def _told(column: Column, language: str) -> Iterator[tuple[str, int, str]]:
    for each in column.values:
        yield each.key, each.code, each.label
    for missing in Missing if column.missing else ():
        yield str(int(missing)), int(missing), missing_words(missing).told(language)
