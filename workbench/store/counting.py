"""Count what is in a project."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from workbench.store import tables as t


@dataclass(frozen=True)
class Counts:
    """Articles, and annotations by layer and coder, every layer and coder named."""

    articles: int
    characters: int
    annotations: int
    by_layer: dict[str, int]
    by_coder: dict[str, int]
    by_layer_and_coder: dict[str, dict[str, int]]
    schema_revision: str


def count(connection: Connection) -> Counts:
    """Count the articles and annotations of a project."""
    n, layer, coder = t.annotation.c, t.layer.c, t.coder.c
    layers = connection.execute(select(layer.id, layer.key).order_by(layer.ordinal)).all()
    coders = connection.execute(select(coder.id, coder.name).order_by(coder.id)).all()
    found = {
        (row[0], row[1]): row[2]
        for row in connection.execute(
            select(n.layer_id, n.coder_id, func.count()).group_by(n.layer_id, n.coder_id)
        )
    }
    table = {
        key: {name: found.get((layer_id, coder_id), 0) for coder_id, name in coders}
        for layer_id, key in layers
    }
    articles, characters = connection.execute(
        select(func.count(), func.coalesce(func.sum(t.article.c.length), 0)).select_from(t.article)
    ).one()
    return Counts(
        articles=articles,
        characters=characters,
        annotations=sum(found.values()),
        by_layer={key: sum(row.values()) for key, row in table.items()},
        by_coder={name: sum(row[name] for row in table.values()) for _, name in coders},
        by_layer_and_coder=table,
        schema_revision=t.SCHEMA_REVISION,
    )
