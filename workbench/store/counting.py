"""Count what is in a project."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from workbench.store import tables as t


@dataclass(frozen=True)
class Counts:
    """Articles, annotations by layer and coder, and articles by coder and status.

    Every layer and coder is named; of the statuses those that somebody set.
    """

    articles: int
    characters: int
    annotations: int
    by_layer: dict[str, int]
    by_coder: dict[str, int]
    by_layer_and_coder: dict[str, dict[str, int]]
    by_coder_and_status: dict[str, dict[str, int]]
    layer_labels: dict[str, dict[str, str]]
    schema_revision: str


def count(connection: Connection) -> Counts:
    """Count the articles and annotations of a project."""
    n, layer, coder = t.annotation.c, t.layer.c, t.coder.c
    layers = connection.execute(
        select(layer.id, layer.key, layer.label_zh, layer.label_en).order_by(layer.ordinal)
    ).all()
    coders = connection.execute(select(coder.id, coder.name).order_by(coder.id)).all()
    found = {
        (row[0], row[1]): row[2]
        for row in connection.execute(
            select(n.layer_id, n.coder_id, func.count()).group_by(n.layer_id, n.coder_id)
        )
    }
    table = {
        key: {name: found.get((layer_id, coder_id), 0) for coder_id, name in coders}
        for layer_id, key, *_ in layers
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
        by_coder_and_status=_by_coder_and_status(connection),
        layer_labels={key: {"zh": zh, "en": en} for _, key, zh, en in layers},
        schema_revision=t.SCHEMA_REVISION,
    )


def _by_coder_and_status(connection: Connection) -> dict[str, dict[str, int]]:
    coder, status = t.coder.c, t.article_status.c
    rows = connection.execute(
        select(coder.name, status.status, func.count(status.id))
        .select_from(t.coder.outerjoin(t.article_status))
        .group_by(coder.id, coder.name, status.status)
        .order_by(coder.id, status.status)
    )
    table: dict[str, dict[str, int]] = {}
    for name, state, count_ in rows:
        known = table.setdefault(name, {})
        if state is not None:
            known[state] = count_
    return table
