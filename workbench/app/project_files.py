"""Coded projects of other programs in files: look at one, say what it would bring, take it in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.app.commands import TakeInProject, TakenIn
from workbench.app.commands.coming import Plan, planned
from workbench.app.commands.foreseeing import foreseen
from workbench.app.commands.taking_in import TakeInPart, what_is_there
from workbench.app.commands.taking_parts import Writing
from workbench.app.errors import ProjectFileUnreadable
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session, Step
from workbench.app.taking_back import take_back
from workbench.domain.codebook_differences import Difference, differences
from workbench.domain.errors import Refusal
from workbench.exchange.project.formats import format_by_name, project_format, read_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import ForeignProject, Remark, Remarked
from workbench.store.codebook_rows import read_codebook

__all__ = [
    "ForeignProject",
    "ProjectFormat",
    "ProjectSeen",
    "Remark",
    "Remarked",
    "TakenIn",
    "format_of_project",
    "import_project",
    "look_at_project",
    "see_project",
]

_UNWATCHED = NoProgress()
_STEPS = 1000


@dataclass(frozen=True)
class ProjectSeen:
    """A coded project as it was read, and what taking it in would come to."""

    path: Path
    project: ForeignProject
    would: TakenIn
    layers: Sequence[tuple[str, int]]
    changes: Sequence[Difference]


def format_of_project(path: Path) -> ProjectFormat | None:
    """Return the format of a file that holds a coded project, None of any other file.

    One that is called a project and holds none counts as what it is called: it is damaged, and
    who reads it says so, instead of taking what is left of it for an article.
    """
    try:
        return (project_format(path) or format_by_name(path)) if path.is_file() else None
    except OSError:  # told by who reads it in earnest
        return None


def look_at_project(
    path: Path, kind: ProjectFormat | None = None, progress: Progress = _UNWATCHED
) -> ForeignProject:
    """Read a coded project of another program; which one wrote it is told by its content.

    Raises:
        Cancelled
        Refusal: there is none, or it cannot be read; nothing was changed.
    """

    def watch(share: float) -> None:
        refuse_if_cancelled(progress)
        progress.report(int(share * _STEPS), _STEPS, path.name, share)

    try:
        return read_project(path, kind, watch)
    except OSError as error:
        raise ProjectFileUnreadable(path=path, detail=error.strerror or error) from error


def see_project(
    session: Session,
    path: Path,
    kind: ProjectFormat | None = None,
    progress: Progress = _UNWATCHED,
) -> ProjectSeen:
    """Read a coded project and say what it would bring; usable in any thread.

    Raises:
        Cancelled
        Refusal: it cannot be read, or does not go with the project's codebook.
    """
    project = look_at_project(path, kind, progress)
    with session.database.reading() as connection:
        stored = read_codebook(connection)
        there = what_is_there(connection, stored)
        plan = planned(there, project, session.coder.name)
        would = foreseen(there, plan, session.coder.name)
    changes = tuple(differences(stored.codebook, plan.codebook))
    return ProjectSeen(path, project, would, _counted(plan), changes)


def _counted(plan: Plan) -> Sequence[tuple[str, int]]:
    """Return how many annotations of each layer the file has, by the layers' keys."""
    counts = {each.key: 0 for each in plan.codebook.layers}
    for each in plan.project.annotations:
        counts[each.layer] += 1
    return tuple((key, count) for key, count in counts.items() if count)


def import_project(
    session: Session,
    project: ForeignProject,
    progress: Progress = _UNWATCHED,
    in_turn: Callable[[Callable[[], None]], None] | None = None,
) -> TakenIn:
    """Bring a coded project in, in one undo step, all of it or nothing.

    Usable in any thread if `in_turn` is given, which calls its argument in the session's thread:
    the project comes in parts then, and what came of it is taken back at the end if not all can.

    Raises:
        Cancelled
        Refusal: it does not go together with what is there; nothing was changed.
    """
    if in_turn is None:
        return session.run(TakeInProject(project, progress))
    writing, step = _writing(session, project, progress), Step()
    has_more = True

    def write() -> None:
        nonlocal writing, has_more
        if not step.written and not writing.fits(session.codebook):
            writing = _writing(session, project, progress)  # it was changed meanwhile
        has_more = session.run(TakeInPart(writing), step)

    try:
        while has_more:
            refuse_if_cancelled(progress)
            in_turn(write)
    except BaseException:
        with contextlib.suppress(Refusal):  # what ended it is told; the project may be closed
            in_turn(lambda: take_back(session, step))
        raise
    return writing.came()


def _writing(session: Session, project: ForeignProject, progress: Progress) -> Writing:
    with session.database.reading() as connection:
        there = what_is_there(connection, read_codebook(connection))
        return Writing(planned(there, project, session.coder.name), progress)
