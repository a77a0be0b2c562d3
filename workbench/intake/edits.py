"""Edits of a text: applying them, composing steps into one list, and mapping offsets through.

An edit cuts or replaces a stretch that is not empty. A list of edits is sorted and
does not overlap. A step is a pure function from a text to its edits; composing keeps
the offsets of the very first text, so that every cut can be shown where it was made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from workbench.domain.article import Edit
from workbench.domain.errors import Defect


def ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return `edits` sorted; raise Defect where two overlap or one is empty."""
    result = tuple(sorted(edits, key=lambda edit: edit.start))
    end = 0
    for edit in result:
        if edit.start < end or edit.start >= edit.end:
            raise Defect(f"edit {edit.start}–{edit.end} ({edit.reason}) is empty or overlaps")
        end = edit.end
    return result


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with all edits made."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.replacement)
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def compose(first: Sequence[Edit], then: Sequence[Edit], length: int) -> tuple[Edit, ...]:
    """Return the edits of the original that equal `first` followed by `then`.

    Offsets of `then` are those of the text after `first`; `length` is the original's. Every
    stretch keeps the reason of the edit that took it first.
    """
    if not then:
        return tuple(first)
    if not first:
        return tuple(then)
    result: list[Edit] = []
    for window in _windows(first, then, length):
        _extend(result, window)
    return tuple(result)


def _extend(result: list[Edit], window: Sequence[Edit]) -> None:
    """Add edits further to the right; where they touch the last with one reason, they join it."""
    if result and window and _is_one(result[-1], window[0]):
        result[-1] = _joined(result[-1], window[0])
        window = window[1:]
    result += window


def _is_one(left: Edit, right: Edit) -> bool:
    return left.end == right.start and left.reason == right.reason


def _joined(left: Edit, right: Edit) -> Edit:
    return Edit(left.start, right.end, left.replacement + right.replacement, left.reason)


def _windows(first: Sequence[Edit], then: Sequence[Edit], length: int) -> Iterator[Sequence[Edit]]:
    """Yield composed edits from left to right; only where two overlap is there much to do.

    Nearly all edits of two steps lie apart: those of `first` stay as they are, one of `then`
    moves by as much as the text before it grew or shrank.
    """
    growths = [len(edit.replacement) - edit.end + edit.start for edit in first]
    grown = list(accumulate(growths, initial=0))
    starts = [edit.start + by for edit, by in zip(first, grown, strict=False)]
    ends = [edit.end + by for edit, by in zip(first, grown[1:], strict=True)]
    one = two = 0
    while two < len(then):
        apart = bisect_right(ends, then[two].start, one)
        yield first[one:apart]
        one = apart
        if one == len(first) or then[two].end <= starts[one]:
            yield (_moved(then[two], -grown[one]),)
            two += 1
            continue
        begin, also = one, two
        one, two = _meeting(starts, ends, then, one, two)
        yield _met_window(first[begin:one], then[also:two], grown[begin], length)
    yield first[one:]


def _meeting(
    starts: Sequence[int], ends: Sequence[int], then: Sequence[Edit], one: int, two: int
) -> tuple[int, int]:
    """Return how far the edits go that overlap one another, from a pair that does."""
    reach = min(starts[one], then[two].start) + 1
    while True:
        if one < len(starts) and starts[one] < reach:
            reach, one = max(reach, ends[one]), one + 1
        elif two < len(then) and then[two].start < reach:
            reach, two = max(reach, then[two].end), two + 1
        else:
            return one, two


def _growth(edit: Edit) -> int:
    return len(edit.replacement) - (edit.end - edit.start)


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(edit.start + by, edit.end + by, edit.replacement, edit.reason) if by else edit


def _met_window(first: Sequence[Edit], then: Sequence[Edit], grown: int, length: int) -> list[Edit]:
    """Compose edits that overlap, piece by piece."""
    start = min(first[0].start, then[0].start - grown)
    after = grown + sum(map(_growth, first))
    end = min(length, max(first[-1].end, then[-1].end - after))
    here = [_moved(edit, -start) for edit in first]
    moved = [_moved(edit, -start - grown) for edit in then]
    result: list[Edit] = []
    for piece, inside in _met(_split(_pieces(here, end - start), moved), moved):
        edit = _composed(piece, inside)
        if edit:
            _append(result, edit, piece)
    return [_moved(edit, start) for edit in result]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the current text: kept from the original, or (part of) an edit's replacement."""

    at: int  # where it begins in the current text
    size: int  # its length there; 0 for a pure cut
    start: int  # its stretch of the original; the whole edit's for a part of a replacement
    end: int
    edit: Edit | None
    text: str = ""
    begins: bool = True  # whether it is the first part of its edit's replacement


def _pieces(edits: Sequence[Edit], length: int) -> Iterator[_Piece]:
    at = done = 0
    for edit in edits:
        if edit.start > done:
            yield _Piece(at, edit.start - done, done, edit.start, None)
            at += edit.start - done
        size = len(edit.replacement)
        yield _Piece(at, size, edit.start, edit.end, edit, edit.replacement)
        at += size
        done = edit.end
    if length > done:
        yield _Piece(at, length - done, done, length, None)


