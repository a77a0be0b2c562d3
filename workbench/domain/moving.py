"""Where things stand after a text was corrected: old and new text aligned, spans moved along."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.domain.text import Span

#: A span moves along if at least this share of its characters is still there.
LEAST_KEPT = 0.5
# A shorter stretch may stand elsewhere by chance.
_FEWEST_TELLING = 6
# Beyond this product of lengths, a stretch is not compared character by character: its pieces
# were compared before, and what is left of it has hardly anything in common.
_MOST_COMPARED = 4_000_000
_PIECE = re.compile(r"[^。！？；，、\n]*[。！？；，、\n]+|[^。！？；，、\n]+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that both texts have: where it begins in each, and its length."""

    old: int
    new: int
    size: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the texts differ: ``[old, old_end)`` became ``[new, new_end)``; one may be empty."""

    old: int
    old_end: int
    new: int
    new_end: int


class Moving:
    """Move offsets and spans of an old text to where they are in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self.blocks = tuple(_joined(_blocks(old, new)))
        # A block of no length on either side, so that every offset has one before it.
        self._starts = [0, *(block.old for block in self.blocks)]
        self._padded = (Block(0, 0, 0), *self.blocks)

    def gaps(self) -> list[Gap]:
        """Return where the texts differ, in order."""
        ends = [(b.old + b.size, b.new + b.size) for b in self._padded]
        starts = [(b.old, b.new) for b in self.blocks] + [(len(self._old), len(self._new))]
        return [
            Gap(before[0], after[0], before[1], after[1])
            for before, after in zip(ends, starts, strict=True)
            if before != after
        ]

    def span(self, span: Span) -> Span | None:
        """Return where `span` is now, None if too little of it is left.

        What was moved elsewhere whole is found there, if it stands once in either text.
        """
        if self._kept(span) < LEAST_KEPT * len(span):
            return self._elsewhere(self._old[span.start : span.end])
        start, end = self._first(span.start), self._last(span.end)
        return Span(start, end) if start < end else None

    def offset(self, offset: int) -> int:
        """Return where a place between characters is now."""
        return self._last(offset) if offset else 0

    def _elsewhere(self, quote: str) -> Span | None:
        if len(quote) < _FEWEST_TELLING or self._old.count(quote) != 1:
            return None
        start = self._new.find(quote)
        if start < 0 or self._new.find(quote, start + 1) >= 0:
            return None
        return Span(start, start + len(quote))

    def _kept(self, span: Span) -> int:
        index = max(0, bisect_right(self._starts, span.start) - 1)
        kept = 0
        for block in self._padded[index:]:
            if block.old >= span.end:
                break
            kept += max(0, min(span.end, block.old + block.size) - max(span.start, block.old))
        return kept

    def _first(self, offset: int) -> int:
        """Return where the character at `offset` is, or what came in its stead begins."""
        index = bisect_right(self._starts, offset) - 1
        block = self._padded[index]
        if offset < block.old + block.size:
            return block.new + offset - block.old
        return self._within_gap(index, offset)

    def _last(self, offset: int) -> int:
        """Return the end of the character before `offset`, or of what came in its stead."""
        index = bisect_right(self._starts, offset - 1) - 1
        block = self._padded[index]
        if offset <= block.old + block.size:
            return block.new + offset - block.old
        return self._within_gap(index, offset)

    def _within_gap(self, index: int, offset: int) -> int:
        """Return the place in what replaced the stretch behind block `index`."""
        block = self._padded[index]
        old, new = block.old + block.size, block.new + block.size
        following = self._padded[index + 1] if index + 1 < len(self._padded) else None
        old_end = following.old if following else len(self._old)
        new_end = following.new if following else len(self._new)
        return new_end if offset >= old_end else min(new + offset - old, new_end)


def _blocks(old: str, new: str) -> Iterator[Block]:
    """Yield what both texts have, in order: first lines, then pieces, then characters."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield Block(0, 0, head)
    middle = (old[head : len(old) - tail], new[head : len(new) - tail])
    for block in _by_pieces(*middle, (_LINE, _PIECE)):
        yield Block(head + block.old, head + block.new, block.size)
    yield Block(len(old) - tail, len(new) - tail, tail)


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _by_pieces(old: str, new: str, cuts: Sequence[re.Pattern[str]]) -> Iterator[Block]:
    if not old or not new:
        return
    if not cuts or len(old) * len(new) <= _MOST_COMPARED // 16:
        yield from _by_characters(old, new)
        return
    olds, news = cuts[0].findall(old), cuts[0].findall(new)
    old_at, new_at = _offsets(olds), _offsets(news)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        start, begin = old_at[a], new_at[b]
        if tag == "equal":
            yield Block(start, begin, old_at[a_end] - start)
        elif tag == "replace":
            parts = (old[start : old_at[a_end]], new[begin : new_at[b_end]])
            for block in _by_pieces(*parts, cuts[1:]):
                yield Block(start + block.old, begin + block.new, block.size)


def _by_characters(old: str, new: str) -> Iterator[Block]:
    if len(old) * len(new) > _MOST_COMPARED:
        return
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield Block(*match)


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks that hold something, those that touch in both texts as one."""
    last: Block | None = None
    for block in blocks:
        if not block.size:
            continue
        if last and (last.old + last.size, last.new + last.size) == (block.old, block.new):
            last = Block(last.old, last.new, last.size + block.size)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last
