"""A project with a long article, thick with annotations, and a short one with none."""

from __future__ import annotations

import random
from itertools import cycle
from pathlib import Path

from workbench.app.commands import ImportArticles, MarkSpan, MarkSpans
from workbench.app.importing import article_of, look
from workbench.app.locations import resources_folder
from workbench.app.projects import new_project
from workbench.app.session import open_session
from workbench.domain.article import NewArticle

CHARACTERS, ANNOTATIONS = 10_000, 500
CODER = "甲"

#: Layer, its share of the marks, how long they are, and values that are soon filled in.
KINDS = (
    ("actor", 45, (2, 4), {"actor": "USA"}),
    ("concept", 25, (2, 6), {"concept": "C_NCR"}),
    ("stance", 20, (12, 60), {"holder": "USA", "position": "n1", "toward": ["KOR"]}),
    ("claim", 10, (20, 80), {"kind": "forecast", "claimant": "USA"}),
)


def make_window_project(path: Path) -> Path:
    """Make the project at `path`: 10,000 characters with 500 annotations, then a short article."""
    new_project(path)
    session = open_session(path, CODER, cache=path.parent / "cache")
    try:
        long, _ = session.run(ImportArticles((_article(_long_text()), _article("短文\n一段。"))))
        session.run(MarkSpans(tuple(_marks(long))))
    finally:
        session.close()
    return path


def example_lines() -> list[str]:
    """Return the paragraphs of the example articles."""
    files = look(sorted((resources_folder() / "examples").glob("*.txt")))
    texts = [article_of(file).text for file in files]
    return [line for text in texts for line in text.split("\n") if line]


def _long_text() -> str:
    paragraphs = cycle(example_lines())
    text = "长文"
    while len(text) < CHARACTERS:
        text += "\n" + next(paragraphs)
    return text[:CHARACTERS]


def _article(text: str) -> NewArticle:
    return plain_article(text[:2], text)


def plain_article(title: str, text: str) -> NewArticle:
    """Return an article of nothing but text."""
    return NewArticle(
        title=title,
        text=text,
        notes=(),
        original=text.encode(),
        encoding="utf-8",
        file_name=f"{title}.txt",
        edits=(),
        source="",
        author="",
        published="",
        url="",
        warnings=(),
    )


def _marks(article: int) -> list[MarkSpan]:
    chance = random.Random(1)
    shares = [kind[1] for kind in KINDS]
    marks: list[MarkSpan] = []
    for layer, _, (least, most), values in chance.choices(KINDS, shares, k=ANNOTATIONS):
        start = chance.randrange(CHARACTERS - most)
        marks.append(MarkSpan(article, layer, start, start + chance.randint(least, most), values))
    return marks
