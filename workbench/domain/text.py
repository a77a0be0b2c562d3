"""Canonical text, spans over it, its paragraphs and sentences, and UTF-16 offsets.

Offsets are Unicode code points, half open ``[start, end)``, everywhere in the
program. Only :class:`Utf16Map` knows that Qt counts otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.errors import (
    SpanOutsideText,
    TextHoldsNul,
    TextHoldsSurrogate,
)

_SURROGATE = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# A sentence ends with its final mark, any run of further marks, and the
# quotation marks and brackets that close behind it.
_SENTENCE_END = re.compile(r"(?:[。！？!?…]+|\.(?=\s|$))[”’」』）)》〉\"']*")
_PART = 20_000  # characters


def canonical(text: str) -> str:
    """Return `text` with LF line ends and without a byte order mark.

    Raises:
        TextHoldsNul: PostgreSQL and C readers cannot hold it.
        TextHoldsSurrogate: it is no character and cannot be written as UTF-8.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    refuse_unstorable(text)
    return text


def refuse_unstorable(text: str) -> None:
    """Raise if `text` holds what no store can keep: NUL or half a surrogate pair."""
    nul = text.find("\0")
    if nul >= 0:
        raise TextHoldsNul(position=nul)
    half = _SURROGATE.search(text)
    if half:
        raise TextHoldsSurrogate(position=half.start())


def line_fed(text: str) -> str:
    """Return what a person wrote with LF line ends: readers of the dataset differ about others.

    Raises:
        TextHoldsNul, TextHoldsSurrogate.
    """
    refuse_unstorable(text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text ``[start, end)`` in code points; never empty."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, offset: int) -> bool:
        """Tell whether the character at `offset` lies inside."""
        return self.start <= offset < self.end


def checked_span(start: int, end: int, length: int) -> Span:
    """Return the span, or raise SpanOutsideText if it is empty or leaves the text."""
    if not 0 <= start < end <= length:
        raise SpanOutsideText(start=start, end=end, length=length)
    return Span(start, end)


def quote_of(text: str, span: Span) -> str:
    """Return the text under `span`, which must lie inside."""
    checked_span(span.start, span.end, len(text))
    return text[span.start : span.end]


def trimmed(text: str, span: Span) -> Span | None:
    """Return `span` without white space at its ends, None if nothing is left."""
    quote = text[span.start : span.end]
    left = len(quote) - len(quote.lstrip())
    core = quote.strip()
    return Span(span.start + left, span.start + left + len(core)) if core else None


def in_parts(text: str) -> Iterator[str]:
    """Yield a text in parts that end with a line: what a book needs is not held at once."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PART) + 1 or len(text)
        yield text[start:end]
        start = end


class Segments:
    """Paragraphs (non-empty lines) and sentences of a text, numbered from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Every line that holds more than white space."""
        spans: list[Span] = []
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                spans.append(Span(start, start + len(line)))
            start += len(line) + 1
        return tuple(spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence; a paragraph without a final mark is one sentence."""
        spans: list[Span] = []
        for paragraph in self.paragraphs:
            spans.extend(self._sentences_in(paragraph))
        return tuple(spans)

    def _sentences_in(self, paragraph: Span) -> list[Span]:
        spans: list[Span] = []
        start = paragraph.start
        for match in _SENTENCE_END.finditer(self.text, paragraph.start, paragraph.end):
            spans.append(Span(start, match.end()))
            start = match.end()
        if self.text[start : paragraph.end].strip():
            spans.append(Span(start, paragraph.end))
        return spans

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def paragraphs_between(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield number and span of each paragraph that begins in ``[start, end)``."""
        yield from _numbered(self.paragraphs, self._paragraph_starts, start, end)

    def sentences_between(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield number and span of each sentence that begins in ``[start, end)``."""
        yield from _numbered(self.sentences, self._sentence_starts, start, end)

    def paragraph_number(self, offset: int) -> int:
        """Return the number of the paragraph at or before `offset`, from 1."""
        return max(1, bisect_right(self._paragraph_starts, offset))

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence at or before `offset`, in the whole article, from 1."""
        return max(1, bisect_right(self._sentence_starts, offset))


def _numbered(
    spans: Sequence[Span], starts: Sequence[int], start: int, end: int
) -> Iterator[tuple[int, Span]]:
    for place in range(bisect_left(starts, start), bisect_left(starts, end)):
        yield place + 1, spans[place]


class Utf16Map:
    """Convert code point offsets of one text to UTF-16 units and back."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral16 = [position + index for index, position in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset)

    def from_utf16(self, offset: int) -> int:
        """Return the code point offset; inside a surrogate pair, the pair's start."""
        pairs = bisect_left(self._astral16, offset)
        inside = pairs > 0 and self._astral16[pairs - 1] == offset - 1
        return offset - pairs if not inside else self._astral[pairs - 1]
