from __future__ import annotations

import functools
import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import QueuePool

from tests.store.world import LATER, TIME, World, beside, dump, open_again, reopened
from workbench.domain.errors import Defect
from workbench.store import tables as t
from workbench.store.database import Database, connect, fold_into_one_file, translated
from workbench.store.errors import (
    DiskFailed,
    DiskFull,
    NotAProject,
    ProjectBusy,
    ProjectDamaged,
    ProjectReadOnly,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.workbench"
    with closing(sqlite3.connect(made)) as raw:
        raw.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, text TEXT)")
        raw.execute("CREATE TABLE part (thing_id REFERENCES thing DEFERRABLE INITIALLY DEFERRED)")
    return made


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database(path, read_only=False)) as made:
        yield made


def add(connection: Connection, value: str = "x") -> None:
    connection.execute(text("INSERT INTO thing (text) VALUES (:text)"), {"text": value})


def count(connection: Connection) -> int:
    return connection.execute(text("SELECT count(*) FROM thing")).scalar_one()


def pragma(connection: Connection, name: str) -> Any:
    return connection.execute(text(f"PRAGMA {name}")).scalar()


# --- connections -----------------------------------------------------------------


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_every_connection_has_its_pragmas(database: Database, how: str) -> None:
    with getattr(database, how)() as connection:
        found = {
            name: pragma(connection, name)
            for name in (
                "foreign_keys",
                "synchronous",
                "temp_store",
                "trusted_schema",
                "cell_size_check",
                "journal_mode",
                "busy_timeout",
            )
        }
    assert found == {
        "foreign_keys": 1,
        "synchronous": 2,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "journal_mode": "wal",
        "busy_timeout": 5000,
    }


def test_readers_and_the_writer_have_connections_of_their_own(database: Database) -> None:
    assert isinstance(database._engine.pool, QueuePool)
    with database.writing() as writer, database.reading() as one, database.reading() as two:
        raws = {id(each.connection.driver_connection) for each in (writer, one, two)}
        assert len(raws) == 3


def test_a_reader_sees_what_is_committed_while_the_writer_writes(database: Database) -> None:
    with database.writing() as writer:
        add(writer)
        with database.reading() as reader:
            assert count(reader) == 0
        assert count(writer) == 1
    with database.reading() as reader:
        assert count(reader) == 1


def test_a_reader_sees_one_state_from_beginning_to_end(database: Database) -> None:
    with database.reading() as reader:
        assert count(reader) == 0
        with database.writing() as writer:
            add(writer)
        assert count(reader) == 0


def test_many_threads_read_at_once_while_one_writes(database: Database) -> None:
    everyone_reads = threading.Barrier(12)
    seen: list[int] = []

    def read() -> None:
        with database.reading() as reader:
            before = count(reader)
            everyone_reads.wait(30)
            seen.append(count(reader) - before)

    threads = [threading.Thread(target=read) for _ in range(11)]
    for thread in threads:
        thread.start()
    everyone_reads.wait(30)
    with database.writing() as writer:
        add(writer)
    for thread in threads:
        thread.join(30)
    assert seen == [0] * 11


def test_a_reader_writes_nothing(database: Database) -> None:
    with database.reading() as reader:
        add(reader)
    with database.reading() as reader:
        assert count(reader) == 0


def test_a_reader_of_a_read_only_database_is_refused_writing(path: Path) -> None:
    with closing(Database(path, read_only=True)) as database, database.reading() as reader:
        assert count(reader) == 0
        with pytest.raises(OperationalError, match="readonly"):
            add(reader)


def test_the_body_of_a_failed_transaction_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as writer:
            add(writer)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.writing() as writer:
        assert count(writer) == 0


def test_a_closed_database_is_not_opened_again(path: Path) -> None:
    database = Database(path, read_only=False)
    database.close()
    database.close()
    with pytest.raises(Defect, match="closed"), database.reading():
        pass
    with pytest.raises(Defect, match="closed"), database.writing():
        pass
    assert beside(path) == [path.name]


# --- one file at rest ---------------------------------------------------------------


def test_it_is_one_file_after_closing(path: Path) -> None:
    database = Database(path, read_only=False)
    with database.writing() as writer:
        add(writer)
    assert beside(path) == [path.name, f"{path.name}-shm", f"{path.name}-wal"]
    database.close()
    assert beside(path) == [path.name]
    assert path.read_bytes()[18:20] == b"\1\1"  # rollback journal, not WAL
    assert dump(path, "thing") == {"thing": [(1, "x")]}


