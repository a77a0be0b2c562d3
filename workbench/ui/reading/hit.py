"""Which annotations lie at a place of the text."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.text import Span

_BUCKET = 256  # code points
_LONG = 32 * _BUCKET  # longer ones are few, and looked through one by one


class SpanIndex:
    """Spans by id, found by place without looking at all of them."""

    def __init__(self) -> None:
        self._spans: dict[int, Span] = {}
        # Lists: of thousands of buckets with a few ids each, sets would take ten times as much.
        self._buckets: dict[int, list[int]] = {}
        self._long: set[int] = set()

    def __len__(self) -> int:
        return len(self._spans)

    def __contains__(self, id_: int) -> bool:
        return id_ in self._spans

    def __getitem__(self, id_: int) -> Span:
        return self._spans[id_]

    def put(self, id_: int, span: Span) -> None:
        """Add a span, or move the one of this id."""
        self.drop(id_)
        self._spans[id_] = span
        if len(span) > _LONG:
            self._long.add(id_)
        else:
            for bucket in _buckets_of(span):
                self._buckets.setdefault(bucket, []).append(id_)

    def drop(self, id_: int) -> Span | None:
        """Remove and return the span of this id, None if there is none."""
        span = self._spans.pop(id_, None)
        if span is None:
            return None
        self._long.discard(id_)
        if len(span) <= _LONG:
            for bucket in _buckets_of(span):
                self._buckets[bucket].remove(id_)
        return span

    def between(self, start: int, end: int) -> list[int]:
        """Return the ids that share a character with ``[start, end)``, in text order."""
        if end <= start:
            return []
        near: set[int] = set(self._long)
        for bucket in _buckets_of(Span(start, end)):
            near.update(self._buckets.get(bucket, ()))
        wanted = Span(start, end)
        return sorted((i for i in near if self._spans[i].overlaps(wanted)), key=self._place)

    def at(self, offset: int) -> list[int]:
        """Return the ids that hold the character at `offset`, the smallest first."""
        return smallest_first((i, self._spans[i]) for i in self.between(offset, offset + 1))

    def ids(self) -> list[int]:
        """Return every id in text order."""
        return sorted(self._spans, key=self._place)

    def _place(self, id_: int) -> tuple[int, int, int]:
        span = self._spans[id_]
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


def _buckets_of(span: Span) -> range:
    return range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1)
