"""The published description of the tables is true of what is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.dataset.reading import header, table
from tests.dataset.world import (
    WITH_GROUPS,
    WITH_QUESTIONS,
    annotation,
    coded,
    forecasts,
    stances,
    write,
)
from workbench.app.projects import starter_codebook
from workbench.dataset.annotation_tables import ANNOTATIONS
from workbench.dataset.article_tables import ARTICLE_CODING, ARTICLES, CODING
from workbench.dataset.category_tables import CATEGORIES
from workbench.dataset.codebook_table import CODEBOOK
from workbench.dataset.columns import CODER, COMMON
from workbench.dataset.forecast_table import FORECASTS
from workbench.dataset.list_tables import LISTS_END
from workbench.dataset.memo_table import MEMOS
from workbench.dataset.reliability_table import UNITS
from workbench.dataset.score_table import SCORES
from workbench.dataset.statement_tables import DYADS_END, STATEMENTS
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook, Scope

COLUMNS = {
    "annotations": ANNOTATIONS,
    "layer": COMMON,
    "articles": ARTICLES,
    "article_coding": CODING,
    "forecasts": FORECASTS,
    "codebook": CODEBOOK,
    "statements": STATEMENTS,
    "dyads": (CODER, *DYADS_END),
    "article_counts": ARTICLE_CODING,
    "article_categories": CATEGORIES,
    "article_scores": SCORES,
    "reliability_units": UNITS,
    "list": LISTS_END,
    "memos": MEMOS,
}
# How many columns stand before those that depend on the codebook, where others follow these.
AROUND = {"long_expanded": 3, "dyads": 1, "list": 0}
BEGINNINGS = ("layer", "long", "article_coding", "article_counts", "statements")
ID = "0123456789abcdefghjkmnpqrs"
#: Each table of the dataset below, and the schema that describes it.
SCHEMAS = {
    "annotations": "annotations",
    "stance": "layer",
    "actor": "layer",
    "article": "layer",
    "stance_sources_long": "long",
    "stance_because_long": "long",
    "articles": "articles",
    "article_coding": "article_coding",
    "codebook": "codebook",
    "starter/forecasts": "forecasts",
    "stances/statements": "statements",
    "stances/dyads": "dyads",
    "stances/article_counts": "article_counts",
    "stances/article_categories": "article_categories",
    "stances/article_scores": "article_scores",
    "stances/reliability_units": "reliability_units",
    "stances/list_actors": "list",
    "stances/list_positions": "list",
    "memos": "memos",
    "expanded/statements": "statements",
    "expanded/stance_sources_long": "long_expanded",
    "expanded/stance_holder_long": "long_expanded",
}


@pytest.fixture(scope="module")
def schemas(repository: Path) -> dict[str, Any]:
    folder = repository / "schema" / "dataset"
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with something of everything."""
    values = {"holder": ("TOWN",), "sources": ("FIRM", "TOWN"), "because": ("n2",)}
    article = coded(
        annotation(f"n1{ID[1:]}", "article", {"genre": ("评论",)}),
        annotation(f"n2{ID[1:]}", "stance", values, coder=2, certainty="unsure"),
        annotation(f"n3{ID[1:]}", "actor", {"actor": ("TOWN",)}, memo="备注"),
        uid=f"a{ID}",
        statuses={1: Status.DONE},
    )
    folder = tmp_path_factory.mktemp("schema") / "out"
    write(folder, article)
    write(folder / "starter", *forecasts(), codebook=WITH_QUESTIONS)
    write(folder / "stances", *stances(), codebook=WITH_QUESTIONS)
    write(folder / "expanded", article, codebook=WITH_GROUPS, expand_groups=True)
    return folder


def test_every_schema_describes_a_table(schemas: dict[str, Any]) -> None:
    assert set(schemas) == set(SCHEMAS.values())
    for name, schema in schemas.items():
        names = [field["name"] for field in schema["fields"]]
        assert schema["name"] == name
        assert schema["title"]
        assert schema["title_en"]
        assert len(set(names)) == len(names)
        assert set(schema.get("primaryKey", [])) <= set(names)
        assert all(
            field["title"] and field["title_en"] and field["description"]
            for field in schema["fields"]
        )


@pytest.mark.parametrize(("name", "schema"), SCHEMAS.items())
def test_tables_begin_with_the_columns_described(
    schemas: dict[str, Any], folder: Path, name: str, schema: str
) -> None:
    told = [field["name"] for field in schemas[schema]["fields"]]
    columns = header(folder / f"{name}.csv")
    if schema in AROUND:
        # What is told of a value stands between, or before.
        columns = [*columns[: AROUND[schema]], *columns[AROUND[schema] - len(told) :]]
    assert columns[: len(told)] == told
    if schema not in BEGINNINGS:
        assert columns == told


@pytest.mark.parametrize(("name", "schema"), SCHEMAS.items())
def test_every_cell_is_as_described(
    schemas: dict[str, Any], folder: Path, name: str, schema: str
) -> None:
    rows = table(folder / f"{name}.csv")
    assert rows
    for field in schemas[schema]["fields"]:
        for row in rows:
            _check(field, row[field["name"]])
        if field.get("constraints", {}).get("unique"):
            assert len({row[field["name"]] for row in rows}) == len(rows)
    keys = schemas[schema].get("primaryKey")
    if keys:
        assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)


def _check(field: dict[str, Any], cell: str) -> None:
    limits = field.get("constraints", {})
    if cell == "":
        assert not limits.get("required"), field["name"]
        return
    value = _READ[field["type"]](cell)
    assert value in limits.get("enum", [value]), field["name"]
    assert value >= limits["minimum"] if "minimum" in limits else True
    assert value <= limits["maximum"] if "maximum" in limits else True
    assert re.fullmatch(limits.get("pattern", ".*"), cell, re.DOTALL), field["name"]


_READ: dict[str, Any] = {
    "string": str,
    "any": str,
    "integer": int,
    "number": float,
    "object": json.loads,
    "array": json.loads,
}


def test_the_columns_are_those_of_the_program(schemas: dict[str, Any]) -> None:
    for name, columns in COLUMNS.items():
        told = [(f["name"], f["title"], f["title_en"]) for f in schemas[name]["fields"]]
        assert told == [(each.name, each.label.zh, each.label.en) for each in columns]


def test_the_starter_codebook_is_written_as_described(
    schemas: dict[str, Any], tmp_path: Path
) -> None:
    codebook: Codebook = starter_codebook()
    write(tmp_path / "out", codebook=codebook)
    rows = table(tmp_path / "out" / "codebook.csv")
    for field in schemas["codebook"]["fields"]:
        for row in rows:
            _check(field, row[field["name"]])
    assert {row["type"] for row in rows if row["kind"] == "layer"} == set(Scope)
