"""Which annotations lie at a place of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from workbench.domain.annotation import Annotation
from workbench.domain.text import Span

_BUCKET = 256  # code points
_LONG = 32 * _BUCKET  # longer ones are few, and looked through one by one


class SpanIndex:
    """Annotations by place, found without looking at all of them.

    `annotations` are by their ids all that there are, whether or not they are put here.
    """

    def __init__(self, annotations: Mapping[int, Annotation]) -> None:
        self._annotations = annotations
        self._count = 0
        # Lists: of thousands of buckets with a few ids each, sets would take ten times as much.
        self._buckets: dict[int, list[int]] = {}
        self._long: set[int] = set()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, id_: int) -> Span:
        """Return where an annotation lies that is here."""
        return span_of(self._annotations[id_])

    def put(self, id_: int, span: Span) -> None:
        """Add an id that is not here, with the span that it has."""
        self._count += 1
        if len(span) > _LONG:
            self._long.add(id_)
        else:
            for bucket in _buckets_of(span.start, span.end):
                self._buckets.setdefault(bucket, []).append(id_)

    def drop(self, id_: int, span: Span) -> None:
        """Remove an id that is here with this span."""
        self._count -= 1
        if len(span) > _LONG:
            self._long.remove(id_)
        else:
            for bucket in _buckets_of(span.start, span.end):
                self._buckets[bucket].remove(id_)

    def ids(self) -> list[int]:
        """Return every id, in the order of their numbers."""
        return sorted({*self._long, *chain.from_iterable(self._buckets.values())})

    def between(self, start: int, end: int) -> list[int]:
        """Return the ids that share a character with ``[start, end)``, in text order."""
        if end <= start:
            return []
        near: set[int] = set(self._long)
        for bucket in _buckets_of(start, end):
            near.update(self._buckets.get(bucket, ()))
        # Written out, since each key asks for a hundred several times.
        found: list[tuple[int, int, int]] = []
        for id_ in near:
            span = self._annotations[id_].span
            if span is not None and span.start < end and start < span.end:
                found.append((span.start, -span.end, id_))
        found.sort()  # as place_of
        return [id_ for _, _, id_ in found]


def span_of(annotation: Annotation) -> Span:
    """Return where an annotation lies that has a place."""
    assert annotation.span is not None
    return annotation.span


def place_of(id_: int, span: Span) -> tuple[int, int, int]:
    """Return what sorts ids as they are read: the longer of two that begin alike first."""
    return span.start, -span.end, id_


def smallest_first(spans: Iterable[tuple[int, Span]]) -> list[int]:
    """Return the ids ordered by the length of their spans, then by place."""
    return [id_ for id_, _ in sorted(spans, key=lambda each: (len(each[1]), each[1], each[0]))]


def following(ids: list[int], current: int | None) -> int | None:
    """Return the one after `current`, the first if it is not among them, None of none."""
    if not ids:
        return None
    place = ids.index(current) + 1 if current in ids else 0
    return ids[place % len(ids)]


def _buckets_of(start: int, end: int) -> range:
    return range(start // _BUCKET, (end - 1) // _BUCKET + 1)
