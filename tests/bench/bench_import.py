"""How fast text files come in, how the window bears it, and whether more take more memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from tests.bench import Figure
from tests.bench.bench_window import run_apart
from tests.bench.text_files import LENGTH, text_files
from tests.bench.window_project import make_window_project
from workbench.app.importing import import_files, import_paths, look
from workbench.app.projects import new_project
from workbench.app.session import Session, open_session

_FILES = 1_000
_MANY = 10_000
_IN_THE_WINDOW = 400

# The peak of a process of its own.
_IMPORT = """
import sys
from pathlib import Path
from tests.bench.bench_import import imported
from tests.bench.memory import peak
count = imported(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "looking")
print(count, peak() / 1e6)
"""


def run() -> Iterator[Figure]:
    """Yield the figures of the import."""
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as name:
        folder = Path(name)
        few, many = folder / "few", folder / "many"
        _write(few, _FILES)
        yield _speed("import: text files a second", few, looking=False)
        yield _speed("import: the same, looked at before", few, looking=True)
        yield from _pauses(folder)
        _write(many, _MANY)
        yield _memory("import: memory, 10,000 files beside 1,000", few, many, looking=False)
        yield _memory("import: the same, looked at before", few, many, looking=True)


def _write(folder: Path, count: int) -> None:
    folder.mkdir()
    for number, data in enumerate(text_files(count)):
        (folder / f"{number:05}.txt").write_bytes(data)


def _speed(name: str, files: Path, *, looking: bool) -> Figure:
    project = files.parent / f"{looking}.workbench"
    seconds = _seconds(lambda: imported(project, files, looking))
    baseline = f"{_FILES} files of {LENGTH} characters, of processor time of one core"
    # Whoever looks first reads each file twice.
    limit = 100 if looking else 200
    return Figure(name, _FILES / seconds, "/s", limit, baseline, at_least=True)


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def imported(project: Path, files: Path, looking: bool) -> int:
    """Make a project, import a folder into it, and return how many articles came."""
    new_project(project)
    session = open_session(project, "甲", cache=project.parent / "cache")
    try:
        return _imported(session, files, looking)
    finally:
        session.close()


def _imported(session: Session, files: Path, looking: bool) -> int:
    if looking:
        return len(import_files(session, look([files], session)).ids)
    return len(import_paths(session, [files]).ids)


def _pauses(folder: Path) -> Iterator[Figure]:
    """Measure how long the window stands still while it is used for an import."""
    files, project = folder / "window", make_window_project(folder / "window.workbench")
    _write(files, _IN_THE_WINDOW)
    told = run_apart(folder, "tests.bench.window_import", project, files, folder / "use")
    at = json.loads(told)
    beside = f"{_IN_THE_WINDOW} files; processor time of its thread"
    yield Figure("import: pause of the window, until it shows", at["look"], "ms", 100, beside)
    yield Figure("import: pause of the window, while they come", at["come"], "ms", 100, beside)


def _memory(name: str, few: Path, many: Path, *, looking: bool) -> Figure:
    small, large = (_peak(files, looking=looking) for files in (few, many))
    each = (large - small) * 1e3 / (_MANY - _FILES)
    beside = f"{large:.0f} MB, {small:.0f} MB with {_FILES} files: {each:.1f} KB more a file"
    return Figure(name, large / small, "×", 1.5, beside)


def _peak(files: Path, *, looking: bool) -> float:
    """Return how many megabytes an import takes at most, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as folder:
        project = Path(folder) / "p.workbench"
        how = "looking" if looking else "at once"
        command = [sys.executable, "-c", _IMPORT, str(project), str(files), how]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    count, megabytes = told.split()
    assert int(count) == len(list(files.iterdir())), "an article did not come"
    return float(megabytes)
