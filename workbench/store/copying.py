"""Take codebook and articles of another project along, with their ids, without annotations.

Memos on categories and on the project belong to the codebook and come along; what a coder wrote
about an article stays behind like the coding, so that another one reads the article unswayed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import Any

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import IntegrityError

from workbench.store import tables as t
from workbench.store.database import Database, translated
from workbench.store.errors import ProjectDamaged, RowsDamaged, whole_rows
from workbench.store.gate import Gate

# In an order in which what is named is there before what names it.
_TABLES: tuple[Table, ...] = (t.setting, t.codebook_version, *t.CODEBOOK, t.cleaning_choice)
_ARTICLES: tuple[Table, ...] = (t.article, t.note, t.memo)
_APPEND_ONLY: tuple[Table, ...] = (t.original, t.text_version, t.fingerprint)


def copy_codebook_and_articles(source: Database, gate: Gate) -> None:
    """Copy into an empty project; every `uid` stays, rows get new ids of this project.

    Raises:
        ProjectDamaged, RowsDamaged: the source is not whole.
    """
    try:
        with source.reading() as connection:
            _copy(_Source(source.path, connection), gate)
    except IntegrityError as error:  # rows that a whole project could not hold
        raise ProjectDamaged(path=source.path, detail=error.orig) from error


class _Source:
    """The project that is copied; its damage must not pass for the copy's."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        self._connection = connection

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table, in order."""
        order = list(table.primary_key)
        kinds = {column.name: _KINDS[column.type.python_type] for column in table.columns}
        with translated(self._path):
            for row in self._connection.execute(select(table).order_by(*order)).mappings():
                # SQLite keeps anything in any column, the journal does not.
                if not all(isinstance(value, kinds[name]) for name, value in row.items()):
                    raise RowsDamaged(table=table.name, detail="a value of another type")
                yield dict(row)


_KINDS: dict[type, tuple[type, ...]] = {
    str: (str, NoneType),
    bytes: (bytes, NoneType),
    int: (int, NoneType),
    float: (float, int, NoneType),
}


def _copy(source: _Source, gate: Gate) -> None:
    for table in _APPEND_ONLY:
        for row in source.rows(table):
            gate.connection.execute(insert(table).inline(), [row])
    new_ids: dict[str, dict[int, int]] = {}
    for table in (*_TABLES, *_ARTICLES):
        rows = [row for row in source.rows(table) if not _stays_behind(table, row)]
        old_ids = [row.pop("id") for row in rows]
        first = gate.last_id + 1
        mapping = {old: first + index for index, old in enumerate(old_ids)}
        new_ids[table.name] = mapping
        for row in rows:
            for column, target in _references(table):
                if target not in new_ids:  # who froze a version or wrote a memo stays behind
                    row[column] = None
                elif row[column] is not None:
                    with whole_rows(table.name):
                        row[column] = new_ids[target][row[column]]
        gate.insert(table, rows)


def _stays_behind(table: Table, row: Mapping[str, Any]) -> bool:
    return table is t.memo and row["article_id"] is not None


def _references(table: Table) -> Iterable[tuple[str, str]]:
    for key in table.foreign_keys:
        if key.column.name == "id":
            yield key.parent.name, key.column.table.name
