"""A project whose file is renamed or replaced while it is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import opened
from workbench.app.commands import MarkSpan
from workbench.app.importing import import_files, look
from workbench.app.projects import new_project
from workbench.app.session import open_session
from workbench.store.database import log_of
from workbench.store.errors import ProjectMoved


def _project(folder: Path, article: Path) -> Path:
    path = folder / "one.workbench"
    new_project(path)
    with opened(path) as session:
        import_files(session, look([article], session))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    text = tmp_path / "a.txt"
    text.write_text("港口会谈开始。\n双方各让一步，谈判继续。\n", encoding="utf-8")
    return _project(tmp_path, text)


def test_what_was_saved_moves_along_and_nothing_is_saved_beside_it(project: Path) -> None:
    moved = project.with_name("two.workbench")
    with opened(project) as session:
        first = session.articles()[0].id
        kept = session.run(MarkSpan(first, "actor", 0, 2))
        project.rename(moved)
        with pytest.raises(ProjectMoved):
            session.run(MarkSpan(first, "actor", 2, 4))
        assert len(session.annotations(first)) == 1
    left = {each.name for each in project.parent.iterdir() if each.name != "cache"}
    assert left == {"a.txt", "two.workbench"}
    with opened(moved) as session:
        assert [each.id for each in session.annotations(first)] == [kept]


def test_a_file_put_in_its_place_is_left_alone(project: Path) -> None:
    other = project.with_name("other.workbench")
    new_project(other)
    with opened(project) as session:
        first = session.articles()[0].id
        other.replace(project)
        before = project.read_bytes()
        with pytest.raises(ProjectMoved):
            session.run(MarkSpan(first, "actor", 0, 2))
    assert project.read_bytes() == before


def test_the_last_reader_folds_what_a_writer_had_to_leave(project: Path) -> None:
    writer = open_session(project, "甲", cache=project.parent / "cache")
    with opened(project, read_only=True) as looking, looking.database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM article").scalar()
        writer.run(MarkSpan(writer.articles()[0].id, "actor", 0, 2))
        writer.close()
        assert log_of(project).stat().st_size > 0
    names = {each.name for each in project.parent.iterdir() if each.name != "cache"}
    assert names == {"a.txt", "one.workbench"}
    with opened(project) as session:
        assert len(session.annotations(session.articles()[0].id)) == 1
