"""Insert whole rows with the least work in between: what every mark does four times.

SQLAlchemy's own work for a small insert takes longer than the insert. So a
statement is compiled once for each table and handed to the driver as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert
from sqlalchemy.exc import DBAPIError

_Row = Mapping[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[_Row]) -> None:
    """Insert `rows`, each of which names every column of `table`, in a transaction begun before."""
    # Beside SQLAlchemy, nothing begins one.
    assert connection.in_transaction()
    dialect = connection.dialect
    statement, arranged = _driver_insert(table, dialect)
    parameters = [arranged(row) for row in rows]
    with closing(connection.connection.cursor()) as cursor:
        try:
            cursor.executemany(statement, parameters)
        except dialect.loaded_dbapi.Error as error:
            raise _in_sqlalchemys_dress(error, statement, parameters, dialect) from error


def _in_sqlalchemys_dress(
    error: Exception, statement: str, parameters: list[Any], dialect: Dialect
) -> BaseException:
    base = dialect.loaded_dbapi.Error
    return DBAPIError.instance(statement, parameters, error, base, dialect=dialect, ismulti=True)


@lru_cache(maxsize=256)
def _driver_insert(table: Table, dialect: Dialect) -> tuple[str, Callable[[_Row], Any]]:
    """Return the statement, and what makes the driver's parameters of a row."""
    compiled = insert(table).inline().compile(dialect=dialect)
    names = compiled.positiontup or ()
    processors = _processors(table, dialect)
    if not compiled.positional:
        return str(compiled), lambda row: _processed(dict(row), processors)
    pick: Callable[[_Row], tuple[Any, ...]] = itemgetter(*names)
    if not processors:
        return str(compiled), pick
    places = {names.index(name): process for name, process in processors.items()}
    return str(compiled), lambda row: _processed(list(pick(row)), places)


def _processors(table: Table, dialect: Dialect) -> dict[str, Callable[[Any], Any]]:
    """Return what turns values into those that the driver takes, such as JSON into text."""
    found = {
        column.name: column.type.dialect_impl(dialect).bind_processor(dialect)
        for column in table.columns
    }
    return {name: process for name, process in found.items() if process is not None}


def _processed(values: Any, processors: Mapping[Any, Callable[[Any], Any]]) -> Any:
    for place, process in processors.items():
        values[place] = process(values[place])
    return values
