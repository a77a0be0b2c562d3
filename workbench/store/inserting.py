"""Insert whole rows with the least work in between: what every mark does four times.

SQLAlchemy's own work for a small insert takes longer than the insert. So a
statement is compiled once for each table and handed to the driver as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

_Row = Mapping[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[_Row]) -> None:
    """Insert `rows`, each of which names every column of `table`."""
    statement, arranged = _driver_insert(table, connection.dialect)
    connection.exec_driver_sql(statement, [arranged(row) for row in rows])


@lru_cache(maxsize=256)
def _driver_insert(table: Table, dialect: Dialect) -> tuple[str, Callable[[_Row], Any]]:
    """Return the statement, and what makes the driver's parameters of a row."""
    compiled = insert(table).inline().compile(dialect=dialect)
    prepared = _prepared(table, dialect)
    order: Callable[[_Row], Any] = dict[str, Any]
    if compiled.positional:
        order = itemgetter(*(compiled.positiontup or ()))
    return str(compiled), lambda row: order(prepared(row))


def _prepared(table: Table, dialect: Dialect) -> Callable[[_Row], _Row]:
    """Return what turns values into those that the driver takes, such as JSON into text."""
    found = [
        (column.name, column.type.dialect_impl(dialect).bind_processor(dialect))
        for column in table.columns
    ]
    processors = [(name, process) for name, process in found if process is not None]

    def prepare(row: _Row) -> _Row:
        changed = {name: process(row[name]) for name, process in processors}
        return {**row, **changed}

    return prepare if processors else lambda row: row
