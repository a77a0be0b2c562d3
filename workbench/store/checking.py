"""Check a project: quotes against texts, values against code lists, the file itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from workbench.domain.codebook import Codebook, Kind
from workbench.domain.codebook_check import check_codebook
from workbench.domain.errors import Refusal
from workbench.domain.values import Missing, checked_date
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook, read_codebook


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it must be; `kind` is a message key."""

    kind: str
    where: str
    detail: str


def problems(connection: Connection, advance: Callable[[int, int], None]) -> Iterator[Problem]:
    """Yield every problem; `advance(done, total)` is called for each article.

    Kinds: integrity, orphan, codebook, quote, value.
    """
    yield from _file_problems(connection)
    stored = read_codebook(connection)
    yield from _codebook_problems(stored.codebook)
    yield from _quote_problems(connection, advance)
    yield from _value_problems(connection, stored)


def _file_problems(connection: Connection) -> Iterator[Problem]:
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield Problem("integrity", "file", str(line))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem("orphan", f"{row[0]} {row[1]}", f"→ {row[2]}")


def _codebook_problems(codebook: Codebook) -> Iterator[Problem]:
    try:
        check_codebook(codebook)
    except Refusal as error:
        yield Problem("codebook", str(error.facts.get("place", "")), str(error))


def _quote_problems(
    connection: Connection, advance: Callable[[int, int], None]
) -> Iterator[Problem]:
    a, v, n = t.article.c, t.text_version.c, t.annotation.c
    articles = connection.execute(
        select(a.id, a.uid, a.text_sha256, a.length).order_by(a.ordinal, a.id)
    ).all()
    for done, (id_, uid, key, length) in enumerate(articles):
        advance(done, len(articles))
        body = connection.execute(select(v.text).where(v.sha256 == key)).scalar()
        if body is None or len(body) != length:
            yield Problem("integrity", uid, "text missing or of another length")
            continue
        rows = connection.execute(
            select(n.uid, n.start, n.end, n.quote).where(n.article_id == id_).order_by(n.id)
        )
        for annotation_uid, start, end, quote in rows:
            if not _agrees(body, start, end, quote):
                yield Problem("quote", annotation_uid, f"{uid} {start}–{end} “{quote}”")
    advance(len(articles), len(articles))


def _agrees(body: str, start: int | None, end: int | None, quote: str) -> bool:
    if start is None or end is None:
        return start is None and end is None and quote == ""
    return 0 <= start < end <= len(body) and body[start:end] == quote


def _value_problems(connection: Connection, stored: StoredCodebook) -> Iterator[Problem]:
    v, n, c = t.annotation_value, t.annotation, t.category
    rows = connection.execute(
        select(v, n.c.uid, n.c.layer_id, c.c.code_list_id)
        .select_from(
            v.outerjoin(n, n.c.id == v.c.annotation_id).outerjoin(c, c.c.id == v.c.category_id)
        )
        .order_by(v.c.id)
    )
    for row in rows:
        fault = _fault(stored, row)
        if fault:
            yield Problem("value", str(row.uid), fault)


def _fault(stored: StoredCodebook, row: Any) -> str:
    """Return what is wrong with a stored value, empty if nothing is."""
    place = stored.keys.variable_keys.get(row.variable_id)
    if place is None or row.layer_id != stored.keys.layers.get(place[0]):
        return "its variable is not one of its layer"
    variable = stored.codebook.layer(place[0]).variable(place[1])
    name = f"{place[0]}.{place[1]}"
    if row.ordinal and not variable.several:
        return f"{name} takes one value"
    filled = [
        kind
        for kind, column in _COLUMN_OF_KIND.items()
        if getattr(row, column) is not None and kind is variable.kind
    ]
    count = sum(getattr(row, column) is not None for column in _COLUMNS)
    if count != 1 or (row.missing is None and not filled):
        return f"{name} holds no value of its kind"
    if row.missing is not None:
        known = row.missing in (Missing.NOT_APPLICABLE, Missing.UNDECIDABLE)
        return "" if known else f"{name} has the unknown missing value {row.missing}"
    if variable.kind is Kind.CATEGORY:
        own = stored.keys.lists.get(variable.code_list or "")
        return "" if row.code_list_id == own else f"{name} holds a category of another list"
    return _date_fault(name, row.text) if variable.kind is Kind.DATE else ""


_COLUMN_OF_KIND = {
    Kind.CATEGORY: "category_id",
    Kind.INTEGER: "number",
    Kind.REAL: "number",
    Kind.BOOLEAN: "number",
    Kind.DATE: "text",
    Kind.TEXT: "text",
    Kind.LINK: "link_id",
}
_COLUMNS = ("category_id", "number", "text", "link_id", "missing")


def _date_fault(name: str, value: str) -> str:
    try:
        checked_date(value)
    except Refusal:
        return f"{name} holds no date: {value}"
    return ""
