"""The tags and texts of an HTML document, in time that grows with its length alone.

`html.parser` looks for the end of what never ends again and again; a small file can hold it for
hours. Here what never ends is the end: all behind it is no text, as in a browser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# What follows makes of a "<" more than a character.
_BEGIN = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"[^\s/>]+")
# A quote means something behind "=" only: a ">" within is none.
_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')?+)*+>""")
# Entities of so many digits are no characters, and long numbers take long to read.
_TOO_MANY_DIGITS = re.compile(r"&#\d{8,}")
_RAW = {each: re.compile(rf"</{each}(?=[\s/>])", re.IGNORECASE) for each in ("script", "style")}


class Part(NamedTuple):
    """A piece of a document: a tag with its name in small letters, or the text between two."""

    text: str = ""
    begins: str = ""
    ends: str = ""


def parts_of(document: str) -> Iterator[Part]:
    """Yield tags and texts in order; comments and declarations are left out."""
    at, raw = 0, ""
    while at < len(document):
        if raw:
            found = _RAW[raw].search(document, at)
            yield Part(document[at : found.start() if found else None])
        else:
            found = _BEGIN.search(document, at)
            yield Part(_unescaped(document[at : found.start() if found else None]))
        if found is None:
            return
        at, part = _tag(document, found.start() + 1)
        raw = part.begins if part.begins in _RAW else ""
        if part.begins or part.ends:
            yield part


def _unescaped(text: str) -> str:
    return html.unescape(_TOO_MANY_DIGITS.sub("&#1114112", text))


def _tag(document: str, at: int) -> tuple[int, Part]:
    """Return where the tag behind a "<" ends, and what it is; nothing of a comment."""
    if document.startswith("!--", at):
        # "<!-->" is a whole comment.
        return _behind(document, "-->", at + 1), Part()
    is_end = document[at] == "/"
    name = _NAME.match(document, at + is_end) if document[at] not in "!?" else None
    if name is None or not name[0][0].isascii() or not name[0][0].isalpha():
        return _behind(document, ">", at), Part()
    end = _REST.match(document, name.end())
    if end is None:
        return len(document), Part()
    key = name[0].lower()
    return end.end(), Part(ends=key) if is_end else Part(begins=key)


def _behind(document: str, end: str, at: int) -> int:
    found = document.find(end, at)
    return len(document) if found < 0 else found + len(end)
