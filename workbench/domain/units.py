"""The units that one reads and marks in: where a step leads, what holds a stretch.

Units are spans in text order. A step of the caret leads to where a unit begins; a selection
grows to where one ends, and the opposite step takes the last unit back again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import StrEnum

from workbench.domain.text import Segments, Span, trimmed

# What parts clauses, with further marks and what closes behind them. Between digits a comma,
# a colon or a point is part of the number; 、 parts the items of a list, not clauses.
_PARTED = re.compile(r"(?:[，；：。！？…—!?;]|[,:.](?=\s|$))+[”’」』）)》〉\"']*|\s*\n\s*")


_NEAR = 400  # characters around a place, to begin with


class Unit(StrEnum):
    """What one goes by in a text."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def clauses_in(text: str, within: Span) -> list[Span]:
    """Return the clauses of a stretch, without the marks that part them."""
    spans: list[Span] = []
    start = within.start
    for match in _PARTED.finditer(text, within.start):
        if match.start() >= within.end:
            break
        _keep(spans, text, start, match.start())
        start = match.end()
    _keep(spans, text, start, within.end)
    return spans


def _keep(spans: list[Span], text: str, start: int, end: int) -> None:
    core = trimmed(text, Span(start, end)) if start < end else None
    if core is not None:
        spans.append(core)


def units_around(segments: Segments, unit: Unit, offset: int) -> Sequence[Span]:
    """Return the units of a kind: all of them, or of the clauses those near `offset`."""
    match unit:
        case Unit.PARAGRAPH:
            return segments.paragraphs
        case Unit.SENTENCE:
            return segments.sentences
        case Unit.CLAUSE:
            return _clauses_near(segments.text, offset)


def _clauses_near(text: str, offset: int) -> list[Span]:
    """Return the clauses around `offset`, on both sides if there are any: a text may be a book."""
    before = after = _NEAR
    while True:
        start, end = _parted_from(text, offset - before, offset), offset + after
        later = _PARTED.search(text, end) if end < len(text) else None
        found = clauses_in(text, Span(start, later.start() if later else len(text)))
        enough_before = start == 0 or any(each.end < offset for each in found)
        enough_after = later is None or any(each.start > offset for each in found)
        if enough_before and enough_after:
            return found
        before, after = before * (1 if enough_before else 4), after * (1 if enough_after else 4)


def _parted_from(text: str, start: int, offset: int) -> int:
    """Return where the first clause behind `start` begins, 0 if none does before `offset`."""
    match = _PARTED.search(text, start) if start > 0 else None
    return match.end() if match and match.end() <= offset else 0


def _near(spans: Sequence[Span], offset: int) -> Sequence[Span]:
    """Return the spans at `offset` and on both sides."""
    place = bisect_right(spans, offset, key=_start)
    return spans[max(0, place - 2) : place + 2]


def following(units: Sequence[Span], caret: int, length: int) -> int:
    """Return where the next unit begins, the end of the text behind the last one."""
    place = bisect_right(units, caret, key=_start)
    return units[place].start if place < len(units) else length


def preceding(units: Sequence[Span], caret: int) -> int:
    """Return where this unit begins, the one before if that is here, 0 before the first."""
    place = bisect_left(units, caret, key=_start)
    return units[place - 1].start if place else 0


def grown(units: Sequence[Span], anchor: int, caret: int, length: int) -> int:
    """Return the caret of a selection from `anchor` after a step forward.

    It ends where a unit ends; one that reaches back from its anchor gives up its first unit.
    """
    if caret < anchor:
        return min(anchor, following(units, caret, length))
    ends = sorted(each.end for each in units)
    place = bisect_right(ends, caret)
    return ends[place] if place < len(ends) else length


def shrunk(units: Sequence[Span], anchor: int, caret: int) -> int:
    """Return the caret of a selection from `anchor` after a step back: the opposite of `grown`."""
    if caret <= anchor:
        return preceding(units, caret)
    ends = sorted(each.end for each in units)
    place = bisect_left(ends, caret)
    return max(anchor, ends[place - 1] if place else 0)


WordAt = Callable[[int], Span | None]


def widened(segments: Segments, word_at: WordAt, span: Span) -> Span:
    """Return `span` grown to the next larger whole units, words to paragraphs, at both ends."""
    first = _holding(segments, word_at, span.start)
    last = _holding(segments, word_at, span.end - 1)
    grown_to = (
        Span(min(one.start, span.start), max(other.end, span.end))
        for one, other in zip(first, last, strict=True)
    )
    return min((each for each in grown_to if len(each) > len(span)), key=len, default=span)


def narrowed(segments: Segments, word_at: WordAt, span: Span) -> Span:
    """Return the largest unit, paragraph to character, at the beginning of `span` and within."""
    first = Span(span.start, span.start + 1)
    within = (
        Span(span.start, min(each.end, span.end))
        for each in (*_holding(segments, word_at, span.start), first)
    )
    return max((each for each in within if len(each) < len(span)), key=len, default=span)


def _holding(segments: Segments, word_at: WordAt, offset: int) -> list[Span]:
    """Return the word, clause, sentence and paragraph that hold a character, itself for none."""
    itself = Span(offset, offset + 1)
    found = [word_at(offset) or itself]
    for unit in Unit:
        near = _near(units_around(segments, unit, offset), offset)
        found.append(next((each for each in near if each.holds(offset)), itself))
    return found


def _start(span: Span) -> int:
    return span.start
