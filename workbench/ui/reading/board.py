"""The marks of one article: where each lies, in which lane, and what to call it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading.hit import SpanIndex, smallest_first
from workbench.ui.reading.lanes import pack
from workbench.ui.reading.sight import Sight
from workbench.ui.reading.view_model import Describer, Label, Mark, Shape


@dataclass(frozen=True, slots=True)
class Depth:
    """How much room a stretch of text needs: nested tints, and lanes under the text."""

    tints: int = 0
    lanes: int = 0


class Board:
    """Hold the annotations shown, their lanes, and the marks made of them on demand."""

    def __init__(self, describer: Describer, sight: Sight | None = None) -> None:
        self._describer = describer
        self.sight = sight or Sight()
        self._clear()

    def _clear(self) -> None:
        self._annotations: dict[int, Annotation] = {}
        self._marks: dict[int, Mark] = {}
        self._labels: dict[int, Label] = {}
        self._lanes: dict[int, int] = {}
        # Tints nest behind the text and lines lie below it: each kind has lanes of its own.
        self._tints, self._lines = SpanIndex(), SpanIndex()
        # In text order, once somebody asks: a book has too many to sort them at each key.
        self._order: list[tuple[int, int, int]] | None = None

    def __len__(self) -> int:
        return len(self._annotations)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._annotations

    def load(self, annotations: Iterable[Annotation]) -> None:
        """Replace everything by these annotations; those without a span are left out."""
        self._clear()
        self.add(annotations)
        self.pack_all()

    def add(self, annotations: Iterable[Annotation]) -> None:
        """Put annotations on a board that nobody sees yet; `pack_all` makes it whole."""
        for annotation in filter(self.sight.shows, annotations):
            self._put(annotation)

    def pack_all(self) -> None:
        """Give every mark its lane."""
        for index in (self._tints, self._lines):
            self._pack(index, index.ids())

    def another(self) -> Board:
        """Return an empty board that shows and describes as this one does."""
        return Board(self._describer, self.sight)

    def is_like(self, other: Board) -> bool:
        """Tell whether another board shows and describes as this one does."""
        return self.sight == other.sight and self._describer is other._describer

    def take(self, other: Board) -> None:
        """Show what another board has, which is of no use any more."""
        self._annotations, self._lanes = other._annotations, other._lanes
        self._tints, self._lines = other._tints, other._lines
        self._marks, self._labels, self._order = {}, {}, None

    def describe_with(self, describer: Describer) -> None:
        """Take another codebook or language; to be loaded anew, since shapes may change."""
        self._describer = describer
        self._clear()

    def annotations(self) -> list[Annotation]:
        """Return every annotation shown."""
        return list(self._annotations.values())

    def patch(self, changed: Iterable[Annotation], removed: Iterable[int]) -> list[Span]:
        """Take changes in; return every stretch that looks different now."""
        touched: list[Span] = []
        moved: list[tuple[SpanIndex, Span]] = []
        for id_ in removed:
            moved += self._drop(id_)
        for annotation in changed:
            moved += self._drop(annotation.id)
            if annotation.span and self.sight.shows(annotation):
                moved.append((self._put(annotation), annotation.span))
        for index, span in moved:
            touched.append(span)
            touched += self._repack(index, span)
        return touched

    def mark(self, id_: int) -> Mark:
        """Return the mark of an id that is shown."""
        if id_ not in self._marks:
            self._marks[id_] = self._describer.mark(self._annotations[id_])
        return self._marks[id_]

    def label(self, id_: int) -> Label:
        """Return the short name of an id that is shown."""
        if id_ not in self._labels:
            annotation = self._annotations[id_]
            label = self._describer.label(annotation)
            coder = self.sight.coder(annotation)
            self._labels[id_] = replace(label, head=f"{coder}: {label.head}") if coder else label
        return self._labels[id_]

    def span(self, id_: int) -> Span | None:
        """Return where an annotation lies, None if it is not shown."""
        annotation = self._annotations.get(id_)
        return annotation.span if annotation else None

    def lane(self, id_: int) -> int:
        """Return the lane of a line, or how far out a tint lies."""
        return self._lanes[id_]

    def between(self, start: int, end: int) -> list[int]:
        """Return the ids that touch ``[start, end)``: tints from the outside in, then lines."""
        tints = self._tints.between(start, end)
        tints.sort(key=lambda id_: -self._lanes[id_])
        return tints + self._lines.between(start, end)

    def at(self, offset: int) -> list[int]:
        """Return the ids that hold the character at `offset`, the smallest first."""
        found = self._tints.at(offset) + self._lines.at(offset)
        smallest = smallest_first((id_, self._index_of(id_)[id_]) for id_ in found)
        return sorted(smallest, key=self.is_faint) if self.sight.focus else smallest

    def own_at(self, offset: int) -> list[int]:
        """Return those of :meth:`at` that are one's own, and so can be changed."""
        return [id_ for id_ in self.at(offset) if not self.is_foreign(id_)]

    def is_faint(self, id_: int) -> bool:
        """Tell whether a mark gives way to the layer that one looks at."""
        return self.sight.is_faint(self._annotations[id_])

    def is_foreign(self, id_: int) -> bool:
        """Tell whether a mark is another coder's."""
        return bool(self.sight.coder(self._annotations[id_]))

    def ids(self) -> list[int]:
        """Return every id shown, in text order."""
        if self._order is None:
            both = (
                (id_, index[id_]) for index in (self._tints, self._lines) for id_ in index.ids()
            )
            self._order = sorted(_place(id_, span) for id_, span in both)
        return [id_ for _, _, id_ in self._order]

    def drawn(self) -> list[int]:
        """Return every id shown, in no order."""
        return list(self._annotations)

    def start(self, id_: int) -> int:
        """Return where a mark begins."""
        return self._index_of(id_)[id_].start

    def shape(self, id_: int) -> Shape:
        """Return how a mark is drawn; to describe it whole takes longer."""
        return self._describer.shape(self._annotations[id_])

    def depth(self, start: int, end: int) -> Depth:
        """Return how much room ``[start, end)`` needs."""
        tints = (self._lanes[i] + 1 for i in self._tints.between(start, end))
        lines = (self._lanes[i] + 1 for i in self._lines.between(start, end))
        return Depth(max(tints, default=0), max(lines, default=0))

    def details(self, ids: Sequence[int]) -> list[str]:
        """Return the rich descriptions of these annotations."""
        alone = len(ids) == 1  # of several, the rules would fill the screen
        return [self._detail(id_, rules=alone) for id_ in ids]

    def lines(self, ids: Sequence[int]) -> list[str]:
        """Return a plain line for each of these annotations."""
        return [self._line(self._annotations[id_]) for id_ in ids]

    def _detail(self, id_: int, *, rules: bool) -> str:
        annotation = self._annotations[id_]
        coder = self.sight.coder(annotation)
        told = self._describer.detail(annotation, rules=rules)
        return f"<i>{escape(coder)}</i><br>{told}" if coder else told

    def _line(self, annotation: Annotation) -> str:
        coder = self.sight.coder(annotation)
        told = self._describer.line(annotation)
        return f"{coder}: {told}" if coder else told

    # --- keeping the lanes ---------------------------------------------------

    def _put(self, annotation: Annotation) -> SpanIndex:
        is_tint = self._describer.shape(annotation) is Shape.TINT
        index = self._tints if is_tint else self._lines
        if annotation.span:
            self._annotations[annotation.id] = annotation
            index.put(annotation.id, annotation.span)
            if self._order is not None:
                insort(self._order, _place(annotation.id, annotation.span))
        return index

    def _drop(self, id_: int) -> list[tuple[SpanIndex, Span]]:
        self._marks.pop(id_, None)
        self._labels.pop(id_, None)
        if self._annotations.pop(id_, None) is None:
            return []
        self._lanes.pop(id_, None)
        index = self._index_of(id_)
        span = index.drop(id_)
        if span and self._order is not None:
            del self._order[bisect_left(self._order, _place(id_, span))]
        return [(index, span)] if span else []

    def _index_of(self, id_: int) -> SpanIndex:
        return self._tints if id_ in self._tints else self._lines

    def _repack(self, index: SpanIndex, around: Span) -> list[Span]:
        """Pack the clusters that meet `around` anew; return the spans whose lane changed."""
        ids = _cluster(index, around)
        before = {id_: self._lanes.get(id_) for id_ in ids}
        self._pack(index, ids)
        return [index[id_] for id_ in ids if self._lanes[id_] != before[id_]]

    def _pack(self, index: SpanIndex, ids: list[int]) -> None:
        spans = [(index[id_].start, index[id_].end) for id_ in ids]
        self._lanes.update(zip(ids, pack(spans), strict=True))


def _place(id_: int, span: Span) -> tuple[int, int, int]:
    """Return what sorts annotations as they are read: the longer of two that begin alike first."""
    return span.start, -span.end, id_


def _cluster(index: SpanIndex, around: Span) -> list[int]:
    """Return every id that overlaps `around`, directly or through others."""
    while True:
        ids = index.between(around.start, around.end)
        start = min([around.start, *(index[id_].start for id_ in ids)])
        end = max([around.end, *(index[id_].end for id_ in ids)])
        if (start, end) == (around.start, around.end):
            return ids
        around = Span(start, end)
