"""Cut text into words without a dictionary, until the real segmenter has answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from workbench.domain.text import Span
from workbench.language.folding import LATIN
from workbench.language.lexicon import Lexicon
from workbench.language.tiling import tiled

_PIECE = re.compile(f"[{LATIN}]+|.", re.DOTALL)


class FallbackSegmenter:
    """A segmenter that knows the codebook's names, Latin words, and single characters."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    @cached_property
    def _lexicon(self) -> Lexicon:
        """Made when the first text is cut: of tens of thousands of names, it takes a while."""
        return Lexicon((name, name) for name in self._names)

    def words(self, text: str) -> list[Span]:
        """Return the words of `text`: names, Latin words and numbers, single characters."""
        return fallback_words(text, self._lexicon)


def fallback_words(text: str, lexicon: Lexicon) -> list[Span]:
    """Return the words of `text` as far as `lexicon` knows them."""
    return tiled(text, _pieces(text, lexicon))


def _pieces(text: str, lexicon: Lexicon) -> Iterator[str]:
    start = 0
    for match in lexicon.find(text):
        yield from _PIECE.findall(text, start, match.span.start)
        yield text[match.span.start : match.span.end]
        start = match.span.end
    yield from _PIECE.findall(text, start)
