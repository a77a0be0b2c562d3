"""The few categories used last, each in a place that does not move under the mouse."""

from __future__ import annotations

from collections.abc import Iterable


class Recent:
    """At most `size` keys; a used one keeps its place, a new one takes the oldest one's."""

    def __init__(self, size: int = 5) -> None:
        self._size = size
        self._places: list[str] = []
        self._used: dict[str, str] = {}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in their places."""
        return tuple(self._places)

    def use(self, key: str, time: str) -> None:
        """Note that `key` was used at `time` (ISO 8601)."""
        if key in self._used:
            self._used[key] = max(time, self._used[key])
        elif len(self._places) < self._size:
            self._places.insert(0, key)
            self._used[key] = time
        else:
            self._replace_oldest(key, time)

    def _replace_oldest(self, key: str, time: str) -> None:
        oldest = min(self._places, key=self._used.__getitem__)
        if self._used[oldest] < time:
            self._places[self._places.index(oldest)] = key
            del self._used[oldest]
            self._used[key] = time

    def keep(self, known: Iterable[str]) -> None:
        """Forget the keys that are not `known` any more."""
        there = set(known)
        self._places = [key for key in self._places if key in there]
        self._used = {key: self._used[key] for key in self._places}
