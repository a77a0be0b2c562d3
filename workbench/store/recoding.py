"""Values of many annotations written anew at once, by the database itself where it can."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from workbench.store import tables as t
from workbench.store.gate import Gate, in_chunks

_v = t.annotation_value
_Row = Mapping[str, Any]
_VALUES = ("annotation_id", "variable_id", "category_id", "number", "text", "link_id", "missing")


def merge_values(gate: Gate, sources: Sequence[int], target: int, time: str) -> int:
    """Let annotations and rejections name `target` in the place of `sources`.

    What would stand twice among the values of one variable stands once. Returns the number of
    annotations that changed.
    """
    named = _v.c.category_id.in_(sources)
    count = _touch(gate, select(_v.c.annotation_id).where(named), time)
    _merge_doubles(gate, sources, target)
    gate.update_where(_v, named, {"category_id": target})
    gate.update_where(t.rejection, t.rejection.c.category_id.in_(sources), {"category_id": target})
    gate.delete(t.rejection, _rejected_twice(gate, target))
    return count


def _rejected_twice(gate: Gate, category: int) -> Sequence[int]:
    """Return the rejections of a category that an older one says already."""
    r = t.rejection.c
    here = r.category_id == category
    oldest = select(func.min(r.id)).where(here)
    oldest = oldest.group_by(r.article_id, r.coder_id, r.start, r.end)
    return gate.connection.execute(select(r.id).where(here, r.id.not_in(oldest))).scalars().all()


def _touch(gate: Gate, annotations: Select[Any], time: str) -> int:
    """Say of annotations that they have changed now; return how many."""
    return gate.update_where(t.annotation, t.annotation.c.id.in_(annotations), {"modified": time})


def _merge_doubles(gate: Gate, sources: Sequence[int], target: int) -> None:
    """Write anew the values of variables that hold two of the categories which become one."""
    several = select(t.variable.c.id).where(t.variable.c.several == 1)
    one = _v.c.category_id.in_([*sources, target]) & _v.c.variable_id.in_(several)
    doubles = _pairs(gate, one)
    if not doubles:
        return
    among = set(sources)

    def merged(row: _Row) -> _Row:
        return {**row, "category_id": target} if row["category_id"] in among else row

    rewrite_values(gate, doubles, merged)


def _pairs(gate: Gate, where: ColumnElement[bool]) -> dict[int, set[int]]:
    """Return the variables that hold more than one of the chosen values, by annotation."""
    by = (_v.c.annotation_id, _v.c.variable_id)
    # As many as are not told apart by these two columns: cheaper than counting each group.
    seen: set[tuple[int, int]] = set()
    found: dict[int, set[int]] = {}
    for annotation, variable in gate.connection.execute(select(*by).where(where)):
        if (annotation, variable) in seen:
            found.setdefault(annotation, set()).add(variable)
        seen.add((annotation, variable))
    return found


def assign_values(gate: Gate, source: int, assignments: Mapping[int, int], time: str) -> None:
    """Let annotations, each by its id, name another category in the place of `source`."""
    several = set(
        gate.connection.execute(select(t.variable.c.id).where(t.variable.c.several == 1)).scalars()
    )
    updates: dict[int, dict[str, int]] = {}
    rewrites: dict[int, set[int]] = {}
    for chunk in in_chunks(assignments):
        held = (_v.c.category_id == source) & _v.c.annotation_id.in_(chunk)
        rows = select(_v.c.id, _v.c.annotation_id, _v.c.variable_id).where(held)
        for id_, annotation, variable in gate.connection.execute(rows):
            if variable in several:
                rewrites.setdefault(annotation, set()).add(variable)
            else:
                updates[id_] = {"category_id": assignments[annotation]}

    def assigned(row: _Row) -> _Row:
        new = assignments[row["annotation_id"]]
        return {**row, "category_id": new} if row["category_id"] == source else row

    gate.update(_v, updates)
    rewrite_values(gate, rewrites, assigned)
    gate.update(t.annotation, {id_: {"modified": time} for id_ in assignments})


def rewrite_values(
    gate: Gate, variables: Mapping[int, Iterable[int]], change: Callable[[_Row], _Row]
) -> None:
    """Write the values of some annotations' variables anew, in their order, each of them once."""
    old: list[int] = []
    new: dict[tuple[int, int], dict[tuple[Any, ...], _Row]] = {}
    for chunk in in_chunks(variables):
        rows = gate.connection.execute(
            select(_v)
            .where(_v.c.annotation_id.in_(chunk))
            .order_by(_v.c.annotation_id, _v.c.ordinal)
        )
        for row in rows.mappings():
            if row["variable_id"] not in variables[row["annotation_id"]]:
                continue
            old.append(row["id"])
            values = change({name: row[name] for name in _VALUES})
            place = (values["annotation_id"], values["variable_id"])
            new.setdefault(place, {}).setdefault(tuple(values.values()), values)
    gate.delete(_v, old)
    gate.insert(
        _v,
        [
            {**row, "ordinal": ordinal}
            for rows in new.values()
            for ordinal, row in enumerate(rows.values())
        ],
    )