def _split(pieces: Iterable[_Piece], then: Sequence[Edit]) -> Iterator[_Piece]:
    """Cut the pieces at every border of an edit of `then`."""
    borders = sorted({border for edit in then for border in (edit.start, edit.end)})
    index = 0
    for piece in pieces:
        while index < len(borders) and borders[index] <= piece.at:
            index += 1
        while index < len(borders) and borders[index] < piece.at + piece.size:
            left, piece = _halves(piece, borders[index] - piece.at)
            yield left
            index += 1
        yield piece


def _halves(piece: _Piece, size: int) -> tuple[_Piece, _Piece]:
    if piece.edit is None:
        middle = piece.start + size
        left = replace(piece, size=size, end=middle)
        return left, replace(piece, at=piece.at + size, size=piece.size - size, start=middle)
    left = replace(piece, size=size, text=piece.text[:size])
    right = replace(
        piece, at=piece.at + size, size=piece.size - size, text=piece.text[size:], begins=False
    )
    return left, right


def _met(
    pieces: Iterable[_Piece], then: Sequence[Edit]
) -> Iterator[tuple[_Piece, tuple[Edit, bool] | None]]:
    """Pair each piece with the edit that covers it, and whether it is that edit's first piece."""
    index = 0
    used = -1
    for piece in pieces:
        while index < len(then) and then[index].end <= piece.at:
            index += 1
        covered = piece.size > 0 and index < len(then) and then[index].start <= piece.at
        if not covered:
            yield piece, None
            continue
        yield piece, (then[index], used != index)
        used = index


def _composed(piece: _Piece, inside: tuple[Edit, bool] | None) -> Edit | None:
    if inside is None:
        text = piece.text
        reason = piece.edit.reason if piece.edit else ""
    else:
        text = inside[0].replacement if inside[1] else ""
        reason = piece.edit.reason if piece.edit else inside[0].reason
    if inside is None and piece.edit is None:
        return None
    return Edit(piece.start, piece.end, text, reason)


def _append(result: list[Edit], edit: Edit, piece: _Piece) -> None:
    """Add `edit`, joined to the one before where both are parts of one or touch with one reason."""
    last = result[-1] if result else None
    if last and not piece.begins:
        result[-1] = replace(last, replacement=last.replacement + edit.replacement)
    elif last and _is_one(last, edit):
        result[-1] = _joined(last, edit)
    else:
        result.append(edit)


@dataclass(frozen=True)
class Alignment:
    """Where each offset of the original went in the clean text, and back.

    A character that was replaced one for one keeps its place; one that was cut has none.
    """

    edits: tuple[Edit, ...]
    length: int
    # Borders in the original and in the clean text: 0, then start and end of each edit.
    _borders: list[int] = field(init=False, repr=False)
    _clean: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        borders, clean = [0], [0]
        for edit in self.edits:
            start = clean[-1] + edit.start - borders[-1]
            borders += (edit.start, edit.end)
            clean += (start, start + len(edit.replacement))
        object.__setattr__(self, "_borders", borders)
        object.__setattr__(self, "_clean", clean)

    @property
    def clean_length(self) -> int:
        """Return the length of the clean text."""
        return self._clean[-1] + self.length - self._borders[-1]

    def to_clean(self, offset: int) -> int | None:
        """Return the clean offset of the original's character at `offset`, None if it was cut."""
        if not 0 <= offset < self.length or self._cut_at(offset):
            return None
        index = bisect_right(self._borders, offset) - 1
        return self._clean[index] + offset - self._borders[index]

    def near(self, offset: int) -> int:
        """Return the clean offset of a place in the original: where it was, if it was cut."""
        if offset >= self.length:
            return self.clean_length
        edit = self._cut_at(offset)
        index = bisect_right(self._borders, offset) - 1
        if edit is None:
            return self._clean[index] + offset - self._borders[index]
        return self._clean[index] if offset == edit.start else self._clean[index + 1]

    def span_to_clean(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the clean stretch of what is left of ``[start, end)``, None if nothing is."""
        while start < end and (cut := self._cut_at(start)):
            start = cut.end
        while start < end and (cut := self._cut_at(end - 1)):
            end = cut.start
        if start >= end:
            return None
        return self.near(start), self.near(end - 1) + 1

    def to_original(self, offset: int) -> int:
        """Return the original's offset of the clean character at `offset`.

        For a character that an edit put in, where that edit starts; behind the end, the end.
        """
        index = bisect_right(self._clean, offset) - 1
        if index % 2 and not _is_even(self.edits[index // 2]):
            return self._borders[index]
        return min(self._borders[index] + offset - self._clean[index], self.length)

    def _cut_at(self, offset: int) -> Edit | None:
        """Return the edit that took the character at `offset` away, None if it has a place."""
        index = bisect_right(self._borders, offset) - 1
        if index % 2 == 0:
            return None
        edit = self.edits[index // 2]
        return None if _is_even(edit) else edit


def _is_even(edit: Edit) -> bool:
    """Tell whether `edit` replaced each character by one other."""
    return len(edit.replacement) == edit.end - edit.start
