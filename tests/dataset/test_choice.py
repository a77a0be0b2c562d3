from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import CODEBOOK
from tests.dataset.reading import header, table, values
from tests.dataset.world import CODERS, annotation, coded, write
from workbench.dataset.choice import ExportChoice, choice_from_json, choice_to_json
from workbench.dataset.content import make_content
from workbench.dataset.errors import (
    UnknownCoder,
    UnknownPeriod,
    UnknownStatus,
    UnknownTable,
    UnknownVariableWanted,
)
from workbench.dataset.export import pour
from workbench.dataset.preview import Preview
from workbench.domain.article import Status
from workbench.domain.codebook import UnknownCategory, UnknownLayer, UnknownVariable
from workbench.domain.coded import CodedArticle
from workbench.domain.errors import Refusal
from workbench.domain.values import Missing

ONE = coded(
    annotation("a1", "article", {"genre": ("评论",)}),
    annotation("n1", "stance", {"holder": ("TOWN",), "position": ("p1",)}),
    annotation("n2", "stance", {"holder": ("FIRM",), "position": (Missing.UNDECIDABLE,)}),
    annotation("n3", "stance", {"sources": ("FIRM", "TOWN")}, coder=2),
    annotation("n4", "actor", {"actor": ("TOWN",)}, coder=2),
    uid="a1",
    statuses={1: Status.DONE, 2: Status.IN_PROGRESS},
)
TWO = coded(
    annotation("n5", "actor", {"actor": ("FIRM",), "role": ("n1",)}),
    uid="a2",
    statuses={1: Status.IN_PROGRESS},
)


def _written(tmp_path: Path, **choice: Any) -> tuple[list[str], list[str]]:
    """Return the articles and the annotations of an export so chosen."""
    write(tmp_path / "out", ONE, TWO, **choice)
    tables = [table(tmp_path / "out" / f"{name}.csv") for name in ("articles", "annotations")]
    return [row["article_id"] for row in tables[0]], [row["annotation_id"] for row in tables[1]]


@pytest.mark.parametrize(
    ("choice", "articles", "annotations"),
    [
        ({}, ["a1", "a2"], ["a1", "n1", "n2", "n3", "n4", "n5"]),
        ({"layers": ("actor",)}, ["a1", "a2"], ["n4", "n5"]),
        ({"coders": ("甲",)}, ["a1", "a2"], ["a1", "n1", "n2", "n5"]),
        ({"coders": ("=乙",)}, ["a1", "a2"], ["n3", "n4"]),
        ({"statuses": ("done",)}, ["a1"], ["a1", "n1", "n2"]),
        ({"statuses": ("in_doubt",)}, [], []),
        ({"where": {"genre": ("评论", "社论")}}, ["a1"], ["a1", "n1", "n2", "n3", "n4"]),
        ({"where": {"genre": ("-99",)}}, ["a2"], ["n5"]),
        ({"where": {"position": ("p1",)}}, ["a1", "a2"], ["a1", "n1", "n4", "n5"]),
        ({"where": {"position": ("-98", "-99")}}, ["a1", "a2"], ["a1", "n2", "n3", "n4", "n5"]),
        ({"where": {"stance.sources": ("TOWN",)}}, ["a1", "a2"], ["a1", "n3", "n4", "n5"]),
        ({"where": {"position": ("p1",), "role": ("n1",)}}, ["a1", "a2"], ["a1", "n1", "n5"]),
        ({"coders": ("=乙",), "where": {"genre": ("评论",)}}, ["a1"], ["n3", "n4"]),
    ],
)
def test_what_is_chosen_is_written(
    tmp_path: Path, choice: dict[str, Any], articles: list[str], annotations: list[str]
) -> None:
    assert _written(tmp_path, **choice) == (articles, annotations)


def test_rows_of_article_and_coder_are_those_chosen(tmp_path: Path) -> None:
    _written(tmp_path, statuses=("done", "in_progress"))
    rows = table(tmp_path / "out" / "article_coding.csv")
    told = [(row["article_id"], row["coder"], row["status"]) for row in rows]
    assert told == [("a1", "甲", "done"), ("a1", "=乙", "in_progress"), ("a2", "甲", "in_progress")]


def test_tables_are_chosen_by_name_or_pattern(tmp_path: Path) -> None:
    report = write(tmp_path / "out", ONE, tables=("articles", "stance*"))
    assert [name for name, _ in report.files] == [
        *("stance.csv", "stance_sources_long.csv", "stance_because_long.csv", "articles.csv"),
    ]
    assert not (tmp_path / "out" / "annotations.csv").exists()


