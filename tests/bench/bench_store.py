"""What one mark costs, from the command to the disk, and what reading and opening cost.

A mark is an annotation with three values and its part of the journal. It is
measured beside one row inserted and committed by bare SQLite under the same
pragmas on the same disk, by turns, so that a busy disk slows both.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from tests.bench import Figure
from tests.bench.big_project import make_big_project
from workbench.app.commands import MarkSpan
from workbench.app.session import Session, open_session
from workbench.app.surroundings import Surroundings
from workbench.domain.annotation import Certainty
from workbench.domain.text import Span
from workbench.store.annotations import NewAnnotation, insert_annotations

_REPOSITORY = Path(__file__).resolve().parents[2]
_ARTICLES, _PER_ARTICLE = 20, 500
_MARKS, _READS, _OPENINGS = 600, 60, 15
_VALUES = {"holder": "USA", "position": "p1", "voice": "author"}
_RAW = "one row by bare SQLite, WAL, FULL"


def run() -> list[Figure]:
    """Measure on a project of 20 articles with 500 annotations each."""
    # Beside the checkout: a folder for temporary files may lie in memory, which commits for free.
    build = _REPOSITORY / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name:
        folder = Path(name)
        path = make_big_project(folder / "bench.workbench", _ARTICLES, _PER_ARTICLE)
        with closing(_opened(path)) as session, _raw_insert(folder / "raw.db") as raw:
            marked, read = (each.id for each in session.articles()[:2])
            figures = [*_marks(session, marked, raw), _reading(session, path, read)]
        return [*figures, _opening(path)]


def _opened(path: Path) -> Session:
    return open_session(path, "甲", cache=path.parent)


@contextmanager
def _raw_insert(path: Path) -> Generator[Callable[[], object]]:
    """Give what inserts one row and commits it, without anything around it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, start, stop, quote, memo)")

        def insert() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO mark VALUES (NULL, 10, 14, '四个字吧', '')")
            raw.execute("COMMIT")

        yield insert


def _marks(session: Session, article: int, raw: Callable[[], object]) -> list[Figure]:
    starts = iter(range(100_000))
    length = session.article(article).length - 4

    def mark() -> None:
        start = next(starts) % length
        session.run(MarkSpan(article, "stance", start, start + 4, _VALUES))

    with ExitStack() as stack:
        gate = stack.enter_context(_through_the_gate(session, article))
        marked, written, bare = _by_turns(_MARKS, mark, gate, raw)
    undone, bare_again = _by_turns(_MARKS // 2, session.undo, raw)
    return [
        Figure("mark: annotation, 3 values, journal", marked / bare, "×", 3, _RAW),
        Figure("the same through the store's gate alone", written / bare, "×", 3, _RAW),
        Figure("undo of a mark", undone / bare_again, "×", 10, _RAW),
    ]


@contextmanager
def _through_the_gate(session: Session, article: int) -> Generator[Callable[[], object]]:
    """Give what writes the same mark without the command's checks.

    It is written for another coder, so that the undo steps of the session's own stay marks.
    """
    project, stored, around = session._project, session.stored, Surroundings()
    values = {key: (value,) for key, value in _VALUES.items()}
    new = NewAnnotation(
        article, session.coder.id, "stance", Span(0, 4), "四个字吧", values, Certainty.SURE, ""
    )

    def write() -> None:
        with project.operation("mark", None, around.now()) as operation:
            insert_annotations(operation.gate, project.ids, stored, [new], around.now())

    yield write


def _reading(session: Session, path: Path, article: int) -> Figure:
    """Measure reading an article's annotations beside fetching the same rows."""
    with closing(sqlite3.connect(path)) as raw:

        def fetch() -> None:
            raw.execute("SELECT * FROM annotation WHERE article_id = ?", (article,)).fetchall()
            raw.execute(
                "SELECT * FROM annotation_value WHERE annotation_id IN"
                " (SELECT id FROM annotation WHERE article_id = ?)"
                " ORDER BY annotation_id, variable_id, ordinal",
                (article,),
            ).fetchall()

        read, fetched = _by_turns(_READS, lambda: session.annotations(article), fetch)
    return Figure(
        "reading an article's 500 annotations",
        read / fetched,
        "×",
        8,
        "their rows fetched by bare SQLite",
    )


def _opening(path: Path) -> Figure:
    """Measure opening and closing a project, its codebook read."""

    def open_and_close() -> None:
        _opened(path).close()

    def bare() -> None:
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("PRAGMA journal_mode=WAL")
            raw.execute("SELECT max(id) FROM operation").fetchone()
            raw.execute("PRAGMA journal_mode=DELETE")

    opened, touched = _by_turns(_OPENINGS, open_and_close, bare)
    baseline = f"{opened / touched:.1f} × opening and closing it by bare SQLite"
    return Figure("opening and closing a project", opened * 1e3, "ms", 150, baseline)


def _by_turns(times: int, *works: Callable[[], object]) -> list[float]:
    """Return the median seconds of each, done by turns and after a few turns for nothing."""
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(-10, times):
        for work, seconds in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            if turn >= 0:
                seconds.append(time.perf_counter() - begun)
    return [statistics.median(seconds) for seconds in taken]
