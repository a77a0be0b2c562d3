"""Find what shares a band of its fingerprint with something else, in little memory.

A band becomes one number: a hash and the place of what it belongs to. The numbers lie in sorted
runs; a run that is as long as the one before it is merged with it. So adding and asking stay
quick however many there are, and a text takes eight bytes a band.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import merge

_PLACE_BITS = 24
_HASH_BITS = 40
_HASH = (1 << _HASH_BITS) - 1
_PLACE = (1 << _PLACE_BITS) - 1
_SHORTEST_RUN = 8192


class BandIndex:
    """What was added, by the bands of its fingerprint."""

    def __init__(self) -> None:
        self._runs: list[array[int]] = []
        self._newest: dict[int, list[int]] = {}
        self._waiting = 0

    def add(self, place: int, bands: Sequence[bytes]) -> None:
        """Add the bands of what is at `place`, a number of up to 24 bits."""
        for key in _keys(bands):
            self._newest.setdefault(key, []).append(place)
        self._waiting += len(bands)
        if self._waiting >= _SHORTEST_RUN:
            self._settle()

    def _settle(self) -> None:
        entries = (
            (key << _PLACE_BITS) | at for key, places in self._newest.items() for at in places
        )
        run = array("Q", sorted(entries))
        self._newest, self._waiting = {}, 0
        while self._runs and len(self._runs[-1]) <= len(run):
            run = array("Q", merge(self._runs.pop(), run))
        self._runs.append(run)

    def sharing(self, bands: Sequence[bytes]) -> Counter[int]:
        """Return how many of these bands each place shares, those that share any."""
        return Counter(place for key in _keys(bands) for place in self._at(key))

    def _at(self, key: int) -> Iterator[int]:
        yield from self._newest.get(key, ())
        first = key << _PLACE_BITS
        for run in self._runs:
            at = bisect_left(run, first)
            while at < len(run) and run[at] >> _PLACE_BITS == key:
                yield run[at] & _PLACE
                at += 1


def _keys(bands: Sequence[bytes]) -> Iterator[int]:
    for number, band in enumerate(bands):
        yield hash((number, band)) & _HASH
