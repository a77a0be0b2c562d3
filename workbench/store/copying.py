"""Take codebook and articles of another project along, with their ids, without annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select

from workbench.store import tables as t
from workbench.store.database import Database, translated
from workbench.store.errors import whole_rows
from workbench.store.gate import Gate

# In an order in which what is named is there before what names it.
_TABLES: tuple[Table, ...] = (
    t.setting,
    t.code_list,
    t.attribute,
    t.category,
    t.alias,
    t.member,
    t.category_attribute,
    t.layer,
    t.variable,
)
_ARTICLES: tuple[Table, ...] = (t.article, t.note)
_APPEND_ONLY: tuple[Table, ...] = (t.original, t.text_version)


def copy_codebook_and_articles(source: Database, gate: Gate) -> None:
    """Copy into an empty project; every `uid` stays, rows get new ids of this project."""
    with source.reading() as connection:
        _copy(lambda statement: _rows(source.path, connection, statement), gate)


def _rows(
    path: Path, connection: Connection, statement: Select[*tuple[Any, ...]]
) -> Iterator[dict[str, Any]]:
    # Translated here: further out, damage of the source would pass for the copy's.
    with translated(path):
        for row in connection.execute(statement).mappings():
            yield dict(row)


def _copy(read: Callable[[Select[*tuple[Any, ...]]], Iterator[dict[str, Any]]], gate: Gate) -> None:
    for table in _APPEND_ONLY:
        for row in read(select(table)):
            gate.connection.execute(insert(table).inline(), [row])
    new_ids: dict[str, dict[int, int]] = {}
    for table in (*_TABLES, *_ARTICLES):
        rows = list(read(select(table).order_by(table.c.id)))
        old_ids = [row.pop("id") for row in rows]
        first = gate.last_id + 1
        mapping = {old: first + index for index, old in enumerate(old_ids)}
        new_ids[table.name] = mapping
        for row in rows:
            for column, target in _references(table):
                if row[column] is not None:
                    with whole_rows(table.name):
                        row[column] = new_ids[target][row[column]]
        gate.insert(table, rows)


def _references(table: Table) -> Iterable[tuple[str, str]]:
    for key in table.foreign_keys:
        if key.column.name == "id":
            yield key.parent.name, key.column.table.name
