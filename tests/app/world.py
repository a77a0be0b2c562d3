"""A small project to test with: its codebook, its articles, a clock that ticks by itself."""

from __future__ import annotations

import random
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from workbench.app.checking import check_database
from workbench.app.projects import new_project
from workbench.app.session import Session, open_session
from workbench.app.surroundings import Surroundings
from workbench.domain.article import NewArticle, Note
from workbench.domain.changes import Changed
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

#: Han, an astral Han character, emoji of one and of several code points, a combining mark.
TEXT = "甲方😀承诺合作。乙方𠮷不同意！\n“第三方”👨‍👩‍👧沉默e\u0301……\n末段。"
LONGER = "小镇议会通过预算。镇长称赞议员，商会表示反对。\n邻镇尚未表态。"

_ACTORS = CodeList(
    "actors",
    Words("行为体", "Actors"),
    (
        Category("TOWN", 1, Words("小镇", "the town"), aliases=("小镇议会",)),
        Category("FIRM", 2, Words("商会", "the chamber")),
        Category("MAYOR", 3, Words("镇长", "the mayor"), parent="TOWN"),
        Category("GONE", 4, Words("旧镇", "the old town"), retired=True),
    ),
)
_POSITIONS = CodeList(
    "positions",
    Words("立场", "Positions"),
    (
        Category("n1", 1, Words("反对", "against"), score=-1.0),
        Category("p1", 2, Words("赞成", "for"), score=1.0),
    ),
)
_STANCE = (
    Variable("holder", Kind.CATEGORY, Words("持有者", "holder"), "actors"),
    Variable("position", Kind.CATEGORY, Words("立场", "position"), "positions"),
    Variable("sources", Kind.CATEGORY, Words("来源", "sources"), "actors", several=True),
    Variable("share", Kind.REAL, Words("份额", "share")),
    Variable("rank", Kind.INTEGER, Words("名次", "rank")),
    Variable("sure", Kind.BOOLEAN, Words("确定", "sure")),
    Variable("when", Kind.DATE, Words("日期", "when")),
    Variable("reason", Kind.TEXT, Words("理由", "reason")),
    Variable("because", Kind.LINK, Words("因为", "because"), several=True),
    Variable("after", Kind.LINK, Words("之后", "after")),
)
CODEBOOK = Codebook(
    Words("测试手册", "Test codebook"),
    (_ACTORS, _POSITIONS),
    (
        Layer(
            "stance",
            Words("立场", "stance"),
            Scope.SPAN,
            _STANCE,
            complete=(("holder",), ("position",)),
        ),
        Layer(
            "actor",
            Words("行为体", "actor"),
            Scope.SPAN,
            (
                Variable("actor", Kind.CATEGORY, Words("行为体", "actor"), "actors"),
                Variable("named", Kind.BOOLEAN, Words("点名", "named")),
                Variable("role", Kind.CATEGORY, Words("立场", "role"), "positions", default="p1"),
            ),
            complete=(("actor",),),
        ),
        Layer(
            "article",
            Words("文章", "article"),
            Scope.ARTICLE,
            (
                Variable("genre", Kind.TEXT, Words("体裁", "genre")),
                Variable("score", Kind.INTEGER, Words("分数", "score")),
            ),
        ),
    ),
)


_days = count(1_790_000_000_000, 86_400_000)


def surroundings() -> Surroundings:
    """Return a clock that advances with every look, a day later each time, and its own chance."""
    start = next(_days)
    ticks = count(start)
    return Surroundings(clock=lambda: next(ticks), chance=random.Random(start).randbytes)


def article(text: str = TEXT, title: str = "题目", **rest: Any) -> NewArticle:
    """Return an article as intake would hand it over."""
    notes = (Note("footnote", "[1]", "一条注", 2),)
    given: dict[str, Any] = {"original": text.encode(), "file_name": f"{title}.txt", "edits": ()}
    return NewArticle(title=title, text=text, notes=notes, encoding="utf-8", **given | rest)


def make_project(path: Path) -> Path:
    """Make a project with the small codebook."""
    new_project(path, CODEBOOK, surroundings())
    return path


@contextmanager
def opened(path: Path, coder: str = "甲", **options: Any) -> Generator[Session]:
    """Open a project and close it at the end."""
    around = options.pop("surroundings", None) or surroundings()
    session = open_session(path, coder, cache=path.parent / "cache", surroundings=around, **options)
    try:
        yield session
    finally:
        session.close()


def dump(session: Session, *, journal: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of a project; journal and coders only where they are asked for.

    Neither is taken back by undo.
    """
    skipped = () if journal else ("operation", "change", "coder")
    with session.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: sorted(
                (tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")),
                key=repr,
            )
            for name in names.scalars().all()
            if name not in skipped
        }


def assert_sound(session: Session) -> None:
    """Assert that a check finds nothing and that every quote is its text."""
    assert check_database(session.database).problems == ()
    for each in session.articles():
        text = session.text(each.id)
        assert len(text) == each.length
        for annotation in session.annotations(each.id, all_coders=True):
            span = annotation.span
            if span:
                assert annotation.quote == text[span.start : span.end]
            else:
                assert annotation.unplaced or annotation.quote == ""


def heard(session: Session) -> list[Changed]:
    """Return a list that every change from now on is added to."""
    changes: list[Changed] = []
    session.changed.connect(changes.append)
    return changes
