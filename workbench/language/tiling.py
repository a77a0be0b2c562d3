"""Make spans that tile a text out of the pieces a segmenter gives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.domain.errors import Defect
from workbench.domain.text import Span

# Combining marks, variation selectors, skin tones: no character of their own on the screen.
_TAIL = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u200d\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
_JOINER = "\u200d"


def tiled(text: str, pieces: Iterable[str]) -> list[Span]:
    """Return the spans of consecutive `pieces`, none of which splits a visible character.

    Raises:
        Defect: the pieces together are not `text`.
    """
    lengths = visible_lengths(pieces)
    if sum(lengths) != len(text):
        raise Defect("the words do not add up to the text")
    return spans_of(lengths)


def visible_lengths(pieces: Iterable[str]) -> list[int]:
    """Return the length of each piece, those joined that are one visible character."""
    lengths: list[int] = []
    joins = False
    for piece in pieces:
        if lengths and (joins or _TAIL.match(piece)):
            lengths[-1] += len(piece)
        elif piece:
            lengths.append(len(piece))
        joins = piece.endswith(_JOINER) if piece else joins
    return lengths


def spans_of(lengths: Iterable[int]) -> list[Span]:
    """Return the consecutive spans that have `lengths`."""
    spans: list[Span] = []
    start = 0
    for length in lengths:
        spans.append(Span(start, start + length))
        start += length
    return spans
