from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import article_text, storable
from tests.files.sql import raw_change
from tests.store.world import LATER, TEXT, TIME, World, new_article, open_again
from workbench.domain.article import ArticleInfo, Edit, Note, Original, Status
from workbench.store import tables as t
from workbench.store.articles import (
    EDITABLE,
    article_info,
    edit_article,
    insert_articles,
    list_articles,
    notes_of,
    original_of,
    set_status,
    status_of,
    text_of,
    titles_of,
)
from workbench.store.errors import NoSuchRow, RowsDamaged


def info(world: World, article: int, coder: int | None = None) -> ArticleInfo:
    return world.read(article_info, article, coder or world.one)


def put_status(world: World, article: int, status: Status, coder: int | None = None) -> None:
    with world.gate(coder) as gate:
        set_status(gate, article, coder or world.one, status, LATER)


def test_an_article_comes_back_as_it_was(world: World) -> None:
    article = world.add_article()
    new = new_article()
    found = info(world, article)
    assert found == ArticleInfo(
        id=article,
        uid=found.uid,
        title="标题",
        source="某报",
        author="某人",
        published="2025-11-03",
        url="https://example.org/1",
        language="zh",
        script="",
        genre="",
        same_as=None,
        file_name="标题.txt",
        length=len(TEXT),
        status=Status.NOT_STARTED,
        annotations=0,
    )
    assert found.uid.startswith("a")
    assert world.read(text_of, article) == TEXT
    assert world.read(notes_of, article) == list(new.notes)
    came = Original(new.original, "utf-8", "text", "", new.edits)
    assert world.read(original_of, article) == came


@given(
    text=article_text,
    original=st.binary(max_size=50),
    edits=st.lists(st.builds(Edit, st.integers(0), st.integers(0), storable, storable), max_size=3),
    notes=st.lists(
        st.builds(
            Note,
            st.sampled_from(["footnote", "caption"]),
            storable,
            storable,
            st.none() | st.integers(0, 2**31),
        ),
        max_size=3,
    ),
)
def test_any_article_comes_back_as_it_was(
    world: World, text: str, original: bytes, edits: list[Edit], notes: list[Note]
) -> None:
    text = text.replace("\0", "")
    new = replace(new_article(text), original=original, edits=tuple(edits), notes=tuple(notes))
    with world.gate() as gate:
        (article,) = insert_articles(gate, world.ids, [new], TIME)
    assert world.read(text_of, article) == text
    assert world.read(notes_of, article) == notes
    assert world.read(original_of, article) == Original(original, "utf-8", "text", "", tuple(edits))


def test_articles_come_in_the_order_of_their_import(world: World) -> None:
    ids = [world.add_article(TEXT * n) for n in (3, 1, 2)]
    assert [each.id for each in world.read(list_articles, world.one)] == ids


def test_the_same_bytes_and_text_are_kept_once(world: World) -> None:
    world.add_article()
    world.add_article()
    world.add_article(TEXT + "。")
    assert len(world.rows(t.original)) == 2
    assert len(world.rows(t.text_version)) == 2
    assert world.rows(t.original)[0]["sha256"] in {
        hashlib.sha256(new_article(text).original).hexdigest() for text in (TEXT, TEXT + "。")
    }


def test_the_same_text_from_other_bytes_is_another_version(world: World) -> None:
    with world.gate() as gate:
        other = replace(new_article(), original=b"other")
        one, two = insert_articles(gate, world.ids, [new_article(), other], TIME)
    assert world.read(original_of, one).data != world.read(original_of, two).data
    assert world.read(text_of, one) == world.read(text_of, two)


def test_an_import_undone_and_redone_finds_its_text_again(world: World) -> None:
    article = world.add_article()
    before = world.dump()
    world.undo()
    assert world.read(list_articles, world.one) == []
    assert len(world.rows(t.text_version)) == 1
    world.redo()
    assert world.dump() == before
    assert world.read(text_of, article) == TEXT


