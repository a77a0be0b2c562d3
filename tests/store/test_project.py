from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from tests.store.world import LATER, OWNER, TIME, World, beside, make_ids, open_again
from workbench.store import project as project_module
from workbench.store import tables as t
from workbench.store.errors import (
    DiskFull,
    FolderMissing,
    NameTooLong,
    ProjectExists,
    ProjectOpenElsewhere,
    ProjectReadOnly,
)
from workbench.store.history import last_id
from workbench.store.lock import ProjectLock
from workbench.store.project import create_project, discard


def test_a_new_project_is_one_file_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    project = create_project(path, make_ids(), OWNER)
    assert path.read_bytes()[68:72] == b"PZWB"
    project.close()
    assert beside(path) == [path.name]
    with open_again(path) as again:
        assert again.path == path


def test_a_project_is_not_made_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectExists):
        create_project(path, make_ids(), OWNER)
    assert path.read_text(encoding="utf-8") == "mine"
    assert beside(path) == [path.name]


def test_a_project_is_not_made_over_a_link(tmp_path: Path) -> None:
    for target in ("loop", "nowhere"):
        path = tmp_path / "loop"
        path.symlink_to(target)
        with pytest.raises(ProjectExists):
            create_project(path, make_ids(), OWNER)
        assert [each.name for each in tmp_path.iterdir()] == ["loop"]
        path.unlink()


def test_a_file_that_appears_meanwhile_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.workbench"
    take = ProjectLock.take

    def take_late(lock: ProjectLock) -> None:
        take(lock)
        path.write_text("mine", encoding="utf-8")

    monkeypatch.setattr(ProjectLock, "take", take_late)
    with pytest.raises(ProjectExists):
        create_project(path, make_ids(), OWNER)
    assert path.read_text(encoding="utf-8") == "mine"
    assert beside(path) == [path.name]


@pytest.mark.parametrize("name", ["none/a.workbench", "nul\0.w", "file/a.workbench"])
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderMissing):
        create_project(tmp_path / name, make_ids(), OWNER)
    assert beside(tmp_path / "file") == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of names in other ways")
def test_a_name_that_is_too_long_is_told_as_that(tmp_path: Path) -> None:
    taken = 0
    for length in range(230, 260):
        name = "名" * (length // 3) + "x" * (length % 3)
        try:
            create_project(tmp_path / name, make_ids(), OWNER).close()
            taken += 1
        except NameTooLong:
            continue
        assert name in beside(tmp_path / name)
    assert len(list(tmp_path.iterdir())) == taken
    assert 0 < taken < 26


def test_a_folder_that_takes_no_file_is_refused(
    ordinary_user: Callable[[], AbstractContextManager[Path]],
) -> None:
    with ordinary_user() as folder:
        folder.chmod(0o555)
        with pytest.raises(FolderMissing):
            create_project(folder / "a.workbench", make_ids(), OWNER)
        assert list(folder.iterdir()) == []


def test_a_project_that_is_just_being_made_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    lock = ProjectLock(path, "someone")
    lock.take()
    with pytest.raises(ProjectOpenElsewhere, match="someone"):
        create_project(path, make_ids(), OWNER)
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["_lay_out", "_opened"])
def test_making_that_fails_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "a.workbench"
    whole = getattr(project_module, where)

    def fail(*arguments: object) -> None:
        made = whole(*arguments)
        if made is not None:
            made.database.close()
        path.with_name(path.name + "-wal").touch()
        raise DiskFull(path=path)

    monkeypatch.setattr(project_module, where, fail)
    with pytest.raises(DiskFull):
        create_project(path, make_ids(), OWNER)
    assert list(tmp_path.iterdir()) == []


def test_opening_that_fails_at_the_end_leaves_one_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.project.close()

    def fail(connection: Connection) -> int:
        last_id(connection)
        raise ZeroDivisionError

    monkeypatch.setattr("workbench.store.history.last_id", fail)
    for read_only in (True, False):
        with pytest.raises(ZeroDivisionError), open_again(world.path, read_only=read_only):
            pass
    assert beside(world.path) == [world.path.name]


def test_discarding_removes_all_that_lies_beside(tmp_path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f"a.workbench{suffix}").touch()
    (tmp_path / "b.workbench").touch()
    discard(tmp_path / "a.workbench")
    discard(tmp_path / "a.workbench")
    assert beside(tmp_path / "b.workbench") == ["b.workbench"]


def test_a_read_only_project_changes_nothing_and_needs_no_lock(world: World) -> None:
    world.mark(world.add_article())
    world.project.close()
    before = world.path.read_bytes()
    with open_again(world.path, read_only=True) as project:
        assert project.read_only
        with pytest.raises(ProjectReadOnly), project.operation("x", 1, TIME):
            pass
        with pytest.raises(ProjectReadOnly):
            project.undo(world.one, TIME)
        with pytest.raises(ProjectReadOnly):
            project.redo(world.one, TIME)
        assert project.next_steps(world.one)[0] is not None
        with open_again(world.path, read_only=True):
            pass
    assert world.path.read_bytes() == before
    with open_again(world.path, read_only=True), open_again(world.path):
        pass
    assert beside(world.path) == [world.path.name]


def test_an_operation_says_what_it_was(world: World) -> None:
    with world.project.operation("merge", world.two, TIME) as doing:
        doing.gate.insert(t.setting, [{"key": "a"}])
        doing.facts.update(count="3")
        assert doing.changed is None
    assert doing.changed is not None
    row = world.rows(t.operation)[-1]
    assert row == {
        "id": doing.gate.operation_id,
        "uid": row["uid"],
        "kind": "merge",
        "coder_id": world.two,
        "article_id": None,
        "time": TIME,
        "schema_revision": t.SCHEMA_REVISION,
        "state": "done",
        "state_time": TIME,
        "last_id": doing.gate.last_id,
        "facts": {"count": "3"},
    }
    assert row["uid"].startswith("o")
    assert doing.changed.operation == row["id"]


def test_an_operation_that_writes_nothing_has_changed_nothing(world: World) -> None:
    before = world.rows(t.operation)
    with world.project.operation("x", world.one, TIME) as doing:
        pass
    assert doing.changed is None
    assert world.rows(t.operation) == before


def test_an_original_that_no_article_came_of_is_not_kept(world: World) -> None:
    with world.project.operation("x", world.one, TIME) as doing:
        doing.gate.connection.execute(t.original.insert().values(sha256="x", bytes=b"x"))
    assert world.rows(t.original) == []


def test_operations_go_on_after_one_that_failed(world: World) -> None:
    def fail() -> None:
        with world.project.operation("x", world.one, TIME) as doing:
            doing.gate.insert(t.setting, [{"key": "a"}])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with world.project.operation("x", world.one, LATER) as doing:
        doing.gate.insert(t.setting, [{"key": "a"}])
    with world.project.database.reading() as connection:
        found = connection.execute(select(t.setting.c.id).where(t.setting.c.key == "a")).scalars()
        assert list(found) == [doing.gate.operation_id + 1]


def test_closing_twice_does_nothing(world: World) -> None:
    world.project.close()
    with open_again(world.path):
        world.project.close()
        assert f"{world.path.name}.lock" in beside(world.path)


def test_the_lock_goes_also_when_closing_fails(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(world.project.database, "close", fail)
        with pytest.raises(MemoryError):
            world.project.close()
    world.project.close()
    with open_again(world.path):
        pass
