from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.world import make_project, opened
from workbench.app.session import Session
from workbench.app.sight import Sight, first_sight


def _sights(session: Session) -> list[Sight]:
    return [Sight(each.id, each.title, session.text(each.id)) for each in session.articles()]


def test_the_article_is_told_as_the_session_tells_it(project: Path) -> None:
    with opened(project) as session:
        sights = _sights(session)
    assert len(sights) == 2
    assert [first_sight(project, each.article) for each in sights] == sights


@pytest.mark.parametrize("article", [None, -1, 10**12])
def test_without_a_known_article_it_is_the_first(project: Path, article: int | None) -> None:
    with opened(project) as session:
        expected = _sights(session)[0]
    assert first_sight(project, article) == expected


def test_the_file_is_left_as_it_was(project: Path) -> None:
    before = project.read_bytes()
    assert first_sight(project, None) is not None
    assert project.read_bytes() == before
    assert list(project.parent.glob("*.workbench*")) == [project]


def test_a_project_that_is_open_is_not_looked_at(project: Path) -> None:
    with opened(project):
        assert project.with_name(project.name + "-wal").exists()
        assert first_sight(project, None) is None


def test_a_project_without_articles_has_nothing_to_show(tmp_path: Path) -> None:
    assert first_sight(make_project(tmp_path / "empty.workbench"), None) is None


def test_what_is_no_project_has_nothing_to_show(tmp_path: Path) -> None:
    text, other, folder = tmp_path / "text", tmp_path / "other", tmp_path / "folder"
    text.write_text("文章", "utf-8")
    folder.mkdir()
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE note (id)")
    for path in (text, other, folder, tmp_path / "missing"):
        assert first_sight(path, None) is None


def test_a_text_that_is_none_is_not_shown(project: Path) -> None:
    with closing(sqlite3.connect(project)) as raw:
        raw.execute("UPDATE text_version SET text = CAST(text AS BLOB)")
        raw.commit()
    assert first_sight(project, None) is None


def test_it_loads_nothing_heavy(project: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from workbench.app.sight import first_sight;"
        "assert first_sight(Path(sys.argv[1]), None); print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(project)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
