"""Operations: begin and end them, undo and redo them from the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    bindparam,
    cast,
    func,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from workbench.domain.changes import Changed, OperationInfo
from workbench.store.errors import (
    HistoryConflict,
    NothingToRedo,
    NothingToUndo,
    OperationOver,
    StepConflict,
    whole_rows,
)
from workbench.store.gate import (
    DELETE,
    INSERT,
    NAMED_AT_MOST,
    Touched,
    has_real,
    in_chunks,
    rows_by_id,
    set_by_id,
)
from workbench.store.tables import JOURNALLED, change, operation

DONE, UNDONE, DROPPED, KEPT = "done", "undone", "dropped", "kept"

# Statements are built once: for a small step that costs more than running them.
_COMING = (
    select(operation)
    .where(operation.c.coder_id == bindparam("coder"), operation.c.state == bindparam("state"))
    .limit(1)
)
_NEWEST = _COMING.order_by(operation.c.id.desc())
_OLDEST = _COMING.order_by(operation.c.id.asc())
_SET_STATE = (
    update(operation)
    .where(operation.c.id == bindparam("operation"))
    .values(state=bindparam("new_state"), state_time=bindparam("new_time"))
)
_OF_STEP = (change.c.operation_id == bindparam("operation")) & (change.c.step == bindparam("step"))
_IMAGES = {
    side: select(change.c.row_id, change.c[side]).where(_OF_STEP).order_by(change.c.row_id)
    for side in ("before", "after")
}
_STEPS = (
    select(change.c.step, change.c.table_name, change.c.verb)
    .where(change.c.operation_id == bindparam("operation"))
    .distinct()
    .order_by(change.c.step)
)


def last_id(connection: Connection) -> int:
    """Return the highest row id ever given in this project: the newest operation holds it."""
    latest = select(operation.c.last_id).order_by(operation.c.id.desc()).limit(1)
    return int(connection.execute(latest).scalar() or 0)


def to_go_on(connection: Connection, operation_id: int) -> tuple[OperationInfo, int]:
    """Return an operation that goes on, and the number of its last step.

    Raises:
        OperationOver: it was taken back.
    """
    here = select(operation).where(operation.c.id == operation_id, operation.c.state == DONE)
    row = connection.execute(here).first()
    if row is None:
        raise OperationOver
    step = select(func.max(change.c.step)).where(change.c.operation_id == operation_id)
    return _info(row), int(connection.execute(step).scalar_one())


def went_on(connection: Connection, info: OperationInfo, last_id: int) -> None:
    """Write what an operation tells of itself now, and the highest row id given so far."""
    connection.execute(
        update(operation)
        .where(operation.c.id == info.id)
        .values(article_id=info.article, facts=dict(info.facts))
    )
    newest = select(func.max(operation.c.id)).scalar_subquery()
    connection.execute(update(operation).where(operation.c.id == newest).values(last_id=last_id))


def drop_undone(connection: Connection, coder: int | None, time: str) -> None:
    """Give up what `coder` had undone: a new operation overtakes it."""
    connection.execute(
        update(operation)
        .where(operation.c.coder_id == coder, operation.c.state == UNDONE)
        .values(state=DROPPED, state_time=time)
    )


def next_undo(connection: Connection, coder: int) -> OperationInfo | None:
    """Return the operation that undo would take back."""
    return _edge(connection, _NEWEST, coder, DONE)


def next_redo(connection: Connection, coder: int) -> OperationInfo | None:
    """Return the operation that redo would repeat."""
    return _edge(connection, _OLDEST, coder, UNDONE)


def _edge(
    connection: Connection, coming: Select[Any], coder: int, state: str
) -> OperationInfo | None:
    with whole_rows("operation"):
        row = connection.execute(coming, {"coder": coder, "state": state}).first()
    return _info(row) if row else None


def _info(row: Row[Any]) -> OperationInfo:
    return OperationInfo(
        row.id, row.kind, row.coder_id or 0, row.time, row.article_id, row.state, row.facts
    )


def is_done(connection: Connection, operation_id: int) -> bool:
    """Tell whether an operation is there and not taken back."""
    here = select(operation.c.id).where(operation.c.id == operation_id, operation.c.state == DONE)
    return connection.execute(here).first() is not None


def operations(connection: Connection, limit: int) -> list[OperationInfo]:
    """Return the latest operations, newest first."""
    latest = select(operation).order_by(operation.c.id.desc()).limit(limit)
    with whole_rows("operation"):
        return [_info(row) for row in connection.execute(latest)]


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


def steps_to(connection: Connection, coder: int, point: int) -> list[OperationInfo]:
    """Return the coder's steps to take back, or else to repeat, in turn, to be just after a step.

    Those to take back are done, those to repeat undone. `point` may be a step of anybody: one's
    own are brought to where they were when it was done.
    """
    mine, id_, state = operation.c.coder_id == coder, operation.c.id, operation.c.state
    back = select(operation).where(mine, state == DONE, id_ > point).order_by(id_.desc())
    forth = select(operation).where(mine, state == UNDONE, id_ <= point).order_by(id_)
    with whole_rows("operation"):
        return [_info(row) for row in connection.execute(back)] or [
            _info(row) for row in connection.execute(forth)
        ]


def travel(
    connection: Connection, coder: int, point: int, time: str, check: Callable[[int], None]
) -> Changed:
    """Take back or repeat the coder's steps until one is just after `point`; `check` looks at each.

    Raises:
        StepConflict: it names the step that stands in the way.
        NothingToUndo: one is there already.
    """
    touched, articles = Touched(), set[int | None]()
    steps = steps_to(connection, coder, point)
    if not steps:
        raise NothingToUndo
    for info in steps:
        try:
            changed = _replay(connection, info, time, back=info.state == DONE)
            check(info.id)
        except (HistoryConflict, IntegrityError) as error:
            raise StepConflict(step=info.kind, time=info.time, operation=info.id) from error
        touched.include(changed)
        articles.add(info.article)
    return touched.changed(articles.pop() if len(articles) == 1 else None, steps[-1].id)


def keep(connection: Connection, operation_id: int, time: str) -> None:
    """Take an operation out of what undo offers; what it did stays."""
    connection.execute(
        update(operation)
        .where(operation.c.id == operation_id, operation.c.state == DONE)
        .values(state=KEPT, state_time=time)
    )


def _replay(connection: Connection, info: OperationInfo, time: str, *, back: bool) -> Changed:
    touched = Touched()
    with whole_rows("change"):
        for step, table, verb in _steps(connection, info.id, back=back):
            if verb == "update":
                _replay_update(connection, info.id, step, table, touched, back=back)
            else:
                appears = (verb == "insert") is not back
                replay = _put_back if appears else _take_away
                replay(connection, info.id, step, table, touched, verb)
    state = UNDONE if back else DONE
    connection.execute(_SET_STATE, {"operation": info.id, "new_state": state, "new_time": time})
    return touched.changed(info.article, info.id)


def _steps(connection: Connection, op: int, *, back: bool) -> Iterator[tuple[int, Table, str]]:
    steps = connection.execute(_STEPS, {"operation": op}).all()
    for step, name, verb in reversed(steps) if back else steps:
        yield step, JOURNALLED[name], verb


def _images(connection: Connection, op: int, step: int, side: str) -> dict[int, dict[str, Any]]:
    rows = connection.execute(_IMAGES[side], {"operation": op, "step": step})
    return dict(tuple(row) for row in rows)


def _put_back(
    connection: Connection, op: int, step: int, table: Table, touched: Touched, verb: str
) -> None:
    """Insert the rows of a step: an insert repeated or a delete taken back."""
    images = _images(connection, op, step, "after" if verb == "insert" else "before")
    if rows_by_id(connection, table, images):
        raise HistoryConflict
    connection.execute(INSERT[table.name], list(images.values()))
    touched.add(table.name, images)


def _take_away(
    connection: Connection, op: int, step: int, table: Table, touched: Touched, verb: str
) -> None:
    """Delete the rows of a step, if they are as they were left."""
    images = _images(connection, op, step, "after" if verb == "insert" else "before")
    if rows_by_id(connection, table, images) != images:
        raise HistoryConflict
    for chunk in in_chunks(images):
        connection.execute(DELETE[table.name], {"ids": chunk})
    touched.add(table.name, images)


def _replay_update(
    connection: Connection, op: int, step: int, table: Table, touched: Touched, *, back: bool
) -> None:
    """Set the columns of a step back or forth, if they are as they were left."""
    here = (change.c.operation_id == op) & (change.c.step == step)
    names = list(connection.execute(select(change.c.after).where(here).limit(1)).scalar_one())
    old, new = ("after", "before") if back else ("before", "after")
    if has_real(table, names):
        _set_by_hand(
            connection,
            table,
            _images(connection, op, step, old),
            _images(connection, op, step, new),
        )
    else:
        _set_in_database(connection, table, here, names, old, new)
    rows = connection.execute(select(change.c.row_id).where(here).limit(NAMED_AT_MOST + 1))
    touched.add(table.name, rows.scalars())


def _set_by_hand(
    connection: Connection,
    table: Table,
    old: dict[int, dict[str, Any]],
    new: dict[int, dict[str, Any]],
) -> None:
    rows = rows_by_id(connection, table, old)
    if {id_: {name: row[name] for name in old[id_]} for id_, row in rows.items()} != old:
        raise HistoryConflict
    parameters = [
        {"row_id": id_, **{f"new_{name}": value for name, value in image.items()}}
        for id_, image in new.items()
    ]
    names = tuple(next(iter(new.values())))
    connection.execute(set_by_id(table, names), parameters)


def _set_in_database(
    connection: Connection,
    table: Table,
    here: ColumnElement[bool],
    names: list[str],
    old: str,
    new: str,
) -> None:
    joined = here & (change.c.row_id == table.c.id)
    same = [table.c[name].is_not_distinct_from(_held(table, old, name)) for name in names]
    values = {name: _held(table, new, name) for name in names}
    count = connection.execute(select(func.count()).select_from(change).where(here)).scalar_one()
    if connection.execute(update(table).where(joined, *same).values(values)).rowcount != count:
        raise HistoryConflict


def _held(table: Table, side: str, name: str) -> ColumnElement[Any]:
    """Return the value of a column in the journal's image, typed like the column."""
    return cast(change.c[side][name].as_string(), table.c[name].type)
