"""Find out how a file counts positions: by what its selections are called, not by the standard.

The standard counts the code points of the file and ends behind the last. Some count a line end
of two characters as one, or a character beyond U+FFFF as two, or name the last character itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from workbench.domain.text import Span, Utf16Map, canonical
from workbench.exchange.project.refi import is_quoted, squeezed

_CRLF = re.compile("\r\n")
#: So many selections are looked at: how one program counts is told by fewer.
_ENOUGH = 3_000


@dataclass(frozen=True, slots=True)
class Counting:
    """How positions are counted: what counts as two characters, and where a passage ends."""

    crlf: bool = True
    utf16: bool = False
    inclusive: bool = False
    mark: bool = False


STANDARD = Counting()


class CountedText:
    """A text with the line ends and the byte order mark that its file has."""

    def __init__(self, raw: str) -> None:
        self._raw = raw.lstrip("\ufeff")
        self._marks = len(raw) - len(self._raw)
        self.text = canonical(raw)
        self._pairs = [found.start() for found in _CRLF.finditer(self._raw)]

    @property
    def has_mark(self) -> bool:
        """Whether the file begins with a byte order mark."""
        return bool(self._marks)

    @property
    def has_pairs(self) -> bool:
        """Whether a line end has two characters."""
        return bool(self._pairs)

    @cached_property
    def has_astral(self) -> bool:
        """Whether a character lies beyond U+FFFF."""
        return any(each > "\uffff" for each in self.text)

    @cached_property
    def squeezed(self) -> str:
        """The text with each white space as one blank."""
        return squeezed(self.text)

    @cached_property
    def _maps(self) -> dict[bool, Utf16Map]:
        return {True: Utf16Map(self._raw), False: Utf16Map(self.text)}

    def span(self, start: int, end: int, counting: Counting) -> Span:
        """Return the stretch of the text that two positions mean; it may lie outside."""
        stop = end + 1 if counting.inclusive else end
        return Span(self._place(start, counting), self._place(stop, counting))

    def _place(self, position: int, counting: Counting) -> int:
        if counting.mark and position > 0:
            position = max(0, position - self._marks)
        if counting.utf16:
            position = self._maps[counting.crlf].from_utf16(position)
        if counting.crlf:
            position -= bisect_left(self._pairs, position)
        return position

    def passage(self, span: Span) -> str:
        """Return what stands there, empty outside the text."""
        return self.text[span.start : span.end] if 0 <= span.start < span.end else ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A selection: its text, what the file calls it, its positions as they are written."""

    counted: CountedText
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """How a file counts; whether it calls selections by their passages; whether that told it.

    `sure` is also true where every way of counting comes to the same.
    """

    counting: Counting
    quotes: bool
    sure: bool


def find_out(selections: Sequence[Placed]) -> Told:
    """Return how a file counts positions."""
    named = [each for each in selections if each.name.strip()][:_ENOUGH]
    quoting = [each for each in named if _occurs(each)]
    ways = list(_ways(selections))
    scores = {way: sum(_fits(each, way) for each in quoting) for way in ways}
    best = max(ways, key=lambda way: scores[way])
    differ = any(way.crlf != best.crlf or way.utf16 != best.utf16 for way in ways)
    sure = scores[best] > 0 or not differ
    return Told(best, len(quoting) * 2 >= len(named) > 0, sure)


def _ways(selections: Sequence[Placed]) -> Iterator[Counting]:
    """Yield the ways of counting that differ for these texts, that of the standard first."""
    texts = {id(each.counted): each.counted for each in selections}.values()
    crlf = (True, False) if any(each.has_pairs for each in texts) else (True,)
    utf16 = (False, True) if any(each.has_astral for each in texts) else (False,)
    mark = (False, True) if any(each.has_mark for each in texts) else (False,)
    for choice in product(mark, (False, True), utf16, crlf):
        yield Counting(choice[3], choice[2], choice[1], choice[0])


def _occurs(placed: Placed) -> bool:
    """Tell whether a selection is called by words of its text."""
    name = squeezed(placed.name)
    stem = name.removesuffix("…").removesuffix("...").rstrip()
    return name in placed.counted.squeezed or (bool(stem) and stem in placed.counted.squeezed)


def _fits(placed: Placed, counting: Counting) -> bool:
    span = placed.counted.span(placed.start, placed.end, counting)
    return is_quoted(placed.name, placed.counted.passage(span))
