"""Articles in the store: bibliography, texts with their originals, notes, status."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Table, and_, bindparam, func, select

from workbench.domain.article import ArticleInfo, Edit, NewArticle, Note, Original, Status
from workbench.domain.ids import Ids
from workbench.store import tables as t
from workbench.store.errors import NoSuchRow, whole_rows
from workbench.store.gate import Gate, in_chunks
from workbench.store.inserting import insert_rows

#: The columns of an article that a person may correct.
EDITABLE = ("title", "source", "author", "published", "url", "language", "script", "genre")


def insert_articles(gate: Gate, ids: Ids, news: Sequence[NewArticle], time: str) -> list[int]:
    """Add articles with their originals, texts and notes; return their ids."""
    last = int(gate.connection.execute(select(func.max(t.article.c.ordinal))).scalar() or 0)
    keys = _keep_texts(gate.connection, [(new.came, new.text) for new in news])
    rows = [
        {
            "uid": ids.new("a"),
            "ordinal": ordinal,
            **{name: getattr(new, name) for name in (*EDITABLE, "file_name")},
            "imported": time,
            "length": len(new.text),
            "text_sha256": key,
            "same_as_id": new.same_as,
        }
        for ordinal, (new, key) in enumerate(zip(news, keys, strict=True), last + 1)
    ]
    article_ids = gate.insert(t.article, rows)
    _add_notes(gate, {id_: new.notes for id_, new in zip(article_ids, news, strict=True)})
    return article_ids


def _add_notes(gate: Gate, notes: Mapping[int, Sequence[Note]]) -> None:
    gate.insert(
        t.note,
        [
            {"article_id": article_id, "ordinal": ordinal, **asdict(each)}
            for article_id, own in notes.items()
            for ordinal, each in enumerate(own)
        ],
    )


def replace_text(gate: Gate, article_id: int, source: Original, text: str) -> None:
    """Give an article another text, made from its original by the edits of `source`."""
    (key,) = _keep_texts(gate.connection, [(source, text)])
    gate.update(t.article, {article_id: {"text_sha256": key, "length": len(text)}})


def replace_notes(gate: Gate, article_id: int, notes: Sequence[Note]) -> None:
    """Give an article other notes; the same ones are not touched."""
    if list(notes) == notes_of(gate.connection, article_id):
        return
    known = select(t.note.c.id).where(t.note.c.article_id == article_id)
    gate.delete(t.note, gate.connection.execute(known).scalars().all())
    _add_notes(gate, {article_id: notes})


def _keep_texts(connection: Connection, texts: Sequence[tuple[Original, str]]) -> list[str]:
    """Keep originals and texts, each once, and return the keys of the text versions."""
    originals: dict[str, dict[str, Any]] = {}
    versions: dict[str, dict[str, Any]] = {}
    keys: list[str] = []
    for source, text in texts:
        row = _version(source, text)
        keys.append(text_key(**row))
        sha256 = row["original_sha256"]
        originals[sha256] = {"sha256": sha256, "bytes": source.data}
        versions[keys[-1]] = {"sha256": keys[-1], **row}
    _append(connection, t.original, originals)
    _append(connection, t.text_version, versions)
    return keys


def _version(source: Original, text: str) -> dict[str, str]:
    edits = [[e.start, e.end, e.replacement, e.reason] for e in source.edits]
    return {
        "text": text,
        "original_sha256": hashlib.sha256(source.data).hexdigest(),
        "encoding": source.encoding,
        "edits": json.dumps(edits, ensure_ascii=False),
        "reader": source.reader,
        "extracted": source.extracted,
    }


def text_key(
    *, text: str, original_sha256: str, encoding: str, edits: str, reader: str, extracted: str
) -> str:
    """Return the key of a text version: what it holds and where it came from, hashed."""
    parts = (original_sha256, encoding, edits, reader, extracted, text)
    content = "\0".join(parts)
    return hashlib.sha256(content.encode()).hexdigest()


def _append(connection: Connection, table: Table, rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Add those rows that are not there yet, by their hashes."""
    known: set[str] = set()
    for keys in in_chunks(rows):
        here = select(table.c.sha256).where(table.c.sha256.in_(keys))
        known.update(connection.execute(here).scalars())
    new = [row for key, row in rows.items() if key not in known]
    if new:
        insert_rows(connection, table, new)


def link_renderings(gate: Gate, same_as: Mapping[int, int]) -> None:
    """Say of articles which others they are renderings of."""
    gate.update(t.article, {id_: {"same_as_id": other} for id_, other in same_as.items()})


def edit_article(gate: Gate, article_id: int, values: Mapping[str, str]) -> None:
    """Correct an article's bibliography."""
    gate.update(t.article, {article_id: dict(values)})


def set_status(gate: Gate, article_id: int, coder_id: int, status: Status, time: str) -> None:
    """Set a coder's status on an article."""
    table = t.article_status
    found = gate.connection.execute(
        select(table.c.id, table.c.status).where(
            table.c.article_id == article_id, table.c.coder_id == coder_id
        )
    ).first()
    if found is None:
        if status is not Status.NOT_STARTED:
            row = {"article_id": article_id, "coder_id": coder_id}
            gate.insert(table, [{**row, "status": status.value, "modified": time}])
    elif found.status != status.value:
        gate.update(table, {found.id: {"status": status.value, "modified": time}})


