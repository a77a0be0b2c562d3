"""Texts and places of the whole project in bulk, for searching it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, select

from workbench.domain.text import Span
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook


class ArticleText(NamedTuple):
    """An article to be searched."""

    id: int
    title: str
    published: str
    text: str


def count_articles(connection: Connection) -> int:
    """Return how many articles there are."""
    return int(connection.execute(select(func.count()).select_from(t.article)).scalar_one())


def article_texts(connection: Connection) -> Iterator[ArticleText]:
    """Yield every article's text in order, a few at a time."""
    a, v = t.article.c, t.text_version.c
    rows = (
        select(a.id, a.title, a.published, v.text)
        .select_from(t.article.join(t.text_version))
        .order_by(a.ordinal, a.id)
        .execution_options(yield_per=50)
    )
    for row in connection.execute(rows):
        yield ArticleText(*row)


def coded_places(
    connection: Connection, stored: StoredCodebook, layer: str, variable: str, coder: int
) -> dict[int, list[tuple[Span, str]]]:
    """Return where a coder has marked in a layer, with the variable's category, by article.

    Where the variable is not coded, the category is empty.
    """
    n, v, c = t.annotation.c, t.annotation_value, t.category
    of_variable = and_(
        v.c.annotation_id == n.id, v.c.variable_id == stored.keys.variables[layer, variable]
    )
    rows = (
        select(n.article_id, n.start, n.end, func.coalesce(c.c.key, ""))
        .select_from(t.annotation.outerjoin(v, of_variable).outerjoin(c, c.c.id == v.c.category_id))
        .where(n.layer_id == stored.keys.layers[layer], n.coder_id == coder, n.start.is_not(None))
    )
    found: dict[int, list[tuple[Span, str]]] = {}
    for article, start, end, key in connection.execute(rows):
        found.setdefault(article, []).append((Span(start, end), key))
    return found
