"""The command line as a process of its own: encodings, pipes, signals, locks, disks."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import opened
from tests.cli.conftest import Cli
from workbench.app.checking import check_project
from workbench.store.tables import SCHEMA_REVISION

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")


def program(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "workbench", *map(str, arguments)]


def _surroundings(limit: int | None) -> dict[str, str]:
    # Where files are limited, measuring coverage would fail before the program does.
    return {k: v for k, v in os.environ.items() if not (limit and k.startswith("COV"))}


@pytest.fixture
def call(repository: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program; keywords are environment variables, `limit` a size of files in KB."""

    def run(
        *arguments: str | Path, limit: int | None = None, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        def limited() -> None:
            import resource

            assert limit is not None
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit * 1024, limit * 1024))

        return subprocess.run(
            program(*arguments),
            cwd=repository,
            capture_output=True,
            timeout=120,
            preexec_fn=limited if limit else None,
            env={**_surroundings(limit), "PYTHONWARNINGS": "error", **environment},
        )

    return run


Call = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_the_program_runs(call: Call, tmp_path: Path, stories: list[Path]) -> None:
    project = tmp_path / "新 #1?%41.workbench"
    for arguments in (["new", project], ["import", project, *stories], ["check", project]):
        ran = call(*arguments)
        assert (ran.returncode, ran.stderr) == (0, b"")
    ran = call("info", project, "--json")
    assert json.loads(ran.stdout)["articles"] == 2


def test_a_refusal_is_a_sentence(call: Call, tmp_path: Path) -> None:
    ran = call("info", tmp_path / "没有.workbench", "--language", "zh")
    assert (ran.returncode, ran.stdout) == (1, b"")
    told = ran.stderr.decode("utf-8")
    assert told.startswith(f"workbench: “{tmp_path / '没有.workbench'}”处没有项目")
    assert told.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_no_encoding_stops_the_program(
    call: Call, project: Path, stories: list[Path], encoding: str
) -> None:
    options = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ran = call("import", project, *stories, "--language", "zh", **options)
    assert (ran.returncode, ran.stderr) == (0, b"")
    expected = "《小镇的新桥》".encode(encoding, "backslashreplace")
    assert expected in ran.stdout
    ran = call("import", project, *stories, "--json", **options)
    assert json.loads(ran.stdout.decode(encoding))["files"][0]["title"] == "小镇的新桥"
    ran = call("clean", stories[0], **options)
    assert "小镇的新桥通车了".encode() in ran.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_names_that_are_no_text_can_be_used(call: Call, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    project = os.fsdecode(folder + b"/" + "旧名.workbench".encode("gb18030"))
    story = os.fsdecode(folder + b"/" + "旧文.txt".encode("gb18030"))
    Path(story).write_text("小镇的新桥通车了。\n", encoding="utf-8")
    for arguments in (["new", project], ["import", project, story], ["check", project]):
        ran = call(*arguments)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert b"\\udc" in ran.stdout


@POSIX
def test_a_reader_who_goes_away_is_no_fault(repository: Path, project: Path) -> None:
    for arguments in (["info", project], ["info", project, "--json"]):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "wb") as gone:
            ran = subprocess.run(
                program(*arguments), cwd=repository, stdout=gone, stderr=subprocess.PIPE
            )
        assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_output_is_told(repository: Path, project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            program("info", project), cwd=repository, stdout=full, stderr=subprocess.PIPE
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"workbench: The system refused an operation (No space left")
    assert ran.stderr.count(b"\n") == 1


