"""Codes and keys that categories of a list had that are gone: they are not given again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.domain.codebook import CodeList

# As `key_for` makes them; longer numbers were typed, and no list comes near them.
_NUMBERED = re.compile(r"N([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Spent:
    """The highest code, and the highest number in a key like N003, that is gone from a list."""

    code: int = 0
    number: int = 0

    def and_of(self, other: Spent) -> Spent:
        """Return what is spent by this and by another."""
        return Spent(max(self.code, other.code), max(self.number, other.number))


def spent_between(old: CodeList, new: CodeList) -> Spent:
    """Return what is gone of a list once `old` has become `new`."""
    codes = {each.code for each in old.categories} - {each.code for each in new.categories}
    numbers = [_number(key) for key in old.by_key.keys() - new.by_key.keys()]
    return Spent(max((0, *codes)), max((0, *numbers)))


def _number(key: str) -> int:
    found = _NUMBERED.fullmatch(key)
    return int(found[1]) if found else 0
