"""Where the names in the margin go: beside their passages, never over one another.

All rows are equally high. Rows that would overlap are pushed apart as little as possible
(least squares: pool adjacent violators); where one would be pushed beyond `reach`, or the
rows do not fit at all, neighbours are folded into one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workbench.ui.reading.view_model import Label


@dataclass(frozen=True, slots=True)
class Name:
    """What the margin shows of one or several equal marks of one line.

    `at` is where the name's middle wants to be; light names are folded first.
    """

    ids: tuple[int, ...]
    label: Label
    at: float
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the margin: one name, or several folded into one.

    The names' `at` count from `base`; `ids` are the marks that the row stands for.
    """

    top: float
    names: tuple[Name, ...]
    base: float = 0.0
    ids: tuple[int, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        ids = tuple(id_ for name in self.names for id_ in name.ids)
        object.__setattr__(self, "ids", ids)  # asked for at each painting


@dataclass(frozen=True, slots=True)
class Room:
    """The stretch of the margin to fill, and how far a row may be pushed."""

    top: float
    bottom: float
    row: float
    reach: float

    @property
    def capacity(self) -> int:
        """How many rows fit; always one."""
        return max(1, int((self.bottom - self.top) / self.row))


Fold = tuple[Name, ...]


def lay_out(names: Sequence[Name], room: Room) -> list[Row]:
    """Return the rows from top to bottom, each name in exactly one of them, in order."""
    folds = _prefolded(sorted(names, key=lambda name: name.at), room)
    middles = [_at(fold) for fold in folds]
    while True:
        tops = spread(middles, room)
        worst = _worst(folds, middles, tops, room)
        if worst is None:
            return [Row(top, fold) for top, fold in zip(tops, folds, strict=True)]
        upper = _to_fold(folds, tops, worst, room)
        folds[upper : upper + 2] = [folds[upper] + folds[upper + 1]]
        middles[upper : upper + 2] = [_at(folds[upper])]


def spread(middles: Sequence[float], room: Room) -> list[float]:
    """Return the tops of rows that want these middles (ascending), moved as little as can be.

    The sum of the squared moves is the least that keeps rows apart and inside `room`.
    """
    pools: list[tuple[float, int]] = []  # mean of the wanted tops less the rows above, count
    height, half = room.row, room.row / 2
    for index, middle in enumerate(middles):
        mean, count = middle - half - index * height, 1
        while pools and pools[-1][0] > mean:
            above, rows = pools.pop()
            mean, count = (above * rows + mean * count) / (rows + count), rows + count
        pools.append((mean, count))
    lowest = max(room.top, room.bottom - len(middles) * room.row)
    held = [min(max(mean, room.top), lowest) for mean, count in pools for _ in range(count)]
    return [mean + index * room.row for index, mean in enumerate(held)]


def _at(fold: Fold) -> float:
    return fold[0].at if len(fold) == 1 else sum([name.at for name in fold]) / len(fold)


def _weight(fold: Fold) -> int:
    return sum(name.weight + 1 for name in fold)


def _prefolded(names: list[Name], room: Room) -> list[Fold]:
    """Fold what could never fit beside one line, so that the fine folding has little to do."""
    most = max(1, int(2 * room.reach / room.row) + 1)
    folds: list[Fold] = []
    for _, group in groupby(names, key=lambda name: name.at):
        line = list(group)
        folds.extend((name,) for name in line[: most - 1])
        if line[most - 1 :]:
            folds.append(tuple(line[most - 1 :]))
    return folds


def _worst(folds: list[Fold], middles: list[float], tops: list[float], room: Room) -> int | None:
    """Return the row pushed furthest if it is too far, None if all is well."""
    if len(folds) <= 1:
        return None
    if len(folds) > room.capacity:
        return min(range(len(folds)), key=lambda i: _weight(folds[i]))
    half, top, bottom = room.row / 2, room.top, room.bottom
    wanted = [top if at < top else min(at, bottom) for at in middles]
    pushes = [abs(here + half - at) for here, at in zip(tops, wanted, strict=True)]
    worst = max(range(len(folds)), key=pushes.__getitem__)
    return worst if pushes[worst] > room.reach else None


def _to_fold(folds: list[Fold], tops: list[float], worst: int, room: Room) -> int:
    """Return the upper of two to be joined: they lose least of all that touch around `worst`."""
    first = last = worst
    while first > 0 and tops[first] - tops[first - 1] <= room.row + 0.01:
        first -= 1
    while last + 1 < len(folds) and tops[last + 1] - tops[last] <= room.row + 0.01:
        last += 1
    if first == last:
        first, last = (first - 1, last) if first > 0 else (first, last + 1)
    return min(range(first, last), key=lambda i: _loss(folds[i], folds[i + 1]))


def _loss(upper: Fold, lower: Fold) -> tuple[float, int]:
    return abs(lower[0].at - upper[-1].at), _weight(upper) + _weight(lower)
