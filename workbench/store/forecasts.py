"""The claims that are forecasts, across all articles, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

from workbench.domain.annotation import Annotation
from workbench.store import tables as t
from workbench.store.annotations import annotations_by_id
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.gate import in_chunks

_V = t.annotation_value.c


class Printed(NamedTuple):
    """Where something was printed: the article's place among the others, and its bibliography."""

    ordinal: int
    uid: str
    title: str
    source: str
    author: str
    published: str


def annotations_holding(
    connection: Connection,
    stored: StoredCodebook,
    layer: str,
    variable: str,
    category: str,
    coder: int | None,
) -> list[Annotation]:
    """Return the annotations whose variable holds a category, of one coder or (None) of all."""
    list_key = stored.codebook.layer(layer).variable(variable).code_list or ""
    statement = (
        select(_V.annotation_id)
        .join(t.annotation, t.annotation.c.id == _V.annotation_id)
        .where(
            _V.category_id == stored.keys.categories[list_key, category],
            _V.variable_id == stored.keys.variables[layer, variable],
        )
    )
    if coder is not None:
        statement = statement.where(t.annotation.c.coder_id == coder)
    return annotations_by_id(connection, stored, connection.scalars(statement).all())


def printed_in(connection: Connection, articles: Iterable[int]) -> dict[int, Printed]:
    """Return where articles were printed, by their ids."""
    a = t.article.c
    columns = (a.ordinal, a.uid, a.title, a.source, a.author, a.published)
    found: dict[int, Printed] = {}
    for chunk in in_chunks(articles):
        rows = connection.execute(select(a.id, *columns).where(a.id.in_(chunk)))
        found.update((id_, Printed(*rest)) for id_, *rest in rows)
    return found
