"""What was found in the article shown: stretches in text order, one of them the current one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workbench.domain.text import Span


class Hits:
    """Hold the hits of one article; none overlaps another."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self._spans = list(spans)
        self._ends = [span.end for span in spans]
        self.current: Span | None = None

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, number: int) -> Span:
        return self._spans[number]

    def spans(self) -> Sequence[Span]:
        """Return all of them."""
        return self._spans

    def between(self, start: int, end: int) -> list[Span]:
        """Return those that share a character with ``[start, end)``."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._spans, Span(end, end), lo=first)
        return self._spans[first:last]

    def number_of(self, span: Span | None) -> int | None:
        """Return the number of a hit, from 0; None if it is none."""
        if span is None:
            return None
        place = bisect_left(self._spans, span)
        return place if place < len(self._spans) and self._spans[place] == span else None

    def following(self, offset: int, by: int) -> int | None:
        """Return the number of the first hit at or after `offset` (`by` 1), or of the last one
        that ends at or before it (-1), beginning anew at the other end.
        """
        if not self._spans:
            return None
        if by > 0:
            return bisect_left(self._spans, Span(offset, offset)) % len(self._spans)
        return (bisect_right(self._ends, offset) - 1) % len(self._spans)
