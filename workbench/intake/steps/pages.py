"""What a printed page adds: its number, and the running head that is the same on every page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.steps import imprints

_DECORATED = re.compile(
    r"[-—–·•~～]\s{0,3}\d{1,4}\s{0,3}[-—–·•~～]|第\s?\d{1,4}\s?[页頁]([,，/\s]{0,3}共\s?\d{1,4}\s?[页頁])?"
    r"|\d{1,4}\s?/\s?\d{1,4}|[Pp]age\s\d{1,4}(\sof\s\d{1,4})?"
)
_BARE = re.compile(r"\d{1,4}")
_PAGE_LINES = 10  # fewer lines than that between two numbers are a table, not a page
_LAST_PAGE_LINES = 2  # the last page may be short, and a decorated number is nothing else
_WIDEST_NUMBER = 24
_HEAD_WIDTH = 40
_TOP_LINES = 3
_NUMBER = r"[\d一二三四五六七八九十]{1,4}"
_ISSUE = re.compile(rf"第\s?{_NUMBER}\s?[期卷辑]|Vol\.|No\.\s?\d")
# A number of the page within a running foot.
_INSIDE = re.compile(
    r"第\s?\d{1,4}\s?[页頁]([,，/\s]{0,3}共\s?\d{1,4}\s?[页頁])?|(?<!\d)\d{1,4}\s?/\s?\d{1,4}(?!\d)"
)
_SHORTEST_LAST = 10  # characters above a lone number that is the page's and no cell of a table


def cut_page_furniture(text: str) -> list[Edit]:
    """Cut page numbers, and the short lines beside them that several pages repeat."""
    lines = lines_of(text)
    numbers = _page_numbers(lines)
    breaks = numbers | _before_form_feeds(text, lines)
    if not breaks:
        return []
    heads = _running_heads(lines, numbers, breaks)
    reasons = dict.fromkeys(heads, "running_head") | dict.fromkeys(numbers, "page_number")
    return cut_lines(lines, reasons)


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of the lines that are page numbers."""
    short = [i for i, line in enumerate(lines) if len(line.text) < _WIDEST_NUMBER]
    decorated = [i for i in short if _DECORATED.fullmatch(lines[i].text)]
    bare = [i for i in short if _BARE.fullmatch(lines[i].text)]
    return {
        *_running(lines, decorated, _LAST_PAGE_LINES),
        *_running(lines, bare, _PAGE_LINES),
        *_only_number(lines),
    }


def _only_number(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the last line if it is the number of the only page."""
    last = len(lines) - 1
    is_long = last >= 2 * _PAGE_LINES and len(lines[last - 1].text) >= _SHORTEST_LAST
    if is_long and _BARE.fullmatch(lines[last].text):
        yield last


def _running(lines: Sequence[Line], candidates: list[int], page: int) -> Iterator[int]:
    """Yield those candidates that count up by one, each a page away from the one before."""
    counted = -1
    for before, after in pairwise(candidates):
        counts_up = _value(lines[after]) == _value(lines[before]) + 1
        closes = counted == before and after == len(lines) - 1
        if counts_up and after - before >= (_LAST_PAGE_LINES if closes else page):
            yield from (before, after)
            counted = after


def _value(line: Line) -> int:
    return int(re.findall(r"\d+", line.text)[0])


def _before_form_feeds(text: str, lines: Sequence[Line]) -> set[int]:
    """Return the index of the last line before each form feed."""
    if "\f" not in text:
        return set()
    starts = [line.start for line in lines]
    return {bisect_left(starts, match.start()) - 1 for match in re.finditer("\f", text)}


def _running_heads(lines: Sequence[Line], numbers: set[int], breaks: set[int]) -> set[int]:
    """Return the indexes of short lines next to a page's border that stand there more than once.

    The first lines of the text count as such, but may be its title: only an issue's or a page's
    line goes. A line that names a journal's issue goes wherever a page begins.
    """
    near = {i + step for i in breaks for step in (-1, 0, 1, 2)} | set(range(_TOP_LINES))
    near = {i for i in near - numbers if 0 <= i < len(lines) and len(lines[i].text) <= _HEAD_WIDTH}
    seen = Counter(_without_digits(lines[i]) for i in near)
    return {
        i
        for i in near
        if (seen[_without_digits(lines[i])] > 1 and (i >= _TOP_LINES or _is_of_page(lines[i].text)))
        or (i >= _TOP_LINES and imprints.MASTHEAD.fullmatch(lines[i].text))
    }


def _is_of_page(line: str) -> bool:
    return _ISSUE.search(line) is not None or _INSIDE.search(line) is not None


def _without_digits(line: Line) -> str:
    """Return the line without a page number at either end or inside."""
    return _INSIDE.sub("#", re.sub(r"^\d{1,4}\s|\s\d{1,4}$", "", line.text))
