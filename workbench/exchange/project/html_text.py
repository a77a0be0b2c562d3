"""The text of a small HTML document, with where each of its characters came to lie.

Programs that mark HTML count the characters of its text nodes, white space and all. The text that
a reader sees has a line for each paragraph and one space where the source has any number: both
positions are known here.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate

from workbench.domain.text import Span
from workbench.exchange.project.html_parts import parts_of
from workbench.exchange.project.rows import refuse_unstorable_in

# Those that begin a line of their own.
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div"),
        *("dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
_CELLS = frozenset(("td", "th"))
_PARTS = re.compile(r"([ \t\n\f\r]+)")
#: The place of white space that the text leaves out.
_NOWHERE = -1
#: So many tags and texts are read between two looks at whether to go on.
_BETWEEN = 10_000


class HtmlText:
    """An HTML document as text: `counted` is what positions count, `text` what one reads."""

    def __init__(self, html: str, file_name: str, ask: Callable[[], None] = lambda: None) -> None:
        walk = _Walk()
        walk.go(ask, html.replace("\r\n", "\n").replace("\r", "\n"))
        self.counted = "".join(walk.counted)
        shown = "".join(walk.shown)
        refuse_unstorable_in(shown, file_name)
        self.text = shown.replace("\r", "\n")
        self._places = walk.places

    @cached_property
    def _ends(self) -> array[int]:
        return array("q", accumulate(map(_bytes, self.counted), initial=0))

    def counted_span(self, start: int, end: int) -> Span:
        """Return the part of `counted` between two positions in bytes of UTF-8.

        One inside a character means the next.
        """
        return Span(bisect_left(self._ends, start), bisect_left(self._ends, end))

    def shown_span(self, span: Span) -> Span | None:
        """Return where a part of `counted` lies in `text`, without white space at its ends.

        None, where it is all white space, or outside.
        """
        first = bisect_left(self._seen, span.start)
        behind = bisect_left(self._seen, span.end)
        if first >= behind:
            return None
        return Span(self._places[self._seen[first]], self._places[self._seen[behind - 1]] + 1)

    @cached_property
    def _seen(self) -> array[int]:
        """The positions in `counted` that `text` shows: looking for them takes no long walks."""
        return array("i", (n for n, place in enumerate(self._places) if place != _NOWHERE))

    def reads(self, span: Span, quoted: HtmlText) -> bool:
        """Tell whether a part of `counted` is all of another document, white space apart."""
        places, dense = self._dense
        first, behind = bisect_left(places, span.start), bisect_left(places, span.end)
        return dense[first:behind] == quoted._dense[1]

    @cached_property
    def _dense(self) -> tuple[array[int], str]:
        """`counted` without white space, and where each of its characters stood."""
        places = array("i", (n for n, each in enumerate(self.counted) if not each.isspace()))
        return places, "".join(self.counted.split())


def _bytes(character: str) -> int:
    """Return how many bytes a character has in UTF-8."""
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


class _Walk:
    """Go through the text nodes in order."""

    def __init__(self) -> None:
        self.counted: list[str] = []
        self.shown: list[str] = []
        self.places = array("i")
        self._length = 0
        self._between = ""  # the line end or space that comes before the next character
        self._in_pre = 0
        self._begins_pre = False

    def go(self, ask: Callable[[], None], html: str) -> None:
        """Go through a whole document; `ask` raises what ends that."""
        for number, part in enumerate(parts_of(html)):
            if number % _BETWEEN == 0:
                ask()
            if part.begins:
                self._begin(part.begins)
            elif part.ends:
                self._end(part.ends)
            elif part.text:
                self._read(part.text)

    def _begin(self, tag: str) -> None:
        self._separate(tag)
        if tag == "pre":
            self._in_pre += 1
            self._begins_pre = True

    def _end(self, tag: str) -> None:
        self._separate(tag)
        if tag == "pre":
            self._in_pre = max(0, self._in_pre - 1)

    def _separate(self, tag: str) -> None:
        self._begins_pre = False
        if tag in _BLOCKS:
            self._between = "\n"
        elif tag in _CELLS:
            self._between = self._between or " "

    def _read(self, data: str) -> None:
        if self._begins_pre:
            # HTML drops a line end that comes first.
            data = data.removeprefix("\n")
            self._begins_pre = False
        self.counted.append(data)
        if self._in_pre:
            self._show(data)
            return
        for n, part in enumerate(_PARTS.split(data)):
            if n % 2:
                self.places.extend([_NOWHERE] * len(part))
                self._between = self._between or " "
            else:
                self._show(part)

    def _show(self, part: str) -> None:
        if not self.shown:
            # A text of ours begins with no byte order mark.
            rest = part.lstrip("\ufeff")
            self.places.extend([_NOWHERE] * (len(part) - len(rest)))
            part = rest
        if not part:
            return
        if self._between and self.shown:
            self.shown.append(self._between)
            self._length += 1
        self._between = ""
        self.shown.append(part)
        self.places.extend(range(self._length, self._length + len(part)))
        self._length += len(part)
