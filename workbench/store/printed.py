"""Where articles were printed, for what is told of many of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

from workbench.store import tables as t
from workbench.store.gate import in_chunks


class Printed(NamedTuple):
    """Where something was printed: the article's place among the others, and its bibliography."""

    ordinal: int
    uid: str
    title: str
    source: str
    author: str
    published: str


def printed_in(connection: Connection, articles: Iterable[int]) -> dict[int, Printed]:
    """Return where articles were printed, by their ids."""
    a = t.article.c
    columns = (a.ordinal, a.uid, a.title, a.source, a.author, a.published)
    found: dict[int, Printed] = {}
    for chunk in in_chunks(articles):
        rows = connection.execute(select(a.id, *columns).where(a.id.in_(chunk)))
        found.update((id_, Printed(*rest)) for id_, *rest in rows)
    return found
