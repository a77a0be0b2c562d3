"""What a paragraph looks like: title, heading, body or empty. Presentation only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十]+[）)]"
    r"|第[一二三四五六七八九十百\d]+[章节部编]|\d{1,2}(?:\.\d{1,2})*[、．.\s])"
)
_SENTENCE_LIKE = re.compile(r"[。！？；，,;!?…]|[:：]$")
_FINAL = re.compile(r"[。！？；，,;!?…：:][”’」』）)》]*$")
_LONGEST_NUMBERED = 40
_LONGEST_BARE = 20
_BODY = 40  # a bare heading stands before a paragraph at least this long


class Style(Enum):
    """The look of a paragraph."""

    TITLE = auto()
    HEADING = auto()
    BODY = auto()
    EMPTY = auto()


def styles(paragraphs: Sequence[str], title: str) -> list[Style]:
    """Return the style of each line of an article."""
    lines = [line.strip() for line in paragraphs]
    first = next((index for index, line in enumerate(lines) if line), None)
    found = [_style(line, _next_line(lines, index)) for index, line in enumerate(lines)]
    if first is not None and lines[first] == title.strip():
        found[first] = Style.TITLE
    return found


def _next_line(lines: Sequence[str], index: int) -> str:
    return next((line for line in lines[index + 1 : index + 3] if line), "")


def _style(line: str, following: str) -> Style:
    if not line:
        return Style.EMPTY
    return Style.HEADING if _is_heading(line, following) else Style.BODY


def _is_heading(line: str, following: str) -> bool:
    if _NUMBERED.match(line):
        return len(line) <= _LONGEST_NUMBERED and not _FINAL.search(line)
    bare = 2 <= len(line) <= _LONGEST_BARE and not _SENTENCE_LIKE.search(line)
    return bare and len(following) >= _BODY and not any(c.isdigit() for c in line)
