"""A project as documents for NLP tools, cut into words by jieba, and back into another project."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.app.world import article, assert_sound, make_project, opened
from workbench.app.commands import ImportArticles, MarkSpan, SetStatus
from workbench.app.project_export import ProjectFormat, export_project
from workbench.app.project_files import import_project, look_at_project
from workbench.domain.article import Status
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.as_json import read_json

TEXT = "😀研究生命起源的小镇议会。\n镇长说：不同意！"


@pytest.mark.parametrize("kind", [ProjectFormat.XMI, ProjectFormat.CAS_JSON, ProjectFormat.TSV])
def test_annotations_go_out_and_come_back(tmp_path: Path, kind: ProjectFormat) -> None:
    path = tmp_path / "a.zip"
    with opened(make_project(tmp_path / "a.workbench")) as session:
        session.run(ImportArticles((article(TEXT),)))
        (one,) = session.articles()
        cause = session.run(MarkSpan(one.id, "actor", 9, 13, {"actor": "TOWN"}))
        values = {"holder": "MAYOR", "position": "n1", "reason": "一\n“二”"}
        session.run(MarkSpan(one.id, "stance", 9, 22, values))
        session.run(SetStatus(one.id, Status.DONE))
        before = [(e.uid, e.layer, e.span, e.values) for e in session.annotations(one.id)]
        export_project(session.database, path, kind)
    assert cause
    with opened(make_project(tmp_path / "b.workbench"), "乙") as session:
        import_project(session, look_at_project(path))
        (one,) = session.articles()
        came = session.annotations(one.id, all_coders=True)
        assert [each[1:] for each in before] == [(e.layer, e.span, e.values) for e in came]
        assert session.text(one.id) == TEXT
        assert_sound(session)


def test_words_are_those_of_the_dictionary_and_the_codebook(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with opened(make_project(tmp_path / "a.workbench")) as session:
        session.run(ImportArticles((article(TEXT),)))
        export_project(session.database, path, ProjectFormat.CAS_JSON)
    with ZipFile(path) as package:
        (name,) = [each for each in package.namelist() if each != "codebook.json"]
        document = read_json(package.read(name), "a")
    tokens = [
        TEXT[each.begin : each.end] for each in document.structures if each.type == names.TOKEN
    ]
    assert tokens[:6] == ["😀", "研究", "生命", "起源", "的", "小镇议会"]
