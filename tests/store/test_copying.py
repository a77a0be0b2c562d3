from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.files.sql import raw_change
from tests.store.world import (
    CODEBOOK,
    OWNER,
    TEXT,
    TIME,
    World,
    dump,
    make_ids,
    open_again,
    unwatched,
)
from workbench.domain.codebook_file import write_codebook
from workbench.domain.errors import Refusal
from workbench.domain.memo import PROJECT, Subject
from workbench.store import tables as t
from workbench.store.articles import list_articles, notes_of, original_of, text_of
from workbench.store.checking import problems
from workbench.store.codebook_rows import read_codebook
from workbench.store.coders import coders
from workbench.store.copying import copy_codebook_and_articles
from workbench.store.errors import ProjectDamaged, RowsDamaged
from workbench.store.memos import memos
from workbench.store.project import Project, create_project


@pytest.fixture
def source(world: World) -> World:
    """Give a project whose ids are not those that a copy will give."""
    world.mark(world.add_article())
    with world.gate() as gate:
        gate.insert(t.setting, [{"key": "lost"}])
    world.undo()
    with world.gate() as gate:
        version = {"uid": world.ids.new("b"), "name": "v1", "document": write_codebook(CODEBOOK)}
        gate.insert(t.codebook_version, [{**version, "coder_id": world.two}])
    article = world.add_article(TEXT * 2)
    world.mark(article)
    with world.gate() as gate:
        category = world.stored.keys.categories["states", "B"]
        place = {"start": 0, "end": 2, "quote": TEXT[:2], "category_id": category}
        gate.insert(t.rejection, [{"article_id": article, "coder_id": world.two, **place}])
        for name, about in (
            ("旧想法", {"article_id": article}),
            ("手册", {"category_id": category}),
            ("项目", {}),
        ):
            row = {"uid": world.ids.new("m"), "coder_id": world.two, "text": name, **about}
            gate.insert(t.memo, [row])
    return world


@pytest.fixture
def copy(source: World, tmp_path: Path) -> Iterator[Project]:
    with closing(create_project(tmp_path / "copy.workbench", make_ids(), OWNER)) as made:
        with made.operation("new_project", None, TIME, undoable=False) as doing:
            copy_codebook_and_articles(source.project.database, doing.gate)
        yield made


def test_the_codebook_is_the_same(source: World, copy: Project) -> None:
    with copy.database.reading() as connection:
        stored = read_codebook(connection)
    # Twins, parents and members point to the copies, or they would not be read back.
    assert stored.codebook == CODEBOOK
    assert stored.keys != source.stored.keys


@pytest.mark.parametrize(
    "table", ["code_list", "category", "layer", "variable", "article", "codebook_version"]
)
def test_the_ids_that_are_the_same_everywhere_stay(
    source: World, copy: Project, table: str
) -> None:
    def uids(path: Path) -> list[object]:
        columns = t.JOURNALLED[table].columns.keys()
        place = columns.index("uid")
        return [row[place] for row in dump(path)[table]]

    assert uids(copy.path) == uids(source.path)
    assert len(uids(copy.path)) > 0


def test_articles_come_along_with_their_originals_and_notes(source: World, copy: Project) -> None:
    with copy.database.reading() as connection:
        copied = list_articles(connection, 0)
        assert [each.length for each in copied] == [len(TEXT), 2 * len(TEXT)]
        for mine, theirs in zip(copied, source.read(list_articles, 0), strict=True):
            assert text_of(connection, mine.id) == source.read(text_of, theirs.id)
            assert notes_of(connection, mine.id) == source.read(notes_of, theirs.id)
            assert original_of(connection, mine.id) == source.read(original_of, theirs.id)


def test_nobodys_work_comes_along(source: World, copy: Project) -> None:
    rows = dump(copy.path)
    assert dump(source.path)["rejection"] != []
    for table in ("annotation", "annotation_value", "coder", "article_status", "rejection"):
        assert rows[table] == []
    with copy.database.reading() as connection:
        assert coders(connection) == []
        assert list(problems(connection, unwatched)) == []
    assert copy.next_steps(source.one) == (None, None)


def test_memos_come_along_that_are_not_of_the_coding(source: World, copy: Project) -> None:
    with copy.database.reading() as connection:
        copied = memos(connection, read_codebook(connection))
    assert [(each.text, each.coder, each.subject) for each in copied] == [
        ("手册", None, Subject(None, "states", "B")),
        ("项目", None, PROJECT),
    ]
    uids = {each.uid for each in source.read(memos, source.stored)}
    assert {each.uid for each in copied} < uids


def test_copying_an_empty_project_copies_nothing(tmp_path: Path) -> None:
    with (
        closing(create_project(tmp_path / "a.workbench", make_ids(), OWNER)) as empty,
        closing(create_project(tmp_path / "b.workbench", make_ids(), OWNER)) as copy,
    ):
        with copy.operation("x", None, TIME) as doing:
            copy_codebook_and_articles(empty.database, doing.gate)
        assert doing.changed is None
        assert all(rows == [] for rows in dump(copy.path).values())


@pytest.mark.parametrize(
    ("statement", "refusal", "match"),
    [
        ("UPDATE member SET member_id = 999999", RowsDamaged, "table member"),
        ("UPDATE article SET text_sha256 = 'x'", ProjectDamaged, "FOREIGN KEY"),
        ("UPDATE note SET text = x'ff'", RowsDamaged, "a value of another type"),
        ("UPDATE note SET text = CAST(x'ff41' AS TEXT)", ProjectDamaged, "UTF-8"),
    ],
)
def test_a_damaged_source_is_refused_by_name_and_nothing_copied(
    source: World, tmp_path: Path, statement: str, refusal: type[Refusal], match: str
) -> None:
    source.project.close()
    raw_change(source.path, statement)
    with (
        open_again(source.path, read_only=True) as damaged,
        closing(create_project(tmp_path / "b.workbench", make_ids(), OWNER)) as copy,
    ):

        def fill() -> None:
            with copy.operation("x", None, TIME) as doing:
                copy_codebook_and_articles(damaged.database, doing.gate)

        with pytest.raises(refusal, match=match) as raised:
            fill()
        if refusal is ProjectDamaged:
            assert str(source.path) in str(raised.value)
        assert all(rows == [] for rows in dump(copy.path).values())
