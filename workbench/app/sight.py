"""The first sight of a project: an article's text, before the project itself is open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.store.sight import text_at_rest


@dataclass(frozen=True, slots=True)
class Sight:
    """An article to be read already; its annotations come with the project."""

    article: int
    title: str
    text: str


def first_sight(path: Path, article: int | None) -> Sight | None:
    """Return the article, else the first of the project; None where it takes the store to tell."""
    found = text_at_rest(path, article)
    return None if found is None else Sight(*found)
