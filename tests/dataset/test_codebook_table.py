from __future__ import annotations

import json
from pathlib import Path

from tests.app.world import CODEBOOK
from tests.dataset.reading import Row, header, table
from tests.dataset.world import write
from workbench.dataset.article_tables import CODING
from workbench.domain.codebook import Category, Codebook, CodeList, Guide, Words
from workbench.domain.codebook_file import parse_codebook


def _rows(tmp_path: Path, codebook: Codebook = CODEBOOK) -> list[Row]:
    write(tmp_path / "out", codebook=codebook)
    return table(tmp_path / "out" / "codebook.csv")


def _of(rows: list[Row], kind: str) -> dict[str, Row]:
    return {row["key"]: row for row in rows if row["kind"] == kind}


def test_missing_values_are_declared(tmp_path: Path) -> None:
    missing = _of(_rows(tmp_path), "missing")
    assert {key: row["code"] for key, row in missing.items()} == {
        "not_applicable": "-97",
        "undecidable": "-98",
        "not_coded": "-99",
    }
    assert missing["not_coded"]["label_zh"] == "未编码"


def test_every_column_of_every_table_has_its_variable(tmp_path: Path) -> None:
    rows = _rows(tmp_path)
    for row in (row for row in rows if row["kind"] == "variable"):
        own = header(tmp_path / "out" / f"{row['tables'].split(';')[0]}.csv")
        assert set(row["columns"].split(";")) <= set(own)
    layers = _of(rows, "layer")
    coding = header(tmp_path / "out" / "article_coding.csv")
    told = [name for row in layers.values() for name in row["columns"].split(";")]
    assert sorted(told) == sorted(coding[len(CODING) :])
    assert layers["stance"]["complete"] == "holder;position"
    assert (layers["article"]["type"], layers["stance"]["type"]) == ("article", "span")


def test_variables_tell_their_type(tmp_path: Path) -> None:
    variables = [row for row in _rows(tmp_path) if row["belongs_to"] == "stance"]
    told = {row["key"]: (row["type"], row["several"], row["code_list"]) for row in variables}
    assert told["sources"] == ("category", "1", "actors")
    assert told["share"] == ("real", "0", "")
    (sources,) = (row for row in variables if row["key"] == "sources")
    assert sources["tables"] == "stance;stance_sources_long"


def test_categories_tell_everything(tmp_path: Path) -> None:
    guide = Guide(definition=Words("-定义", "definition"), example=Words("例\n子", "example"))
    category = Category(
        key="=A",
        code=7,
        label=Words("甲", "A"),
        score=-1.5,
        parent="B",
        aliases=("甲国", "a;b"),
        members=("B", "C"),
        same_as="other:A",
        attributes={"since": 1949, "can_hold": True},
        guide=guide,
        source="某书",
        retired=True,
    )
    (row,) = _of(
        _rows(tmp_path, Codebook(Words(), (CodeList("x", Words(), (category,)),))), "category"
    ).values()
    assert row["key"] == "=A"
    assert json.loads(row["aliases"]) == ["甲国", "a;b"]
    assert json.loads(row["attributes"]) == {"since": 1949, "can_hold": True}
    told = ("belongs_to", "code", "score", "parent", "members", "same_as", "source", "retired")
    assert [row[name] for name in told] == [
        *("x", "7", "-1.5", "B", "B;C", "other:A", "某书", "1"),
    ]
    assert (row["definition_zh"], row["definition_en"]) == ("-定义", "definition")
    assert (row["example_zh"], row["include_en"]) == ("例\n子", "")


def test_the_starter_codebook_is_told_whole(tmp_path: Path, repository: Path) -> None:
    path = repository / "resources" / "codebook" / "starter.json"
    codebook = parse_codebook(path.read_text(encoding="utf-8"), path.name)
    rows = _rows(tmp_path, codebook)
    told = [
        (row["belongs_to"], row["key"], row["label_zh"], row["score"])
        for row in rows
        if row["kind"] == "category"
    ]
    assert told == [
        (each.key, category.key, category.label.zh, _number(category.score))
        for each in codebook.code_lists
        for category in each.categories
    ]
    assert len([row for row in rows if row["kind"] == "attribute"]) == sum(
        len(each.attributes) for each in codebook.code_lists
    )


def _number(score: float | None) -> str:
    return "" if score is None else f"{score:g}"
