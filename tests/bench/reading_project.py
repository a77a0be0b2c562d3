"""A project with the articles of the reading pane's table: from a short text to a book."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.bench.window_project import CODER, KINDS, example_lines, plain_article
from workbench.app.commands import ImportArticles, MarkSpan, MarkSpans
from workbench.app.projects import new_project
from workbench.app.session import Session, open_session


@dataclass(frozen=True, slots=True)
class Size:
    """One article of the table."""

    name: str
    characters: int
    annotations: int
    one_line: bool = False


SHORT = Size("短", 40, 0)
ARTICLE = Size("文", 10_000, 500)
LONG = Size("长", 50_000, 5_000)
BOOK = Size("书", 1_000_000, 50_000)
LINE = Size("行", 1_000_000, 0, one_line=True)
SIZES = (SHORT, ARTICLE, LONG, BOOK, LINE)


def make_reading_project(path: Path) -> Path:
    """Make the project at `path`: the articles of `SIZES` in that order."""
    new_project(path)
    session = open_session(path, CODER, cache=path.parent / "cache")
    try:
        articles = tuple(plain_article(size.name, text_of(size)) for size in SIZES)
        for size, article in zip(SIZES, session.run(ImportArticles(articles)), strict=True):
            _mark(session, article, size)
    finally:
        session.close()
    return path


def text_of(size: Size) -> str:
    """Return the text of an article: the examples' paragraphs, again and again."""
    lines = cycle(example_lines())
    parts, length = [size.name], len(size.name)
    while length < size.characters:
        parts.append(next(lines))
        length += len(parts[-1]) + 1
    return ("" if size.one_line else "\n").join(parts)[: size.characters]


def spans_of(size: Size) -> list[MarkSpan]:
    """Return the marks of an article, still of no article; the same ones each time."""
    chance, marks = random.Random(1), list[MarkSpan]()
    shares = [kind[1] for kind in KINDS]
    for layer, _, (least, most), values in chance.choices(KINDS, shares, k=size.annotations):
        start = chance.randrange(size.characters - most)
        marks.append(MarkSpan(0, layer, start, start + chance.randint(least, most), values))
    return marks


def _mark(session: Session, article: int, size: Size) -> None:
    marks = spans_of(size)
    if marks:
        session.run(
            MarkSpans(tuple(MarkSpan(article, m.layer, m.start, m.end, m.values) for m in marks))
        )
