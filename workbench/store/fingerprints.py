"""Fingerprints of the articles' texts, kept beside them and outside the journal.

A fingerprint can be computed again from its text; so what is of another make is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, bindparam, select, update

from workbench.store import tables as t
from workbench.store.gate import in_chunks
from workbench.store.inserting import insert_rows

_ALL = (
    select(t.article.c.id, t.fingerprint.c.minhash)
    .select_from(
        t.article.outerjoin(t.fingerprint, t.fingerprint.c.text_sha256 == t.article.c.text_sha256)
    )
    .order_by(t.article.c.id)
)

_REPLACE = (
    update(t.fingerprint)
    .where(t.fingerprint.c.text_sha256 == bindparam("key"))
    .values(minhash=bindparam("new"))
)

_ORIGINALS = (
    select(t.text_version.c.original_sha256, t.article.c.id)
    .select_from(t.article.join(t.text_version))
    .order_by(t.article.c.id)
)


def fingerprints(connection: Connection) -> Iterator[tuple[int, bytes | None]]:
    """Yield every article's id and fingerprint, None where none is kept."""
    for row in connection.execute(_ALL):
        yield row.id, row.minhash


def keep_fingerprints(connection: Connection, by_article: Mapping[int, bytes]) -> None:
    """Keep the fingerprints of articles' texts."""
    new: dict[str, bytes] = {}
    for ids in in_chunks(by_article):
        keys = select(t.article.c.id, t.article.c.text_sha256).where(t.article.c.id.in_(ids))
        new.update((key, by_article[id_]) for id_, key in connection.execute(keys))
    known: set[str] = set()
    for keys in in_chunks(new):
        here = select(t.fingerprint.c.text_sha256).where(t.fingerprint.c.text_sha256.in_(keys))
        known.update(connection.execute(here).scalars())
    rows = [{"text_sha256": key, "minhash": new[key]} for key in new if key not in known]
    if rows:
        insert_rows(connection, t.fingerprint, rows)
    if known:
        connection.execute(_REPLACE, [{"key": key, "new": new[key]} for key in known])


def originals(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield the SHA-256 of the bytes that each article came from, with the article's id."""
    for row in connection.execute(_ORIGINALS):
        yield row.original_sha256, row.id
