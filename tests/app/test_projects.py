from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import (
    CODEBOOK,
    LONGER,
    TEXT,
    assert_sound,
    dump,
    make_project,
    opened,
    surroundings,
)
from workbench.app.commands import EditArticle, ImportArticles, MarkSpan, SetStatus
from workbench.app.errors import CodebookFileUnreadable, ProjectUnfinished
from workbench.app.projects import (
    SUFFIX,
    empty_codebook,
    new_project,
    new_project_from,
    no_project_at,
    read_codebook_file,
    starter_codebook,
)
from workbench.domain.article import Status
from workbench.domain.codebook_check import CodebookInconsistent, KeyTwice
from workbench.domain.codebook_file import CodebookTooNew, CodebookUnreadable, write_codebook
from workbench.domain.errors import Refusal
from workbench.store.errors import (
    FolderMissing,
    NotAProject,
    NothingToUndo,
    ProjectExists,
    ProjectMissing,
)
from workbench.store.project import create_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / f"新项目{SUFFIX}"


def test_a_new_project_has_the_starter_codebook(path: Path) -> None:
    new_project(path)
    with opened(path) as session:
        assert session.codebook == starter_codebook()
        assert session.articles() == []
        assert_sound(session)
        with pytest.raises(NothingToUndo):
            session.undo()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_new_project_has_the_codebook_that_is_named(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "手册.json"
    file.write_text("\ufeff" + write_codebook(CODEBOOK), encoding="utf-8")
    new_project(path, read_codebook_file(file))
    with opened(path) as session:
        assert session.codebook == CODEBOOK


def test_a_new_project_may_be_empty(path: Path) -> None:
    new_project(path, empty_codebook())
    with opened(path) as session:
        assert session.codebook == empty_codebook()
        assert_sound(session)


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_nothing_is_replaced(path: Path, tmp_path: Path, kind: str) -> None:
    if kind == "file":
        path.write_text("mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(ProjectExists):
        new_project(path, CODEBOOK)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert kind != "file" or path.read_text() == "mine"


@pytest.mark.parametrize("parent", ["nowhere", "file.txt"])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, parent: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(FolderMissing):
        new_project(tmp_path / parent / "p.workbench", CODEBOOK)
    assert [each.name for each in tmp_path.iterdir()] == ["file.txt"]


def test_a_project_that_could_not_be_filled_is_taken_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.app.projects.write_codebook", fail)
    with pytest.raises(KeyboardInterrupt):
        new_project(path, CODEBOOK)
    assert list(path.parent.iterdir()) == []


# --- from another project ---------------------------------------------------


def test_codebook_and_articles_come_along_with_their_ids(project: Path, path: Path) -> None:
    with opened(project) as session:
        first = session.articles()[0].id
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
        session.run(SetStatus(first, Status.DONE))
        session.run(EditArticle(first, {"title": "改题"}))
        source = session.articles()
        rows = dump(session)
    before = project.read_bytes()
    new_project_from(path, project, surroundings())
    assert project.read_bytes() == before
    with opened(path, "丙") as session:
        copied = session.articles()
        assert [each.uid for each in copied] == [each.uid for each in source]
        assert [each.title for each in copied] == ["改题", "第二篇"]
        assert [each.status for each in copied] == [Status.NOT_STARTED] * 2
        assert [session.text(each.id) for each in copied] == [TEXT, LONGER]
        assert session.notes(copied[0].id) != []
        assert session.codebook == CODEBOOK
        assert session.coders() == []
        fresh = dump(session)
        for table in ("original", "text_version"):
            assert fresh[table] == rows[table]
        for table in ("category", "layer", "variable", "code_list"):
            assert {row[1] for row in fresh[table]} == {row[1] for row in rows[table]}
        assert fresh["annotation"] == fresh["article_status"] == []
        with pytest.raises(NothingToUndo):
            session.undo()
        session.run(MarkSpan(copied[0].id, "actor", 0, 2, {"actor": "TOWN"}))
        assert_sound(session)


def test_an_open_project_can_be_the_source(project: Path, path: Path) -> None:
    with opened(project) as session:
        session.run(ImportArticles(()))
        new_project_from(path, project, surroundings())
    with opened(path) as session:
        assert len(session.articles()) == 2


def test_a_source_that_is_none_leaves_nothing(project: Path, path: Path, tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        new_project_from(path, tmp_path / "nowhere", surroundings())
    other = tmp_path / "text.workbench"
    other.write_text("no project at all, but long enough to be looked at as if it were one" * 5)
    with pytest.raises(NotAProject):
        new_project_from(path, other, surroundings())
    with pytest.raises(ProjectExists):
        new_project_from(project, project, surroundings())
    assert not path.exists()


def test_the_refusal_names_the_project(path: Path) -> None:
    assert str(path) in str(no_project_at(path))


# --- codebook files ---------------------------------------------------------


def _codebook_file(tmp_path: Path, change: dict[str, Any]) -> Path:
    data = json.loads(write_codebook(CODEBOOK)) | change
    file = tmp_path / "手册.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_a_codebook_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(CodebookFileUnreadable):
            read_codebook_file(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"{", b"[]", b"{}", "{“a”: 1}".encode(), "手册".encode("gb18030")],
)
def test_a_file_that_is_no_codebook_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "手册.json"
    file.write_bytes(content)
    with pytest.raises(Refusal, match=r"手册\.json") as refused:
        read_codebook_file(file)
    assert isinstance(refused.value, CodebookUnreadable) == content.startswith((b"{", b"["))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"format_version": 2}, CodebookTooNew),
        ({"nonsense": 1}, CodebookUnreadable),
        ({"layers": [{"key": "l", "scope": "moon", "variables": []}]}, CodebookUnreadable),
        ({"layers": [{"key": "to", "scope": "span", "variables": []}]}, CodebookInconsistent),
        ({"code_lists": [{"key": "a", "categories": []}] * 2, "layers": []}, KeyTwice),
    ],
)
def test_a_codebook_that_cannot_be_is_refused(
    tmp_path: Path, change: dict[str, Any], kind: type[Refusal]
) -> None:
    with pytest.raises(kind):
        read_codebook_file(_codebook_file(tmp_path, change))


