"""Operations: begin and end them, undo and redo them from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Row,
    Table,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from workbench.domain.changes import Changed, OperationInfo
from workbench.store.errors import HistoryConflict, NothingToRedo, NothingToUndo
from workbench.store.gate import Touched, in_chunks, rows_by_id
from workbench.store.tables import JOURNALLED, change, operation

DONE, UNDONE, DROPPED, KEPT = "done", "undone", "dropped", "kept"
_BY_HAND = 2000


def last_id(connection: Connection) -> int:
    """Return the highest row id ever given in this project."""
    found = connection.execute(select(func.max(operation.c.last_id))).scalar()
    return int(found or 0)


def drop_undone(connection: Connection, coder: int | None, time: str) -> None:
    """Give up what `coder` had undone: a new operation overtakes it."""
    connection.execute(
        update(operation)
        .where(operation.c.coder_id == coder, operation.c.state == UNDONE)
        .values(state=DROPPED, state_time=time)
    )


def next_undo(connection: Connection, coder: int) -> OperationInfo | None:
    """Return the operation that undo would take back."""
    return _edge(connection, coder, DONE, newest=True)


def next_redo(connection: Connection, coder: int) -> OperationInfo | None:
    """Return the operation that redo would repeat."""
    return _edge(connection, coder, UNDONE, newest=False)


def _edge(connection: Connection, coder: int, state: str, *, newest: bool) -> OperationInfo | None:
    order = operation.c.id.desc() if newest else operation.c.id.asc()
    row = connection.execute(
        select(operation)
        .where(operation.c.coder_id == coder, operation.c.state == state)
        .order_by(order)
        .limit(1)
    ).first()
    return operation_info(row) if row else None


def operation_info(row: Row[Any]) -> OperationInfo:
    """Return a row of the operation table as the program knows it."""
    return OperationInfo(
        row.id, row.kind, row.coder_id or 0, row.time, row.article_id, row.state, row.facts
    )


def operations(connection: Connection, limit: int) -> list[OperationInfo]:
    """Return the latest operations, newest first."""
    rows = connection.execute(select(operation).order_by(operation.c.id.desc()).limit(limit))
    return [operation_info(row) for row in rows]


def undo(connection: Connection, coder: int, time: str) -> Changed:
    """Take back the coder's latest operation.

    Raises:
        NothingToUndo, HistoryConflict
    """
    info = next_undo(connection, coder)
    if info is None:
        raise NothingToUndo
    return _replay(connection, info, time, back=True)


def redo(connection: Connection, coder: int, time: str) -> Changed:
    """Repeat the operation that was taken back last.

    Raises:
        NothingToRedo, HistoryConflict
    """
    info = next_redo(connection, coder)
    if info is None:
        raise NothingToRedo
    return _replay(connection, info, time, back=False)


def _replay(connection: Connection, info: OperationInfo, time: str, *, back: bool) -> Changed:
    touched = Touched()
    try:
        for step, table, verb in _steps(connection, info.id, back=back):
            if verb == "update":
                _replay_update(connection, info.id, step, table, touched, back=back)
            else:
                appears = (verb == "insert") is not back
                replay = _put_back if appears else _take_away
                replay(connection, info.id, step, table, touched, verb)
    except IntegrityError as error:
        raise HistoryConflict from error
    connection.execute(
        update(operation)
        .where(operation.c.id == info.id)
        .values(state=UNDONE if back else DONE, state_time=time)
    )
    return touched.changed(info.article, info.id)


def _steps(connection: Connection, op: int, *, back: bool) -> Iterator[tuple[int, Table, str]]:
    order = change.c.step.desc() if back else change.c.step.asc()
    steps = connection.execute(
        select(change.c.step, change.c.table_name, change.c.verb)
        .where(change.c.operation_id == op)
        .distinct()
        .order_by(order)
    ).all()
    for step, name, verb in steps:
        yield step, JOURNALLED[name], verb


def _images(connection: Connection, op: int, step: int, side: str) -> dict[int, dict[str, Any]]:
    rows = connection.execute(
        select(change.c.row_id, change.c[side])
        .where(change.c.operation_id == op, change.c.step == step)
        .order_by(change.c.row_id)
    )
    return dict(tuple(row) for row in rows)


def _put_back(
    connection: Connection, op: int, step: int, table: Table, touched: Touched, verb: str
) -> None:
    """Insert the rows of a step: an insert repeated or a delete taken back."""
    images = _images(connection, op, step, "after" if verb == "insert" else "before")
    if rows_by_id(connection, table, images):
        raise HistoryConflict
    connection.execute(insert(table).inline(), list(images.values()))
    touched.add(table.name, images)


def _take_away(
    connection: Connection, op: int, step: int, table: Table, touched: Touched, verb: str
) -> None:
    """Delete the rows of a step, if they are as they were left."""
    images = _images(connection, op, step, "after" if verb == "insert" else "before")
    if rows_by_id(connection, table, images) != images:
        raise HistoryConflict
    for chunk in in_chunks(images):
        connection.execute(table.delete().where(table.c.id.in_(chunk)))
    touched.add(table.name, images)


def _replay_update(
    connection: Connection, op: int, step: int, table: Table, touched: Touched, *, back: bool
) -> None:
    """Set the columns of a step back or forth, in the database itself."""
    here = (change.c.operation_id == op) & (change.c.step == step)
    names = list(connection.execute(select(change.c.after).where(here).limit(1)).scalar_one())
    old, new = ("after", "before") if back else ("before", "after")
    joined = here & (change.c.row_id == table.c.id)
    same = [_is_held(table, old, name) for name in names]
    count = connection.execute(select(func.count()).select_from(change).where(here)).scalar_one()
    statement = (
        update(table).where(joined, *same).values({name: _held(table, new, name) for name in names})
    )
    if connection.execute(statement).rowcount != count:
        raise HistoryConflict
    if count > _BY_HAND:
        touched.add_many(table.name)
    else:
        touched.add(table.name, connection.execute(select(change.c.row_id).where(here)).scalars())


def _is_held(table: Table, side: str, name: str) -> ColumnElement[bool]:
    column: ColumnElement[Any] = table.c[name]
    return column.is_not_distinct_from(_held(table, side, name))


def _held(table: Table, side: str, name: str) -> Any:
    """Return the value of a column in the journal's image, typed like the column."""
    held = change.c[side][name]
    kind = table.c[name].type
    if isinstance(kind, Float):
        return held.as_float()
    return held.as_integer() if isinstance(kind, Integer) else held.as_string()
