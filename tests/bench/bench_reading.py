"""The reading pane on articles of ten thousand characters, of fifty thousand, and on a book.

Everything is measured through the window, the store included, in a pane of 900 × 800; a plain
QTextEdit with the same spans as extra selections stands beside.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import Figure
from tests.bench.bench_window import run_apart
from tests.bench.reading_project import ARTICLE, BOOK, LINE, LONG, Size, make_reading_project

_REPOSITORY = Path(__file__).resolve().parents[2]
_PATIENCE = 900  # seconds
_OPEN = {ARTICLE: 60, LONG: 120, BOOK: 1_000, LINE: 2_000}
_KEY = {ARTICLE: 16, LONG: 16, BOOK: 33, LINE: 100}
_WHILE_COMING = 100
_MOVE = 16
_MEMORY = 150  # megabytes
_WRITING = {"mark": "mark", "delete": "delete", "undo": "undo", "border": "move a border"}
_MOVING = {"scroll": "scroll a page", "jump": "jump to an end", "hover": "hover"}

Told = dict[str, dict[str, float]]


def run() -> list[Figure]:
    """Measure with a project, a home and a screen of its own."""
    build = _REPOSITORY / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name:
        folder = Path(name)
        project = make_reading_project(folder / "reading.workbench")
        module = "tests.bench.reading_use"
        told = run_apart(folder, module, project, folder / "use", patience=_PATIENCE)
        return list(_figures(json.loads(told)))


def _figures(told: Told) -> Iterator[Figure]:
    for size in (ARTICLE, LONG, BOOK, LINE):
        mine, plain = told[size.name], told[f"plain {size.name}"]
        yield Figure(_named("open", size), mine["open"], "ms", _OPEN[size], _filled(plain))
        for key, work in _WRITING.items():
            if key in mine:
                beside = f"QTextEdit, one selection more: {plain['mark']:.0f} ms"
                yield Figure(_named(work, size), mine[key], "ms", _KEY[size], beside)
        if mine.get("coming"):
            beside = "p95, from the moment that its text is there"
            name = _named("mark while the rest comes", size)
            yield Figure(name, mine["coming"], "ms", _WHILE_COMING, beside)
        for key, work in _MOVING.items():
            if key in mine:
                beside = f"QTextEdit: {plain[key]:.1f} ms" if key in plain else ""
                yield Figure(_named(work, size), mine[key], "ms", _MOVE, beside)
    plain = told[f"plain {BOOK.name}"]["memory"]
    beside = f"all of it, above the window with a short article; QTextEdit: {plain:.0f} MB"
    yield Figure("memory of the book", told[BOOK.name]["memory"], "MB", _MEMORY, beside)


def _named(work: str, size: Size) -> str:
    if size.one_line:
        return f"{work}, one line of {size.characters:,}"
    return f"{work}, {size.characters:,} / {size.annotations:,}"


def _filled(plain: dict[str, float]) -> str:
    return f"QTextEdit: {plain['open']:.0f} ms, its text alone: {plain['text']:.0f} ms"
