"""A text as its lines that hold something, and edits that cut such lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from workbench.domain.article import Edit


class Line(NamedTuple):
    """A line that is not blank: `text` is ``[start, end)`` of the whole, white space stripped.

    `indent` counts the white space before it, `gap` the blank lines above it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int


# Step after step asks for the lines of one and the same text.
@lru_cache(maxsize=4)
def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.split("\n"):
        core = raw.strip()
        if core:
            indent = raw.index(core[0]) if core is not raw else 0
            start = offset + indent
            lines.append(Line(start, start + len(core), core, indent, gap))
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return tuple(lines)


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines stand between nearly all lines, and so say nothing."""
    return sum(line.gap > 0 for line in lines[1:]) > 0.7 * (len(lines) - 1)


def cut_lines(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[Edit]:
    """Return edits that cut the lines with these indexes; one edit for a run with one reason."""
    edits: list[Edit] = []
    before = -2
    for index in sorted(reasons):
        line, reason = lines[index], reasons[index]
        if index == before + 1 and edits[-1].reason == reason:
            edits[-1] = replace(edits[-1], end=line.end)
        else:
            edits.append(Edit(line.start, line.end, "", reason))
        before = index
    return edits
