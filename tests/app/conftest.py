from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.world import LONGER, article, make_project, opened
from workbench.app.commands import ImportArticles
from workbench.app.session import Session


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two articles and the coders 甲 and 乙, closed; copy it, do not open it."""
    path = make_project(tmp_path_factory.mktemp("template") / "template.workbench")
    with opened(path, "乙"):
        pass
    with opened(path) as session:
        session.run(ImportArticles((article(), article(LONGER, "第二篇"))))
    return path


@pytest.fixture
def project(template: Path, tmp_path: Path) -> Path:
    """A fresh copy of the template."""
    return Path(shutil.copy(template, tmp_path / "项目 #1?100%.workbench"))


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    """The copy, open as 甲."""
    with opened(project) as session:
        yield session


@pytest.fixture
def first(session: Session) -> int:
    """The id of the first article."""
    return session.articles()[0].id


@pytest.fixture
def second(session: Session) -> int:
    """The id of the second article."""
    return session.articles()[1].id


@pytest.fixture
def rscript() -> str:
    """The path of Rscript."""
    found = shutil.which("Rscript")
    if found is None:
        pytest.skip("R is not installed (Debian: r-base-core)")
    return found