def test_a_copied_project_opens_alike(project: Path, path: Path) -> None:
    shutil.copy(project, path)
    with opened(project), opened(path) as session:
        assert_sound(session)


# --- ended while it was made ----------------------------------------------------


def _unfinished(path: Path) -> Path:
    """Make what a program leaves that is killed before the codebook is in."""
    create_project(path, surroundings().ids(), "someone").close()
    return path


def test_a_project_that_was_not_finished_is_told(tmp_path: Path) -> None:
    path = _unfinished(tmp_path / "a.workbench")
    with pytest.raises(ProjectUnfinished, match=r"a\.workbench"), opened(path):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["a.workbench"]


@pytest.mark.parametrize("empty", [True, False])
def test_a_new_one_takes_its_place(tmp_path: Path, empty: bool) -> None:
    path = tmp_path / "a.workbench"
    if empty:
        path.touch()
    else:
        _unfinished(path)
    make_project(path)
    with opened(path) as session:
        assert session.codebook.layers != ()


def test_nothing_else_is_taken_for_one(tmp_path: Path) -> None:
    empty, made = tmp_path / "a.txt", make_project(tmp_path / "b.workbench")
    empty.touch()
    other = tmp_path / "c.workbench"
    other.write_text("mine")
    for path in (empty, made, other):
        before = path.read_bytes()
        with pytest.raises(ProjectExists):
            make_project(path)
        assert path.read_bytes() == before


def test_one_that_is_just_being_made_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    project = create_project(path, surroundings().ids(), "someone")
    with pytest.raises(ProjectExists):
        make_project(path)
    assert path.stat().st_size > 0
    project.close()
