"""Databases of Discourse Network Analyzer, versions 2 and 3."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.project.dna_database import TEXT, Coded, database, place
from tests.files.sql import raw_change
from workbench.domain.codebook import Kind
from workbench.domain.errors import Refusal
from workbench.exchange.project.formats import project_format, read_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import ForeignAnnotation, ForeignProject, Remark
from workbench.files.errors import FileDamaged, FileHoldsNul

FOR, AGAINST = "𠮷镇说：我们支持修桥。", "镇上的商会反对修桥。"
STATEMENTS = (
    Coded(*place(TEXT, FOR), person="镇长", concept="修桥", agreement=1, coder=2),
    Coded(*place(TEXT, AGAINST), "会长", "商会", "修桥", 0),
    Coded(*place(TEXT, "尾"), note="这里要再看。"),
)


def by_key(project: ForeignProject) -> dict[str, ForeignAnnotation]:
    return {each.key: each for each in project.annotations if each.key}


@pytest.mark.parametrize("version", [2, 3])
def test_statements_are_stances(tmp_path: Path, version: int) -> None:
    path = database(tmp_path / "a.dna", *STATEMENTS, version=version)
    assert project_format(path) is ProjectFormat.DNA
    found = read_project(path)
    one, two, note = by_key(found).values()
    assert (one.quote, two.quote, note.quote) == (FOR, AGAINST, "尾")
    assert one.values == {
        "holder": ("镇长",),
        "target": ("修桥",),
        "position": ("p1",),
        "person": ("镇长",),
    }
    assert (two.values["holder"], two.values["position"]) == (("商会",), ("n1",))
    assert (note.layer, note.values) == ("annotation", {"note": ("这里要再看。",)})
    assert (one.coder, two.coder) == ("甲", "Admin")
    assert [(each.remark, each.count) for each in found.remarks] == [(Remark.NOT_READ, 1)]


@pytest.mark.parametrize("version", [2, 3])
def test_entities_are_categories(tmp_path: Path, version: int) -> None:
    found = read_project(database(tmp_path / "a.dna", *STATEMENTS, version=version))
    lists = found.codebook.lists_by_key
    assert {each.key for each in lists["actors"].categories} == {"镇长", "商会", "没有说话的"}
    firm = lists["actors"].category("商会")
    assert firm.aliases == ("镇商会", "商会")
    assert firm.attributes == {"dna_type": "firm", "can_hold": True}
    assert (firm.guide.definition.zh, firm.colour) == ("镇上的商人", "#FF1000")
    assert [each.key for each in lists["person"].categories] == ["镇长", "会长"]
    assert lists["positions"].category("n1").score == -1
    assert [each.key for each in found.codebook.layers] == ["stance", "annotation", "article"]


@pytest.mark.parametrize("version", [2, 3])
def test_documents_are_articles(tmp_path: Path, version: int) -> None:
    found = read_project(database(tmp_path / "a.dna", version=version))
    (article,) = found.articles
    assert article.text == TEXT.replace("\r\n", "\n").replace("\r", "\n")
    assert (article.title, article.source, article.author) == ("修桥", "镇报", "某记者")
    assert article.published == "2025-02-19"
    (about,) = found.annotations
    assert about.values == {"dna_section": ("头版",), "dna_kind": ("新闻",)}
    assert [each.text for each in found.memos] == ["存疑"]


def test_an_agreement_of_five_steps_is_our_scale(tmp_path: Path) -> None:
    path = raw_change(
        database(tmp_path / "a.dna", *STATEMENTS),
        "UPDATE VARIABLES SET DataType = 'integer' WHERE Variable = 'agreement'",
        "INSERT INTO DATAINTEGER VALUES (1, 1, 4, -2)",
    )
    assert by_key(read_project(path))["1"].values["position"] == ("n2",)


def test_another_scale_stays_a_number(tmp_path: Path) -> None:
    path = raw_change(
        database(tmp_path / "a.dna", *STATEMENTS),
        "UPDATE VARIABLES SET DataType = 'integer' WHERE Variable = 'agreement'",
        "INSERT INTO DATAINTEGER VALUES (1, 1, 4, 7)",
    )
    found = read_project(path)
    layer = found.codebook.layers[0]
    assert (layer.key, layer.variable("agreement").kind) == ("dna_statement", Kind.INTEGER)
    assert by_key(found)["1"].values["agreement"] == (7,)
    assert by_key(found)["2"].values["organization"] == ("商会",)


def test_what_is_no_stance_stays_what_it_is(tmp_path: Path) -> None:
    path = raw_change(
        database(tmp_path / "a.dna", *STATEMENTS),
        "UPDATE VARIABLES SET Variable = '概念' WHERE Variable = 'concept'",
        "UPDATE STATEMENTTYPES SET Label = '论断' WHERE ID = 1",
    )
    found = read_project(path)
    layer = found.codebook.layers[0]
    assert (layer.key, layer.label.zh) == ("statement", "论断")
    assert by_key(found)["1"].values == {
        "person": ("镇长",),
        "variable": ("修桥",),
        "agreement": (True,),
    }
    assert found.codebook.lists_by_key["codes"].label.zh == "概念"


def test_what_does_not_fit_is_told(tmp_path: Path) -> None:
    lost = (
        Coded(2, 99_999, concept="修桥"),
        Coded(0, 2, concept="修桥", document=7),
        Coded(-5, 3, concept="修桥"),
        Coded(0, 2, concept="修桥", coder=9),
    )
    path = raw_change(
        database(tmp_path / "a.dna", *lost),
        "INSERT INTO DOCUMENTS (ID, Title, Text) VALUES (2, '空', ' \n')",
        "INSERT INTO STATEMENTS VALUES (90, 77, 1, 0, 2, 1)",
    )
    found = read_project(path)
    assert [each.key for each in found.annotations] == ["", "4"]
    assert found.annotations[1].coder == ""
    told = {each.remark: each.count for each in found.remarks}
    assert told == {
        Remark.OUTSIDE_TEXT: 2,
        Remark.ARTICLE_MISSING: 1,
        Remark.LAYER_MISSING: 1,
        Remark.TEXT_MISSING: 1,
        Remark.NOT_READ: 1,
    }


@pytest.mark.parametrize("date", ["99999999999999999", "'gestern'", "NULL"])
def test_a_date_that_is_none_stays_empty(tmp_path: Path, date: str) -> None:
    path = raw_change(database(tmp_path / "a.dna"), f"UPDATE DOCUMENTS SET Date = {date}")
    assert read_project(path).articles[0].published in ("", "1969-12-31")


def test_a_text_that_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileHoldsNul, match=r"a\.dna"):
        read_project(database(tmp_path / "a.dna", text="甲\0乙"))


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    path = database(tmp_path / "a.dna", *STATEMENTS)
    path.write_bytes(path.read_bytes()[:-5000])
    assert project_format(path) is ProjectFormat.DNA
    with pytest.raises(FileDamaged, match=r"a\.dna"):
        read_project(path)


def test_what_is_no_such_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    for data in (b"no database", b"SQLite format 3\0" + b"x" * 200):
        path.write_bytes(data)
        _assert_none(path)
    path.unlink()
    raw_change(path, "CREATE TABLE DOCUMENTS (ID)", "CREATE VIEW STATEMENTS AS SELECT 1 AS ID")
    _assert_none(path)


def _assert_none(path: Path) -> None:
    assert project_format(path) is None
    with pytest.raises(Refusal, match=r"a\.dna"):
        read_project(path, ProjectFormat.DNA)


def test_a_mark_that_the_text_begins_with_moves_no_statement(tmp_path: Path) -> None:
    text = "\ufeff" + TEXT
    coded = [Coded(*place(text, FOR)), Coded(0, 3)]
    found = by_key(read_project(database(tmp_path / "a.dna", *coded, text=text)))
    assert [each.quote for each in found.values()] == [FOR, "标题"]
