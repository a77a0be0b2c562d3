"""Words of the article, from whoever can tell them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.text import Span

Snap = Callable[[Span], Span]
WordAt = Callable[[int], Span | None]


def _as_it_is(span: Span) -> Span:
    return span


def _one_character(offset: int) -> Span | None:
    return Span(offset, offset + 1)


@dataclass(frozen=True, slots=True)
class WordService:
    """How to widen a stretch to whole words, and which word holds an offset."""

    snap: Snap = _as_it_is
    at: WordAt = _one_character

    def following(self, offset: int, length: int) -> int:
        """Return where a step of a word to the right leads."""
        if offset >= length:
            return length
        word = self.at(offset)
        return max(offset + 1, word.end) if word else offset + 1

    def preceding(self, offset: int) -> int:
        """Return where a step of a word to the left leads."""
        if offset <= 0:
            return 0
        word = self.at(offset - 1)
        return min(offset - 1, word.start) if word else offset - 1