@POSIX
def test_an_interrupted_import_keeps_what_is_done(
    repository: Path, project: Path, tmp_path: Path
) -> None:
    first, second, third = (tmp_path / f"{name}.txt" for name in "abc")
    first.write_text("小镇的新桥通车了。\n", encoding="utf-8")
    second.write_text("山里的路在雨后难走。\n", encoding="utf-8")
    third.write_text("海上的风吹了一整天。\n", encoding="utf-8")
    come = tmp_path / "come"
    os.mkfifo(come)
    # At the second file it tells that it has come so far, and waits to be interrupted.
    code = (
        "import sys, threading; from pathlib import Path\n"
        "from workbench.cli.interrupts import SoftProgress; from workbench.intake import sources\n"
        "came, real, interrupt = threading.Event(), sources.read_path, SoftProgress._interrupt\n"
        "def interrupted(*arguments):\n"
        "    interrupt(*arguments); came.set()\n"
        "SoftProgress._interrupt = interrupted\n"
        "def read(path, *rest):\n"
        "    if path.name == 'b.txt':\n"
        f"        Path({str(come)!r}).write_bytes(b'!'); came.wait()\n"
        "    return real(path, *rest)\n"
        "sources.read_path = read\n"
        "from workbench.__main__ import main; sys.exit(main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "import", str(project), *map(str, (first, second, third))],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        # Without waiting for it to be opened: a process that has died never opens it.
        signs = os.open(come, os.O_RDONLY | os.O_NONBLOCK)
        assert select.select([signs], [], [], 60)[0]
        os.close(signs)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out.splitlines()[-1] == b"Imported: 2."
    assert err.splitlines() == [
        f"workbench: not reached: 1 ({third})".encode(),
        b"Interrupted; what was finished before is kept.",
    ]
    assert not project.with_name(project.name + ".lock").exists()
    with opened(project) as session:
        assert [each.file_name for each in session.articles()] == ["a.txt", "b.txt"]
    assert check_project(project).clean


@contextmanager
def held(repository: Path, project: Path) -> Generator[int]:
    """Have another process hold a project open; give its id."""
    code = (
        "import sys; from pathlib import Path; from workbench.app.session import open_session\n"
        "path = Path(sys.argv[1]); session = open_session(path, '乙', cache=path.parent)\n"
        "print('open', flush=True); sys.stdin.read(); session.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(project)],
        cwd=repository,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process.pid
        process.stdin.close()


def test_a_project_that_is_open_elsewhere_is_refused(
    cli: Cli, repository: Path, project: Path, stories: list[Path], tmp_path: Path
) -> None:
    with held(repository, project) as pid:
        ran = cli("import", project, *stories)
        assert (ran.code, ran.out) == (1, "")
        assert f"process {pid}" in ran.err
        assert ran.err.count("\n") == 1
        # Reading is no harm.
        assert cli("info", project).code == cli("check", project).code == 0
        assert cli("export", project, tmp_path / "out").code == 0
        assert cli("import", project, "--dry-run", *stories).code == 0
    assert cli("import", project, *stories).code == 0
    assert cli("check", project).code == 0


# --- disks and rights -------------------------------------------------------


def _pages(project: Path) -> int:
    return project.stat().st_size // 4096


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_full_disk_loses_nothing(
    cli: Cli,
    project: Path,
    stories: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    cli("import", project, stories[0], "--coder", "甲")
    long = tmp_path / "long.txt"
    long.write_text("小镇的新桥通车了。" * 5000, encoding="utf-8")
    from workbench.store import database

    pragmas: Any = getattr(database, "_PRAGMAS")  # noqa: B009 - a hook for this test alone
    full = (*pragmas, f"PRAGMA max_page_count={_pages(project) + 2}")
    with monkeypatch.context() as patched:
        patched.setattr(database, "_PRAGMAS", full)
        ran = cli("import", project, long, "--coder", "甲", "--language", language)
    assert (ran.code, ran.out) == (1, "")
    assert ("已满" if language == "zh" else "is full; nothing was changed") in ran.err
    assert ran.err.count("\n") == 1
    assert cli("check", project).code == 0
    with opened(project) as session:
        assert [each.file_name for each in session.articles()] == ["新桥.txt"]
    assert cli("import", project, long, "--coder", "甲").code == 0


@POSIX
def test_a_project_that_does_not_fit_on_the_disk_leaves_nothing(call: Call, tmp_path: Path) -> None:
    project = tmp_path / "p.workbench"
    ran = call("new", project, limit=64)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.count(b"\n") == 1
    assert b"fault of ours" not in ran.stderr
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_write_that_fails_loses_nothing(
    call: Call, cli: Cli, project: Path, stories: list[Path], tmp_path: Path
) -> None:
    cli("import", project, stories[0], "--coder", "甲")
    long = tmp_path / "long.txt"
    long.write_text("小镇的新桥通车了。" * 50_000, encoding="utf-8")
    ran = call("import", project, long, "--coder", "甲", limit=project.stat().st_size // 1024)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.count(b"\n") == 1
    assert b"fault of ours" not in ran.stderr
    assert cli("check", project).code == 0
    with opened(project) as session:
        assert [each.file_name for each in session.articles()] == ["新桥.txt"]


def test_a_project_that_cannot_be_written_to_is_only_read(
    cli: Cli, project: Path, stories: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.chmod(0o444)
    if os.access(project, os.W_OK):  # root may; so the answer is put into the system's mouth
        real = os.access

        def access(path: Any, mode: int, **options: Any) -> bool:
            return real(path, mode, **options) and not (mode == os.W_OK and path == project)

        monkeypatch.setattr(os, "access", access)
        monkeypatch.setattr(os, "supports_effective_ids", {access})
    before = project.read_bytes()
    ran = cli("import", project, *stories)
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be written to; copy it to a folder of your own" in ran.err
    assert cli("info", project).code == cli("check", project).code == 0
    assert cli("export", project, tmp_path / "out").code == 0
    assert project.read_bytes() == before


def test_a_file_that_may_not_be_read_is_refused(
    cli: Cli, project: Path, stories: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path == stories[0]:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    ran = cli("import", project, *stories)
    assert ran.code == 1
    assert "cannot be read (Permission denied)" in ran.err
    assert ran.out.splitlines()[-1] == "Imported: 1."


# --- damaged, newer, foreign ------------------------------------------------


def _truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flipped(data: bytes) -> bytes:
    return data[:4096] + bytes(255 - each for each in data[4096:20480]) + data[20480:]


def _no_project(_: bytes) -> bytes:
    return "小镇的新桥通车了。\n".encode() * 200


def _newer(data: bytes) -> bytes:
    assert data.count(SCHEMA_REVISION.encode()) >= 1
    return data.replace(SCHEMA_REVISION.encode(), b"9001")


def _empty(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoil", [_truncated, _flipped, _no_project, _newer, _empty])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_that_is_no_sound_project_is_refused(
    cli: Cli,
    project: Path,
    stories: list[Path],
    tmp_path: Path,
    spoil: Callable[[bytes], bytes],
    language: str,
) -> None:
    project.write_bytes(spoil(project.read_bytes()))
    before = project.read_bytes()
    for arguments in (
        ["import", project, *stories],
        ["export", project, tmp_path / "out"],
        ["info", project],
        ["check", project],
        ["new", tmp_path / "copy.workbench", "--from", project],
    ):
        ran = cli("--language", language, *arguments)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.count("\n") == 1
        assert project.name in ran.err
        assert ("fault of ours" in ran.err, "我们的问题" in ran.err) == (False, False)
        # Opened for writing, SQLite counts in the header that it was there.
        assert project.read_bytes()[100:] == before[100:]
    names = {each.name for each in tmp_path.iterdir()} - {"home", "文章"}
    assert names == {project.name}
