"""Read the whole project article by article, in constant memory, for the dataset.

Articles come in order with their annotations; as many small articles as make one
batch are read at once, so that neither the number of statements nor the memory
grows with the size of an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from workbench.domain.article import Status
from workbench.domain.codebook import Kind
from workbench.domain.coded import AnnotationRow, Bibliography, CodedArticle
from workbench.domain.values import Missing, Scalar
from workbench.store import tables as t
from workbench.store.codebook_rows import StoredCodebook

#: A batch ends with the article that brings it to so many annotations, or articles.
BATCH_ANNOTATIONS = 2000
BATCH_ARTICLES = 200

_Values = dict[str, tuple[Scalar, ...]]


def count_annotations(connection: Connection) -> int:
    """Return how many annotations the project has."""
    return int(connection.execute(select(func.count()).select_from(t.annotation)).scalar_one())


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
    counts = (
        select(n.c.article_id, func.count().label("size")).group_by(n.c.article_id).subquery()
    )
    rows = connection.execute(
        select(a.c.id, func.coalesce(counts.c.size, 0))
        .select_from(a.outerjoin(counts, counts.c.article_id == a.c.id))
        .order_by(a.c.ordinal, a.c.id)
    )
    return [(id_, size) for id_, size in rows]


def _batches(sizes: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    batch: list[int] = []
    annotations = 0
    for article, size in sizes:
        batch.append(article)
        annotations += size
        if annotations >= BATCH_ANNOTATIONS or len(batch) == BATCH_ARTICLES:
            yield batch
            batch, annotations = [], 0
    if batch:
        yield batch


_WANTED = bindparam("articles", expanding=True)

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
        t.article.c.file_name,
        t.article.c.imported,
        t.text_version.c.original_sha256,
    )
    .select_from(t.article.join(t.text_version))
    .where(t.article.c.id.in_(_WANTED))
    .order_by(t.article.c.ordinal, t.article.c.id)
)

_STATUSES = select(
    t.article_status.c.article_id, t.article_status.c.coder_id, t.article_status.c.status
).where(t.article_status.c.article_id.in_(_WANTED))

# The place of an annotation comes first, so that its row sorts as it is.
_ANNOTATIONS = (
    select(
        t.annotation.c.article_id,
        func.coalesce(t.annotation.c.start, -1),
        func.coalesce(t.annotation.c.end, -1),
        t.layer.c.ordinal,
        t.annotation.c.uid,
        t.annotation.c.id,
        t.annotation.c.layer_id,
        t.annotation.c.coder_id,
        t.annotation.c.quote,
        t.annotation.c.certainty,
        t.annotation.c.memo,
        t.annotation.c.created,
        t.annotation.c.modified,
    )
    .select_from(t.annotation.join(t.layer))
    .where(t.annotation.c.article_id.in_(_WANTED))
)

_linked = t.annotation.alias("linked")
_VALUES = (
    select(
        t.annotation_value.c.annotation_id,
        t.annotation_value.c.variable_id,
        t.annotation_value.c.ordinal,
        t.annotation_value.c.category_id,
        t.annotation_value.c.number,
        t.annotation_value.c.text,
        t.annotation_value.c.missing,
        _linked.c.uid,
    )
    .select_from(
        t.annotation.join(
            t.annotation_value, t.annotation_value.c.annotation_id == t.annotation.c.id
        ).outerjoin(_linked, _linked.c.id == t.annotation_value.c.link_id)
    )
    .where(t.annotation.c.article_id.in_(_WANTED))
    .order_by(
        t.annotation_value.c.annotation_id,
        t.annotation_value.c.variable_id,
        t.annotation_value.c.ordinal,
    )
)


class _BatchReader:
    """Read a batch of articles with four statements."""

    def __init__(self, connection: Connection, stored: StoredCodebook) -> None:
        self._connection = connection
        self._layer_keys = stored.keys.layer_keys
        # One tuple for each category serves all its uses.
        self._categories = {id_: (key,) for id_, key in stored.keys.category_keys.items()}
        self._variables = stored.keys.variable_keys
        layers = stored.codebook.layers_by_key
        self._kinds = {
            id_: layers[layer].variable(key).kind for id_, (layer, key) in self._variables.items()
        }

    def articles(self, ids: Sequence[int]) -> Iterator[CodedArticle]:
        """Yield the articles of these ids, in order."""
        annotations = self._annotations(ids)
        statuses = self._statuses(ids)
        for id_, text, *bibliography in self._rows(_ARTICLES, ids):
            yield CodedArticle(
                Bibliography(*bibliography), text, statuses[id_], annotations[id_]
            )

    def _rows(self, statement: Select[*tuple[Any, ...]], ids: Sequence[int]) -> Iterable[Any]:
        return self._connection.execute(statement, {"articles": ids}).all()

    def _statuses(self, ids: Sequence[int]) -> Mapping[int, dict[int, Status]]:
        statuses: defaultdict[int, dict[int, Status]] = defaultdict(dict)
        for article, coder, status in self._rows(_STATUSES, ids):
            statuses[article][coder] = Status(status)
        return statuses

    def _annotations(self, ids: Sequence[int]) -> Mapping[int, list[AnnotationRow]]:
        values = self._values(ids)
        layers = self._layer_keys
        found: defaultdict[int, list[AnnotationRow]] = defaultdict(list)
        none: _Values = {}
        for article, start, end, _, uid, id_, layer, coder, *rest in sorted(
            self._rows(_ANNOTATIONS, ids), key=itemgetter(0, 1, 2, 3, 4)
        ):
            span = (None, None) if start < 0 else (start, end)
            found[article].append(
                AnnotationRow(uid, coder, layers[layer], *span, *rest, values.get(id_, none))
            )
        return found

    def _values(self, ids: Sequence[int]) -> Mapping[int, _Values]:
        """Return the values of each annotation by variable."""
        categories, variables = self._categories, self._variables
        found: dict[int, _Values] = {}
        for id_, variable, _, category, number, text, missing, link in self._rows(_VALUES, ids):
            if category is not None:
                value = categories[category]
            else:
                value = (self._scalar(variable, number, text, missing, link),)
            own = found.setdefault(id_, {})
            key = variables[variable][1]
            own[key] = own[key] + value if key in own else value
        return found

    def _scalar(
        self,
        variable: int,
        number: float | None,
        text: str | None,
        missing: int | None,
        link: str | None,
    ) -> Scalar:
        if missing is not None:
            return Missing(missing)
        if number is None:
            return text if text is not None else link or ""
        kind = self._kinds[variable]
        if kind is Kind.BOOLEAN:
            return bool(number)
        return int(number) if kind is Kind.INTEGER else number
