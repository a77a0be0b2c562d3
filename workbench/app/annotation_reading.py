"""Read the annotations of an article or of the whole project as lines of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from workbench.app.annotation_lines import Group, Line, folded_cells, line_of
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.article import ArticleInfo
from workbench.domain.text import Segments
from workbench.store.annotations import annotations_by_id, ids_in_reading_order
from workbench.store.articles import list_articles, text_of
from workbench.store.coders import coders

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Around:
    """What is told beside an annotation: its article and place there, its coder.

    `ordinal` is the article's place in the list; a `paragraph` of 0 is the whole article.
    """

    ordinal: int = 0
    title: str = ""
    source: str = ""
    published: str = ""
    paragraph: int = 0
    coder: str = ""


class Teller(Protocol):
    """One's words for annotations."""

    def cells(self, annotation: Annotation, around: Around) -> Sequence[str]:
        """Return what stands in the columns."""
        ...

    def groups(self, annotation: Annotation, around: Around) -> tuple[tuple[Group, ...], ...]:
        """Return the groups that the annotation is in, for each kind of them."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which annotations: of an article or of all, one's own or everybody's, of which layers."""

    article: int | None = None
    all_coders: bool = False
    layers: frozenset[str] | None = None

    def has(self, annotation: Annotation, coder: int) -> bool:
        """Tell whether an annotation is among them."""
        return (
            self.article in (None, annotation.article)
            and (self.all_coders or annotation.coder == coder)
            and (self.layers is None or annotation.layer in self.layers)
        )


def read_lines(
    session: Session, teller: Teller, wanted: Wanted, progress: Progress | None = None
) -> Iterator[list[Line]]:
    """Yield the lines of what is wanted, told, a batch at a time; usable in any thread.

    They come in the order of reading.

    Raises:
        Cancelled: `progress` wants it to end.
    """
    progress = progress or NoProgress()
    own, stored = session.coder.id, session.stored
    with session.database.reading() as connection:
        layers = None if wanted.layers is None else [stored.keys.layers[k] for k in wanted.layers]
        coder = None if wanted.all_coders else own
        ids = ids_in_reading_order(connection, coder, wanted.article, layers)
        telling = Telling(
            list_articles(connection, own),
            {each.id: each.name for each in coders(connection)},
            lambda article: Segments(text_of(connection, article)),
        )
        for begin in range(0, len(ids), _BATCH):
            refuse_if_cancelled(progress)
            progress.report(begin, len(ids), "")
            batch = annotations_by_id(connection, stored, ids[begin : begin + _BATCH])
            yield list(telling.lines(batch, teller))


class Telling:
    """Tell annotations with what stands around them, one article's after the other."""

    def __init__(
        self,
        articles: Iterable[ArticleInfo],
        coders: Mapping[int, str],
        segments: Callable[[int], Segments],
    ) -> None:
        self._articles = {info.id: (place, info) for place, info in enumerate(articles)}
        self._coders, self._segments = coders, segments
        # Most lines have the same groups as others.
        self._groups: dict[tuple[tuple[Group, ...], ...], tuple[tuple[Group, ...], ...]] = {}
        self._last: tuple[int, Segments] | None = None

    def around(self, annotation: Annotation) -> Around:
        """Return what is told beside an annotation."""
        ordinal, info = self._articles[annotation.article]
        paragraph = 0
        if annotation.span is not None:
            paragraph = self._of(info.id).paragraph_number(annotation.span.start)
        coder = self._coders.get(annotation.coder, "")
        return Around(ordinal, info.title, info.source, info.published, paragraph, coder)

    def _of(self, article: int) -> Segments:
        if self._last is None or self._last[0] != article:
            self._last = article, self._segments(article)
        return self._last[1]

    def lines(self, annotations: Iterable[Annotation], teller: Teller) -> Iterator[Line]:
        """Yield the lines of annotations, told; those of an article that is gone are left out."""
        for article, own in groupby(sorted(annotations, key=_article_of), key=_article_of):
            for each in own if article in self._articles else ():
                yield self.tell(line_of(each, self._articles[article][0]), each, teller)

    def tell(self, line: Line, annotation: Annotation, teller: Teller) -> Line:
        """Tell a line."""
        around = self.around(annotation)
        groups = teller.groups(annotation, around)
        line.groups = self._groups.setdefault(groups, groups)
        line.told = folded_cells(teller.cells(annotation, around))
        return line


def telling_of(session: Session) -> Telling:
    """Return what tells in the session's own thread, from what is in memory."""
    names = {each.id: each.name for each in session.coders()}
    return Telling(session.articles(), names, session.segments)


def _article_of(annotation: Annotation) -> int:
    return annotation.article
