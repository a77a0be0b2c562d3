"""Which entries were visited, in order, and where one is among them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.app.places import Place


@dataclass(slots=True)
class Stop:
    """An entry that was visited, and how far it was scrolled."""

    entry: Place
    scrolled: int = 0


class Trail:
    """Go on to an entry, back, and forward again, as in a browser."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._place = -1

    @property
    def here(self) -> Stop | None:
        """Where one is, None before the first entry."""
        return self._stops[self._place] if self._stops else None

    @property
    def goes_back(self) -> bool:
        """Whether there is an entry before this one."""
        return self._place > 0

    @property
    def goes_forward(self) -> bool:
        """Whether one has come back from another entry."""
        return self._place < len(self._stops) - 1

    def go_on(self, entry: Place) -> None:
        """Visit an entry; what one had come back from is forgotten."""
        if self.here is not None and self.here.entry == entry:
            return
        del self._stops[self._place + 1 :]
        self._stops.append(Stop(entry))
        self._place += 1

    def step(self, by: int) -> None:
        """Go back or forward, as far as there is a way."""
        if self._stops:
            self._place = min(max(self._place + by, 0), len(self._stops) - 1)
