"""Find the names of a codebook in a text: leftmost-longest on characters, no segmentation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.domain.stretches import Stretches
from workbench.domain.text import Span
from workbench.language.folding import LATIN, NameFolding, fold_width
from workbench.language.short_forms import ShortForms
from workbench.language.traps import TRAPS, is_place

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_LATIN = re.compile(f"[{LATIN}]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Role(IntEnum):
    """What a word is to a lexicon; from LATIN_NAME on, names must stand for themselves."""

    NAME = 0
    SHORT = 1
    LATIN_NAME = 2
    PLACE = 3
    WALL = 4
    TRAP = 5


#: Start, end, and the number of a name in its lexicon.
Spot = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text, and the categories that bear it, in the order they were given."""

    span: Span
    keys: tuple[str, ...]


class Matches(Stretches[Match, tuple[str, ...]]):
    """What was found in a text, in order."""

    def what(self, thing: Match) -> tuple[str, ...]:
        """Return the keys of a match."""
        return thing.keys

    def thing(self, span: Span, what: tuple[str, ...]) -> Match:
        """Return the match at a place."""
        return Match(span, what)


class Lexicon:
    """Names and the keys of the categories that bear them.

    Case counts, width does not. A name that begins or ends with a Latin letter or digit
    matches only where the Latin word ends too: US is not found in AUKUS. A name inside one of
    the `blocked` words is not found: 朝 is not in 朝野; nor is a name of more than one character
    inside one of the `walls`, longer names that are somebody else's, nor one that ends within
    one of the `words`. A single Chinese character counts where it is a country's short
    form, one of the `places` where it is more than a mere place.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, str]],
        blocked: Iterable[str] = TRAPS,
        *,
        walls: Iterable[str] = (),
        words: Iterable[str] = (),
        places: Container[str] = (),
    ) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        for alias, key in entries:
            self._add(fold_width(alias).strip(), key)
        roles = {name: role_of(name, places) for name in self._keys}
        roles |= dict.fromkeys(folded_all(walls) - roles.keys(), Role.WALL)
        roles |= dict.fromkeys(folded_all(blocked) - self._keys.keys(), Role.TRAP)
        self._role_of = roles
        # Single characters are everywhere: they are found by what stands around them.
        self._patterns = sorted(roles, key=lambda name: roles[name] == Role.SHORT)
        self._roles = bytes(roles[name] for name in self._patterns)
        self._short = {n: i for i, n in enumerate(self._patterns) if roles[n] == Role.SHORT}
        self._short_forms = ShortForms(self._short)
        self._words = any_of(words)
        self._fold = NameFolding(self._patterns).fold

    def _add(self, name: str, key: str) -> None:
        known = self._keys.get(name, ())
        if name and key not in known:
            self._keys[name] = (*known, key)

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names as they are matched, with the keys that bear them."""
        return self._keys

    def role(self, name: str) -> Role:
        """Return what a word is here."""
        return self._role_of.get(name, Role.NAME)

    def name(self, number: int) -> str:
        """Return a name by its number."""
        return self._patterns[number]

    def keys_of(self, name: int) -> tuple[str, ...]:
        """Return the keys that bear a name, by its number."""
        return self._keys[self._patterns[name]]

    def find(self, text: str) -> list[Match]:
        """Return the names in `text` in order; no two overlap, the longest at a place wins."""
        return [
            Match(Span(start, end), self.keys_of(name)) for start, end, name in self.spots(text)
        ]

    def spots(self, text: str) -> list[Spot]:
        """Return start, end and number of the names that `find` finds."""
        folded = self._fold(text)
        spots: list[Spot] = []
        end = 0
        for spot in self._standing(folded):
            if spot[0] >= end:
                end = spot[1]
                spots.append(spot)
        return spots

    def tally(self, text: str) -> dict[str, int]:
        """Return how often `text` names each key, the most named first, then the earliest."""
        counts: dict[str, int] = {}
        for _, _, name in self.spots(text):
            for key in self.keys_of(name):
                counts[key] = counts.get(key, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def _standing(self, folded: str) -> Iterator[Spot]:
        """Yield the places of names that stand for themselves, the longest first at each."""
        roles, cuts = self._roles, self._cuts(folded)
        trap_to = wall_to = 0
        for start, minus_end, number in self._occurrences(folded):
            end, role = -minus_end, roles[number]
            if role == Role.TRAP:
                trap_to = max(trap_to, end)
            elif role == Role.WALL:
                wall_to = max(wall_to, end)
            elif (
                end > trap_to
                and (end > wall_to or role == Role.SHORT)
                and (role < Role.LATIN_NAME or _stands(folded, start, end, role))
                and (end not in cuts or cuts[end] <= start)
            ):
                yield start, end, number

    def _occurrences(self, folded: str) -> list[Spot]:
        """Return start, minus the end, and number of every occurrence, in that order."""
        found = [
            (start, -end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(
                folded, overlapping=True
            )
        ]
        found += [(at, -at - 1, self._short[folded[at]]) for at in self._short_forms.find(folded)]
        found.sort()
        return found

    def _cuts(self, folded: str) -> dict[int, int]:
        """Return the borders between characters within a whole word, and where each begins."""
        found = self._words.finditer(folded) if self._words else ()
        return {at: word.start() for word in found for at in range(word.start() + 1, word.end())}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        sought = self._patterns[: len(self._patterns) - len(self._short)]
        return AhoCorasick(sought, store_patterns=False)


def folded_all(words: Iterable[str]) -> set[str]:
    """Return words as they are matched."""
    return {fold_width(word) for word in words} - {""}


def role_of(name: str, places: Container[str]) -> Role:
    """Return what a name is by its characters, or as one of the `places`."""
    if len(name) == 1 and _HAN.match(name):
        return Role.SHORT
    if name in places:
        return Role.PLACE
    return Role.LATIN_NAME if _LATIN.match(name) or _LATIN.match(name, len(name) - 1) else Role.NAME


def any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of all the words, None without any."""
    folded = sorted(folded_all(words))
    return re.compile("|".join(map(re.escape, folded))) if folded else None


def _stands(folded: str, start: int, end: int, role: int) -> bool:
    if role == Role.LATIN_NAME:
        return not is_within_word(folded, start, end)
    return not is_place(folded, start, end)


def is_within_word(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin word reaches across a border of ``[start, end)``."""
    return _joined(text, start) or _joined(text, end)


def _joined(text: str, border: int) -> bool:
    """Tell whether a Latin word runs across `border`."""
    if not 0 < border < len(text):
        return False
    return bool(_LATIN.match(text, border - 1) and _LATIN.match(text, border))
