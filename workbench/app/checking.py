"""Check a project, and count what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.surroundings import Surroundings, owner
from workbench.domain.errors import Refusal
from workbench.store.checking import Problem, problems
from workbench.store.counting import Counts, count
from workbench.store.database import Database
from workbench.store.errors import ProjectDamaged
from workbench.store.project import open_project

__all__ = ["Checked", "Counts", "Problem", "check_project", "project_counts"]


@dataclass(frozen=True)
class Checked:
    """What a check found."""

    problems: tuple[Problem, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check_database(database: Database, progress: Progress | None = None) -> Checked:
    """Check an open project; usable in any thread."""
    watching = progress or NoProgress()

    def advance(done: int, total: int) -> None:
        refuse_if_cancelled(watching)
        watching.report(done, total, "")

    with database.reading() as connection:
        return Checked(tuple(problems(connection, advance)))


def check_project(
    path: Path, surroundings: Surroundings | None = None, progress: Progress | None = None
) -> Checked:
    """Check a project file, or raise a Refusal if it cannot even be opened."""
    around = surroundings or Surroundings()
    project = open_project(
        path, around.ids(), owner(), around.schema / "migrations", read_only=True
    )
    try:
        return check_database(project.database, progress)
    finally:
        project.close()


def damage_of(path: Path, surroundings: Surroundings | None = None) -> Refusal | None:
    """Return the refusal that says what is wrong with a project file, None if nothing is."""
    try:
        found = check_project(path, surroundings).problems
    except Refusal as refusal:
        return refusal
    if not found:
        return None
    return ProjectDamaged(path=path, detail=f"{found[0].where}: {found[0].detail}")


def project_counts(path: Path, surroundings: Surroundings | None = None) -> Counts:
    """Count the articles and annotations of a project file."""
    around = surroundings or Surroundings()
    project = open_project(
        path, around.ids(), owner(), around.schema / "migrations", read_only=True
    )
    try:
        with project.database.reading() as connection:
            return count(connection)
    finally:
        project.close()
