"""A project of the second schema, kept as SQL, is brought to today's with its history."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.test_migration_0002 import coder
from tests.store.world import LATER, MIGRATIONS, dump, laid_out, make_ids, reopened, unwatched
from workbench.domain.memo import PROJECT, Subject
from workbench.store import tables as t
from workbench.store.checking import problems
from workbench.store.codebook_rows import read_codebook
from workbench.store.errors import NothingToRedo, NothingToUndo
from workbench.store.history import operations
from workbench.store.memos import memos, write_memo
from workbench.store.migrations import migrate
from workbench.store.project import Project


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Give a project file of the second schema."""
    return laid_out(tmp_path / "a.workbench", "0002")


@pytest.fixture
def project(second: Path) -> Iterator[Project]:
    with closing(reopened(second)) as opened:
        yield opened


def test_nothing_is_lost_and_what_is_new_is_empty(second: Path) -> None:
    before = dump(second, *set(t.JOURNALLED) - {"memo"}, "operation", "change")
    migrate(second, "0002", MIGRATIONS, target="0003")
    after = dump(second, *before, "memo", "work_time")
    assert after.pop("memo") == after.pop("work_time") == []
    assert after == before
    assert len(after["rejection"]) == len(after["codebook_version"]) == 1


def test_a_migrated_project_is_sound(project: Project) -> None:
    with project.database.reading() as connection:
        assert list(problems(connection, unwatched)) == []


def test_all_that_was_done_before_can_be_undone_and_redone(project: Project) -> None:
    first, other = coder(project, "甲"), coder(project, "乙")
    with project.database.reading() as connection:
        done = [each for each in operations(connection, 99) if each.state == "done"]
    kinds = {each.kind for each in done}
    assert kinds >= {"freeze_codebook", "merge_categories", "reject_suggestion", "delete"}
    states = [dump(project.path)]
    turns = [(other, 1), (first, sum(each.coder == first for each in done))]
    for who, steps in turns:
        for _ in range(steps):
            project.undo(who, LATER)
            states.append(dump(project.path))
        with pytest.raises(NothingToUndo):
            project.undo(who, LATER)
    assert states[-1]["annotation"] == states[-1]["article"] == []
    for who, steps in reversed(turns):
        for _ in range(steps):
            states.pop()
            project.redo(who, LATER)
            assert dump(project.path) == states[-1]
    for who in (first, other):
        project.redo(who, LATER)  # what was undone before the migration
        with pytest.raises(NothingToRedo):
            project.redo(who, LATER)


def test_memos_and_time_can_be_written_at_once(project: Project) -> None:
    who = coder(project, "甲")
    with project.database.reading() as connection:
        stored = read_codebook(connection)
    (article, *_) = (row[0] for row in dump(project.path)["article"])
    ids = make_ids()
    with project.operation("write_memo", who, LATER) as doing:
        for subject in (PROJECT, Subject(article)):
            write_memo(doing.gate, ids, stored, subject, who, "想法", LATER)
    project.add_time(who, {(article, "2026-11-27"): 60})
    with project.database.reading() as connection:
        assert len(memos(connection, stored)) == 2
        assert list(problems(connection, unwatched)) == []
    project.undo(who, LATER)
    assert dump(project.path)["memo"] == []
    assert dump(project.path, "work_time")["work_time"] == [(article, who, "2026-11-27", 60)]
