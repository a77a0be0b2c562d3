"""A project of the first schema, kept as SQL, is brought to today's with its history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.files.sql import raw_change
from tests.store.world import LATER, MIGRATIONS, dump, laid_out, reopened, unwatched
from workbench.store import tables as t
from workbench.store.checking import problems
from workbench.store.codebook_rows import read_codebook
from workbench.store.errors import NothingToRedo, NothingToUndo
from workbench.store.history import operations
from workbench.store.migrations import migrate
from workbench.store.project import Project

NEW_TABLES = {"codebook_version", "pattern", "rejection"}
#: What there was after this migration; later ones have added others.
TABLES = set(t.JOURNALLED) - {"memo"}
#: Columns that a table has got, with what they hold in the rows that were there.
NEW_COLUMNS = {"annotation": (None, None), "code_list": (0,), "layer": ("[]",)}


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Give a project file of the first schema."""
    return laid_out(tmp_path / "a.workbench", "0001")


@pytest.fixture
def project(first: Path) -> Iterator[Project]:
    with closing(reopened(first)) as opened:
        yield opened


def coder(project: Project, name: str) -> int:
    return next(row[0] for row in dump(project.path)["coder"] if row[2] == name)


def test_nothing_is_lost_and_what_is_new_is_empty(first: Path) -> None:
    names = TABLES - NEW_TABLES
    before = dump(first, *names)
    migrate(first, "0001", MIGRATIONS, target="0002")
    after = dump(first, *TABLES)
    assert all(after.pop(name) == [] for name in NEW_TABLES)
    columns = _columns(first)
    for name, rows in before.items():
        found = after[name]
        old = [each for each in columns[name] if each not in _new_names(name)]
        places = [columns[name].index(each) for each in old]
        assert [tuple(row[place] for place in places) for row in found] == rows
    for name, values in NEW_COLUMNS.items():
        places = [columns[name].index(each) for each in _new_names(name)]
        assert {tuple(row[place] for place in places) for row in after[name]} == {values}
    assert len(after["annotation"]) == 3


def _columns(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')] for name in TABLES
        }


def _new_names(table: str) -> list[str]:
    new = {
        "annotation": ["version_id", "reviewed_id"],
        "code_list": ["ordered"],
        "layer": ["wants"],
    }
    return new.get(table, [])


def test_a_migrated_project_is_sound(project: Project) -> None:
    with project.database.reading() as connection:
        assert list(problems(connection, unwatched)) == []
        book = read_codebook(connection)
    assert [each.wants for each in book.codebook.layers] == [(), (), ()]
    assert [each.ordered for each in book.codebook.code_lists] == [False, False]
    assert book.versions == ()


def test_all_that_was_done_before_can_be_undone_and_redone(project: Project) -> None:
    first, second = coder(project, "甲"), coder(project, "乙")
    with project.database.reading() as connection:
        kinds = [each.kind for each in operations(connection, 99) if each.state == "done"]
    assert set(kinds) >= {"mark", "delete", "set_values", "set_article_values", "add_category"}
    states = [dump(project.path)]
    for who, steps in ((second, 1), (first, len(kinds) - 1)):
        for _ in range(steps):
            project.undo(who, LATER)
            states.append(dump(project.path))
        with pytest.raises(NothingToUndo):
            project.undo(who, LATER)
    assert states[-1]["annotation"] == states[-1]["article"] == []
    assert len(states[-1]["layer"]) == 3
    for who, steps in ((first, len(kinds) - 1), (second, 1)):
        for _ in range(steps):
            states.pop()
            project.redo(who, LATER)
            assert dump(project.path) == states[-1]
    project.redo(first, LATER)  # what was undone before the migration
    assert len(dump(project.path)["annotation"]) == 4
    with pytest.raises(NothingToRedo):
        project.redo(first, LATER)


def test_without_the_new_columns_in_its_history_nothing_could_be_undone(first: Path) -> None:
    """The test above can fail: this is what it would be without the rewriting of the images."""
    migrate(first, "0001", MIGRATIONS)
    raw_change(
        first,
        "UPDATE change SET after = json_remove(after, '$.version_id', '$.reviewed_id')"
        " WHERE table_name = 'annotation' AND verb = 'insert'",
    )
    with closing(reopened(first)) as project, pytest.raises(Exception, match="cannot be taken"):
        project.undo(coder(project, "乙"), LATER)
