from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from tests.store.world import OWNER, World, beside, make_ids, open_again, reopened
from workbench.store.errors import FolderMissing, ProjectMissing, ProjectOpenElsewhere
from workbench.store.lock import ProjectLock
from workbench.store.project import create_project

ROOT = Path(__file__).resolve().parents[2]

_HOLD = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from workbench.store.lock import ProjectLock
lock = ProjectLock(Path(sys.argv[1]), "乙, another machine, process 99")
lock.take()
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


@contextmanager
def held_elsewhere(path: Path) -> Generator[subprocess.Popen[str]]:
    """Let another process hold the project's lock."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD.format(root=str(ROOT)), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            if process.poll() is None:
                process.communicate("\n", timeout=30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    World(tmp_path / "a.workbench").project.close()
    return tmp_path / "a.workbench"


def test_a_second_process_is_told_who_has_the_project(path: Path) -> None:
    with held_elsewhere(path):
        with pytest.raises(ProjectOpenElsewhere, match="乙, another machine, process 99"):
            reopened(path)
        with open_again(path, read_only=True) as project:
            assert project.read_only
    with open_again(path) as project:
        assert not project.read_only
    assert beside(path) == [path.name]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_the_lock_of_a_killed_process_is_taken_over(path: Path) -> None:
    with held_elsewhere(path) as process:
        process.kill()
        process.wait(30)
        assert len(beside(path)) == 3
        lock = ProjectLock(path, OWNER)
        lock.take()
        assert lock.holder() == OWNER
        lock.release()
    assert beside(path) == [path.name]


def test_one_process_opens_a_project_for_writing_once(path: Path) -> None:
    with open_again(path), pytest.raises(ProjectOpenElsewhere, match="甲, a machine"):
        reopened(path)
    with open_again(path):
        pass


def test_two_names_of_one_file_meet_at_one_lock(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "b.workbench"
    other.parent.mkdir()
    try:
        other.symlink_to(path)
    except OSError:
        pytest.skip("no links for ordinary users here")
    with open_again(path), pytest.raises(ProjectOpenElsewhere):
        reopened(other)


def test_who_waits_with_the_old_lock_file_in_hand_does_not_get_it(path: Path) -> None:
    # The file goes while it is held, so that the lock of a nameless file is worth nothing.
    if sys.platform == "win32":
        pytest.skip("an open file cannot be removed here")
    first, second = ProjectLock(path, "first"), ProjectLock(path, "second")
    first.take()
    with held_open(path):
        first.release()
        second.take()
        with pytest.raises(ProjectOpenElsewhere, match="second"):
            ProjectLock(path, "third").take()
    second.release()


@contextmanager
def held_open(path: Path) -> Generator[None]:
    file = os.open(path.with_name(path.name + ".lock"), os.O_RDWR)
    try:
        yield
    finally:
        os.close(file)


def test_releasing_twice_does_not_release_the_next_holder(path: Path) -> None:
    first, second = ProjectLock(path, "first"), ProjectLock(path, "second")
    first.release()
    first.take()
    first.release()
    second.take()
    first.release()
    assert second.holder() == "second"
    with pytest.raises(ProjectOpenElsewhere):
        first.take()
    second.release()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"other": 1}', None])
def test_a_note_that_cannot_be_read_names_nobody(path: Path, note: str | None) -> None:
    lock = ProjectLock(path, "first")
    lock.take()
    file = path.with_name(path.name + ".owner")
    file.unlink()
    if note is not None:
        file.write_text(note, encoding="utf-8")
    with pytest.raises(ProjectOpenElsewhere, match=r"\(\?\)"):
        ProjectLock(path, "second").take()
    lock.release()


def test_a_note_that_cannot_be_written_does_no_harm(path: Path) -> None:
    note = path.with_name(path.name + ".owner")
    note.mkdir()
    with open_again(path) as project:
        assert not project.read_only
    note.rmdir()
    assert beside(path) == [path.name]


def test_a_lock_file_that_cannot_be_removed_is_left_for_the_next(
    ordinary_user: Callable[[], AbstractContextManager[Path]],
) -> None:
    with ordinary_user() as folder:
        path = folder / "a.workbench"
        lock = ProjectLock(path, "first")
        lock.take()
        folder.chmod(0o555)
        lock.release()
        assert f"{path.name}.lock" in beside(path)
        folder.chmod(0o755)
        lock.take()
        lock.release()
        assert beside(path) == []


def test_a_failed_opening_or_making_leaves_no_lock(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        reopened(tmp_path / "none.workbench")
    path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(Exception, match="damaged"):
        reopened(path)
    with pytest.raises(Exception, match="does not exist"):
        create_project(tmp_path / "no folder" / "b.workbench", make_ids(), OWNER)
    assert beside(path) == [path.name]


def test_a_lock_that_cannot_be_made_is_no_lock_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(self: FileLock, *_: object, **__: object) -> None:
        raise Timeout(self.lock_file)  # as where the system has the folder for itself

    monkeypatch.setattr(FileLock, "acquire", wait)
    with pytest.raises(FolderMissing):
        create_project(tmp_path / "a.workbench", make_ids(), OWNER)
    with pytest.raises(PermissionError):
        ProjectLock(tmp_path / "b.workbench", OWNER).take()
    assert list(tmp_path.iterdir()) == []
