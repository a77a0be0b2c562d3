"""The write gate: the only way into the journalled tables.

Four verbs (insert, update, delete, update_where); each call is one step of the
operation in the journal, with the images that undo and redo need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Float,
    Table,
    Update,
    bindparam,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import JSON

from workbench.domain.changes import Changed
from workbench.store.errors import NoSuchRow
from workbench.store.inserting import insert_rows
from workbench.store.tables import JOURNALLED, change

K = TypeVar("K", int, str)
Row = Mapping[str, Any]

#: Beyond so many touched rows of a table, panels reload instead of patching.
NAMED_AT_MOST = 2000
_CHUNK = 5000


def in_chunks(ids: Iterable[K]) -> Iterator[list[K]]:
    """Cut `ids` into lists short enough for one IN clause."""
    iterator = iter(ids)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk


def rows_by_id(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, Row]:
    """Return whole rows of `table` by id, those that exist."""
    statement = _BY_ID[table.name]
    found: dict[int, Row] = {}
    for chunk in in_chunks(ids):
        rows = connection.execute(statement, {"ids": chunk}).mappings()
        found.update((row["id"], dict(row)) for row in rows)
    return found


@lru_cache(maxsize=256)
def set_by_id(table: Table, names: tuple[str, ...]) -> Update:
    """Return the statement that sets columns of the row `row_id` from `new_` + their names."""
    return (
        update(table)
        .where(table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )


def has_real(table: Table, names: Iterable[str]) -> bool:
    """Tell whether a column holds floating point numbers.

    SQLite writes and reads those in JSON with 15 digits or its own rounding, so
    that their images are made and compared outside the database.
    """
    return any(isinstance(table.c[name].type, Float) for name in names)


class Touched:
    """Collect which rows an operation touches."""

    def __init__(self) -> None:
        self._tables: dict[str, set[int] | None] = {}

    def add(self, table: str, ids: Iterable[int]) -> None:
        """Note that rows were touched."""
        known = self._tables.setdefault(table, set())
        if known is None:
            return
        known.update(ids)
        if len(known) > NAMED_AT_MOST:
            self._tables[table] = None

    def add_many(self, table: str) -> None:
        """Note that more rows than one can name were touched."""
        self._tables[table] = None

    def include(self, changed: Changed) -> None:
        """Note what another operation touched."""
        for table, ids in changed.tables.items():
            if ids is None:
                self.add_many(table)
            else:
                self.add(table, ids)

    def changed(self, article: int | None, operation: int) -> Changed:
        """Return what was touched."""
        tables = {
            name: None if ids is None else frozenset(ids) for name, ids in self._tables.items()
        }
        return Changed(tables, article, operation)

    def __bool__(self) -> bool:
        return bool(self._tables)


class Gate:
    """Write rows inside one operation, whose id is the first of those that it gives.

    An operation that goes on gives ids after `last_id`, and numbers its steps after `step`.
    The journal is written by and by; `flush` writes what is left of it.
    """

    def __init__(
        self, connection: Connection, operation_id: int, last_id: int | None = None, step: int = 0
    ) -> None:
        self.connection = connection
        self.operation_id = operation_id
        self.last_id = operation_id if last_id is None else last_id
        self.touched = Touched()
        self._step = step
        self._unwritten: list[dict[str, Any]] = []

    def insert(self, table: Table, rows: Sequence[Row]) -> list[int]:
        """Insert `rows`, columns left out taking their defaults; return the new ids."""
        if not rows:
            return []
        ids = list(range(self.last_id + 1, self.last_id + 1 + len(rows)))
        self.last_id = ids[-1]
        blank = _BLANK[table.name]
        images = [{**blank, **row, "id": id_} for id_, row in zip(ids, rows, strict=True)]
        insert_rows(self.connection, table, images)
        self._record(table, "insert", [(image["id"], None, image) for image in images])
        return ids

    def update(self, table: Table, rows: Mapping[int, Row]) -> None:
        """Set columns of rows by id; what is the same already is not touched.

        Raises:
            NoSuchRow: an id names nothing.
        """
        before = rows_by_id(self.connection, table, rows)
        groups: dict[tuple[str, ...], list[tuple[int, Row, Row]]] = {}
        for id_, values in rows.items():
            old = before.get(id_)
            if old is None:
                raise NoSuchRow(table=table.name, id=id_)
            new = {name: value for name, value in values.items() if old[name] != value}
            if new:
                names = tuple(sorted(new))
                groups.setdefault(names, []).append((id_, {n: old[n] for n in names}, new))
        for names, images in groups.items():
            parameters = [
                {"row_id": id_, **{f"new_{name}": new[name] for name in names}}
                for id_, _, new in images
            ]
            self.connection.execute(set_by_id(table, names), parameters)
            self._record(table, "update", images)

    def delete(self, table: Table, ids: Iterable[int]) -> None:
        """Delete rows by id.

        Raises:
            NoSuchRow: an id names nothing.
        """
        wanted = list(dict.fromkeys(ids))
        before = rows_by_id(self.connection, table, wanted)
        for id_ in wanted:
            if id_ not in before:
                raise NoSuchRow(table=table.name, id=id_)
        for chunk in in_chunks(wanted):
            self.connection.execute(DELETE[table.name], {"ids": chunk})
        if wanted:
            self._record(table, "delete", [(id_, before[id_], None) for id_ in wanted])

    def update_where(
        self, table: Table, where: ColumnElement[bool], values: Mapping[str, Any]
    ) -> int:
        """Set columns of all rows that meet `where`, journalled by the database itself.

        Returns the number of rows that changed.
        """
        columns = table.c
        new = {name: literal(value, columns[name].type) for name, value in values.items()}
        differs = or_(*(columns[name].is_distinct_from(value) for name, value in new.items()))
        chosen = where & differs
        if has_real(table, values):
            ids = self.connection.execute(select(columns.id).where(chosen)).scalars().all()
            self.update(table, dict.fromkeys(ids, values))
            return len(ids)
        self._step += 1
        source = select(
            literal(self.operation_id),
            literal(self._step),
            columns.id,
            literal(table.name),
            literal("update"),
            _Image(*(part for name in values for part in (name, columns[name]))),
            _Image(*(part for name, value in new.items() for part in (name, value))),
        ).where(chosen)
        count = self.connection.execute(
            insert(change).from_select(_CHANGE_COLUMNS, source)
        ).rowcount
        if count:
            self.connection.execute(update(table).where(chosen).values(dict(values)))
            self._touch_step(table, count)
        return count

    def _touch_step(self, table: Table, count: int) -> None:
        if count > NAMED_AT_MOST:
            self.touched.add_many(table.name)
            return
        here = (change.c.operation_id == self.operation_id) & (change.c.step == self._step)
        rows = self.connection.execute(select(change.c.row_id).where(here))
        self.touched.add(table.name, rows.scalars())

    def _record(
        self, table: Table, verb: str, images: Sequence[tuple[int, Row | None, Row | None]]
    ) -> None:
        self._step += 1
        # SQLAlchemy's names are more than text, which the driver would look into each time.
        name = str(table.name)
        self._unwritten.extend(
            {
                "operation_id": self.operation_id,
                "step": self._step,
                "row_id": id_,
                "table_name": name,
                "verb": verb,
                "before": before,
                "after": after,
            }
            for id_, before, after in images
        )
        self.touched.add(name, (id_ for id_, _, _ in images))
        if len(self._unwritten) > _CHUNK:
            self.flush()

    def flush(self) -> None:
        """Write what is left of the journal."""
        if self._unwritten:
            insert_rows(self.connection, change, self._unwritten)
            self._unwritten = []


class _Image(GenericFunction[Any]):
    """A JSON object of names and values, made by the database."""

    type = JSON()
    inherit_cache = True
    name = "json_object"


@compiles(_Image, "postgresql")
def _image_on_postgresql(element: _Image, compiler: Any, **options: Any) -> str:
    return f"json_build_object{compiler.process(element.clause_expr, **options)}"


def _default(column: Column[Any]) -> Any:
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None


# Statements are built once: for a small write that costs more than running them.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_BY_ID = {name: select(table).where(table.c.id.in_(_IDS)) for name, table in JOURNALLED.items()}
INSERT = {name: insert(table).inline() for name, table in JOURNALLED.items()}
DELETE = {name: table.delete().where(table.c.id.in_(_IDS)) for name, table in JOURNALLED.items()}
_CHANGE_COLUMNS = ["operation_id", "step", "row_id", "table_name", "verb", "before", "after"]

# A row of defaults for each table, so that an image names every column.
_BLANK = {
    name: {column.name: _default(column) for column in table.columns}
    for name, table in JOURNALLED.items()
}
