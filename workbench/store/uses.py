"""How often each category and each layer is used, for the whole codebook at once."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook


def category_uses(connection: Connection, stored: StoredCodebook) -> dict[tuple[str, str], int]:
    """Count the annotations that hold each category, of every coder; by code list and key."""
    v = t.annotation_value.c
    counted = select(v.category_id, func.count(v.annotation_id.distinct()))
    rows = connection.execute(counted.where(v.category_id.is_not(None)).group_by(v.category_id))
    found = {row[0]: row[1] for row in rows}
    return {place: found.get(id_, 0) for place, id_ in stored.keys.categories.items()}


def layer_uses(connection: Connection, stored: StoredCodebook) -> dict[str, int]:
    """Count the annotations of each layer, of every coder."""
    n = t.annotation.c
    rows = connection.execute(select(n.layer_id, func.count()).group_by(n.layer_id))
    found = {row[0]: row[1] for row in rows}
    return {key: found.get(id_, 0) for key, id_ in stored.keys.layers.items()}
