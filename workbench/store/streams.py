"""Read the whole project article by article, in constant memory, for the dataset.

Articles come in order with their annotations; as many small articles as make one
batch are read at once, so that neither the number of statements nor the memory
grows with the size of an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, cast

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, select

from workbench.domain.article import Status
from workbench.domain.codebook import Kind
from workbench.domain.coded import AnnotationRow, Bibliography, CodedArticle, CodedValue, Share
from workbench.domain.values import Missing, Scalar
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.errors import RowsDamaged, whole_rows
from workbench.store.gate import in_chunks

#: A batch ends with the article that brings it to so many annotations, or articles. Larger
#: ones are slower: their rows leave the processor's cache before they are used.
BATCH_ANNOTATIONS = 500
BATCH_ARTICLES = 100


def count_annotations(connection: Connection) -> int:
    """Return how many annotations the project has."""
    return int(connection.execute(select(func.count()).select_from(t.annotation)).scalar_one())


def count_shares(connection: Connection) -> Sequence[Share]:
    """Return how many annotations there are by layer, coder, and the coder's status there."""
    n, s = t.annotation, t.article_status
    status = func.coalesce(s.c.status, Status.NOT_STARTED.value)
    is_own = and_(s.c.article_id == n.c.article_id, s.c.coder_id == n.c.coder_id)
    rows = connection.execute(
        select(t.layer.c.key, n.c.coder_id, status, func.count())
        .select_from(n.join(t.layer).outerjoin(s, is_own))
        .group_by(t.layer.c.key, n.c.coder_id, status)
    )
    with whole_rows("article_status"):
        return [Share(layer, coder, Status(told), count) for layer, coder, told, count in rows]


def coded_articles(connection: Connection, stored: StoredCodebook) -> Iterator[CodedArticle]:
    """Yield every article in order, with all its annotations in text order.

    Text order is start, end, layer (as in the codebook), uid; article scope comes first.
    """
    read = _BatchReader(connection, stored)
    for batch in _batches(_article_sizes(connection)):
        yield from read.articles(batch)


def _article_sizes(connection: Connection) -> list[tuple[int, int]]:
    """Return every article's id and number of annotations, in order."""
    a, n = t.article, t.annotation
    counts = select(n.c.article_id, func.count().label("size")).group_by(n.c.article_id).subquery()
    rows = connection.execute(
        select(a.c.id, func.coalesce(counts.c.size, 0))
        .select_from(a.outerjoin(counts, counts.c.article_id == a.c.id))
        .order_by(a.c.ordinal, a.c.id)
    )
    return [(id_, size) for id_, size in rows]


def _batches(sizes: Iterable[tuple[int, int]]) -> Iterator[dict[int, int]]:
    batch: dict[int, int] = {}
    annotations = 0
    for article, size in sizes:
        batch[article] = size
        annotations += size
        if annotations >= BATCH_ANNOTATIONS or len(batch) == BATCH_ARTICLES:
            yield batch
            batch, annotations = {}, 0
    if batch:
        yield batch


_WANTED: BindParameter[Sequence[int]] = bindparam("articles", expanding=True)

_SAME = t.article.alias("same")

_ARTICLES = (
    select(
        t.article.c.id,
        t.text_version.c.text,
        t.article.c.uid,
        t.article.c.title,
        t.article.c.source,
        t.article.c.author,
        t.article.c.published,
        t.article.c.url,
        t.article.c.language,
        t.article.c.script,
        t.article.c.genre,
        func.coalesce(_SAME.c.uid, ""),
        t.article.c.file_name,
        t.article.c.imported,
        t.text_version.c.original_sha256,
    )
    .select_from(
        t.article.join(t.text_version).outerjoin(_SAME, _SAME.c.id == t.article.c.same_as_id)
    )
    .where(t.article.c.id.in_(_WANTED))
    .order_by(t.article.c.ordinal, t.article.c.id)
)

_STATUSES = select(
    t.article_status.c.article_id, t.article_status.c.coder_id, t.article_status.c.status
).where(t.article_status.c.article_id.in_(_WANTED))

_WORKED = (
    select(t.work_time.c.article_id, t.work_time.c.coder_id, func.sum(t.work_time.c.seconds))
    .where(t.work_time.c.article_id.in_(_WANTED))
    .group_by(t.work_time.c.article_id, t.work_time.c.coder_id)
)

# In text order; what is of the whole article comes first.
_ANNOTATIONS = (
    select(
        t.annotation.c.id,
        t.annotation.c.uid,
        t.annotation.c.coder_id,
        t.layer.c.key,
        t.annotation.c.start,
        t.annotation.c.end,
        t.annotation.c.quote,
        t.annotation.c.certainty,
        t.annotation.c.memo,
        t.annotation.c.created,
        t.annotation.c.modified,
    )
    .select_from(t.annotation.join(t.layer))
    .where(t.annotation.c.article_id.in_(_WANTED))
    .order_by(
        t.annotation.c.article_id,
        t.annotation.c.start.nulls_first(),
        t.annotation.c.end.nulls_first(),
        t.layer.c.ordinal,
        t.annotation.c.uid,
    )
)

# In the order of the indexes that the join goes by, so that nothing has to be sorted.
_VALUES = (
    select(
        t.annotation.c.id,
        t.annotation_value.c.variable_id,
        t.annotation_value.c.category_id,
        t.annotation_value.c.number,
        t.annotation_value.c.text,
        t.annotation_value.c.link_id,
        t.annotation_value.c.missing,
    )
    .select_from(
        t.annotation.join(
            t.annotation_value, t.annotation_value.c.annotation_id == t.annotation.c.id
        )
    )
    .where(t.annotation.c.article_id.in_(_WANTED))
    .order_by(
        t.annotation.c.article_id,
        t.annotation.c.coder_id,
        t.annotation.c.id,
        t.annotation_value.c.variable_id,
        t.annotation_value.c.ordinal,
    )
)