def test_columns_are_those_of_the_variables_that_are_wanted(tmp_path: Path) -> None:
    write(tmp_path / "out", ONE, variables=("position", "actor.actor"))
    stance = header(tmp_path / "out" / "stance.csv")
    assert stance[15:] == ["position", "position_label", "position_score", "position_code"]
    assert header(tmp_path / "out" / "actor.csv")[15:19] == [
        *("actor", "actor_label", "actor_code", "actor_parent"),
    ]
    assert not (tmp_path / "out" / "stance_sources_long.csv").exists()
    rows = {row["annotation_id"]: values(row) for row in table(tmp_path / "out/annotations.csv")}
    assert rows["n1"] == {"position": "p1"}
    assert rows["n3"] == {}
    told = [row["complete"] for row in table(tmp_path / "out" / "stance.csv")]
    assert told == ["1", "1", "0"]  # what is left out was coded all the same


def test_names_are_the_same_whatever_is_left_out(tmp_path: Path) -> None:
    write(tmp_path / "whole", ONE)
    write(tmp_path / "part", ONE, variables=("holder",), layers=("stance",))
    whole, part = (header(tmp_path / name / "stance.csv") for name in ("whole", "part"))
    assert set(part) < set(whole)


@pytest.mark.parametrize(
    ("choice", "refusal", "known"),
    [
        ({"tables": ("stances",)}, UnknownTable, "annotations, stance"),
        ({"tables": ("x*",)}, UnknownTable, "articles"),
        ({"layers": ("nothing",)}, UnknownLayer, "stance, actor, article"),
        ({"variables": ("nothing",)}, UnknownVariableWanted, "holder, position"),
        ({"variables": ("stance.nothing",)}, UnknownVariable, "holder"),
        ({"variables": ("nothing.holder",)}, UnknownLayer, "stance"),
        ({"coders": ("丙",)}, UnknownCoder, "甲, =乙"),
        ({"statuses": ("ready",)}, UnknownStatus, "in_doubt"),
        ({"where": {"nothing": ("x",)}}, UnknownVariableWanted, "holder"),
        ({"where": {"position": ("p9",)}}, UnknownCategory, "positions"),
        ({"period": "week"}, UnknownPeriod, "month, year"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    tmp_path: Path, choice: dict[str, Any], refusal: type[Refusal], known: str
) -> None:
    with pytest.raises(refusal, match=known):
        write(tmp_path / "out", ONE, **choice)
    assert list(tmp_path.iterdir()) == []


def test_a_choice_is_remembered_as_it_is() -> None:
    choice = ExportChoice(
        tables=("a*",),
        coders=("甲",),
        where={"sample": ("main", "-99")},
        expand_groups=True,
        language="en",
        formats=("csv", "sav"),
    )
    assert choice_from_json(choice_to_json(choice)) == choice
    assert choice_from_json(choice_to_json(ExportChoice())) == ExportChoice()


@pytest.mark.parametrize(
    "told",
    ["", "[]", "{", '{"later": 1}', '{"tables": 3, "where": [], "expand_groups": "yes"}'],
)
def test_what_cannot_be_read_of_a_choice_is_as_usual(told: str) -> None:
    assert choice_from_json(told) == ExportChoice()
    assert choice_from_json('{"where": {"a": ["x"], "b": 2}}').where == {"a": ("x",), "b": ()}


def _previewed(*articles: CodedArticle, shown: int = 2, **choice: Any) -> Preview:
    preview = Preview(shown)
    pour(make_content(CODEBOOK, CODERS, ExportChoice(**choice)), articles, preview)
    return preview


def test_a_preview_has_the_first_rows_and_all_counts(tmp_path: Path) -> None:
    report = write(tmp_path / "out", ONE, TWO)
    seen = _previewed(ONE, TWO).tables
    assert [(f"{each.table.name}.csv", each.count) for each in seen] == list(report.files)
    (annotations,) = (each for each in seen if each.table.name == "annotations")
    assert [row[0] for row in annotations.rows] == ["a1", "n1"]
    assert all(len(row) == len(each.table.columns) for each in seen for row in each.rows)


def test_a_table_left_out_costs_nothing() -> None:
    content = make_content(CODEBOOK, CODERS, ExportChoice(tables=("articles",)))
    assert len(content.growing) == 1
    assert [each.count for each in _previewed(ONE, TWO, tables=("articles",)).tables] == [2]


def test_labels_that_nobody_would_write(tmp_path: Path) -> None:
    label = '"甲"\n=乙,😀' + "长" * 300
    actors = replace(
        CODEBOOK.code_list("actors"),
        categories=tuple(
            replace(each, label=replace(each.label, zh=label), retired=True)
            for each in CODEBOOK.code_list("actors").categories
        ),
    )
    book = replace(CODEBOOK, code_lists=(actors, CODEBOOK.code_list("positions")))
    write(tmp_path / "out", ONE, codebook=book)
    rows = table(tmp_path / "out" / "stance.csv")
    assert rows[0]["holder_label"] == label
    assert rows[0]["holder"] == "TOWN"  # what is retired stays coded
