"""Values of a variable that becomes another one, and annotations that change their layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Variable
from workbench.domain.conversion import Conversion
from workbench.domain.values import Scalar, Values
from workbench.store import tables as t
from workbench.store.annotations import VALUE_COLUMNS, scalar_of, value_columns, value_rows
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.gate import Gate, in_chunks

_v = t.annotation_value


@dataclass(frozen=True)
class Converted:
    """The values of one annotation's variable: the rows that hold them, and what they will be."""

    annotation: int
    rows: tuple[int, ...]
    values: tuple[Scalar, ...] | None


def converted(
    connection: Connection, stored: StoredCodebook, layer: str, old: Variable, into: Conversion
) -> Iterator[Converted]:
    """Yield what the values of a variable will be, annotation by annotation."""
    columns = (_v.c.annotation_id, _v.c.id, *(_v.c[name] for name in VALUE_COLUMNS))
    of_variable = _v.c.variable_id == stored.keys.variables[layer, old.key]
    rows = connection.execute(
        select(*columns).where(of_variable).order_by(_v.c.annotation_id, _v.c.ordinal)
    )
    for annotation, group in groupby(map(tuple, rows), key=itemgetter(0)):
        ids: list[int] = []
        scalars: list[Scalar] = []
        for _, id_, *value in group:
            ids.append(id_)
            scalars.append(scalar_of(stored, old, value))
        yield Converted(annotation, tuple(ids), into.values(tuple(scalars)))


def write_converted(
    gate: Gate,
    stored: StoredCodebook,
    variable: Variable,
    found: Sequence[Converted],
    time: str,
) -> None:
    """Write values that all fit as those of `variable`, which `stored` has already."""
    updates: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for each in found:
        values = each.values or ()
        rows = each.rows[: len(values)]
        gone += each.rows[len(values) :]
        for id_, scalar in zip(rows, values, strict=True):
            blank = dict.fromkeys(VALUE_COLUMNS)
            updates[id_] = {**blank, **value_columns(stored, variable, scalar)}
    gate.delete(_v, gone)
    gate.update(_v, updates)
    gate.update(t.annotation, {each.annotation: {"modified": time} for each in found})


def move_to_layer(
    gate: Gate,
    stored: StoredCodebook,
    moving: Sequence[tuple[Annotation, Values]],
    layer: str,
    time: str,
) -> None:
    """Put annotations into a layer, with the values that they have there."""
    old: list[int] = []
    for chunk in in_chunks(each.id for each, _ in moving):
        here = select(_v.c.id).where(_v.c.annotation_id.in_(chunk))
        old += gate.connection.execute(here).scalars()
    gate.delete(_v, old)
    columns: Mapping[str, Any] = {"layer_id": stored.keys.layers[layer], "modified": time}
    gate.update(t.annotation, {each.id: columns for each, _ in moving})
    gate.insert(
        _v,
        [
            row
            for each, values in moving
            for key, scalars in values.items()
            for row in value_rows(stored, each.id, layer, key, scalars)
        ],
    )
