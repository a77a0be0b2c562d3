"""Memos in the store; of each subject a coder has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from workbench.domain.coded import CodedMemo
from workbench.domain.ids import Ids
from workbench.domain.memo import Memo, Subject
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.errors import NoSuchRow
from workbench.store.gate import Gate, in_chunks

_m = t.memo.c


def memos(
    connection: Connection, stored: StoredCodebook, subject: Subject | None = None
) -> list[Memo]:
    """Return the memos of every coder on a subject, or (None) on all, in the order of writing."""
    where = () if subject is None else (_about(stored, subject),)
    rows = connection.execute(select(t.memo).where(*where).order_by(_m.id))
    places = {id_: place for place, id_ in stored.keys.categories.items()}
    return [_memo(row, places) for row in rows]


def memo_by_id(connection: Connection, stored: StoredCodebook, memo: int) -> Memo:
    """Return one memo, or raise NoSuchRow."""
    row = connection.execute(select(t.memo).where(_m.id == memo)).first()
    if row is None:
        raise NoSuchRow(table="memo", id=memo)
    return _memo(row, {id_: place for place, id_ in stored.keys.categories.items()})


def _memo(row: Any, places: dict[int, tuple[str, str]]) -> Memo:
    code_list, category = places.get(row.category_id, (None, None))
    subject = Subject(row.article_id, code_list, category)
    about = row.about
    return Memo(row.id, row.uid, row.coder_id, subject, about, row.text, row.created, row.modified)


def _about(stored: StoredCodebook, subject: Subject) -> ColumnElement[bool]:
    article, category = _named(stored, subject)
    here = _m.article_id.is_not_distinct_from(article)
    return here & _m.category_id.is_not_distinct_from(category)


def _named(stored: StoredCodebook, subject: Subject) -> tuple[int | None, int | None]:
    """Return the ids that a subject names, of an article and of a category."""
    if subject.code_list is None or subject.category is None:
        return subject.article, None
    category = stored.codebook.code_list(subject.code_list).category(subject.category)
    return None, stored.keys.categories[subject.code_list, category.key]


def write_memo(
    gate: Gate,
    ids: Ids,
    stored: StoredCodebook,
    subject: Subject,
    coder: int,
    text: str,
    time: str,
    created: str = "",
    modified: str = "",
) -> None:
    """Write a coder's memo on a subject; an empty one is none.

    A new one that was written elsewhere before has times of its own.
    """
    # What was written about a category that is gone stays as it is beside that on the project.
    mine = _about(stored, subject) & (_m.coder_id == coder) & (_m.about == "")
    known = gate.connection.execute(select(_m.id, _m.text).where(mine)).first()
    if known is not None and not text.strip():
        gate.delete(t.memo, [known.id])
    elif known is not None and known.text != text:
        gate.update(t.memo, {known.id: {"text": text, "modified": time}})
    elif known is None and text.strip():
        article, category = _named(stored, subject)
        named = {"coder_id": coder, "article_id": article, "category_id": category}
        times = {"created": created or time, "modified": modified or created or time}
        made = {"uid": ids.new("m"), "text": text, **times}
        gate.insert(t.memo, [{**named, **made}])


def delete_memo(gate: Gate, memo: int) -> None:
    """Delete a memo."""
    gate.delete(t.memo, [memo])


def merge_memos(gate: Gate, sources: Sequence[int], target: int, time: str) -> None:
    """Let what was written about categories be about `target`, each coder's in one memo."""
    rows = gate.connection.execute(
        select(_m.id, _m.coder_id, _m.text)
        .where(_m.category_id.in_([target, *sources]))
        .order_by(_m.category_id != target, _m.id)
    ).all()
    first: dict[int | None, int] = {}
    texts: dict[int, list[str]] = {}
    for id_, coder, text in rows:
        texts.setdefault(first.setdefault(coder, id_), []).append(text)
    gate.update(t.memo, {id_: {"category_id": target} for id_ in texts})
    joined = {id_: "\n\n".join(own) for id_, own in texts.items() if len(own) > 1}
    gate.update(t.memo, {id_: {"text": each, "modified": time} for id_, each in joined.items()})
    gate.delete(t.memo, [row.id for row in rows if row.id not in texts])


def release_memos(gate: Gate, categories: Iterable[int]) -> None:
    """Let memos outlive categories that go: they keep the category's name."""
    c = t.category.c
    released: dict[int, dict[str, Any]] = {}
    for chunk in in_chunks(categories):
        named = (
            select(_m.id, c.label_zh, c.label_en, c.key)
            .select_from(t.memo.join(t.category))
            .where(_m.category_id.in_(chunk))
        )
        for id_, *names in gate.connection.execute(named):
            about = next(name for name in names if name)
            released[id_] = {"category_id": None, "about": about}
    gate.update(t.memo, released)


def annotation_memos(connection: Connection) -> Iterator[tuple[int, int, int, str, str, str, str]]:
    """Yield the memos that annotations have, in the order of reading.

    Columns: annotation, article, coder, layer's key, quote, memo, when the annotation changed last.
    """
    n, a = t.annotation.c, t.article.c
    columns = (n.id, n.article_id, n.coder_id, t.layer.c.key, n.quote, n.memo, n.modified)
    rows = (
        select(*columns)
        .select_from(t.annotation.join(t.article, a.id == n.article_id).join(t.layer))
        .where(n.memo != "")
        .order_by(a.ordinal, a.id, n.start, n.id)
    )
    for row in connection.execute(rows):
        yield tuple(row)


def exported_memos(connection: Connection) -> Iterator[CodedMemo]:
    """Yield every memo as it leaves the project, in the order of writing.

    It has no coder where the one who wrote it stayed behind.
    """
    m, who, a, c, code_list = t.memo, t.coder, t.article, t.category, t.code_list
    joined = (
        m.outerjoin(who, who.c.id == _m.coder_id)
        .outerjoin(a, a.c.id == _m.article_id)
        .outerjoin(c, c.c.id == _m.category_id)
        .outerjoin(code_list, code_list.c.id == c.c.code_list_id)
    )
    of_subject = (a.c.uid, code_list.c.key, c.c.key, _m.about)
    columns = (_m.uid, who.c.uid, who.c.name, *of_subject, _m.text, _m.created, _m.modified)
    for row in connection.execute(select(*columns).select_from(joined).order_by(_m.id)):
        yield CodedMemo(*row)
