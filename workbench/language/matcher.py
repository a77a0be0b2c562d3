"""Find what a codebook's lists may suggest in a text: names and the researcher's own rules.

What is sought is plain data, so that the search can run in another process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.language.lexicon import Match, Matches
from workbench.language.names import Names
from workbench.language.rules import PATIENCE, Rule, Rules

#: A list, where it may suggest something, and the keys.
Place = tuple[str, int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sought:
    """The names of each list with the keys that bear them, its places, and its rules."""

    names: Mapping[str, tuple[tuple[str, str], ...]] = field(
        default_factory=dict[str, tuple[tuple[str, str], ...]]
    )
    places: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict[str, tuple[Rule, ...]])


class Matcher:
    """Search texts for what is sought; a rule that fails stops no other."""

    def __init__(self, sought: Sought, patience: float = PATIENCE) -> None:
        self._names = Names(sought.names, places=sought.places)
        self._rules = {key: Rules(rules, patience) for key, rules in sought.rules.items() if rules}

    @property
    def names(self) -> Names:
        """The names alone, for who needs nothing else."""
        return self._names

    @property
    def has_rules(self) -> bool:
        """Whether there are rules besides."""
        return bool(self._rules)

    def find(self, text: str) -> dict[str, Matches]:
        """Return what each list may suggest, in order; the longest at a place wins."""
        if not self._rules:
            return self._names.find(text)
        found = {key: Matches() for key in self._names.lists}
        for key, start, end, keys in self.places(text):
            found[key].put(start, end, keys)
        return found

    def places(self, text: str) -> list[Place]:
        """Return what `find` does in the cheapest form: list, start, end and keys, unordered."""
        spots = self._names.spots(text)
        owners = self._names.owners
        found = [
            (key, start, end, keys) for start, end, number in spots for key, keys in owners(number)
        ]
        for key, rules in self._rules.items():
            matches = rules.find(text)
            if matches:
                named = [Match(Span(a, b), keys) for own, a, b, keys in found if own == key]
                found = [place for place in found if place[0] != key]
                found += [
                    (key, m.span.start, m.span.end, m.keys) for m in longest([*matches, *named])
                ]
        return found

    def troubles(self) -> dict[str, Refusal]:
        """Return what is wrong with rules, by their patterns."""
        return {
            pattern: trouble
            for rules in self._rules.values()
            for pattern, trouble in rules.troubles.items()
        }


def longest(matches: Iterable[Match]) -> list[Match]:
    """Return matches that do not overlap, the longest at each place.

    What claims the same place has all the keys that do, in the order that they are given.
    """
    keys: dict[Span, tuple[str, ...]] = {}
    for match in matches:
        known = keys.get(match.span, ())
        keys[match.span] = known + tuple(key for key in match.keys if key not in known)
    chosen: list[Match] = []
    for span in sorted(keys, key=lambda span: (span.start, -span.end)):
        if not chosen or span.start >= chosen[-1].span.end:
            chosen.append(Match(span, keys[span]))
    return chosen
