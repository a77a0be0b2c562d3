from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dataset.reading import Row, header, table
from tests.dataset.world import WITH_QUESTIONS, Made, annotation, coded, stances, write
from workbench.dataset.choice import ExportChoice
from workbench.dataset.content import make_content
from workbench.dataset.statement_tables import period_of
from workbench.domain.codebook import Codebook

MEMBERS = ("USA", "JPN", "KOR")


def _read(folder: Path, name: str, **choice: Any) -> list[Row]:
    write(folder / "out", *stances(), codebook=WITH_QUESTIONS, tables=(name,), **choice)
    return table(folder / "out" / f"{name}.csv")


def test_every_holder_target_and_addressee_has_a_row(tmp_path: Path) -> None:
    rows = _read(tmp_path, "statements")
    told = ("annotation_id", "statement", "holder", "target", "toward", "position", "weight")
    assert [(int(row[told[0]][1:]), *(row[name] for name in told[1:])) for row in rows] == [
        (2, "1", "USA", "", "CHN", "n1", "1"),
        (2, "2", "USA", "", "JPN", "n1", "1"),
        (3, "1", "USA", "", "CHN", "n2", "1"),
        (4, "1", "USA", "", "CHN", "ambivalent", "1"),
        (5, "1", "G_USJPKR", "S07", "", "p2", "1"),
        (6, "1", "G_USJPKR", "", "PRK", "-98", "1"),
        (7, "1", "USA", "", "CHN", "p1", "1"),
        (8, "1", "", "S07", "", "n1", "1"),
        (9, "1", "JPN", "S07", "-97", "p1", "1"),
    ]


def test_statements_tell_of_the_stance_and_its_place(tmp_path: Path) -> None:
    rows = {(row["annotation_id"], row["statement"]): row for row in _read(tmp_path, "statements")}
    first, second = (rows[f"n{2:026}", n] for n in ("1", "2"))
    assert (first["toward"], second["toward"]) == ("CHN", "JPN")
    assert first["coder"] == "甲"
    assert (first["start"], first["end"], first["paragraph"], first["sentence"]) == (
        *("2", "6", "1", "1"),
    )
    assert (first["published"], first["when"], first["complete"]) == ("2025-11", "2025-08-25", "1")
    assert (first["position"], first["position_score"]) == ("n1", "-1")
    assert (first["holder_type"], first["toward_label"]) == ("state", "中国")
    without_holder = rows[f"n{8:026}", "1"]
    assert (without_holder["holder"], without_holder["complete"]) == ("", "0")
    assert without_holder["source"] == "KOR;USA"
    missing = rows[f"n{9:026}", "1"]
    assert (missing["toward"], missing["toward_label"]) == ("-97", "不适用")


def test_groups_are_their_members_where_that_is_asked(tmp_path: Path) -> None:
    rows = _read(tmp_path, "statements", expand_groups=True)
    own = [row for row in rows if row["annotation_id"] == f"n{5:026}"]
    assert [row["holder"] for row in own] == list(MEMBERS)
    assert {(row["holder_from"], row["target"]) for row in own} == {("G_USJPKR", "S07")}
    assert {row["weight"] for row in own} == {repr(1 / 3)}
    frame = pd.DataFrame(rows).astype({"weight": float})
    weights = frame.groupby("annotation_id")["weight"].sum().round(9)
    assert weights[f"n{5:026}"] == 1
    assert weights[f"n{2:026}"] == 2  # two addressees are two statements
    alone = next(row for row in rows if row["annotation_id"] == f"n{3:026}")
    assert (alone["holder_from"], alone["weight"]) == ("", "1")


KEYS = st.lists(st.sampled_from(["USA", "CHN", "G_USJPKR"]), unique=True, max_size=3)


@given(st.lists(st.tuples(KEYS, KEYS), max_size=4), st.booleans())
def test_statements_are_the_product_of_what_is_coded(
    given_: list[tuple[list[str], list[str]]],
    expand: bool,
) -> None:
    made: list[Made] = [
        annotation(f"n{n}", "stance", {"holder": tuple(a[:1]), "toward": tuple(b)})
        for n, (a, b) in enumerate(given_)
    ]
    cleaned = [each._replace(values={k: v for k, v in each.values.items() if v}) for each in made]
    choice = ExportChoice(tables=("statements",), expand_groups=expand)
    content = make_content(WITH_QUESTIONS, {1: "甲"}, choice)
    names = content.tables[0].names
    written = (list(rows) for _, rows in content.rows([coded(*cleaned)]))
    rows = [dict(zip(names, row, strict=True)) for some in written for row in some]
    assert [(r["annotation_id"], r["holder"], r["toward"]) for r in rows] == [
        (each.uid, holder, toward)
        for each in cleaned
        for holder, toward in product(
            *(_meant(each.values.get(key, ()), expand=expand) for key in ("holder", "toward"))
        )
    ]


def _meant(keys: tuple[Any, ...], *, expand: bool) -> list[Any]:
    if not keys:
        return [None]
    return [m for key in keys for m in (MEMBERS if expand and key == "G_USJPKR" else (key,))]