def status_of(connection: Connection, article_id: int, coder_id: int) -> Status:
    """Return a coder's status on an article."""
    found = connection.execute(_STATUS, {"article": article_id, "coder": coder_id}).scalar()
    with whole_rows("article_status"):
        return Status.NOT_STARTED if found is None else Status(found)


_STATUS = select(t.article_status.c.status).where(
    t.article_status.c.article_id == bindparam("article"),
    t.article_status.c.coder_id == bindparam("coder"),
)


def list_articles(connection: Connection, coder_id: int) -> list[ArticleInfo]:
    """Return every article in order, as the coder sees it."""
    with whole_rows("article"):
        return [_info(row) for row in connection.execute(_ALL, {"coder": coder_id})]


def article_info(connection: Connection, article_id: int, coder_id: int) -> ArticleInfo:
    """Return one article as the coder sees it, or raise NoSuchRow."""
    row = connection.execute(_ONE, {"coder": coder_id, "article": article_id}).first()
    if row is None:
        raise NoSuchRow(table="article", id=article_id)
    with whole_rows("article"):
        return _info(row)


def _articles() -> Select[Any]:
    a, s, n = t.article, t.article_status, t.annotation
    coder: BindParameter[Any] = bindparam("coder")
    counts = (
        select(func.count())
        .select_from(n.join(t.layer, t.layer.c.id == n.c.layer_id))
        .where(n.c.article_id == a.c.id, n.c.coder_id == coder, t.layer.c.scope == "span")
        .scalar_subquery()
    )
    mine = and_(s.c.article_id == a.c.id, s.c.coder_id == coder)
    return (
        select(a, s.c.status, counts.label("annotations"))
        .select_from(a.outerjoin(s, mine))
        .order_by(a.c.ordinal, a.c.id)
    )


_ALL = _articles()
_ONE = _ALL.where(t.article.c.id == bindparam("article"))


def _info(row: Any) -> ArticleInfo:
    return ArticleInfo(
        id=row.id,
        uid=row.uid,
        title=row.title,
        source=row.source,
        author=row.author,
        published=row.published,
        url=row.url,
        language=row.language,
        script=row.script,
        genre=row.genre,
        same_as=row.same_as_id,
        file_name=row.file_name,
        length=row.length,
        status=Status.NOT_STARTED if row.status is None else Status(row.status),
        annotations=row.annotations,
    )


def text_of(connection: Connection, article_id: int) -> str:
    """Return an article's canonical text, or raise NoSuchRow."""
    joined = t.article.join(t.text_version)
    statement = select(t.text_version.c.text).select_from(joined)
    text = connection.execute(statement.where(t.article.c.id == article_id)).scalar()
    if text is None:
        raise NoSuchRow(table="article", id=article_id)
    return str(text)


def notes_of(connection: Connection, article_id: int) -> list[Note]:
    """Return the notes kept apart from an article's body, in order."""
    n = t.note
    rows = connection.execute(
        select(n.c.kind, n.c.marker, n.c.text, n.c.anchor)
        .where(n.c.article_id == article_id)
        .order_by(n.c.ordinal)
    )
    return [Note(*row) for row in rows]


def notes_by_uid(connection: Connection, uid: str) -> list[Note]:
    """Return the notes of the article of that uid, in order."""
    n, a = t.note.c, t.article.c
    rows = connection.execute(
        select(n.kind, n.marker, n.text, n.anchor)
        .select_from(t.note.join(t.article))
        .where(a.uid == uid)
        .order_by(n.ordinal)
    )
    return [Note(*row) for row in rows]


def original_of(connection: Connection, article_id: int) -> Original:
    """Return where an article's text came from, or raise NoSuchRow."""
    joined = t.article.join(t.text_version).join(t.original)
    v = t.text_version
    row = connection.execute(
        select(t.original.c.bytes, v.c.encoding, v.c.edits, v.c.reader, v.c.extracted)
        .select_from(joined)
        .where(t.article.c.id == article_id)
    ).first()
    if row is None:
        raise NoSuchRow(table="article", id=article_id)
    with whole_rows("text_version"):
        edits = tuple(Edit(*each) for each in json.loads(row.edits))
        return Original(row.bytes, row.encoding, row.reader, row.extracted, edits)


def titles_of(connection: Connection, article_ids: Iterable[int]) -> dict[int, str]:
    """Return the titles of those articles that exist, by id."""
    titles: dict[int, str] = {}
    for ids in in_chunks(article_ids):
        here = select(t.article.c.id, t.article.c.title).where(t.article.c.id.in_(ids))
        titles.update((id_, title) for id_, title in connection.execute(here))
    return titles


def articles_with_texts(connection: Connection, texts: Iterable[str]) -> dict[str, list[int]]:
    """Return the articles that have exactly one of these texts, by it, in their order."""
    wanted = set(texts)
    found: dict[str, list[int]] = {}
    a, v = t.article, t.text_version
    for length in sorted({len(each) for each in wanted}):
        rows = connection.execute(
            select(a.c.id, v.c.text)
            .select_from(a.join(v))
            .where(a.c.length == length)
            .order_by(a.c.ordinal, a.c.id)
        )
        for id_, text in rows:
            if text in wanted:
                found.setdefault(text, []).append(id_)
    return found
