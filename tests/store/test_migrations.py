from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.world import MIGRATIONS, World, beside, dump, open_again, reopened
from workbench.store import inspection
from workbench.store import tables as t
from workbench.store.errors import (
    DiskFull,
    NotAProject,
    ProjectDamaged,
    ProjectOlder,
    ProjectReadOnly,
)
from workbench.store.migrations import back_up, backup_path, migrate

_BATCH = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("annotation") as batch:
        batch.add_column(sa.Column("weight", sa.Integer(), server_default="1", nullable=False))
        batch.alter_column("memo", new_column_name="remark")
    with op.batch_alter_table("category", recreate="always") as batch:
        batch.alter_column("source", new_column_name="origin")
    {more}
"""


@pytest.fixture
def older(world: World) -> World:
    """Give a project at rest with everything in it that a migration could lose."""
    article = world.add_article()
    first = world.mark(article, {"states": ("A", "B"), "share": (0.1 + 0.2,)}, memo="备注")
    second = world.mark(article, {"reasons": (first,)}, coder=world.two)
    world.mark(article, {"reasons": (second, first), "words": ("词", "")})
    world.undo()
    world.project.close()
    return world


def with_migration(tmp_path: Path, more: str = "") -> Path:
    """Return a folder of migrations with an invented next one."""
    folder = tmp_path / "mig%rations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = _BATCH.format(head=t.SCHEMA_REVISION, more=more)
    (folder / "versions" / "next.py").write_text(text, encoding="utf-8")
    return folder


def raw(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def test_tables_are_made_anew_and_nothing_is_lost(older: World, tmp_path: Path) -> None:
    folder = with_migration(tmp_path)
    before, bytes_before = older.dump(), older.path.read_bytes()
    migrate(older.path, t.SCHEMA_REVISION, folder)
    after = older.dump()
    assert raw(older.path, "SELECT version_num FROM alembic_version") == [("next",)]
    assert raw(older.path, "SELECT DISTINCT weight FROM annotation") == [(1,)]
    assert after.pop("annotation") == [(*row, 1) for row in before.pop("annotation")]
    assert after == before
    assert len(after["annotation_value"]) == 4
    assert raw(older.path, "PRAGMA foreign_key_check") == []
    assert raw(older.path, "PRAGMA integrity_check") == [("ok",)]
    # The references still hold: nothing can be taken away that others name.
    with closing(sqlite3.connect(older.path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM annotation")
        with pytest.raises(sqlite3.IntegrityError):
            connection.commit()
    backup = backup_of(older.path)
    assert dump(backup) == dump_of(bytes_before, tmp_path)
    assert beside(older.path) == [backup.name, older.path.name, "copy", folder.name]
    assert raw(backup, "PRAGMA journal_mode") == [("delete",)]


def backup_of(path: Path) -> Path:
    return path.with_name(f"a.before-{t.SCHEMA_REVISION}.workbench")


def dump_of(data: bytes, tmp_path: Path) -> dict[str, list[tuple[object, ...]]]:
    (tmp_path / "copy").write_bytes(data)
    return dict(dump(tmp_path / "copy"))


@pytest.mark.parametrize(
    "more",
    [
        "raise ZeroDivisionError",
        'op.execute("SELECT * FROM nowhere")',
        'op.execute("UPDATE annotation SET layer_id = 999999")',
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    older: World, tmp_path: Path, more: str
) -> None:
    folder = with_migration(tmp_path, more)
    before, names = older.path.read_bytes(), beside(older.path)
    with pytest.raises(Exception, match=r"orphan row in annotation|no such table|^$"):
        migrate(older.path, t.SCHEMA_REVISION, folder)
    assert older.path.read_bytes() == before
    assert [name for name in beside(older.path) if name not in names] == []
    with open_again(older.path):
        pass


def test_orphans_after_a_migration_are_refused(older: World, tmp_path: Path) -> None:
    folder = with_migration(tmp_path, 'op.execute("DELETE FROM coder")')
    with pytest.raises(ProjectDamaged, match="orphan row in"):
        migrate(older.path, t.SCHEMA_REVISION, folder)


def test_an_older_project_is_migrated_when_it_is_opened(
    older: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.store.project.SCHEMA_REVISION", "next")
    # The next migration of this test renames columns that the program still wants.
    folder = with_migration(
        tmp_path,
        'op.execute("ALTER TABLE annotation RENAME COLUMN remark TO memo")\n'
        '    op.execute("ALTER TABLE category RENAME COLUMN origin TO source")',
    )
    before = older.dump()
    with closing(reopened(older.path, migrations=folder)) as project:
        project.redo(older.one, "later")
        project.undo(older.one, "later")
    assert older.dump()["annotation_value"] == before["annotation_value"]
    assert backup_of(older.path).is_file()
    with closing(reopened(older.path, migrations=folder)):
        pass
    assert not older.path.with_name(f"a.before-{t.SCHEMA_REVISION}-2.workbench").exists()


def test_a_migrated_project_that_is_not_what_the_program_wants_is_refused(
    older: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.store.project.SCHEMA_REVISION", "next")
    with pytest.raises(ProjectDamaged, match=r"no annotation\.memo"):
        reopened(older.path, migrations=with_migration(tmp_path))
    assert f"{older.path.name}.lock" not in beside(older.path)


def test_an_older_project_is_not_opened_for_reading(
    older: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.store.project.SCHEMA_REVISION", "next")
    before, names = older.path.read_bytes(), beside(older.path)
    with pytest.raises(ProjectOlder, match="a command that writes"):
        reopened(older.path, read_only=True, migrations=MIGRATIONS)
    assert older.path.read_bytes() == before
    assert beside(older.path) == names


def test_an_older_project_that_takes_no_writing_is_told_as_that(
    older: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.store.project.SCHEMA_REVISION", "next")
    for kept in (older.path, older.path.parent):

        def may(path: Path, how: int, kept: Path = kept) -> bool:
            return how != os.W_OK or path != kept

        monkeypatch.setattr(inspection, "_may", may)
        with pytest.raises(ProjectReadOnly, match="copy it to a folder"):
            reopened(older.path, read_only=True, migrations=MIGRATIONS)


def test_a_backup_never_replaces_a_file(tmp_path: Path) -> None:
    project = tmp_path / "甲.x.workbench"
    names = ["甲.x.before-0001.workbench"]
    names += [f"甲.x.before-0001-{number}.workbench" for number in (2, 3)]
    for name in names:
        path = backup_path(project, "0001")
        assert path.name == name
        path.touch()


def test_a_backup_holds_what_lies_in_the_log(world: World, tmp_path: Path) -> None:
    world.mark(world.add_article())
    target = tmp_path / "backup.workbench"
    back_up(world.path, target)
    assert dump(target) == world.dump()
    assert sorted(each.name for each in tmp_path.glob("backup*")) == [target.name]
    assert inspection.schema_revision(target, read_only=True) == t.SCHEMA_REVISION


def test_a_backup_that_fails_leaves_nothing(
    older: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older.path.write_bytes(b"x" * 9000)
    with pytest.raises(NotAProject):
        migrate(older.path, t.SCHEMA_REVISION, MIGRATIONS)
    assert not backup_of(older.path).exists()

    def full(source: Path, target: Path) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("workbench.store.migrations.back_up", full)
    with pytest.raises(DiskFull):
        migrate(older.path, t.SCHEMA_REVISION, MIGRATIONS)