def test_closing_while_someone_still_reads_loses_nothing(path: Path) -> None:
    database = Database(path, read_only=False)
    with database.writing() as writer:
        add(writer)
    with database.reading() as reader:
        assert count(reader) == 1
        database.close()
        assert count(reader) == 1
    # The late reader took its connection along; the next to close folds the log.
    with closing(Database(path, read_only=False)) as again, again.reading() as reader:
        assert count(reader) == 1
    assert beside(path) == [path.name]


def test_folding_a_file_that_is_gone_makes_no_new_one(tmp_path: Path) -> None:
    fold_into_one_file(tmp_path / "gone.workbench")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["a?b.workbench", "a#b.workbench", "100%25.workbench", "空 格 中文.workbench", "a&mode=ro;'.w"],
)
def test_any_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    world = World(folder / name)
    article = world.add_article()
    world.project.close()
    assert beside(folder / name) == [name]
    with open_again(folder / name, read_only=True) as project:
        assert project.path == folder / name
        with project.database.reading() as connection:
            assert connection.execute(select(t.article.c.id)).scalar() == article


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_name_that_is_no_text_is_only_a_name(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.workbench"))
    World(path).project.close()
    with open_again(path) as project:
        assert project.path == path


# --- after a crash --------------------------------------------------------------------

_CRASH = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.store.world import World
world = World(Path(sys.argv[1]))
article = world.add_article()
for number in range(30):
    world.mark(article, {{"count": (float(number),)}})
doing = world.project.operation("lost", world.one, "later")
doing.__enter__().gate.delete(__import__("workbench.store.tables").store.tables.note, [
    row["id"] for row in world.rows(__import__("workbench.store.tables").store.tables.note)])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """Give a project whose process was killed in the middle of an operation."""
    path = tmp_path / "killed.workbench"
    done = subprocess.run(
        [sys.executable, "-c", _CRASH.format(root=str(ROOT)), str(path)], check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL
    assert f"{path.name}-wal" in beside(path)
    return path


needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


@needs_signals
def test_everything_committed_is_there_after_a_kill(crashed: Path) -> None:
    with open_again(crashed) as project:
        with project.database.reading() as connection:
            values = connection.execute(select(t.annotation_value.c.number)).scalars().all()
            notes = connection.execute(select(t.note.c.id)).scalars().all()
        assert sorted(values) == [float(number) for number in range(30)]
        assert len(notes) == 2
        coder = _first_coder(project)
        for _ in range(31):
            project.undo(coder, LATER)
    assert beside(crashed) == [crashed.name]
    assert dump(crashed, "annotation", "article") == {"annotation": [], "article": []}


def _first_coder(project: Any) -> int:
    with project.database.reading() as connection:
        return connection.execute(select(t.coder.c.id).order_by(t.coder.c.id)).scalars().first()


@needs_signals
def test_everything_committed_is_there_when_next_opened_read_only(crashed: Path) -> None:
    before = crashed.read_bytes()
    with open_again(crashed, read_only=True) as project, project.database.reading() as connection:
        rows = connection.execute(select(t.annotation_value.c.number)).scalars().all()
    assert len(rows) == 30
    assert crashed.read_bytes() == before
    assert f"{crashed.name}-wal" in beside(crashed)


@needs_signals
def test_the_log_of_a_crash_in_a_folder_that_takes_no_files_is_refused_in_words(
    crashed: Path, ordinary_user: Callable[[], AbstractContextManager[Path]]
) -> None:
    names = (crashed.name, f"{crashed.name}-wal")
    data = {name: crashed.with_name(name).read_bytes() for name in names}
    with ordinary_user() as folder:
        for name in names:
            (folder / name).write_bytes(data[name])
        copy = folder / crashed.name
        folder.chmod(0o555)
        with pytest.raises(ProjectReadOnly, match="copy it to a folder of your own"):
            reopened(copy, read_only=True)
        folder.chmod(0o755)
        with open_again(copy, read_only=True) as project, project.database.reading() as reader:
            assert len(reader.execute(select(t.annotation)).all()) == 30


# --- errors -----------------------------------------------------------------------------


def test_a_full_database_is_refused_and_the_session_goes_on(world: World) -> None:
    article = world.add_article()
    before = world.dump()
    with world.project.database.writing() as writer:
        pages = pragma(writer, "page_count")
        pragma(writer, f"max_page_count={pages}")
    with pytest.raises(DiskFull, match="full"):
        world.mark(article, memo="很长的备注" * 10_000)
    assert world.dump() == before
    with world.project.database.writing() as writer:
        pragma(writer, "max_page_count=1000000")
    world.mark(article, memo="很长的备注" * 10_000)
    world.undo()
    assert world.dump() == before


def _mounted(folder: Path) -> bool:
    arguments = ["mount", "-t", "tmpfs", "-o", "size=1200k,nr_inodes=20", "tmpfs", str(folder)]
    try:
        return subprocess.run(arguments, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    if not _mounted(folder):
        pytest.skip("only root can mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_disk_that_fills_up_is_refused_and_the_session_goes_on(small_disk: Path) -> None:
    world = World(small_disk / "a.workbench")
    article = world.add_article()
    world.mark(article)
    before = _read(world)
    ballast = _fill(small_disk)
    with pytest.raises(DiskFull):
        world.mark(article, memo="备注" * 100_000)
    assert _read(world) == before
    ballast.unlink()
    id_ = world.mark(article)
    world.undo()
    assert _read(world)[:2] == before[:2]
    world.redo()
    world.project.close()
    assert beside(world.path) == [world.path.name]
    assert id_ in {row[0] for row in dump(world.path)["annotation"]}


def _fill(folder: Path) -> Path:
    """Fill a disk to the last byte, and return the file to remove again."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(512)):
            pass
    return ballast


def _read(world: World) -> list[Any]:
    return [world.rows(table) for table in (t.annotation, t.annotation_value, t.operation)]


def test_a_full_disk_keeps_nobody_from_closing_and_opening(small_disk: Path) -> None:
    world = World(small_disk / "a.workbench")
    world.mark(world.add_article())
    before = _read(world)
    ballast = _fill(small_disk)
    world.project.close()
    assert f"{world.path.name}-wal" in beside(world.path)
    with open_again(world.path) as project, project.database.reading() as connection:
        ids = connection.execute(select(t.annotation.c.id)).scalars().all()
    assert [row["id"] for row in before[0]] == ids
    ballast.unlink()
    with open_again(world.path):
        pass
    assert beside(world.path) == [world.path.name]


def test_no_room_for_a_new_project_leaves_nothing(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1_000_000))
    with pytest.raises(DiskFull):
        World(small_disk / "a.workbench")
    assert beside(ballast) == ["ballast"]


def test_no_room_even_for_the_lock_leaves_nothing(small_disk: Path) -> None:
    ballast = _fill(small_disk)
    with suppress(OSError):
        for number in itertools.count():
            (small_disk / f"{number}").touch()
    before = beside(ballast)
    with pytest.raises(DiskFull):
        World(small_disk / "a.workbench")
    assert beside(ballast) == before


def test_a_transaction_that_fails_at_the_commit_leaves_a_working_writer(
    database: Database,
) -> None:
    def commit() -> None:
        with database.writing() as writer:
            add(writer)
            writer.execute(text("INSERT INTO part VALUES (99)"))

    for _ in range(2):
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            commit()
    with database.writing() as writer:
        assert count(writer) == 0
        add(writer)
    with database.reading() as reader:
        assert count(reader) == 1


def test_a_full_disk_at_the_commit_is_refused_and_nothing_given_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = world.add_article()
    before, last = world.dump(), world.project._last_id
    engine = world.project.database._engine
    failing = [True]

    def commit(connection: Connection) -> None:
        if failing[0]:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    event.listen(engine, "commit", commit)
    with pytest.raises(DiskFull):
        world.mark(article)
    assert world.dump() == before
    assert world.project._last_id == last
    failing[0] = False
    world.mark(article)
    world.undo()
    assert world.dump() == before


def test_another_programs_lock_is_waited_for_and_then_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        closing(Database(path, read_only=False)) as database,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        with database.writing() as writer:
            pragma(writer, "busy_timeout=10")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectBusy, match="locked"), database.writing():
            pass
        with database.reading() as reader:
            assert count(reader) == 0
        other.execute("ROLLBACK")
        with database.writing() as writer:
            add(writer)


def test_a_locked_table_is_refused(tmp_path: Path) -> None:
    # SQLITE_LOCKED: two connections of one shared cache.
    uri = f"file:{tmp_path.name}?mode=memory&cache=shared"
    with (
        closing(sqlite3.connect(uri, uri=True)) as one,
        closing(sqlite3.connect(uri, uri=True)) as two,
    ):
        one.execute("CREATE TABLE a (b)")
        one.commit()
        one.execute("INSERT INTO a VALUES (1)")
        with pytest.raises(ProjectBusy), translated(tmp_path):
            two.execute("SELECT * FROM a").fetchall()


def test_damage_inside_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executemany("INSERT INTO thing (text) VALUES (?)", [("x" * 500,)] * 100)
        raw.commit()
        page = raw.execute("PRAGMA page_size").fetchone()[0]
        root = raw.execute("SELECT rootpage FROM sqlite_master").fetchone()[0]
    data = bytearray(path.read_bytes())
    start = (root - 1) * page
    data[start : start + page] = b"\x55" * page
    path.write_bytes(data)
    with (
        closing(Database(path, read_only=True)) as database,
        pytest.raises(ProjectDamaged, match="malformed"),
        database.reading() as reader,
    ):
        count(reader)


def test_text_that_is_no_text_is_refused_as_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO thing (text) VALUES (CAST(x'ff41' AS TEXT))")
        raw.commit()
    with (
        closing(Database(path, read_only=True)) as database,
        pytest.raises(ProjectDamaged, match="UTF-8"),
        database.reading() as reader,
    ):
        reader.execute(text("SELECT text FROM thing")).all()


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_bytes(b"x" * 5000)
    with (
        closing(Database(path, read_only=True)) as database,
        pytest.raises(NotAProject),
        database.reading() as reader,
    ):
        count(reader)
    with pytest.raises(NotAProject), translated(path):
        closing(connect(path, "rw"))
    with (
        closing(Database(path, read_only=False)) as database,
        pytest.raises(NotAProject),
        database.writing(),
    ):
        pass
    assert path.read_bytes() == b"x" * 5000


_LIMIT = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.store.world import World
from workbench.store.errors import DiskFailed
world = World(Path(sys.argv[1]))
article = world.add_article()
before = world.dump()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = world.path.with_name(world.path.name + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    world.mark(article)
except DiskFailed as error:
    print("refused:", error)
assert world.dump() == before
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
world.mark(article)
world.project.close()
print("went on")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files here")
def test_a_file_that_cannot_be_written_to_at_the_commit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    done = subprocess.run(
        [sys.executable, "-c", _LIMIT.format(root=str(ROOT)), str(path)],
        check=False,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("refused: ")
    assert "could not be read or written (disk I/O error)" in done.stdout
    assert done.stdout.endswith("went on\n")
    assert len(dump(path, "annotation")["annotation"]) == 1


def test_a_fault_of_ours_stays_what_it_is(database: Database) -> None:
    def ask(statement: str) -> Callable[[], None]:
        def run() -> None:
            with database.reading() as reader:
                reader.execute(text(statement))

        return run

    with pytest.raises(OperationalError, match="no such table"):
        ask("SELECT * FROM nowhere")()
    with pytest.raises(OperationalError, match="syntax"):
        ask("SELEKT")()


def test_a_connection_that_cannot_be_made_is_closed_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []

    class Failing(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            if sql == failing:
                raise MemoryError
            return super().execute(sql, *arguments)

        def close(self) -> None:
            made.append(self)
            super().close()

    plain: Any = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", functools.partial(plain, factory=Failing))
    for failing in ("PRAGMA foreign_keys=ON", "PRAGMA journal_mode=WAL"):
        database = Database(path, read_only=False)
        with pytest.raises(MemoryError), database.reading():
            pass
        assert len(made) == 1
        made.clear()
        failing = ""
        database.close()
        made.clear()


def test_an_insert_through_the_engine_writes_json_as_it_is_read(world: World) -> None:
    with world.project.operation("x", world.one, TIME) as doing:
        doing.gate.insert(t.setting, [{"key": "键", "value": "“值”"}])
    with closing(sqlite3.connect(world.path)) as raw:
        (image,) = raw.execute("SELECT after FROM change ORDER BY row_id DESC LIMIT 1").fetchone()
    assert '"key":"键","value":"“值”"' in image


def test_disk_failures_are_told(path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
    with pytest.raises(DiskFailed, match=r"disk I/O error"), translated(path):
        raise error


def test_inserting_the_wrong_thing_is_a_fault_of_ours(world: World) -> None:
    with pytest.raises(IntegrityError), world.project.database.writing() as writer:
        writer.execute(insert(t.setting).inline(), [{"id": 1, "key": None}])
