"""Rows in order: what another order, or a place in between, changes of their ordinals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select


def new_ordinals(
    connection: Connection,
    table: Table,
    within: ColumnElement[bool],
    old: Sequence[int],
    new: Sequence[int | None],
) -> list[int | None]:
    """Return the ordinals that the rows of `new` get, None for one that keeps its own.

    `old` are the rows of that list in their order, `new` those of them that stay, in theirs, with
    None for each that is to be inserted.
    """
    kept = [each for each in new if each is not None]
    staying = set(kept)
    as_before = kept == [each for each in old if each in staying]
    if as_before and new[: len(kept)] == kept:
        return _appended(connection, table.c.ordinal, within, len(kept), len(new) - len(kept))
    known = dict(
        tuple(row)
        for row in connection.execute(select(table.c.id, table.c.ordinal).where(within)).all()
    )
    given = _increasing(sorted(known[each] for each in kept), new)
    return [
        None if id_ is not None and known[id_] == ordinal else ordinal
        for id_, ordinal in zip(new, given, strict=True)
    ]


def _appended(
    connection: Connection,
    ordinal: Column[int],
    within: ColumnElement[bool],
    kept: int,
    fresh: int,
) -> list[int | None]:
    if not fresh:
        return [None] * kept
    last = connection.execute(select(func.max(ordinal)).where(within)).scalar()
    first = 0 if last is None else int(last) + 1
    return [*[None] * kept, *range(first, first + fresh)]


def _increasing(slots: Iterable[int], new: Sequence[int | None]) -> list[int]:
    """Give those that stay the places that there are, and move them on where others come in."""
    places, last, given = iter(slots), -1, list[int]()
    for each in new:
        last = last + 1 if each is None else max(next(places), last + 1)
        given.append(last)
    return given
