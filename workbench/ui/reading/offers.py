"""What is suggested in the article shown: stretches that are marked faintly until one decides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from workbench.domain.text import Span
from workbench.ui.reading.hit import smallest_first


class Offer(Protocol):
    """A stretch that something is suggested for; where that is not sure, one must choose."""

    @property
    def span(self) -> Span: ...
    @property
    def sure(self) -> bool: ...


class Offers:
    """The offers of one article, numbered in text order; one of them may be the current one."""

    def __init__(self) -> None:
        self._offers: list[Offer] = []
        self._starts: list[int] = []
        self._longest = 0
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self._offers)

    def __getitem__(self, number: int) -> Offer:
        return self._offers[number]

    def show(self, offers: Sequence[Offer]) -> None:
        """Replace the offers, given in text order; none of them is the current one."""
        self._offers, self.current = list(offers), None
        self._starts = [offer.span.start for offer in offers]
        self._longest = max((len(offer.span) for offer in offers), default=0)

    def patch(self, first: int, last: int, offers: Sequence[Offer]) -> None:
        """Let others take the places of those numbered ``[first, last)``; none is current."""
        self.current = None
        self._offers[first:last] = offers
        self._starts[first:last] = [offer.span.start for offer in offers]
        self._longest = max([self._longest, *(len(offer.span) for offer in offers)])

    def at(self, offset: int) -> list[int]:
        """Return the numbers of the offers on a character, the smallest first."""
        return smallest_first((n, self[n].span) for n in self.between(offset, offset + 1))

    def between(self, start: int, end: int) -> list[int]:
        """Return the numbers of the offers that touch ``[start, end)``, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [number for number in range(first, last) if self[number].span.end > start]
