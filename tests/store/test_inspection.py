from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.files.sql import raw_change
from tests.store.world import World, beside, open_again, reopened, unwatched
from workbench.domain.errors import Refusal
from workbench.store import tables as t
from workbench.store.annotations import annotations_of
from workbench.store.articles import list_articles, notes_of, original_of, text_of
from workbench.store.checking import problems
from workbench.store.codebook_rows import read_codebook
from workbench.store.errors import (
    DiskFailed,
    NotAProject,
    ProjectDamaged,
    ProjectIsFolder,
    ProjectMissing,
    ProjectReadOnly,
    ProjectTooNew,
)
from workbench.store.history import operations


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with an article and annotations."""
    world = World(tmp_path_factory.mktemp("whole") / "a.workbench")
    article = world.add_article()
    for number in range(20):
        world.mark(article, {"states": ("A", "B"), "share": (number / 7,), "words": ("词",)})
    world.undo()
    world.project.close()
    return world.path


@pytest.fixture
def path(tmp_path: Path, whole: Path) -> Path:
    made = tmp_path / "a.workbench"
    made.write_bytes(whole.read_bytes())
    return made


def refused(path: Path, kind: type[Refusal], match: str = ".") -> None:
    """See that a file is refused either way, and neither touched nor given company."""
    before, names = path.read_bytes() if path.is_file() else b"", beside(path)
    for read_only in (False, True):
        with pytest.raises(kind, match=match):
            reopened(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert beside(path) == names


# --- the header ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["none.workbench", "x" * 300, "nul\0.workbench"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectMissing):
        reopened(tmp_path / name)


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectIsFolder):
        reopened(tmp_path)


@pytest.mark.parametrize("data", [b"", b"\0" * 10, b"SQLite format 3\0", b"x" * 99, b"x" * 9999])
def test_what_is_no_database_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    refused(path, NotAProject)


def test_another_programs_database_is_refused(path: Path) -> None:
    path.unlink()
    raw_change(path, "CREATE TABLE article (id INTEGER PRIMARY KEY)")
    refused(path, NotAProject)


def test_another_programs_database_with_a_log_is_refused(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("CREATE TABLE article (id INTEGER PRIMARY KEY)")
        for read_only in (False, True):
            with pytest.raises(NotAProject):
                reopened(path, read_only=read_only)
        assert raw.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_a_database_with_our_mark_but_without_a_revision_is_refused(path: Path) -> None:
    path.unlink()
    raw_change(path, f"PRAGMA application_id={t.APPLICATION_ID}", "CREATE TABLE a (b)")
    refused(path, NotAProject)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('0001')"],
)
def test_a_project_without_one_revision_is_refused(path: Path, statement: str) -> None:
    raw_change(path, statement)
    refused(path, ProjectDamaged, "no schema revision")


@pytest.mark.parametrize("revision", ["9999", "ffff", "", "'; DROP TABLE article"])
def test_a_newer_project_is_refused_and_not_touched(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        raw.commit()
    refused(path, ProjectTooNew, "made by a newer Workbench")


# --- the schema --------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON annotation BEGIN DELETE FROM article; END",
        "CREATE VIEW evil AS SELECT * FROM coder",
        "CREATE VIRTUAL TABLE evil USING fts5(text)",
    ],
)
def test_a_file_that_brings_code_is_refused(path: Path, statement: str) -> None:
    try:
        raw_change(path, statement)
    except sqlite3.OperationalError:
        pytest.skip("this SQLite has no such module")
    refused(path, ProjectDamaged, "unexpected evil")


def test_a_table_that_hides_as_a_view_is_refused(path: Path) -> None:
    raw_change(path, "ALTER TABLE coder RENAME TO c", "CREATE VIEW coder AS SELECT * FROM c")
    refused(path, ProjectDamaged, "unexpected coder")


@pytest.mark.parametrize("table", sorted(t.metadata.tables))
def test_a_missing_table_is_refused(path: Path, table: str) -> None:
    raw_change(path, "PRAGMA foreign_keys=OFF", f"DROP TABLE {table}")
    refused(path, ProjectDamaged, f"no {table}\\.")


def test_a_missing_column_is_refused(path: Path) -> None:
    raw_change(path, "ALTER TABLE annotation DROP COLUMN memo")
    refused(path, ProjectDamaged, r"no annotation\.memo")


def test_a_table_too_many_does_no_harm(path: Path) -> None:
    raw_change(path, "CREATE TABLE more (id INTEGER PRIMARY KEY)", "CREATE INDEX i ON more (id)")
    with open_again(path) as project:
        assert not project.read_only


# --- permissions ---------------------------------------------------------------------


def test_a_file_that_may_not_be_read_is_refused(
    whole: Path, ordinary_user: Callable[[], AbstractContextManager[Path]]
) -> None:
    data = whole.read_bytes()
    with ordinary_user() as folder:
        path = folder / "a.workbench"
        path.write_bytes(data)
        path.chmod(0o000)
        with pytest.raises(DiskFailed, match="Permission denied"):
            reopened(path)


def test_a_file_that_may_not_be_written_opens_for_reading_only(
    whole: Path, ordinary_user: Callable[[], AbstractContextManager[Path]]
) -> None:
    data = whole.read_bytes()
    with ordinary_user() as folder:
        path = folder / "a.workbench"
        path.write_bytes(data)
        path.chmod(0o444)
        with pytest.raises(ProjectReadOnly):
            reopened(path)
        with open_again(path, read_only=True) as project, pytest.raises(ProjectReadOnly):
            project.undo(1, "")
        assert beside(path) == [path.name]


def test_a_folder_that_takes_no_files_opens_for_reading_only(
    whole: Path, ordinary_user: Callable[[], AbstractContextManager[Path]]
) -> None:
    data = whole.read_bytes()
    with ordinary_user() as folder:
        path = folder / "a.workbench"
        path.write_bytes(data)
        folder.chmod(0o555)
        with pytest.raises(ProjectReadOnly):
            reopened(path)
        with open_again(path, read_only=True) as project, project.database.reading() as reader:
            assert len(reader.execute(select(t.annotation)).all()) == 19


# --- damage --------------------------------------------------------------------------


def _read_everything(path: Path, *, read_only: bool) -> int:
    """Read all that the program ever reads; return the number of problems."""
    with open_again(path, read_only=read_only) as project, project.database.reading() as reader:
        stored = read_codebook(reader)
        operations(reader, 100)
        for article in list_articles(reader, 1):
            text_of(reader, article.id)
            notes_of(reader, article.id)
            original_of(reader, article.id)
            annotations_of(reader, stored, article.id, None)
        return len(list(problems(reader, unwatched)))


@pytest.mark.parametrize("read_only", [True, False])
@given(share=st.floats(0, 1))
@settings(max_examples=30)
def test_a_truncated_file_is_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, whole: Path, share: float, read_only: bool
) -> None:
    data = whole.read_bytes()
    path = tmp_path_factory.mktemp("cut") / "a.workbench"
    path.write_bytes(data[: int(share * (len(data) - 4096))])
    with pytest.raises((NotAProject, ProjectDamaged)):
        _read_everything(path, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
@given(seed=st.integers(0, 2**32), pages=st.booleans())
@settings(max_examples=50)
def test_a_damaged_file_is_refused_in_words_or_shown_to_be_damaged(
    tmp_path_factory: pytest.TempPathFactory,
    whole: Path,
    seed: int,
    pages: bool,
    read_only: bool,
) -> None:
    chance = random.Random(seed)
    data = bytearray(whole.read_bytes())
    if pages:
        start = chance.randrange(len(data) // 4096) * 4096
        data[start : start + 4096] = chance.randbytes(4096)
    else:
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(data))
            data[place] ^= 1 << chance.randrange(8)
    path = tmp_path_factory.mktemp("flip") / "a.workbench"
    path.write_bytes(data)
    with suppress(Refusal):
        _read_everything(path, read_only=read_only)


# --- locks ---------------------------------------------------------------------------

_ALONE = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        # The bytes that SQLite locks while a connection has the file in use.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except OSError:
        print("in use")
    else:
        print("free")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to the handle here")
def test_a_look_at_an_open_project_does_not_take_its_locks_away(path: Path) -> None:
    # Closing a file drops every lock that the process holds on it: another program could
    # then think that nobody uses the project, and remove its log.
    with open_again(path) as project:
        with project.database.writing() as writer:
            writer.execute(select(t.coder)).all()
        for read_only in (True, False):
            try:
                reopened(path, read_only=read_only).close()
            except Refusal:
                assert not read_only
        done = subprocess.run(
            [sys.executable, "-c", _ALONE, str(path)],
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stdout == "in use\n"
