"""What is suggested in the article shown: stretches that are marked faintly until one decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.text import Span
from workbench.ui.reading.hit import SpanIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """A stretch, how to tell what it is (rich text for a tooltip), and whether one must choose."""

    span: Span
    tell: Callable[[], str]
    asks: bool = False


class Offers:
    """The offers of one article, numbered in text order; one of them may be the current one."""

    def __init__(self) -> None:
        self._offers: tuple[Offer, ...] = ()
        self._index = SpanIndex()
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self._offers)

    def __getitem__(self, number: int) -> Offer:
        return self._offers[number]

    def show(self, offers: Sequence[Offer]) -> None:
        """Replace the offers; none of them is the current one."""
        self._offers, self._index, self.current = tuple(offers), SpanIndex(), None
        for number, offer in enumerate(offers):
            self._index.put(number, offer.span)

    def at(self, offset: int) -> list[int]:
        """Return the numbers of the offers on a character, the smallest first."""
        return self._index.at(offset)

    def between(self, start: int, end: int) -> list[int]:
        """Return the numbers of the offers that touch ``[start, end)``, in order."""
        return self._index.between(start, end)
