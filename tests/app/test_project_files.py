"""A project of ours leaves as a file of another program and comes into another project whole."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import TEXT, article, assert_sound, make_project, opened
from tests.exchange.project.test_qdpx import assert_valid
from workbench.app.commands import (
    ImportArticles,
    MarkSpan,
    SetArticleValues,
    SetMemo,
    SetStatus,
    WriteMemo,
)
from workbench.app.errors import (
    Cancelled,
    ExportFileExists,
    ExportFileIsProject,
    FileUnwritable,
    ProjectFileUnreadable,
)
from workbench.app.exporting import ExportChoice, export_dataset
from workbench.app.messages import Messages
from workbench.app.project_export import export_project
from workbench.app.project_files import (
    Remark,
    Remarked,
    format_of_project,
    import_project,
    see_project,
)
from workbench.app.project_words import remark_told
from workbench.app.session import Session
from workbench.domain.article import Status
from workbench.domain.memo import PROJECT, Subject
from workbench.domain.values import Missing
from workbench.exchange.project.kinds import ProjectFormat
from workbench.files.errors import FileDamaged


def coded(session: Session) -> None:
    """Code two articles as two coders, with overlaps, links and memos."""
    first, second = (each.id for each in session.articles())
    one = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN", "named": True}))
    session.run(
        MarkSpan(
            first,
            "stance",
            0,
            6,
            {
                "holder": "MAYOR",
                "position": Missing.UNDECIDABLE,
                "sources": ["TOWN", "FIRM"],
                "share": 0.1,
                "rank": 3,
                "when": "2025-03/2025-04",
                "reason": "因为“；”[x]\n二",
                "because": [one],
            },
        )
    )
    session.run(SetMemo(one, "一条备注\n二"))
    session.run(SetArticleValues(second, {"genre": "评论", "score": 3}))
    session.run(SetStatus(second, Status.DONE))
    session.run(WriteMemo(PROJECT, "总的想法"))
    session.run(WriteMemo(Subject(article=second), "这篇的想法"))
    session.run(WriteMemo(Subject(code_list="actors", category="FIRM"), "商会的想法"))
    session.become("乙")
    session.run(MarkSpan(first, "actor", 1, 3, {"actor": "FIRM"}, with_defaults=False))
    session.run(SetArticleValues(second, {"score": 4}))


def told(session: Session) -> list[Any]:
    """Return everything that was coded, in plain tuples."""
    names = {each.id: each.name for each in session.coders()}
    rows: list[Any] = []
    places: dict[int, Any] = {}
    for number, info in enumerate(session.articles()):
        for each in session.annotations(info.id, all_coders=True):
            places[each.id] = (number, each.layer, each.span, names[each.coder])
    for number, info in enumerate(session.articles()):
        rows.append((info.title, session.text(info.id), session.notes(info.id), info.file_name))
        for each in session.annotations(info.id, all_coders=True):
            values = {
                key: tuple(
                    places[own] if key == "because" and isinstance(own, int) else own
                    for own in scalars
                )
                for key, scalars in each.values.items()
            }
            about = (each.memo, each.certainty, each.created, each.modified)
            rows.append((number, names[each.coder], each.layer, each.quote, values, about))
    memos = ((e.subject.category, e.text, names.get(e.coder or 0)) for e in session.memos())
    return [*rows, *sorted(memos, key=repr)]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """An empty project."""
    return make_project(tmp_path / "other.workbench")


def test_all_of_it_comes_into_another_project(
    session: Session, other: Path, tmp_path: Path
) -> None:
    coded(session)
    path = tmp_path / "研究.qdpx"
    export_project(session.database, path)
    assert_valid(path.read_bytes())
    assert format_of_project(path) is ProjectFormat.QDPX
    with opened(other, "丙") as target:
        seen = see_project(target, path)
        assert seen.would.annotations == 5
        assert seen.layers == (("stance", 1), ("actor", 2), ("article", 2))
        assert seen.changes == ()
        report = import_project(target, seen.project)
        assert (len(report.articles), report.annotations) == (2, 5)
        assert report.coders == ("甲", "乙")
        assert report.remarks == ()
        assert_sound(target)
        assert told(target) == told(session)
        again = see_project(target, path)
        assert (again.would.articles, again.would.annotations) == ((), 0)
        import_project(target, again.project)
        assert told(target) == told(session)
        target.become("甲")
        assert [each.status for each in target.articles()] == [Status.IN_PROGRESS, Status.DONE]


def test_a_memo_that_is_there_gets_what_it_lacks(
    session: Session, other: Path, tmp_path: Path
) -> None:
    session.run(WriteMemo(PROJECT, "甲的想法"))
    export_project(session.database, tmp_path / "x.qdpx")
    with opened(other) as target:
        target.run(WriteMemo(PROJECT, "以前的想法"))
        import_project(target, see_project(target, tmp_path / "x.qdpx").project)
        assert [each.text for each in target.memos()] == ["以前的想法\n\n甲的想法"]


def test_the_same_project_gives_the_same_bytes(session: Session, tmp_path: Path) -> None:
    coded(session)
    one, two = tmp_path / "a" / "x.qdpx", tmp_path / "b" / "x.qdpx"
    for path in (one, two):
        path.parent.mkdir()
        export_project(session.database, path, language="en")
    assert one.read_bytes() == two.read_bytes()


def test_a_file_is_not_replaced_unasked(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.qdpx"
    path.write_bytes(b"old")
    with pytest.raises(ExportFileExists):
        export_project(session.database, path)
    with pytest.raises(ExportFileIsProject):
        export_project(session.database, session.path, overwrite=True)
    with pytest.raises(FileUnwritable):
        export_project(session.database, tmp_path / "nowhere" / "x.qdpx")
    assert path.read_bytes() == b"old"
    export_project(session.database, path, overwrite=True)
    assert format_of_project(path) is ProjectFormat.QDPX


class _Stopped:
    cancelled = True

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        """Do nothing."""


def test_a_cancel_leaves_what_was_there(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.qdpx"
    export_project(session.database, path)
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        export_project(session.database, path, overwrite=True, progress=_Stopped())
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.glob(".*")] == []
    with pytest.raises(Cancelled):
        see_project(session, path, progress=_Stopped())


def test_what_cannot_be_opened_is_no_project(session: Session, tmp_path: Path) -> None:
    assert format_of_project(tmp_path) is None
    assert format_of_project(tmp_path / "none.qdpx") is None
    with pytest.raises(ProjectFileUnreadable):
        see_project(session, tmp_path / "none.qdpx")


@pytest.mark.parametrize("name", ["x.qdpx", "X.QDPX", "x.dna", "x.sqlite3", "x.xmi", "x.tsv3"])
@pytest.mark.parametrize("content", [b"foo", b"PK\x03\x04" + b"garbage" * 20])
def test_what_is_called_a_project_and_is_none_is_damaged_and_no_article(
    session: Session, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileDamaged):
        see_project(session, path, format_of_project(path))


def test_half_a_project_is_damaged(session: Session, tmp_path: Path) -> None:
    coded(session)
    path = tmp_path / "x.qdpx"
    export_project(session.database, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(FileDamaged):
        see_project(session, path, format_of_project(path))


def test_a_database_of_another_program_is_no_damaged_project(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE a (b)")
    assert format_of_project(path) is None


def test_articles_that_are_there_are_not_there_twice(session: Session, tmp_path: Path) -> None:
    coded(session)
    export_project(session.database, tmp_path / "x.qdpx")
    with opened(make_project(tmp_path / "third.workbench")) as target:
        target.run(ImportArticles((article(TEXT, "别的题目"),)))
        report = import_project(target, see_project(target, tmp_path / "x.qdpx").project)
        assert (len(report.articles), report.articles_there) == (1, 1)
        assert target.articles()[0].title == "别的题目"
        assert len(target.annotations(target.articles()[0].id, all_coders=True)) == 3


def test_remarks_are_sentences() -> None:
    messages = Messages("en")
    assert remark_told(Remarked(Remark.RENAMED, 2), messages).endswith("other keys: 2.")
    found = remark_told(Remarked(Remark.RENAMED, 2, ("a", "b")), messages)
    assert found.endswith("other keys: 2 (a, b).")


@pytest.mark.parametrize("formats", [("qdpx",), ("csv", "qdpx")])
def test_an_export_has_the_file_beside_its_tables(
    session: Session, other: Path, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    coded(session)
    folder = tmp_path / "dataset"
    choice = ExportChoice(formats=formats, coders=("甲",), layers=("actor",))
    report = export_dataset(session.database, folder, choice)
    assert dict(report.files)["project.qdpx"] == 1
    assert ("annotations.csv" in {each.name for each in folder.iterdir()}) == ("csv" in formats)
    assert "- project.qdpx: 1\n" in (folder / "README.txt").read_text("utf-8-sig")
    with opened(other) as target:
        seen = see_project(target, folder / "project.qdpx")
        assert [each.layer for each in seen.project.annotations] == ["actor"]
        assert seen.project.annotations[0].coder == "甲"
    export_dataset(session.database, folder, choice, overwrite=True)


def test_who_is_left_out_of_a_file_beside_has_no_status_and_no_name_there(
    session: Session, other: Path, tmp_path: Path
) -> None:
    coded(session)
    folder = tmp_path / "dataset"
    for choice, told in [
        (ExportChoice(formats=("qdpx",), coders=("乙",)), {("乙", Status.IN_PROGRESS)}),
        (ExportChoice(formats=("qdpx",), statuses=("done",)), {("甲", Status.DONE)}),
    ]:
        export_dataset(session.database, folder, choice, overwrite=True)
        with opened(other) as target:
            project = see_project(target, folder / "project.qdpx").project
        assert {(each.coder, each.status) for each in project.statuses} == told
        assert set(project.coders) >= {coder for coder, _ in told}
        assert choice.coders in ((), project.coders)
