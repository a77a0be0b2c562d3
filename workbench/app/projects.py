"""Make projects: with the starter codebook, with one's own, empty, or from another project."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from workbench.app.codebook_files import look_at_codebook, new_codebook
from workbench.app.locations import resources_folder
from workbench.app.surroundings import Surroundings, owner
from workbench.domain.codebook import Codebook, Words
from workbench.domain.errors import Refusal
from workbench.store.codebook_diff import write_codebook
from workbench.store.copying import copy_codebook_and_articles
from workbench.store.errors import ProjectIsFolder, ProjectMissing
from workbench.store.gate import Gate
from workbench.store.lock import is_held
from workbench.store.project import Project, create_project, discard, open_project

SUFFIX = ".workbench"


def new_project(
    path: Path, codebook: Codebook | None = None, surroundings: Surroundings | None = None
) -> None:
    """Make a project with `codebook`, by default the starter codebook.

    Raises:
        Refusal: the file exists, or its folder does not take it; nothing is left behind.
    """
    chosen = starter_codebook() if codebook is None else codebook
    around = surroundings or Surroundings()
    ids = around.ids()
    _make(path, around, lambda gate: write_codebook(gate, ids, chosen))


def new_project_from(path: Path, other: Path, surroundings: Surroundings | None = None) -> None:
    """Make a project with codebook and articles of another, with their ids, unannotated."""
    around = surroundings or Surroundings()
    source = open_project(
        other, around.ids(), owner(), around.schema / "migrations", read_only=True
    )
    try:
        _make(path, around, lambda gate: copy_codebook_and_articles(source.database, gate))
    finally:
        source.close()


def no_project_at(path: Path) -> Refusal:
    """Return the refusal that says so."""
    return ProjectIsFolder(path=path) if path.is_dir() else ProjectMissing(path=path)


def with_suffix(path: Path) -> Path:
    """Return the path as a project is named, with what says so at its end."""
    return path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)


def _make(path: Path, around: Surroundings, fill: Callable[[Gate], None]) -> None:
    _remove_unfinished(path, around)
    project = create_project(path, around.ids(), owner())
    try:
        with project.operation("new_project", None, around.now(), undoable=False) as operation:
            fill(operation.gate)
        project.close()
    except BaseException:
        _drop(project)
        raise


def _remove_unfinished(path: Path, around: Surroundings) -> None:
    """Remove what is left where the program ended while it made a project there."""
    if path.suffix.casefold() != SUFFIX or not path.is_file() or is_held(path):
        return
    if path.stat().st_size == 0:
        discard(path)
        return
    with contextlib.suppress(Refusal):
        migrations = around.schema / "migrations"
        there = open_project(path, around.ids(), owner(), migrations, read_only=True)
        there.close()
        if there.is_unfinished:
            discard(path)


def _drop(project: Project) -> None:
    project.close()
    discard(project.path)


def starter_codebook() -> Codebook:
    """Return the codebook that a new project starts with."""
    return read_codebook_file(resources_folder() / "codebook" / "starter.json")


def empty_codebook() -> Codebook:
    """Return a codebook without layers and code lists."""
    return Codebook(name=Words(zh="空白编码手册", en="Empty codebook"))


def read_codebook_file(path: Path) -> Codebook:
    """Read a codebook file of any format, or raise a Refusal that says what is wrong with it."""
    return new_codebook(look_at_codebook(path))
