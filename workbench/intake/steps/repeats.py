"""Paragraphs that a page shows twice: a teaser above its article, or the whole article again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of

_SHORTEST = 20  # characters: what is shorter may be a refrain, or an answer given twice
_QUOTES = ":：>＞|"
_QUOTED = re.compile(rf"[{_QUOTES}]\s?(?=\S{{2}})")
_RUN = 3  # paragraphs in a row that stood in this order before
_RUN_LENGTH = 200


def cut_repeated_paragraphs(text: str) -> list[Edit]:
    """Cut a paragraph that only repeats the one above, and a run that repeats an earlier run.

    One that comes again further down is left: an author may say a thing twice.
    """
    lines = lines_of(text)
    texts = [line.text for line in lines]
    quoted = _quoted(texts)
    if len(set(texts)) == len(texts):
        return cut_lines(lines, dict.fromkeys(quoted, "repeated_paragraph"))
    again = {
        i for i in range(1, len(texts)) if texts[i] == texts[i - 1] and len(texts[i]) >= _SHORTEST
    }
    return cut_lines(
        lines, dict.fromkeys(again | quoted | _repeated_runs(lines), "repeated_paragraph")
    )


def _quoted(texts: Sequence[str]) -> set[int]:
    """Return the indexes of lines in which an answer quotes a line above it, as in a letter."""
    marked = {
        i: match
        for i, text in enumerate(texts)
        if text[0] in _QUOTES and (match := _QUOTED.match(text))
    }
    seen = {text: i for i, text in reversed(list(enumerate(texts)))} if marked else {}
    return {i for i, match in marked.items() if seen.get(texts[i][match.end() :], i) < i}


def _repeated_runs(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of lines in runs that repeat, in order, a run further up."""
    first: dict[str, int] = {}
    found = set[int]()
    index = 0
    while index < len(lines):
        at = first.setdefault(lines[index].text, index)
        length = _length(lines, at, index) if at < index else 0
        whole = sum(len(line.text) for line in lines[index : index + length])
        if length >= _RUN and whole >= _RUN_LENGTH:
            found |= set(range(index, index + length))
        index += length if length >= _RUN else 1
    return found


def _length(lines: Sequence[Line], at: int, index: int) -> int:
    """Return how many lines from `index` equal those from `at`."""
    length = 0
    while index + length < len(lines) and at + length < index:
        if lines[at + length].text != lines[index + length].text:
            break
        length += 1
    return length
