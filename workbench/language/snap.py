"""Grow a selection to whole words, the way a person would have drawn it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from workbench.domain.text import Span

_PARTNER = {
    "”": "“",
    "’": "‘",
    "）": "（",
    ")": "(",
    "】": "【",
    "]": "[",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "〕": "〔",
    "}": "{",
    "｝": "｛",
    "］": "［",
    '"': '"',
}
_OPENERS = frozenset(_PARTNER.values())
# Marks that belong to the word or number beside them.
_KEPT = frozenset("%％‰#＃&＆@＠*＊§")


def word_at(words: Sequence[Span], offset: int) -> Span | None:
    """Return the word that holds the character at `offset`; `words` are in order."""
    index = bisect_right(words, offset, key=_start) - 1
    return words[index] if index >= 0 and words[index].holds(offset) else None


def snap(words: Sequence[Span], text: str, span: Span) -> Span:
    """Return `span` without spaces and marks at its ends, grown to whole words.

    Brackets and quotation marks stay if the selection holds both of a pair. A selection of
    nothing but marks stays as it is. Only a span that crosses paragraphs ends in another one.
    """
    core = _core(text, span)
    if core is None:
        return span
    first = word_at(words, core.start)
    last = word_at(words, core.end - 1)
    paragraph = _paragraphs_of(text, core)
    return Span(
        max(paragraph.start, first.start if first else core.start),
        min(paragraph.end, last.end if last else core.end),
    )


def _start(word: Span) -> int:
    return word.start


def _core(text: str, span: Span) -> Span | None:
    """Return `span` without what a person would not have meant at its ends."""
    paired = _paired(text, span)
    start, end = span.start, span.end
    while start < end and _is_mark(text[start]) and start not in paired:
        start += 1
    while end > start and _is_mark(text[end - 1]) and end - 1 not in paired:
        end -= 1
    return Span(start, end) if start < end else None


def _paired(text: str, span: Span) -> set[int]:
    """Return the offsets of the brackets and quotation marks whose partner lies in `span`."""
    paired: set[int] = set()
    opened: list[int] = []
    for offset in range(span.start, span.end):
        mark = text[offset]
        if mark in _PARTNER and opened and text[opened[-1]] == _PARTNER[mark]:
            paired |= {opened.pop(), offset}
        elif mark in _OPENERS:
            opened.append(offset)
    return paired


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PZC" and character not in _KEPT


def _paragraphs_of(text: str, core: Span) -> Span:
    end = text.find("\n", core.end)
    return Span(text.rfind("\n", 0, core.start) + 1, end if end >= 0 else len(text))
