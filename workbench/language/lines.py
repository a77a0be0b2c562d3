"""Scan many short strings at once: they are one string, a line each, searched by C."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator


class Lines:
    """Strings without line breaks, each belonging to a numbered owner, in order of rank.

    Every scan yields owners in that order, one of them as often as its lines match, and
    costs nothing beyond the last one taken. A query is never empty.
    """

    def __init__(self, lines: Iterable[tuple[str, int]]) -> None:
        texts: list[str] = []
        self._owners = array("I")
        self._starts = array("I", [0])
        for text, owner in lines:
            texts.append(text)
            self._owners.append(owner)
            self._starts.append(self._starts[-1] + len(text) + 1)
        self._text = "\n".join(["", *texts, ""])

    def __len__(self) -> int:
        return len(self._owners)

    def equal(self, query: str) -> Iterator[int]:
        """Yield the owners of the lines that are `query`."""
        return self._found(f"\n{query}\n")

    def beginning(self, query: str) -> Iterator[int]:
        """Yield the owners of the lines that begin with `query`."""
        return self._found(f"\n{query}")

    def holding(self, query: str) -> Iterator[int]:
        """Yield the owners of the lines that hold `query`."""
        return self._found(query)

    def spelling(self, query: str) -> Iterator[int]:
        """Yield the owners of the lines that hold the letters of `query` in order."""
        letters = [re.escape(letter) for letter in query]
        pattern = re.compile("\n" + "".join(f"[^\n{letter}]*{letter}" for letter in letters))

        def place(start: int) -> int:
            found = pattern.search(self._text, start)
            return found.start() if found else -1

        return self._scan(place)

    def _found(self, needle: str) -> Iterator[int]:
        return self._scan(lambda start: self._text.find(needle, start))

    def _scan(self, place: Callable[[int], int]) -> Iterator[int]:
        at = place(0)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            yield self._owners[line]
            at = place(self._starts[line + 1])
