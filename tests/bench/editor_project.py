"""A project whose codebook has 5,000 categories with 50,000 aliases, a thousand of them nested."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.bench.window_project import CODER
from workbench.app.importing import import_files, look
from workbench.app.locations import resources_folder
from workbench.app.projects import new_project
from workbench.app.session import open_session
from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.domain.codebook_file import parse_codebook

_CATEGORIES, _ALIASES = 5_000, 10
_HUES = ("#1f77b4", "#2a9d8f", "#e07b00", "#8e44ad")


def big_codebook() -> Codebook:
    """Return the starter codebook with a list of 5,000 categories."""
    path = resources_folder() / "codebook" / "starter.json"
    starter = parse_codebook(path.read_text(encoding="utf-8"), path.name)
    big = CodeList("many", Words("许多类目", "Many"), tuple(map(_category, range(_CATEGORIES))))
    return replace(starter, code_lists=(*starter.code_lists, big))


def _category(number: int) -> Category:
    return Category(
        f"C{number}",
        number + 1,
        Words(f"类目{number}", f"Category {number}"),
        parent=f"C{number - number % 5}" if number % 5 == 1 else None,
        aliases=tuple(f"别名{number}之{each}" for each in range(_ALIASES)),
        colour=_HUES[number % len(_HUES)],
    )


def make_editor_project(path: Path) -> Path:
    """Make the project, with one article."""
    new_project(path, big_codebook())
    session = open_session(path, CODER, cache=path.parent / "cache")
    try:
        import_files(session, look(sorted((resources_folder() / "examples").glob("*.txt"))[:1]))
    finally:
        session.close()
    return path
