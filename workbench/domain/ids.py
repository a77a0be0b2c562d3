"""Globally unique ids that sort by the time they were made."""

from __future__ import annotations

from collections.abc import Callable

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
#: Two characters for each ten bits: half the steps of an id.
_PAIRS = tuple(one + two for one in _ALPHABET for two in _ALPHABET)
_SHIFTS = tuple(range(120, -1, -10))


class Ids:
    """Make ids such as ``n01k5…``: a letter, 10 characters of time, 16 of chance (ULID).

    `clock` returns milliseconds since 1970; `chance` returns that many random bytes.
    """

    def __init__(self, clock: Callable[[], int], chance: Callable[[int], bytes]) -> None:
        self._clock = clock
        self._chance = chance

    def new(self, prefix: str) -> str:
        """Return a new id that begins with the letter `prefix`."""
        number = self._clock() << 80 | int.from_bytes(self._chance(10), "big")
        return prefix + "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])
