"""The marks of one article: where each lies, in which lane, and what to call it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from workbench.domain.annotation import Annotation
from workbench.domain.text import Span
from workbench.ui.reading.hit import SpanIndex, place_of, smallest_first, span_of
from workbench.ui.reading.lanes import pack
from workbench.ui.reading.sight import Sight
from workbench.ui.reading.view_model import Describer, Label, Mark, Shape


@dataclass(frozen=True, slots=True)
class Depth:
    """How much room a stretch of text needs: nested tints, and lanes under the text."""

    tints: int = 0
    lanes: int = 0


class Board:
    """Hold an article's annotations, the lanes of those shown, and marks made on demand."""

    def __init__(self, describer: Describer, sight: Sight | None = None) -> None:
        self._describer = describer
        self.sight = sight or Sight()
        self._clear()

    def _clear(self) -> None:
        self._annotations: dict[int, Annotation] = {}  # also what is not shown
        self._marks: dict[int, Mark] = {}
        self._labels: dict[int, Label] = {}
        self._lanes: dict[int, int] = {}  # other than the first
        # Tints nest behind the text and lines lie below it: each kind has lanes of its own.
        self._tints, self._lines = SpanIndex(self._annotations), SpanIndex(self._annotations)
        # In text order, once somebody asks: a book has too many to sort them at each key.
        self._order: list[tuple[int, int, int]] | None = None

    def __len__(self) -> int:
        return len(self._tints) + len(self._lines)

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, int) and self.span(id_) is not None

    def load(self, annotations: Iterable[Annotation]) -> None:
        """Replace everything by these annotations; those without a span are not shown."""
        self._clear()
        self.add(annotations)
        self.pack_all()

    def add(self, annotations: Iterable[Annotation]) -> None:
        """Put annotations on a board that nobody sees yet; `pack_all` makes it whole."""
        for annotation in annotations:
            self._put(annotation)

    def pack_all(self) -> None:
        """Give every mark its lane."""
        for index in (self._tints, self._lines):
            self._pack(index.ids())

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
        """Return every annotation, shown or not."""
        return list(self._annotations.values())

    def known(self, ids: Iterable[int]) -> list[Annotation]:
        """Return the annotations that there are among some ids, shown or not."""
        return [self._annotations[id_] for id_ in ids if id_ in self._annotations]

    def patch(self, changed: Iterable[Annotation], removed: Iterable[int]) -> list[Span]:
        """Take changes in; return every stretch that looks different now."""
        touched: list[Span] = []
        moved: list[tuple[SpanIndex, Span]] = []
        for id_ in removed:
            moved += self._drop(id_)
        for annotation in changed:
            moved += self._drop(annotation.id)
            moved += self._put(annotation)
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
        return annotation.span if annotation and self.sight.shows(annotation) else None

    def lane(self, id_: int) -> int:
        """Return the lane of a line, or how far out a tint lies."""
        return self._lanes.get(id_, 0)

    def between(self, start: int, end: int) -> list[int]:
        """Return the ids that touch ``[start, end)``: tints from the outside in, then lines."""
        tints = self._tints.between(start, end)
        tints.sort(key=lambda id_: -self.lane(id_))
        return tints + self._lines.between(start, end)

    def at(self, offset: int) -> list[int]:
        """Return the ids that hold the character at `offset`, the smallest first."""
        found = [*self._tints.between(offset, offset + 1), *self._lines.between(offset, offset + 1)]
        smallest = smallest_first((id_, self._span_of(id_)) for id_ in found)
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
            self._order = sorted(place_of(id_, self._span_of(id_)) for id_ in self.drawn())
        return [id_ for _, _, id_ in self._order]

    def drawn(self) -> list[int]:
        """Return every id shown, in no order."""
        shows = self.sight.shows
        return [i for i, each in self._annotations.items() if each.span and shows(each)]

    def shapes(self, ids: Iterable[int]) -> list[tuple[int, Shape]]:
        """Return where marks begin and how each is drawn; to describe them whole takes longer."""
        found, shapes = list[tuple[int, Shape]](), dict[str, Shape]()
        for annotation in map(self._annotations.__getitem__, ids):
            shape = shapes.get(annotation.layer)
            if shape is None:
                shape = shapes[annotation.layer] = self._describer.shape(annotation)
            found.append((span_of(annotation).start, shape))
        return found

    def colour(self, id_: int) -> str:
        """Return the colour of a mark; to describe it whole takes longer."""
        known = self._marks.get(id_)
        return known.colour if known else self._describer.colour(self._annotations[id_])

    def depth(self, start: int, end: int) -> Depth:
        """Return how much room ``[start, end)`` needs."""
        tints = (self.lane(i) + 1 for i in self._tints.between(start, end))
        lines = (self.lane(i) + 1 for i in self._lines.between(start, end))
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

    def _put(self, annotation: Annotation) -> list[tuple[SpanIndex, Span]]:
        """Add an annotation; return where it is shown, if it is."""
        self._annotations[annotation.id] = annotation
        span, index = annotation.span, self._index_of(annotation)
        if span is None or index is None:
            return []
        index.put(annotation.id, span)
        if self._order is not None:
            insort(self._order, place_of(annotation.id, span))
        return [(index, span)]

    def _drop(self, id_: int) -> list[tuple[SpanIndex, Span]]:
        self._marks.pop(id_, None)
        self._labels.pop(id_, None)
        self._lanes.pop(id_, None)
        annotation = self._annotations.pop(id_, None)
        span, index = (annotation.span, self._index_of(annotation)) if annotation else (None, None)
        if span is None or index is None:
            return []
        index.drop(id_, span)
        if self._order is not None:
            del self._order[bisect_left(self._order, place_of(id_, span))]
        return [(index, span)]

    def _index_of(self, annotation: Annotation) -> SpanIndex | None:
        if annotation.span is None or not self.sight.shows(annotation):
            return None
        is_tint = self._describer.shape(annotation) is Shape.TINT
        return self._tints if is_tint else self._lines

    def _span_of(self, id_: int) -> Span:
        return span_of(self._annotations[id_])

    def _repack(self, index: SpanIndex, around: Span) -> list[Span]:
        """Pack the clusters that meet `around` anew; return the spans whose lane changed."""
        ids = self._cluster(index, around)
        before = [self.lane(id_) for id_ in ids]
        self._pack(ids)
        pairs = zip(ids, before, strict=True)
        return [self._span_of(id_) for id_, lane in pairs if self.lane(id_) != lane]

    def _pack(self, ids: list[int]) -> None:
        spans = [(span.start, span.end) for span in map(self._span_of, ids)]
        for id_, lane in zip(ids, pack(spans), strict=True):
            if lane:
                self._lanes[id_] = lane
            else:
                self._lanes.pop(id_, None)

    def _cluster(self, index: SpanIndex, around: Span) -> list[int]:
        """Return every id that overlaps `around`, directly or through others."""
        while True:
            ids = index.between(around.start, around.end)
            spans = [around, *map(self._span_of, ids)]
            wider = Span(min(each.start for each in spans), max(each.end for each in spans))
            if wider == around:
                return ids
            around = wider
