"""Find what a researcher's regular expressions match, each within a limit of time.

A regular expression can take longer than anybody waits: `(a+)+b` on a long run of a. The module
`regex` stops where its time is over; what was told of such a rule is kept, the others go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.language.lexicon import Match
from workbench.language.patterns import compiled

if TYPE_CHECKING:
    import regex

#: Seconds that a rule may take on one text.
PATIENCE = 0.5
# The machine may be busy for a moment; a rule that is too slow twice running is too slow.
_GIVEN_UP = 2


class PatternTooSlow(Refusal):
    """A rule took too long on a text."""

    sentence = (
        "The rule “{pattern}” took too long and was stopped; what it matches is not all suggested. "
        "Write it without repetitions inside repetitions, or limit how often each may come."
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression and the key of the category that it suggests."""

    pattern: str
    key: str


class Rules:
    """The rules of one list; one that cannot be read or took too long is in `troubles`.

    One that took too long is tried on the next text again, and rests after two in a row.
    """

    def __init__(self, rules: Iterable[Rule], patience: float = PATIENCE) -> None:
        self._patience = patience
        self.troubles: dict[str, Refusal] = {}
        self._slow: dict[str, int] = {}  # on how many texts in a row
        self._compiled = [(rule, found) for rule in rules if (found := self._compile(rule.pattern))]

    def find(self, text: str) -> list[Match]:
        """Return what the rules match, rule by rule; a match of nothing is none."""
        return [
            Match(span, (rule.key,))
            for rule, read in self._compiled
            if self._slow.get(rule.pattern, 0) < _GIVEN_UP
            for span in self._spans(rule.pattern, read, text)
        ]

    def _spans(self, pattern: str, read: regex.Pattern[str], text: str) -> list[Span]:
        try:
            found = list(_spans(read, text, self._patience))
        except (TimeoutError, MemoryError):
            self._slow[pattern] = self._slow.get(pattern, 0) + 1
            self.troubles[pattern] = PatternTooSlow(pattern=pattern)
            return []
        self._slow.pop(pattern, None)
        return found

    def _compile(self, pattern: str) -> regex.Pattern[str] | None:
        try:
            return compiled(pattern)
        except Refusal as refusal:
            self.troubles[pattern] = refusal
        return None


def _spans(read: regex.Pattern[str], text: str, patience: float) -> Iterator[Span]:
    # The time is for the whole search, and other threads go on meanwhile.
    for match in read.finditer(text, timeout=patience, concurrent=True):
        start, end = match.span()
        if start < end:
            yield Span(start, end)
