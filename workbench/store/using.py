"""Count how often each part of the codebook is used by annotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, distinct, func, select

from workbench.store import tables as t
from workbench.store.codebook_rows import KeyMap


@dataclass(frozen=True)
class Uses:
    """Annotations by layer, variable, code list and category; what none uses is not there."""

    layers: dict[str, int]
    variables: dict[tuple[str, str], int]
    lists: dict[str, int]
    categories: dict[tuple[str, str], int]


def count_uses(connection: Connection, keys: KeyMap) -> Uses:
    """Return how many annotations, of every coder, use each part of the codebook."""
    value, category = t.annotation_value.c, t.category.c
    annotations = func.count(distinct(value.annotation_id))
    by_layer = _counted(
        connection,
        select(t.annotation.c.layer_id, func.count()).group_by(t.annotation.c.layer_id),
    )
    by_variable = _counted(
        connection, select(value.variable_id, annotations).group_by(value.variable_id)
    )
    by_category = _counted(
        connection,
        select(value.category_id, annotations)
        .where(value.category_id.is_not(None))
        .group_by(value.category_id),
    )
    by_list = _counted(
        connection,
        select(category.code_list_id, annotations)
        .select_from(t.annotation_value.join(t.category, category.id == value.category_id))
        .group_by(category.code_list_id),
    )
    return Uses(
        layers={key: by_layer[id_] for key, id_ in keys.layers.items() if id_ in by_layer},
        variables={k: by_variable[id_] for k, id_ in keys.variables.items() if id_ in by_variable},
        lists={key: by_list[id_] for key, id_ in keys.lists.items() if id_ in by_list},
        categories={
            key: by_category[id_] for key, id_ in keys.categories.items() if id_ in by_category
        },
    )


def _counted(connection: Connection, counts: Select[Any, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(counts)}
