from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.world import assert_sound, dump, opened
from workbench.app.checking import check_project
from workbench.app.session import Session
from workbench.store.errors import ProjectOpenElsewhere


def work_and_be_killed(repository: Path, project: Path, lines: int) -> dict[int, int]:
    """Let a process mark until it has printed so many lines, kill it; return id → number."""
    command = [sys.executable, "-m", "tests.app.killed", str(project)]
    with subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            printed = [process.stdout.readline() for _ in range(lines)]
            with pytest.raises(ProjectOpenElsewhere, match=str(process.pid)), opened(project):
                pass
        finally:
            process.kill()
        # What was in the pipe when the end came was saved before it was printed.
        printed += [line for line in process.stdout.read().splitlines(True) if line[-1] == "\n"]
    pairs = (line.split() for line in printed)
    return {int(id_): int(number) for id_, number in pairs}


def marked(session: Session) -> dict[int, int]:
    first = session.articles()[0].id
    return {each.id: int(each.memo) for each in session.annotations(first)}


def test_nothing_that_was_saved_is_lost_by_a_kill(repository: Path, project: Path) -> None:
    printed: dict[int, int] = {}
    for lines in (1, 20, 150):
        printed |= work_and_be_killed(repository, project, lines)
        assert check_project(project).clean  # beside the log that the dead process left
        with opened(project, read_only=True) as session:
            assert printed.items() <= marked(session).items()
    with opened(project) as session:
        found = marked(session)
        assert printed.items() <= found.items()
        # One more at the most for each kill: committed, but not yet printed.
        assert len(found) <= len(printed) + 3
        assert_sound(session)
        last = dump(session)
        for _ in found:
            session.undo()
        assert marked(session) == {}
        for _ in found:
            session.redo()
        assert dump(session) == last
    assert {each.name for each in project.parent.iterdir()} <= {project.name, "cache"}