def test_dyads_are_counted_by_month_and_say_by_which_date(tmp_path: Path) -> None:
    rows = _read(tmp_path, "dyads")
    told = ("coder", "holder", "toward", "period", "dated_by", "n", "n_scored", "n_off")
    assert [(*(row[name] for name in told), row["mean_score"]) for row in rows] == [
        ("甲", "USA", "JPN", "2025-08", "when", "1", "1", "0", "-1"),
        # Of 2024/2025, and not of the article's month: no one knows which of the years.
        ("甲", "USA", "CHN", "", "none", "1", "0", "1", ""),
        ("甲", "USA", "CHN", "2025-08", "when", "2", "2", "0", "-1.5"),
        ("甲", "G_USJPKR", "PRK", "2025", "when", "1", "0", "1", ""),
        ("=乙", "USA", "CHN", "2025-11", "published", "1", "1", "0", "1"),
    ]
    assert {row["weight"] for row in rows} == {"1", "2"}
    assert (rows[0]["holder_label"], rows[0]["toward_type"]) == ("美国", "state")


def test_dyads_by_year_and_by_member(tmp_path: Path) -> None:
    rows = _read(tmp_path, "dyads", period="year", expand_groups=True)
    own = {(row["holder"], row["toward"], row["coder"], row["dated_by"]): row for row in rows}
    usa = own["USA", "CHN", "甲", "when"]
    assert (usa["period"], usa["n"], usa["mean_score"]) == ("2025", "2", "-1.5")
    assert {own[each, "PRK", "甲", "when"]["weight"] for each in MEMBERS} == {repr(1 / 3)}


@pytest.mark.parametrize(
    ("date", "month", "year"),
    [
        ("2025-08-25", "2025-08", "2025"),
        ("2025-08", "2025-08", "2025"),
        ("2025", "2025", "2025"),
        ("2025-08-30/2025-08-31", "2025-08", "2025"),
        ("2025-08-30/2025-09-01", "2025", "2025"),
        ("2024-12-31/2025-01-01", "", ""),
        ("", "", ""),
        ("三月", "", ""),
    ],
)
def test_a_date_lies_in_a_month_or_a_year_or_nowhere(date: str, month: str, year: str) -> None:
    assert (period_of(date, "month"), period_of(date, "year")) == (month, year)


def test_an_undated_article_has_undated_dyads(tmp_path: Path) -> None:
    bare = annotation("n1", "stance", {"holder": ("USA",), "toward": ("CHN",)})
    article = coded(bare)
    undated = article._replace(bibliography=article.bibliography._replace(published="前年"))
    write(tmp_path / "out", undated, codebook=WITH_QUESTIONS)
    (row,) = table(tmp_path / "out" / "dyads.csv")
    assert (row["period"], row["dated_by"], row["n"], row["n_off"]) == ("", "none", "1", "0")


def test_a_codebook_without_stances_has_none_of_it(tmp_path: Path) -> None:
    book = Codebook(WITH_QUESTIONS.name, WITH_QUESTIONS.code_lists, WITH_QUESTIONS.layers[1:])
    report = write(tmp_path / "out", codebook=book)
    names = {name for name, _ in report.files}
    assert names.isdisjoint({"statements.csv", "dyads.csv", "article_scores.csv"})
    write(tmp_path / "part", codebook=WITH_QUESTIONS, layers=("actor",))
    assert not (tmp_path / "part" / "statements.csv").exists()
    assert not (tmp_path / "part" / "forecasts.csv").exists()


def test_the_small_codebook_has_statements_without_dyads(tmp_path: Path) -> None:
    report = write(tmp_path / "out")
    assert "dyads.csv" not in dict(report.files)
    columns = header(tmp_path / "out" / "statements.csv")
    assert "holder" in columns
    assert "toward" not in columns


def test_a_variable_left_out_is_out_of_the_statements_too(tmp_path: Path) -> None:
    _read(tmp_path, "statements", variables=("holder", "position"))
    columns = header(tmp_path / "out" / "statements.csv")
    assert {"holder", "holder_type", "position"} <= set(columns)
    assert {"target", "toward", "voice"}.isdisjoint(columns)


def test_pandas_finds_the_mean_of_the_scores(tmp_path: Path) -> None:
    _read(tmp_path, "statements")
    frame = pd.read_csv(tmp_path / "out" / "statements.csv", encoding="utf-8-sig")
    write(tmp_path / "scores", *stances(), codebook=WITH_QUESTIONS, tables=("article_scores",))
    scores = pd.read_csv(tmp_path / "scores" / "article_scores.csv", encoding="utf-8-sig")
    one = frame[(frame["coder"] == "甲") & (frame["article_id"] == f"a{1:026}")]
    means = one.dropna(subset=["target"]).groupby("target")["position_score"].mean()
    own = scores[(scores["by"] == "target") & (scores["article_id"] == f"a{1:026}")]
    assert own.set_index("category")["mean_score"].to_dict() == means.to_dict() == {"S07": 0.5}
    toward = scores[(scores["by"] == "toward") & (scores["category"] == "CHN")]
    told = toward[["n", "n_scored", "n_off", "mean_score"]].to_numpy().tolist()
    assert told == [[3, 2, 1, -1.5], [1, 1, 0, 1]]


def test_the_same_statements_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, *stances(), codebook=WITH_QUESTIONS, expand_groups=True)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert [(tmp_path / "one" / each).read_bytes() for each in files] == [
        (tmp_path / "two" / each).read_bytes() for each in files
    ]
