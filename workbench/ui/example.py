"""The example project, made of the articles that come with the program."""

from __future__ import annotations

from pathlib import Path

from workbench.app.importing import import_files, look
from workbench.app.locations import resources_folder
from workbench.app.projects import new_project
from workbench.app.session import open_session

_CODER = "example"


def make_example(path: Path) -> None:
    """Make the project with the example articles; usable in any thread.

    Raises:
        Refusal: it cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"new-{path.name}")
    aside.unlink(missing_ok=True)
    new_project(aside)
    session = open_session(aside, _CODER, cache=path.parent)
    try:
        import_files(session, look(sorted((resources_folder() / "examples").glob("*.txt"))))
    finally:
        session.close()
    aside.replace(path)
