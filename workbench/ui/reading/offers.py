"""What is suggested in the article shown: stretches that are marked faintly until one decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeAlias

from workbench.domain.stretches import Stretches
from workbench.domain.text import Span
from workbench.ui.reading.hit import smallest_first


class Offer(Protocol):
    """A stretch that something is suggested for; where that is not sure, one must choose."""

    @property
    def span(self) -> Span: ...
    @property
    def sure(self) -> bool: ...


#: Offers in text order, which are somebody else's too.
Offered: TypeAlias = "Stretches[Any, Any]"


class Offers:
    """The offers of one article, numbered in text order; one of them may be the current one."""

    def __init__(self) -> None:
        self._offers: Offered | None = None
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self._offers) if self._offers is not None else 0

    def __getitem__(self, number: int) -> Offer:
        assert self._offers is not None
        return self._offers[number]

    def show(self, offers: Offered) -> None:
        """Show other offers, given in text order; none of them is the current one."""
        self._offers, self.current = offers, None

    def patch(self, first: int, last: int, offers: Iterable[Offer]) -> None:
        """Let others take the places of those numbered ``[first, last)``; none is current.

        They do so in the very offers that are shown.
        """
        self.current = None
        if self._offers is not None:
            self._offers[first:last] = offers

    def at(self, offset: int) -> list[int]:
        """Return the numbers of the offers on a character, the smallest first."""
        return smallest_first((n, self[n].span) for n in self.between(offset, offset + 1))

    def between(self, start: int, end: int) -> list[int]:
        """Return the numbers of the offers that touch ``[start, end)``, in order."""
        return [] if self._offers is None else self._offers.touching(start, end)
