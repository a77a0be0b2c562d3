"""A small project for the tests of the store, and what they look at it with."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, select

from workbench.domain.annotation import Certainty
from workbench.domain.article import Edit, NewArticle, Note
from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.ids import Ids
from workbench.domain.text import Span
from workbench.domain.values import Values
from workbench.store import tables as t
from workbench.store.annotations import NewAnnotation, insert_annotations
from workbench.store.articles import insert_articles
from workbench.store.codebook_diff import write_codebook
from workbench.store.codebook_rows import read_codebook
from workbench.store.coders import add_coder
from workbench.store.gate import Gate
from workbench.store.project import Project, create_project, open_project

MIGRATIONS = Path(__file__).resolve().parents[2] / "schema" / "migrations"
TIME = "2026-01-02T03:04:05.678Z"
LATER = "2026-01-02T03:04:06.000Z"
OWNER = "甲, a machine, process 1"
TEXT = "甲国与乙国发表声明。😀𠮷都在场。\n第二段只有一句话。"

Dump = dict[str, list[tuple[Any, ...]]]


def _name(key: str) -> Words:
    return Words(f"{key}的名称", key)


def _variable(key: str, kind: Kind, **more: Any) -> Variable:
    return Variable(key, kind, _name(key), **more)


CODEBOOK = Codebook(
    Words("小手册", "Small"),
    (
        CodeList(
            "states",
            _name("states"),
            (
                Category("A", 1, _name("A"), aliases=("甲国", "甲"), attributes={"can_hold": True}),
                Category("B", 2, _name("B"), parent="A", attributes={"since": 1949}),
                Category("AB", 3, _name("AB"), members=("A", "B"), retired=True),
            ),
            (
                Attribute("can_hold", Kind.BOOLEAN, _name("can_hold")),
                Attribute("since", Kind.INTEGER, _name("since")),
                Attribute("side", Kind.CATEGORY, _name("side"), code_list="sides"),
            ),
        ),
        CodeList(
            "sides",
            _name("sides"),
            (
                Category("for", 1, _name("for"), score=1.5),
                Category("against", 2, _name("against"), score=-1.5, same_as="states:A"),
            ),
        ),
    ),
    (
        Layer(
            "every",
            _name("every"),
            Scope.SPAN,
            (
                _variable("state", Kind.CATEGORY, code_list="states", requires="can_hold"),
                _variable("states", Kind.CATEGORY, code_list="states", several=True),
                _variable("side", Kind.CATEGORY, code_list="sides", default="for"),
                _variable("count", Kind.INTEGER),
                _variable("share", Kind.REAL),
                _variable("sure", Kind.BOOLEAN),
                _variable("day", Kind.DATE),
                _variable("words", Kind.TEXT, several=True),
                _variable("reasons", Kind.LINK, several=True, folded=True),
            ),
            complete=(("state", "states"), ("side",)),
        ),
        Layer("plain", _name("plain"), Scope.SPAN, (), shape=""),
        Layer(
            "article",
            _name("article"),
            Scope.ARTICLE,
            (_variable("genre", Kind.TEXT),),
            retired=True,
        ),
    ),
)


def make_ids() -> Ids:
    """Return a maker of ids that gives the same ones each time."""
    numbers = itertools.count(1)
    return Ids(lambda: 1_767_322_800_000, lambda size: next(numbers).to_bytes(size, "big"))


def new_article(text: str = TEXT, title: str = "标题") -> NewArticle:
    """Return an article as intake hands it over."""
    return NewArticle(
        title=title,
        text=text,
        notes=(Note("footnote", "[1]", "一条注", 3), Note("caption", "", "图", None)),
        original=b"head\n" + text.encode(),
        encoding="utf-8",
        file_name=f"{title}.txt",
        edits=(Edit(0, 5, "", "site_head"),),
        source="某报",
        author="某人",
        published="2025-11-03",
        url="https://example.org/1",
    )


def laid_out(path: Path, schema: str) -> Path:
    """Make a project file of an older schema ("0001", …), which is kept as SQL."""
    script = Path(__file__).parent / "projects" / f"{schema}.sql"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(script.read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id={t.APPLICATION_ID}")
    return path


def reopened(path: Path, *, read_only: bool = False, migrations: Path = MIGRATIONS) -> Project:
    """Open a project as the tests do."""
    return open_project(path, make_ids(), OWNER, migrations, read_only=read_only)


@contextmanager
def open_again(path: Path, *, read_only: bool = False) -> Generator[Project]:
    """Open a project and close it afterwards."""
    with closing(reopened(path, read_only=read_only)) as project:
        yield project


class World:
    """An open project with the small codebook, two coders and an article."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ids = make_ids()
        self.project = create_project(path, self.ids, OWNER)
        with self.project.operation("new_project", None, TIME, undoable=False) as doing:
            write_codebook(doing.gate, self.ids, CODEBOOK)
        self.stored = self.read(read_codebook)
        self.one = self._coder("甲")
        self.two = self._coder("乙")

    def _coder(self, name: str) -> int:
        with self.project.operation("add_coder", None, TIME, undoable=False) as doing:
            return add_coder(doing.gate, self.ids, name, TIME).id

    def read(self, what: Any, *arguments: Any) -> Any:
        """Call `what` with a reader's connection."""
        with self.project.database.reading() as connection:
            return what(connection, *arguments)

    def rows(self, table: Any) -> list[RowMapping]:
        """Return every row of a table."""
        with self.project.database.reading() as connection:
            return list(connection.execute(select(table)).mappings().all())

    @contextmanager
    def gate(self, coder: int | None = None, kind: str = "test") -> Generator[Gate]:
        """Write in one operation of `coder` (the first by default)."""
        with self.project.operation(kind, coder or self.one, LATER) as doing:
            yield doing.gate

    def add_article(self, text: str = TEXT, coder: int | None = None) -> int:
        """Import an article."""
        with self.gate(coder) as gate:
            return insert_articles(gate, self.ids, [new_article(text)], TIME)[0]

    def new(self, article: int, values: Values | None = None, **changes: Any) -> NewAnnotation:
        """Return an annotation of the first four characters, ready to be written."""
        made: dict[str, Any] = {
            "article": article,
            "coder": self.one,
            "layer": "every",
            "span": Span(0, 4),
            "quote": TEXT[:4],
            "values": values or {},
            "certainty": Certainty.SURE,
            "memo": "",
            **changes,
        }
        return NewAnnotation(**made)

    def mark(self, article: int, values: Values | None = None, **changes: Any) -> int:
        """Write one annotation in an operation of its own."""
        new = self.new(article, values, **changes)
        with self.gate(new.coder, "mark") as gate:
            (id_,) = insert_annotations(gate, self.ids, self.stored, [new], TIME)
        return id_

    def undo(self, coder: int | None = None) -> Any:
        """Undo as a coder, the first by default."""
        return self.project.undo(coder or self.one, LATER)

    def redo(self, coder: int | None = None) -> Any:
        """Redo as a coder, the first by default."""
        return self.project.redo(coder or self.one, LATER)

    def dump(self) -> Dump:
        """Return everything that people's work lies in."""
        return dump(self.path)


def dump(path: Path, *tables: str) -> Dump:
    """Return the rows of the journalled tables (or of those named), as SQLite sees them."""
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: raw.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for name in tables or t.JOURNALLED
        }


def unwatched(done: int, total: int) -> None:
    """Take no notice of how far a check is."""


def beside(path: Path) -> list[str]:
    """Return the names of all files in a project's folder."""
    return sorted(each.name for each in path.parent.iterdir())
