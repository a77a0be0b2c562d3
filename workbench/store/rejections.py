"""Suggestions that coders have rejected: which category, where, in which article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

from workbench.domain.text import Span
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.gate import Gate


class Rejection(NamedTuple):
    """One category, given by its list and key, that does not belong to a place."""

    code_list: str
    category: str
    span: Span


def rejections_of(connection: Connection, article: int, coder: int) -> set[Rejection]:
    """Return what a coder has rejected in an article."""
    r, c, code_list = t.rejection.c, t.category, t.code_list
    here = (
        select(code_list.c.key, c.c.key, r.start, r.end)
        .select_from(t.rejection.join(c, c.c.id == r.category_id))
        .join(code_list, code_list.c.id == c.c.code_list_id)
        .where(r.article_id == article, r.coder_id == coder)
    )
    return {
        Rejection(list_key, key, Span(start, end))
        for list_key, key, start, end in connection.execute(here)
    }


def insert_rejections(
    gate: Gate,
    stored: StoredCodebook,
    article: int,
    coder: int,
    text: str,
    rejections: Iterable[Rejection],
) -> list[int]:
    """Write rejections of an article; return their ids."""
    rows = [
        {
            "article_id": article,
            "coder_id": coder,
            "category_id": stored.keys.categories[each.code_list, each.category],
            "start": each.span.start,
            "end": each.span.end,
            "quote": text[each.span.start : each.span.end],
        }
        for each in rejections
    ]
    return gate.insert(t.rejection, rows)


def rejected_places(
    connection: Connection, stored: StoredCodebook, code_list: str, category: str, coder: int
) -> dict[int, list[Span]]:
    """Return where a coder has rejected a category, by article."""
    r = t.rejection.c
    key = stored.keys.categories[code_list, category]
    here = select(r.article_id, r.start, r.end).where(r.category_id == key, r.coder_id == coder)
    found: dict[int, list[Span]] = {}
    for article, start, end in connection.execute(here):
        found.setdefault(article, []).append(Span(start, end))
    return found
