from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.test_importing import Watching
from tests.app.world import LONGER, TEXT, opened
from workbench.app.checking import (
    Checked,
    Problem,
    check_database,
    check_project,
    damage_of,
    project_counts,
)
from workbench.app.commands import MarkSpan, SetArticleValues
from workbench.app.errors import Cancelled
from workbench.store.errors import NotAProject, ProjectDamaged, ProjectIsFolder, ProjectMissing


@pytest.fixture
def coded(project: Path) -> Path:
    """A project in which two coders have coded; closed."""
    with opened(project, "乙") as session:
        first = session.articles()[0].id
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
    with opened(project) as session:
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"}))
        session.run(MarkSpan(first, "stance", 2, 5, {"holder": "FIRM", "when": "2025"}))
        session.run(SetArticleValues(first, {"genre": "评论"}))
    return project


def spoil(project: Path, *statements: str) -> None:
    """Change a project behind the program's back."""
    with closing(sqlite3.connect(project, isolation_level=None)) as raw:
        for each in statements:
            raw.execute(each)


def test_a_sound_project_is_clean(coded: Path) -> None:
    before = coded.read_bytes()
    checked = check_project(coded)
    assert (checked.clean, checked.problems) == (True, ())
    assert coded.read_bytes() == before
    assert not Checked((Problem("quote", "n", "x"),)).clean


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE annotation SET quote = 'x' WHERE start = 0", "quote"),
        ("UPDATE annotation SET start = start + 1 WHERE start = 2", "quote"),
        ('UPDATE annotation SET "end" = 9999 WHERE start = 2', "quote"),
        ("UPDATE annotation_value SET text = 'soon' WHERE text = '2025'", "value"),
        ("UPDATE annotation_value SET category_id = NULL WHERE ordinal = 0", "value"),
        ("UPDATE annotation_value SET missing = -5, category_id = NULL", "value"),
        ("UPDATE annotation_value SET ordinal = 1 WHERE text = '2025'", "value"),
        ("UPDATE annotation_value SET category_id = (SELECT max(id) FROM category)", "value"),
        ("UPDATE text_version SET text = text || 'x'", "integrity"),
        ("UPDATE article SET title = CAST(title AS BLOB)", "integrity"),
        ("UPDATE category SET code = 'many' WHERE key = 'TOWN'", "integrity"),
        ("UPDATE change SET after = '[1]' WHERE step = 1", "integrity"),
        ("UPDATE change SET verb = 'jnsert' WHERE step = 1", "integrity"),
        ("UPDATE change SET table_name = 'nothing' WHERE step = 1", "integrity"),
        ("UPDATE change SET before = after WHERE step = 1", "integrity"),
        ("UPDATE operation SET facts = '{'", "integrity"),
        ("DELETE FROM article WHERE title = '题目'", "orphan"),
        ("UPDATE category SET parent_id = id WHERE key = 'TOWN'", "codebook"),
    ],
)
def test_what_is_wrong_is_found(coded: Path, statement: str, kind: str) -> None:
    spoil(coded, "PRAGMA foreign_keys=OFF", statement)
    found = check_project(coded).problems
    assert kind in {each.kind for each in found}
    assert all(each.where or each.detail for each in found)


def test_damage_is_told_in_one_refusal(coded: Path, tmp_path: Path) -> None:
    assert damage_of(coded) is None
    spoil(coded, "UPDATE article SET title = CAST(title AS BLOB)")
    damage = damage_of(coded)
    assert isinstance(damage, ProjectDamaged)
    assert coded.name in str(damage)
    assert "title of another type" in str(damage)
    assert isinstance(damage_of(tmp_path), ProjectIsFolder)


def test_a_file_that_is_no_project_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        check_project(tmp_path / "nowhere")
    other = tmp_path / "other.sqlite"
    spoil(other, "CREATE TABLE t (c)")
    with pytest.raises(NotAProject):
        check_project(other)
    with pytest.raises(NotAProject):
        project_counts(other)


def test_a_check_tells_how_far_it_is(coded: Path) -> None:
    watching = Watching()
    check_project(coded, progress=watching)
    assert watching.told == [(0, 2, ""), (1, 2, ""), (2, 2, "")]
    with opened(coded) as session, pytest.raises(Cancelled):
        check_database(session.database, Watching(1))


def test_everything_is_counted(coded: Path) -> None:
    counts = project_counts(coded)
    assert (counts.articles, counts.characters) == (2, len(TEXT) + len(LONGER))
    assert counts.annotations == 4
    assert counts.by_layer == {"stance": 1, "actor": 2, "article": 1}
    assert counts.by_coder == {"乙": 1, "甲": 3}
    assert counts.by_layer_and_coder["actor"] == {"乙": 1, "甲": 1}
    assert counts.schema_revision


def test_a_project_that_is_open_can_be_checked_and_counted(coded: Path) -> None:
    with opened(coded) as session:
        session.run(MarkSpan(session.articles()[1].id, "actor", 0, 2))
        assert check_project(coded).clean
        assert project_counts(coded).annotations == 5
