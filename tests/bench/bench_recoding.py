"""What recoding costs: merging, moving, renaming, finding, in a big project and a big codebook."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.bench import Figure
from tests.bench.big_project import make_big_project
from workbench.app.commands import EditCategory, MergeCategories, MoveCategories
from workbench.app.projects import new_project
from workbench.app.session import Session, open_session
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)

_REPOSITORY = Path(__file__).resolve().parents[2]
_ARTICLES, _PER_ARTICLE = 400, 1000
_CATEGORIES, _ALIASES = 5000, 10
_ONE, _OTHER = "C_EXIT", "C_TWOLEVEL"
_TYPED = ("甲", "甲乙", "第二千", "alias 3", "x1234", "4999", "dierqian", "国")


def run() -> list[Figure]:
    """Measure on 400,000 annotations with 1.2 million values, and on 5,000 categories."""
    build = _REPOSITORY / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name:
        return [*_merging(Path(name)), *_editing(Path(name))]


def _merging(folder: Path) -> list[Figure]:
    path = make_big_project(folder / "bench.workbench", _ARTICLES, _PER_ARTICLE)
    _code_all_with(path, _ONE)
    with closing(open_session(path, "甲", cache=folder)) as session:
        used = session.usage("concepts", _ONE).annotations
        merged = _seconds(lambda: session.run(MergeCategories("concepts", (_ONE,), _OTHER)))
        undone, redone = _seconds(session.undo), _seconds(session.redo)
        beside = f"{used:,} annotations"
        assert session.usage("concepts", _OTHER).annotations == used
    return [
        Figure("merge of two categories", merged, "s", 2, beside),
        Figure("its undo", undone, "s", 2, beside),
        Figure("its redo", redone, "s", 2, beside),
    ]


def _code_all_with(path: Path, key: str) -> None:
    """Let every annotation of concepts hold one category, behind the gate's back."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "UPDATE annotation_value SET category_id = (SELECT id FROM category WHERE key = ?)"
            " WHERE variable_id = (SELECT variable.id FROM variable JOIN layer"
            " ON layer.id = layer_id WHERE layer.key = 'concept' AND variable.key = 'concept')",
            (key,),
        )
        db.commit()


def _editing(folder: Path) -> list[Figure]:
    path = folder / "codebook.workbench"
    new_project(path, _codebook())
    beside = f"{_CATEGORIES:,} categories, {_CATEGORIES * _ALIASES:,} aliases"

    def opened() -> Session:
        return open_session(path, "甲", cache=folder)

    openings = [_seconds(lambda: opened().close()) for _ in range(3)]
    with closing(opened()) as session:
        keys = [_seconds(lambda text=text: session.finder.find(text)) for text in _typed()]
        edits = [_seconds(lambda n=n: _rename(session, n)) for n in range(5)]
        moves = [_seconds(lambda n=n: _move(session, n)) for n in range(5)]
    median = statistics.median
    return [
        Figure("find a category, a key typed", 1000 * median(keys), "ms", 16, beside),
        Figure("the first key, which makes the index", 1000 * max(keys), "ms", 500, beside),
        Figure("open a project with such a codebook", median(openings), "s", 1, beside),
        Figure("change one of its categories", median(edits), "s", 1, beside),
        Figure("move one to the top", median(moves), "s", 1, beside),
    ]


def _typed() -> list[str]:
    """Return what is typed key by key."""
    return [text[: end + 1] for text in _TYPED for end in range(len(text))]


def _rename(session: Session, number: int) -> None:
    old = session.codebook.code_list("things").categories[number * 100]
    label = Words(f"改名{number}", old.label.en)
    session.run(EditCategory("things", old.key, replace(old, label=label)))


def _move(session: Session, number: int) -> None:
    categories = session.codebook.code_list("things").categories
    session.run(MoveCategories("things", (categories[-1 - number].key,), None, categories[0].key))


def _codebook() -> Codebook:
    categories = tuple(
        Category(
            f"X{n}",
            n,
            Words(f"甲乙第{n}号事物", f"thing {n}"),
            parent=f"X{n // 10}" if n >= 10 else None,
            aliases=tuple(f"国{n}别名{m} alias {n}-{m}" for m in range(_ALIASES)),
        )
        for n in range(1, _CATEGORIES + 1)
    )
    layer = Layer(
        "thing",
        Words("事物", "Thing"),
        Scope.SPAN,
        (Variable("thing", Kind.CATEGORY, Words("事物", "thing"), "things"),),
        complete=(("thing",),),
    )
    things = CodeList("things", Words("事物", "Things"), categories)
    return Codebook(Words("大手册", "Big codebook"), (things,), (layer,))


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
