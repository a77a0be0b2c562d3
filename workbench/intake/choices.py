"""What a person decided about lines of a site, for the next article of the same site.

A line is known by its shape: its words, with numbers and dates folded, so that the reading
counter of today is that of tomorrow. Nothing of an article itself recurs, so long lines are
not remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from workbench.domain.article import Edit, NewArticle
from workbench.intake.revise import merged, revise

REMEMBERED = "remembered"
_LONGEST = 120
_NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*|[〇零一二三四五六七八九十]+(?=[年月日号])")
_HAS_WORDS = re.compile(r"[^\W\d_]")
Span = tuple[int, int]


class Act(StrEnum):
    """What is done with a line."""

    KEEP = "keep"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about lines of one shape on one site."""

    site: str
    shape: str
    act: Act


@dataclass(frozen=True, slots=True)
class Recalled:
    """What remembered choices do to an article: spans of its source text."""

    restored: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.restored or self.cut)


def site_of(article: NewArticle) -> str:
    """Return the host of an article's address, else its outlet; empty if it has neither."""
    return site_named(article.url, article.source)


def site_named(url: str, source: str) -> str:
    """Return the site of what has this address and outlet."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or source.strip()


def shape_of(line: str) -> str:
    """Return a line with its numbers folded; empty for one that is not worth remembering."""
    text = "".join(unicodedata.normalize("NFKC", line).split()).casefold()
    if len(text) > _LONGEST or not _HAS_WORDS.search(text):
        return ""
    return _NUMBERS.sub("0", text)


def choices_made(
    article: NewArticle, restored: Iterable[Span], cut: Iterable[Span]
) -> tuple[Choice, ...]:
    """Return what is worth remembering of the changes to `article`: those of whole lines."""
    site, source = site_of(article), article.source_text
    if not site:
        return ()
    decided: dict[str, Act] = {}
    for act, spans in ((Act.KEEP, restored), (Act.CUT, cut)):
        for start, end in merged(spans, len(source)):
            for line in _whole_lines(source, start, end):
                decided[line] = act
    decided.pop("", None)
    return tuple(Choice(site, shape, act) for shape, act in decided.items())


def _whole_lines(source: str, start: int, end: int) -> Iterator[str]:
    for left, right, shape in _lines(source):
        text = source[left:right]
        first = left + len(text) - len(text.lstrip())
        last = left + len(text.rstrip())
        if start <= first < last <= end:
            yield shape


def _lines(source: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for line in source.split("\n"):
        yield at, at + len(line), shape_of(line) if line.strip() else ""
        at += len(line) + 1


def recalled(article: NewArticle, acts: Mapping[str, Act]) -> Recalled:
    """Return what remembered `acts` (by shape, of the article's site) do to `article`."""
    if not acts:
        return Recalled()
    restored: list[Span] = []
    cut: list[Span] = []
    source = article.source_text
    for start, end, shape in _lines(source):
        act = acts.get(shape) if shape else None
        if act is Act.CUT and _is_kept(article.edits, start, end):
            cut.append((start, end))
        elif act is Act.KEEP and _is_cut(article.edits, start, end):
            restored.append((start, end))
    if len(cut) and _nothing_left(article, restored, cut):
        cut = []
    return Recalled(tuple(restored), tuple(cut))


def _nothing_left(article: NewArticle, restored: list[Span], cut: list[Span]) -> bool:
    return not revise(article, restored, cut).text.strip()


def _is_kept(edits: tuple[Edit, ...], start: int, end: int) -> bool:
    return _cut_within(edits, start, end) < end - start


def _is_cut(edits: tuple[Edit, ...], start: int, end: int) -> bool:
    return _cut_within(edits, start, end) * 2 > end - start


def _cut_within(edits: tuple[Edit, ...], start: int, end: int) -> int:
    return sum(
        min(edit.end, end) - max(edit.start, start)
        for edit in edits
        if not edit.replacement and edit.start < end and start < edit.end
    )


def recall(article: NewArticle, found: Recalled) -> NewArticle:
    """Return `article` as the remembered choices have it, each cut with its reason."""
    return revise(article, found.restored, found.cut, REMEMBERED)
