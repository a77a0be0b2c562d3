"""How much of long work is done, and how long the rest of it will take."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

#: Before so many seconds have passed, how long the rest takes is anybody's guess.
_SOON = 2.0
#: What a file costs beside its bytes, in bytes.
_EACH = 4000


def time_left(elapsed: float, share: float) -> int | None:
    """Return how many seconds work will take yet that has done `share` of itself (0 to 1).

    None: nobody can tell yet, or nothing is left.
    """
    if elapsed < _SOON or not 0 < share < 1:
        return None
    return max(1, round(elapsed * (1 - share) / share))


def shares_done(sizes: Iterable[int]) -> list[float]:
    """Return what share of the work is done before each of files of these sizes, and at the end."""
    done = list(accumulate((size + _EACH for size in sizes), initial=0))
    return [each / done[-1] for each in done] if done[-1] else [1.0]
