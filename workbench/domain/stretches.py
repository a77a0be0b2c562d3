"""Things that lie in a text, kept as numbers: as objects, a book's fifty thousand would be felt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from operator import eq
from typing import Generic, Protocol, Self, TypeVar, overload

from workbench.domain.text import Span


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=Placed)
W = TypeVar("W", bound=Hashable)


class Stretches(Sequence[T], ABC, Generic[T, W]):
    """Things in the order of where they begin; each is made when it is asked for.

    `starts` and `ends` tell where they lie. What they are beside that is kept once, however many
    have it.
    """

    def __init__(self, things: Iterable[T] = ()) -> None:
        self.starts, self.ends, self._whats = array("I"), array("I"), array("I")
        self._longest = 0  # at most
        self._kinds: list[W] = []
        self._numbers: dict[W, int] = {}
        self[:] = things

    @abstractmethod
    def what(self, thing: T) -> W:
        """Return all that a thing is but its place."""

    @abstractmethod
    def thing(self, span: Span, what: W) -> T:
        """Return the thing at a place."""

    # --- as a sequence -------------------------------------------------------

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        return self.thing(self.span(index), self._kinds[self._whats[index]])

    def __iter__(self) -> Iterator[T]:
        for start, end, what in self.triples():
            yield self.thing(Span(start, end), what)

    def __setitem__(self, where: slice, things: Iterable[T]) -> None:
        listed = list(things)
        self.starts[where] = array("I", (each.span.start for each in listed))
        self.ends[where] = array("I", (each.span.end for each in listed))
        self._whats[where] = array("I", (self._number(self.what(each)) for each in listed))
        self._longest = max([self._longest, *(len(each.span) for each in listed)])

    def __eq__(self, other: object) -> bool:
        """Tell whether another has the same things, or a list."""
        if isinstance(other, type(self)):
            return len(self) == len(other) and all(map(eq, self.triples(), other.triples()))
        return list(self) == other if isinstance(other, list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    # --- as numbers ----------------------------------------------------------

    def put(self, start: int, end: int, what: W) -> None:
        """Add what lies behind all others."""
        self.starts.append(start)
        self.ends.append(end)
        self._whats.append(self._number(what))
        self._longest = max(self._longest, end - start)

    def span(self, index: int) -> Span:
        """Return where a thing lies."""
        return Span(self.starts[index], self.ends[index])

    def spans(self) -> list[Span]:
        """Return where all of them lie."""
        return list(map(Span, self.starts, self.ends))

    def triples(self) -> Iterator[tuple[int, int, W]]:
        """Yield start, end, and what it is, of each."""
        return zip(self.starts, self.ends, map(self._kinds.__getitem__, self._whats), strict=True)

    def part(self, where: slice) -> Self:
        """Return some of them."""
        part = type(self)()
        for number in range(len(self))[where]:
            part.put(self.starts[number], self.ends[number], self._kinds[self._whats[number]])
        return part

    def first_at(self, offset: int) -> int:
        """Return the number of the first that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def near(self, start: int, end: int) -> range:
        """Return numbers among which are all that touch ``[start, end)``: few others are."""
        return range(self.first_at(start - self._longest), self.first_at(end))

    def touching(self, start: int, end: int) -> list[int]:
        """Return the numbers of those that touch ``[start, end)``, in order."""
        return [number for number in self.near(start, end) if self.ends[number] > start]

    def _number(self, what: W) -> int:
        number = self._numbers.get(what)
        if number is None:
            number = self._numbers[what] = len(self._kinds)
            self._kinds.append(what)
        return number
