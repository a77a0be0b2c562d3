"""Check a project: quotes against texts, values against code lists, the file itself."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    LargeBinary,
    Text,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy.types import TypeEngine

from workbench.domain.annotation import Certainty
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook, Kind, Scope, Variable
from workbench.domain.codebook_check import check_codebook
from workbench.domain.codebook_file import written_codebook
from workbench.domain.errors import Refusal
from workbench.domain.forecasts import is_probability
from workbench.domain.values import Missing, checked_date
from workbench.language.patterns import check_patterns
from workbench.store import tables as t
from workbench.store.articles import text_key
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.errors import ROWS_DAMAGED, RowsDamaged


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
    mistyped = list(_type_problems(connection))
    yield from mistyped
    try:
        yield from _content_problems(connection, advance)
    except ROWS_DAMAGED:
        if not mistyped:  # it counts on what is told already not to be so
            raise


def _content_problems(
    connection: Connection, advance: Callable[[int, int], None]
) -> Iterator[Problem]:
    yield from _journal_problems(connection)
    yield from _original_problems(connection)
    yield from _quote_problems(connection, advance)
    try:
        stored = read_codebook(connection)
    except RowsDamaged as error:
        yield Problem("codebook", "", str(error))
        return
    yield from _codebook_problems(stored.codebook)
    yield from _version_problems(connection)
    yield from _word_problems(connection)
    yield from _memo_problems(connection)
    yield from scope_problems(connection, stored)
    yield from value_problems(connection, stored)


def _file_problems(connection: Connection) -> Iterator[Problem]:
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield Problem("integrity", "file", str(line))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem("orphan", f"{row[0]} {row[1]}", f"→ {row[2]}")


def _type_problems(connection: Connection) -> Iterator[Problem]:
    """SQLite keeps anything in any column; the program counts on what the schema says."""
    for table in t.metadata.sorted_tables:
        wrong = {
            column.name: func.typeof(column).not_in(
                [*_stored_as(column.type), *["null"] * bool(column.nullable)]
            )
            for column in table.columns
        }
        key = next(iter(table.primary_key))
        for id_, *found in connection.execute(
            select(key, *wrong.values()).where(or_(*wrong.values()))
        ):
            for name, is_wrong in zip(wrong, found, strict=True):
                if is_wrong:
                    yield Problem("integrity", f"{table.name} {id_}", f"{name} of another type")


def _stored_as(kind: TypeEngine[Any]) -> tuple[str, ...]:
    if isinstance(kind, LargeBinary):
        return ("blob",)
    if isinstance(kind, Float):
        return ("real", "integer")
    return ("integer",) if isinstance(kind, Integer) else ("text",)


def _journal_problems(connection: Connection) -> Iterator[Problem]:
    c, o = t.change.c, t.operation.c
    for key, column in ((c.operation_id, c.before), (c.operation_id, c.after), (o.id, o.facts)):
        held = cast(column, Text)
        is_object = case((func.json_valid(held) == 1, func.json_type(held)), else_="") == "object"
        for (row,) in connection.execute(select(key).where(held.is_not(None), ~is_object)):
            detail = f"{column.name} cannot be read"
            yield Problem("integrity", f"{column.table.name} {row}", detail)
    fitting = or_(
        (c.verb == "insert") & c.before.is_(None) & c.after.is_not(None),
        (c.verb == "delete") & c.before.is_not(None) & c.after.is_(None),
        (c.verb == "update") & c.before.is_not(None) & c.after.is_not(None),
    ) & c.table_name.in_(t.JOURNALLED)
    for (row,) in connection.execute(select(c.operation_id).where(~fitting)):
        yield Problem("integrity", f"change {row}", "no change that can be taken back")


def _original_problems(connection: Connection) -> Iterator[Problem]:
    for key, data in connection.execute(select(t.original.c.sha256, t.original.c.bytes)):
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != key:
            yield Problem("integrity", f"original {key[:8]}", "not the bytes that were imported")


def _codebook_problems(codebook: Codebook) -> Iterator[Problem]:
    try:
        check_codebook(codebook)
        check_patterns(codebook)
    except Refusal as error:
        yield Problem("codebook", str(error.facts.get("place", "")), str(error))


def _version_problems(connection: Connection) -> Iterator[Problem]:
    c = t.codebook_version.c
    for name, document in connection.execute(select(c.name, c.document).order_by(c.id)):
        try:
            written_codebook(document, name)
        except Refusal as error:
            yield Problem("codebook", name, str(error))


def _quote_problems(
    connection: Connection, advance: Callable[[int, int], None]
) -> Iterator[Problem]:
    a, v, n, r = t.article.c, t.text_version.c, t.annotation.c, t.rejection.c
    articles = connection.execute(
        select(a.id, a.uid, a.text_sha256, a.length).order_by(a.ordinal, a.id)
    ).all()
    of_key = select(v.text, v.original_sha256, v.encoding, v.edits, v.reader, v.extracted)
    for done, (id_, uid, key, length) in enumerate(articles):
        advance(done, len(articles))
        version = connection.execute(of_key.where(v.sha256 == key)).mappings().first()
        if version is None:
            yield Problem("integrity", uid, "its text is missing")
            continue
        body = version["text"]
        if len(body) != length or text_key(**version) != key:
            yield Problem("integrity", uid, "not the text that was imported")
        marked = select(n.uid, n.start, n.end, n.quote).where(n.article_id == id_).order_by(n.id)
        rejected = select(literal("rejection"), r.start, r.end, r.quote).where(r.article_id == id_)
        for where, start, end, quote in (
            *connection.execute(marked),
            *connection.execute(rejected),
        ):
            if not _agrees(body, start, end, quote):
                yield Problem("quote", where, f"{uid} {start}–{end} “{quote}”")
    advance(len(articles), len(articles))


def _agrees(body: str, start: Any, end: Any, quote: Any) -> bool:
    if start is None and end is None:
        return True  # of the whole article, or one that lost its place: the scope's check tells
    # SQLite keeps also what is no number in a column of numbers.
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    return 0 <= start < end <= len(body) and body[start:end] == quote


def _word_problems(connection: Connection) -> Iterator[Problem]:
    n, s = t.annotation.c, t.article_status.c
    for column, words in ((n.certainty, Certainty), (s.status, Status)):
        table = column.table
        for id_, found in connection.execute(
            select(table.c.id, column).where(column.not_in([each.value for each in words]))
        ):
            yield Problem("value", f"{table.name} {id_}", f"the unknown {column.name} “{found}”")


def _memo_problems(connection: Connection) -> Iterator[Problem]:
    m, w = t.memo.c, t.work_time.c
    of_article, of_category = m.article_id.is_not(None), m.category_id.is_not(None)
    twice = (of_article & of_category) | ((of_article | of_category) & (m.about != ""))
    for (uid,) in connection.execute(select(m.uid).where(twice)):
        yield Problem("value", uid, "a memo on more than one thing")
    for row in connection.execute(select(w.article_id, w.day, w.seconds)):
        if row.seconds < 0 or not _is_day(row.day):
            yield Problem("value", f"work_time {row.article_id}", f"{row.day}: {row.seconds}")


def _is_day(written: str) -> bool:
    try:
        return len(written) == 10 and bool(date.fromisoformat(written))
    except ValueError:
        return False


def scope_problems(
    connection: Connection, stored: StoredCodebook, *where: ColumnElement[bool]
) -> Iterator[Problem]:
    """Yield the annotations, of all or of those chosen, that their layer does not take."""
    n = t.annotation.c
    scopes = {id_: stored.codebook.layer(key).scope for id_, key in stored.keys.layer_keys.items()}
    seen: set[tuple[int, int, int]] = set()
    for uid, start, quote, *place in connection.execute(
        select(n.uid, n.start, n.quote, n.layer_id, n.article_id, n.coder_id)
        .where(*where)
        .order_by(n.id)
    ):
        layer, article, coder = place
        scope = scopes.get(layer)
        # One that lost its place when the text was corrected keeps its quote.
        is_of_article = start is None and quote == ""
        if scope is not None and is_of_article is not (scope is Scope.ARTICLE):
            yield Problem("quote", uid, "its layer marks " + _MARKS[scope])
        elif scope is Scope.ARTICLE and (layer, article, coder) in seen:
            yield Problem("value", uid, "the coder has another one of this article and layer")
        elif scope is Scope.ARTICLE:
            seen.add((layer, article, coder))


_MARKS = {Scope.SPAN: "stretches of text", Scope.ARTICLE: "whole articles"}


def value_problems(
    connection: Connection, stored: StoredCodebook, *where: ColumnElement[bool]
) -> Iterator[Problem]:
    """Yield the values, of all or of those chosen, that their variable does not take."""
    v, n, c = t.annotation_value, t.annotation, t.category
    linked = n.alias("linked")
    rows = connection.execute(
        select(
            v,
            n.c.uid,
            n.c.layer_id,
            n.c.article_id,
            c.c.code_list_id,
            linked.c.article_id.label("linked_article_id"),
        )
        .select_from(
            v.outerjoin(n, n.c.id == v.c.annotation_id)
            .outerjoin(c, c.c.id == v.c.category_id)
            .outerjoin(linked, linked.c.id == v.c.link_id)
        )
        .where(*where)
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
    layer = stored.codebook.layer(place[0])
    variable = layer.variable(place[1])
    fault = _place_fault(variable, row) or _content_fault(stored, variable, row)
    if not fault and is_probability(layer, variable) and not _is_probable(row.number):
        fault = f"holds {row.number}, which is no probability"
    return f"{place[0]}.{place[1]} {fault}" if fault else ""


def _is_probable(number: float | None) -> bool:
    return number is None or 0 <= number <= 1


def _place_fault(variable: Variable, row: Any) -> str:
    """Return what is wrong with where the value lies."""
    if row.ordinal and not variable.several:
        return "takes one value"
    filled = [column for column in _COLUMNS if getattr(row, column) is not None]
    fits = filled in (["missing"], [_COLUMN_OF_KIND[variable.kind]])
    return "" if fits else "holds no value of its kind"


def _content_fault(stored: StoredCodebook, variable: Variable, row: Any) -> str:
    """Return what is wrong with a value that lies in its place."""
    if row.missing is not None:
        known = row.missing in (Missing.NOT_APPLICABLE, Missing.UNDECIDABLE)
        return "" if known else f"has the unknown missing value {row.missing}"
    match variable.kind:
        case Kind.CATEGORY:
            own = row.code_list_id == stored.keys.lists.get(variable.code_list or "")
            return "" if own else "holds a category of another list"
        case Kind.LINK:
            own = row.linked_article_id == row.article_id
            return "" if own else "leads to another article"
        case Kind.DATE:
            return _date_fault(row.text)
        case Kind.TEXT:
            return ""
        case Kind.INTEGER | Kind.REAL | Kind.BOOLEAN:
            return _number_fault(variable.kind, row.number)


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


def _date_fault(value: str) -> str:
    try:
        checked_date(value)
    except Refusal:
        return f"holds no date: {value}"
    return ""


def _number_fault(kind: Kind, value: Any) -> str:
    fits = isinstance(value, float) and math.isfinite(value)
    if fits and kind is Kind.BOOLEAN:
        fits = value in (0, 1)
    elif fits and kind is Kind.INTEGER:
        fits = value == int(value)
    if fits and kind is not Kind.BOOLEAN and value in list(Missing):
        return f"holds {value}, which means a missing value"
    return "" if fits else f"holds no {kind}: {value}"
