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


class PatternTooSlow(Refusal):
    """A rule took too long on a text."""

    sentence = (
        "The rule “{pattern}” takes too long and was stopped; what it matches is not suggested. "
        "Write it without repetitions inside repetitions, or limit how often each may come."
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression and the key of the category that it suggests."""

    pattern: str
    key: str


class Rules:
    """The rules of one list; one that cannot be read or took too long is in `troubles`."""

    def __init__(self, rules: Iterable[Rule], patience: float = PATIENCE) -> None:
        self._patience = patience
        self.troubles: dict[str, Refusal] = {}
        self._compiled = [(rule, found) for rule in rules if (found := self._compile(rule.pattern))]

    def find(self, text: str) -> list[Match]:
        """Return what the rules match, rule by rule; a match of nothing is none."""
        return [
            Match(span, (rule.key,))
            for rule, read in self._compiled
            if rule.pattern not in self.troubles
            for span in self._spans(rule.pattern, read, text)
        ]

    def _spans(self, pattern: str, read: regex.Pattern[str], text: str) -> list[Span]:
        try:
            return list(_spans(read, text, self._patience))
        except (TimeoutError, MemoryError):
            self.troubles[pattern] = PatternTooSlow(pattern=pattern)
            return []

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