class _Coded(dict[int, CodedValue]):
    """The values of a variable by category id: one object serves all uses of a category."""

    def __init__(self, variable: str, categories: Mapping[int, str]) -> None:
        super().__init__()
        self._variable = variable
        self._categories = categories

    def __missing__(self, category: int) -> CodedValue:
        self[category] = (self._variable, (self._categories[category],))
        return self[category]


def _refuse_other_quotes(text: str, annotations: Iterable[AnnotationRow]) -> None:
    """Raise RowsDamaged unless every quote is the text at its offsets."""
    with whole_rows("annotation"):
        for _, uid, _, _, start, end, quote, *_ in annotations:
            if start is not None and text[start:end] != quote:
                raise RowsDamaged(table="annotation", detail=f"the quote of {uid} is not its text")


class _BatchReader:
    """Read a batch of articles with four statements."""

    def __init__(self, connection: Connection, stored: StoredCodebook) -> None:
        self._connection = connection
        places = stored.keys.variable_keys
        layers = stored.codebook.layers_by_key
        self._keys = {id_: key for id_, (_, key) in places.items()}
        self._kinds = {
            id_: layers[layer].variable(key).kind for id_, (layer, key) in places.items()
        }
        self._coded = {
            id_: _Coded(key, stored.keys.category_keys) for id_, key in self._keys.items()
        }

    def articles(self, sizes: Mapping[int, int]) -> Iterator[CodedArticle]:
        """Yield articles in order, given the number of annotations of each by id."""
        ids = list(sizes)
        values = self._values(ids)
        statuses = self._statuses(ids)
        worked = self._worked(ids)
        annotations = self._annotations(sizes)
        for id_, text, *bibliography in self._rows(_ARTICLES, ids):
            _refuse_other_quotes(text, annotations[id_])
            about = Bibliography(*bibliography)
            yield CodedArticle(about, text, statuses[id_], annotations[id_], values, worked[id_])

    def _rows(
        self, statement: Select[*tuple[Any, ...]], ids: Sequence[int]
    ) -> Sequence[tuple[Any, ...]]:
        # The driver's own tuples: making rows of them would take as long as reading them.
        cursor = self._connection.execute(statement, {"articles": ids}).cursor
        return cursor.fetchall() if cursor is not None else []

    def _statuses(self, ids: Sequence[int]) -> Mapping[int, dict[int, Status]]:
        statuses: defaultdict[int, dict[int, Status]] = defaultdict(dict)
        with whole_rows("article_status"):
            for article, coder, status in self._rows(_STATUSES, ids):
                statuses[article][coder] = Status(status)
        return statuses

    def _worked(self, ids: Sequence[int]) -> Mapping[int, dict[int, int]]:
        worked: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for article, coder, seconds in self._rows(_WORKED, ids):
            worked[article][coder] = seconds
        return worked

    def _annotations(self, sizes: Mapping[int, int]) -> Mapping[int, Sequence[AnnotationRow]]:
        """Return the annotations of each article, which come one article after the other."""
        ids = sorted(sizes)
        rows = cast("Sequence[AnnotationRow]", self._rows(_ANNOTATIONS, ids))
        ends = list(accumulate(sizes[id_] for id_ in ids))
        if ends and ends[-1] != len(rows):
            raise RowsDamaged(table="annotation", detail="its layer is missing")
        return {id_: rows[end - sizes[id_] : end] for id_, end in zip(ids, ends, strict=True)}

    def _values(self, ids: Sequence[int]) -> Mapping[int, list[CodedValue]]:
        """Return the values of each annotation."""
        with whole_rows("annotation_value"):  # one whose link or category is gone
            return self._values_of(ids)

    def _values_of(self, ids: Sequence[int]) -> Mapping[int, list[CodedValue]]:
        coded, keys = self._coded, self._keys
        rows = self._rows(_VALUES, ids)
        links = self._uids([row[5] for row in rows if row[5] is not None])
        found: dict[int, list[CodedValue]] = {}
        last, own = None, []
        for id_, variable, category, number, text, link, missing in rows:
            if category is not None:
                value = coded[variable][category]
            elif text is not None:
                value = keys[variable], (text,)
            elif link is not None:
                value = keys[variable], (links[link],)
            else:
                value = keys[variable], (self._number(variable, number, missing),)
            if id_ != last:
                last, own = id_, [value]
                found[id_] = own
            elif own[-1][0] == value[0]:
                own[-1] = value[0], own[-1][1] + value[1]
            else:
                own.append(value)
        return found

    def _number(self, variable: int, number: float | None, missing: int | None) -> Scalar:
        if missing is not None or number is None:
            return Missing(missing)
        kind = self._kinds[variable]
        if kind is Kind.BOOLEAN:
            return bool(number)
        return int(number) if kind is Kind.INTEGER else number

    def _uids(self, ids: Iterable[int]) -> Mapping[int, str]:
        """Return the annotations' uids by their ids."""
        found: dict[int, str] = {}
        for chunk in in_chunks(ids):
            statement = select(t.annotation.c.id, t.annotation.c.uid)
            rows = self._connection.execute(statement.where(t.annotation.c.id.in_(chunk)))
            found.update((id_, uid) for id_, uid in rows)
        return found
