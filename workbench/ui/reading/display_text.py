"""What the pane shows for a canonical text, and the offsets between the two.

Qt counts UTF-16 units, ends a block at some characters and rewrites others; and it is slow on
blocks of many thousand characters. So what it would misread is replaced, one UTF-16 unit for
one, and a very long line is broken into several blocks. Nothing is ever read back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from workbench.domain.text import Span, Spans, Utf16Map

LONGEST_BLOCK = 2000  # code points
_SEARCH = 200  # how far back a good place for a soft break is looked for

_SOFT_LINE = "\u2028"  # Qt breaks the line there, inside the block
_UNPRINTABLE = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_SHOWN: dict[int, int | str] = {
    **_UNPRINTABLE,
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), "\ufffd"),  # Qt's own marks, and their kind
    **dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd"),
    **dict.fromkeys((0x0B, 0x0C, 0x85), _SOFT_LINE),
    0x7F: "\u2421",
    0xFFFC: "\u25a1",  # Qt would look for an embedded object
    0x2029: "\n",
}
_REPLACED = re.compile(f"[{''.join(map(re.escape, map(chr, _SHOWN)))}]")
_BREAK_AFTER = re.compile("[。！？；…，、,.;!?\\s][”’」』）)》〉]*")


class DisplayText:
    """The text as Qt shows it, in blocks, with offsets both ways.

    `blocks` are code point spans of the canonical text, one for each QTextBlock; `soft` are
    the code points at which a block begins that the text itself does not begin.
    """

    def __init__(self, text: str) -> None:
        self._utf16 = Utf16Map(text)
        self.length = len(text)
        shown = _REPLACED.sub(lambda found: found[0].translate(_SHOWN), text)
        edges, self.soft = _blocks(shown)
        self.blocks = Spans(edges)
        self.text = _joined(shown, self.soft)
        self._soft16 = [
            self._utf16.to_utf16(each) + index for index, each in enumerate(self.soft)
        ]  # positions of the separators that the text lacks

    def to_shown(self, offset: int) -> int:
        """Return the widget's position of a code point offset."""
        return self._utf16.to_utf16(offset) + bisect_right(self.soft, offset)

    def from_shown(self, position: int) -> int:
        """Return the code point offset of a position in the widget."""
        return self._utf16.from_utf16(position - bisect_left(self._soft16, position))

    def block_at(self, offset: int) -> int:
        """Return the number of the block that holds `offset`."""
        return max(0, bisect_right(self.blocks.starts, offset) - 1)

    def blocks_of(self, span: Span) -> range:
        """Return the numbers of the blocks that `span` touches."""
        return range(self.block_at(span.start), self.block_at(span.end - 1) + 1)

    def is_continued(self, number: int) -> bool:
        """Tell whether the block goes on in the next one, without a line end in the text."""
        starts, ends = self.blocks.starts, self.blocks.ends
        return number + 1 < len(starts) and starts[number + 1] == ends[number]


def _blocks(shown: str) -> tuple[list[tuple[int, int]], tuple[int, ...]]:
    # An empty line is an empty block: the only place where a Span is empty.
    blocks: list[tuple[int, int]] = []
    soft: list[int] = []
    start = 0
    for line in shown.split("\n"):
        cuts = _soft_breaks(shown, start, start + len(line))
        soft.extend(cuts)
        edges = [start, *cuts, start + len(line)]
        blocks.extend(pairwise(edges))
        start += len(line) + 1
    return blocks, tuple(soft)


def _soft_breaks(shown: str, start: int, end: int) -> list[int]:
    cuts: list[int] = []
    while end - start > LONGEST_BLOCK:
        limit = start + LONGEST_BLOCK
        good = [m.end() for m in _BREAK_AFTER.finditer(shown, limit - _SEARCH, limit)]
        start = good[-1] if good else _between_clusters(shown, limit)
        cuts.append(start)
    return cuts


def _between_clusters(shown: str, cut: int) -> int:
    """Move `cut` back so that no mark is torn from its letter."""
    lowest = cut - _SEARCH
    while cut > lowest and _JOINS.match(shown, cut):
        cut -= 1
    return cut


_JOINS = re.compile("[\u0300-\u036f\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")


def _joined(shown: str, soft: tuple[int, ...]) -> str:
    if not soft:
        return shown
    edges = [0, *soft, len(shown)]
    return "\n".join(shown[a:b] for a, b in pairwise(edges))
