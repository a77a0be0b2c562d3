"""Canonical text, spans over it, its paragraphs and sentences, and UTF-16 offsets.

Offsets are Unicode code points, half open ``[start, end)``, everywhere in the
program. Only :class:`Utf16Map` knows that Qt counts otherwise.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

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


class Spans(Sequence[Span]):
    """Stretches of a text in order, kept as numbers: a book has many thousand."""

    def __init__(self, borders: Iterable[tuple[int, int]]) -> None:
        self.starts, self.ends = array("I"), array("I")
        for start, end in borders:
            self.starts.append(start)
            self.ends.append(end)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return list(map(Span, self.starts[index], self.ends[index]))
        return Span(self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)


class Segments:
    """Paragraphs (non-empty lines) and sentences of a text, numbered from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def paragraphs(self) -> Spans:
        """Every line that holds more than white space."""
        return Spans(self._paragraphs())

    @cached_property
    def sentences(self) -> Spans:
        """Every sentence; a paragraph without a final mark is one sentence."""
        paragraphs = zip(self.paragraphs.starts, self.paragraphs.ends, strict=True)
        return Spans(each for start, end in paragraphs for each in self._sentences_in(start, end))

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield start, start + len(line)
            start += len(line) + 1

    def _sentences_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in _SENTENCE_END.finditer(self.text, start, end):
            yield start, match.end()
            start = match.end()
        if self.text[start:end].strip():
            yield start, end

    def paragraphs_between(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield number and span of each paragraph that begins in ``[start, end)``."""
        yield from _numbered(self.paragraphs, start, end)

    def sentences_between(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield number and span of each sentence that begins in ``[start, end)``."""
        yield from _numbered(self.sentences, start, end)

    def paragraph_number(self, offset: int) -> int:
        """Return the number of the paragraph at or before `offset`, from 1."""
        return max(1, bisect_right(self.paragraphs.starts, offset))

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence at or before `offset`, in the whole article, from 1."""
        return max(1, bisect_right(self.sentences.starts, offset))


def _numbered(spans: Spans, start: int, end: int) -> Iterator[tuple[int, Span]]:
    for place in range(bisect_left(spans.starts, start), bisect_left(spans.starts, end)):
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