def test_titles_are_those_of_what_is_there(world: World) -> None:
    article = world.add_article()
    assert world.read(titles_of, [article, 10**9]) == {article: "标题"}
    world.undo()
    assert world.read(titles_of, [article]) == {}


def test_the_bibliography_is_corrected_and_only_what_differs_written(world: World) -> None:
    article = world.add_article()
    with world.gate() as gate:
        edit_article(gate, article, {"title": "新", "source": "某报", "language": "en"})
        assert gate.touched.changed(None, 0).ids("article") == {article}
    found = info(world, article)
    assert (found.title, found.source, found.language) == ("新", "某报", "en")
    changes = [row for row in world.rows(t.change) if row["verb"] == "update"]
    (change,) = [row for row in changes if row["table_name"] == "article"]
    assert change["after"] == {"language": "en", "title": "新"}
    assert set(change["after"]) <= set(EDITABLE)


@pytest.mark.parametrize("read", [article_info, text_of, original_of])
def test_an_article_that_is_not_there_is_refused(world: World, read: object) -> None:
    arguments = (999, world.one) if read is article_info else (999,)
    with pytest.raises(NoSuchRow, match="article with the id 999"):
        world.read(read, *arguments)
    assert world.read(notes_of, 999) == []


# --- status ------------------------------------------------------------------------


def test_a_status_is_the_coders_own(world: World) -> None:
    article = world.add_article()
    assert world.read(status_of, article, world.one) is Status.NOT_STARTED
    put_status(world, article, Status.DONE)
    put_status(world, article, Status.IN_DOUBT, world.two)
    assert world.read(status_of, article, world.one) is Status.DONE
    assert info(world, article).status is Status.DONE
    assert info(world, article, world.two).status is Status.IN_DOUBT
    world.undo()
    assert info(world, article).status is Status.NOT_STARTED


def test_a_status_is_written_only_where_it_differs(world: World) -> None:
    article = world.add_article()
    operations = len(world.rows(t.operation))
    put_status(world, article, Status.NOT_STARTED)
    assert world.rows(t.article_status) == []
    assert len(world.rows(t.operation)) == operations
    for _ in range(2):
        put_status(world, article, Status.IN_PROGRESS)
    assert len(world.rows(t.operation)) == operations + 1
    put_status(world, article, Status.NOT_STARTED)
    (row,) = world.rows(t.article_status)
    assert (row["status"], row["modified"]) == ("not_started", LATER)


def test_only_ones_own_annotations_of_stretches_are_counted(world: World) -> None:
    article, other = world.add_article(), world.add_article()
    world.mark(article)
    world.mark(article, layer="plain")
    world.mark(article, coder=world.two)
    world.mark(article, layer="article", span=None, quote="")
    assert info(world, article).annotations == 2
    assert [each.annotations for each in world.read(list_articles, world.two)] == [1, 0]
    assert info(world, other).annotations == 0


# --- damage ------------------------------------------------------------------------


@pytest.mark.parametrize("edits", ["{", "[[1]]", "3"])
def test_damaged_edits_are_refused(world: World, edits: str) -> None:
    article = world.add_article()
    world.project.close()
    raw_change(world.path, f"UPDATE text_version SET edits = '{edits}'")
    with (
        open_again(world.path) as project,
        project.database.reading() as connection,
        pytest.raises(RowsDamaged, match="text_version"),
    ):
        original_of(connection, article)


def test_a_damaged_status_is_refused(world: World) -> None:
    article = world.add_article()
    put_status(world, article, Status.DONE)
    world.project.close()
    raw_change(world.path, "UPDATE article_status SET status = 'dome'")
    with open_again(world.path) as project, project.database.reading() as connection:
        with pytest.raises(RowsDamaged, match="article_status"):
            status_of(connection, article, world.one)
        with pytest.raises(RowsDamaged, match="article"):
            list_articles(connection, world.one)
        with pytest.raises(RowsDamaged, match="article"):
            article_info(connection, article, world.one)
