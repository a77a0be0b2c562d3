"""Code lists, memos and units of reliability."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from tests.app.world import CODEBOOK
from tests.dataset.reading import Row, header, table
from tests.dataset.world import CODERS, TIME, WITH_GROUPS, annotation, coded, write
from workbench.dataset.choice import ExportChoice
from workbench.dataset.export import write_dataset
from workbench.domain.article import Status
from workbench.domain.codebook import Layer, Scope, Words
from workbench.domain.coded import CodedMemo
from workbench.domain.values import Missing


def _rows(folder: Path, name: str, *articles: Any, **options: Any) -> list[Row]:
    write(folder / "out", *articles, tables=(name,), **options)
    return table(folder / "out" / f"{name}.csv")


# --- code lists -----------------------------------------------------------------


def test_a_code_list_has_a_row_a_category(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "list_actors", codebook=WITH_GROUPS)
    assert header(tmp_path / "out" / "list_actors.csv") == [
        *("category", "label", "code", "parent", "top", "type", "label_zh", "label_en", "depth"),
        *("path", "members", "same_as", "aliases", "definition_zh", "definition_en", "source"),
        "retired",
    ]
    own = {row["category"]: row for row in rows}
    assert list(own) == ["TOWN", "FIRM", "MAYOR", "GONE", "BOTH", "BOARD"]
    mayor = own["MAYOR"]
    assert (mayor["code"], mayor["parent"], mayor["top"], mayor["depth"]) == (
        *("3", "TOWN", "TOWN", "2"),
    )
    assert (mayor["path"], mayor["label_en"]) == ("小镇 / 镇长", "the mayor")
    assert json.loads(own["TOWN"]["aliases"]) == ["小镇议会"]
    assert own["GONE"]["retired"] == "1"
    assert (own["BOTH"]["members"], own["BOARD"]["type"]) == ("TOWN;FIRM", "minilateral")


def test_scores_stand_in_their_list_and_a_layer_keeps_its_name(tmp_path: Path) -> None:
    layer = Layer("list_positions", Words(), Scope.SPAN, ())
    book = replace(CODEBOOK, layers=(*CODEBOOK.layers, layer))
    write(tmp_path / "out", codebook=book)
    assert header(tmp_path / "out" / "list_positions.csv")[0] == "annotation_id"
    rows = table(tmp_path / "out" / "list_positions_2.csv")
    assert [(row["category"], row["score"]) for row in rows] == [("n1", "-1"), ("p1", "1")]


# --- memos ----------------------------------------------------------------------

_MEMOS = [
    CodedMemo("m1", "p1", "甲", "a1", None, None, "", "文章备注", TIME, TIME),
    CodedMemo("m2", "p2", "=乙", None, "actors", "TOWN", "", "=类目", TIME, TIME),
    CodedMemo("m3", None, None, None, None, None, "旧类目", "项目备注", TIME, TIME),
    CodedMemo("m4", "p1", "甲", "a9", None, None, "", "别的文章", TIME, TIME),
]


def _memos(folder: Path, **choice: Any) -> list[Row]:
    noted = coded(annotation("n1", "actor", memo="标注备注"), annotation("n2", "actor"))
    chosen = ExportChoice(tables=("memos",), **choice)
    target = folder / "out"
    write_dataset(
        target, CODEBOOK, CODERS, [noted], overwrite=False, choice=chosen, memos=iter(_MEMOS)
    )
    return table(target / "memos.csv")


def test_memos_say_what_they_are_about(tmp_path: Path) -> None:
    rows = _memos(tmp_path)
    told = ("memo_id", "subject", "article_id", "annotation_id", "category", "about", "coder")
    assert [(*(row[name] for name in told), row["text"]) for row in rows] == [
        ("n1", "annotation", "a1", "n1", "", "", "甲", "标注备注"),
        ("m1", "article", "a1", "", "", "", "甲", "文章备注"),
        ("m2", "category", "", "", "TOWN", "", "=乙", "=类目"),
        ("m3", "project", "", "", "", "旧类目", "", "项目备注"),
    ]


def test_memos_of_coders_who_are_left_out_are_left_out(tmp_path: Path) -> None:
    assert [row["memo_id"] for row in _memos(tmp_path, coders=("甲",))] == ["n1", "m1"]


# --- units of reliability -------------------------------------------------------

_BOTH = coded(
    annotation("n1", "article", {"score": (2,), "genre": ("评论",)}),
    annotation("n2", "article", {"score": (3,)}, coder=2),
    annotation("n3", "stance", {"holder": ("TOWN",), "position": ("p1",)}),
    annotation("n4", "stance", {"holder": ("MAYOR",), "position": ("p1",)}, start=1, end=3),
    annotation("n5", "stance", {"holder": ("TOWN",), "position": (Missing.UNDECIDABLE,)}, coder=2),
    annotation("n6", "stance", {"holder": ("FIRM",)}, start=None, end=None),
    statuses={1: Status.DONE, 2: Status.IN_PROGRESS},
)


def _units(folder: Path, kind: str) -> list[Row]:
    rows = _rows(folder, "reliability_units", _BOTH)
    return [row for row in rows if row["unit_type"] == kind]


def test_units_are_of_articles_that_several_have_coded(tmp_path: Path) -> None:
    one = coded(annotation("n1", "actor", {"actor": ("TOWN",)}), statuses={1: Status.DONE})
    assert _rows(tmp_path, "reliability_units", one) == []
    both = coded(
        annotation("n1", "actor", {"actor": ("TOWN",)}),
        statuses={1: Status.IN_PROGRESS, 2: Status.DONE},
    )
    write(tmp_path / "two", both, tables=("reliability_units",))
    rows = table(tmp_path / "two" / "reliability_units.csv")
    assert {row["coder"] for row in rows} == set(CODERS.values())


def test_who_is_left_out_by_status_is_no_rater_who_marked_nothing(tmp_path: Path) -> None:
    assert _rows(tmp_path, "reliability_units", _BOTH, statuses=("in_progress",)) == []
    write(tmp_path / "both", _BOTH, tables=("reliability_units",), statuses=("done", "in_progress"))
    rows = table(tmp_path / "both" / "reliability_units.csv")
    assert {row["coder"] for row in rows} == set(CODERS.values())


def test_what_is_left_out_by_its_values_is_not_as_if_unmarked(tmp_path: Path) -> None:
    both = coded(
        annotation("n1", "stance", {"holder": ("TOWN",), "position": ("p1",)}),
        annotation("n2", "stance", {"holder": ("FIRM",), "position": ("n1",)}, coder=2),
        annotation("n3", "actor", {"actor": ("TOWN",)}, start=1, end=2),
        statuses={1: Status.DONE, 2: Status.DONE},
    )
    options = {"tables": ("reliability_units", "article_coding"), "layers": ("stance",)}
    write(tmp_path / "all", both, **options)
    write(tmp_path / "some", both, where={"position": ("p1",)}, **options)
    rows = table(tmp_path / "some" / "reliability_units.csv")
    assert rows == table(tmp_path / "all" / "reliability_units.csv")
    at_first = [
        (row["coder"], row["value"], row["n"])
        for row in rows
        if (row["unit"], row["variable"]) == ("a1:0-4", "position")
    ]
    assert at_first == [("甲", "p1", "1"), ("=乙", "n1", "1")]
    counts = table(tmp_path / "some" / "article_coding.csv")
    assert [row["n_stance"] for row in counts] == ["1", "0"]
    told = (tmp_path / "some" / "README.txt").read_text("utf-8-sig")
    assert "0 is none of them, not nothing marked" in told
    assert "what was\nleft out would look as if it had not been marked" in told


def test_article_variables_are_units(tmp_path: Path) -> None:
    rows = _units(tmp_path, "article")
    assert [(row["variable"], row["coder"], row["value"], row["n"]) for row in rows] == [
        ("score", "甲", "2", "1"),
        ("score", "=乙", "3", "1"),
    ]


def test_every_sentence_is_a_unit_also_where_nothing_is(tmp_path: Path) -> None:
    rows = _units(tmp_path, "sentence")
    told = [
        (row["unit"], row["variable"], row["coder"], row["value"], row["n"])
        for row in rows
        if row["sentence"] in ("1", "2")
    ]
    assert told == [
        ("a1:s1", "holder", "甲", "MAYOR;TOWN", "2"),
        ("a1:s1", "holder", "=乙", "TOWN", "1"),
        ("a1:s1", "position", "甲", "p1", "2"),
        ("a1:s1", "position", "=乙", "-98", "1"),
        ("a1:s2", "holder", "甲", "", "0"),
        ("a1:s2", "holder", "=乙", "", "-99"),
        ("a1:s2", "position", "甲", "", "0"),
        ("a1:s2", "position", "=乙", "", "-99"),
    ]


def test_what_anybody_marked_is_a_unit_for_all(tmp_path: Path) -> None:
    rows = [row for row in _units(tmp_path, "span") if row["variable"] == "holder"]
    told = [(row["unit"], row["start"], row["end"], row["coder"], row["value"]) for row in rows]
    assert told == [
        ("a1:0-4", "0", "4", "甲", "TOWN"),
        ("a1:0-4", "0", "4", "=乙", "TOWN"),
        ("a1:1-3", "1", "3", "甲", "MAYOR"),
        ("a1:1-3", "1", "3", "=乙", ""),
    ]
    variables = {row["variable"] for row in table(tmp_path / "out" / "reliability_units.csv")}
    assert {"rank", "sure", "sources"} <= variables
    assert {"reason", "because"}.isdisjoint(variables)


def test_pandas_makes_a_table_of_units_by_coder(tmp_path: Path) -> None:
    _rows(tmp_path, "reliability_units", _BOTH)
    frame = pd.read_csv(tmp_path / "out" / "reliability_units.csv", encoding="utf-8-sig")
    own = frame[(frame["unit_type"] == "span") & (frame["variable"] == "holder")]
    wide = own.pivot_table(index="unit", columns="coder", values="value", aggfunc="first")
    assert wide.to_numpy().tolist()[0] == ["TOWN", "TOWN"]
    keys = ["unit_type", "unit", "layer", "variable", "coder"]
    assert len(frame.drop_duplicates(keys)) == len(frame)
