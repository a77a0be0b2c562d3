from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.world import CODEBOOK
from tests.dataset.reading import Row, header, table
from tests.dataset.world import CODERS, WITH_QUESTIONS, annotation, coded, stances, write
from workbench.dataset.choice import ExportChoice
from workbench.dataset.content import make_content
from workbench.domain.article import Status
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing

ARTICLE = coded(
    annotation("n1", "actor", {"actor": ("MAYOR",)}),
    annotation("n2", "actor", {"actor": ("TOWN",)}),
    annotation("n3", "actor", {"actor": (Missing.UNDECIDABLE,)}),
    annotation("n4", "stance", {"sources": ("MAYOR", "TOWN"), "position": ("p1",)}),
    annotation("n5", "stance", {"sources": ("FIRM",)}),
    annotation("n6", "actor", {"actor": ("FIRM",)}, coder=2),
    statuses={1: Status.DONE},
)


def _rows(tmp_path: Path, name: str, *articles: CodedArticle, **options: Any) -> list[Row]:
    write(tmp_path / "out", *(articles or (ARTICLE,)), tables=(name,), **options)
    return table(tmp_path / "out" / f"{name}.csv")


def test_categories_are_counted_at_any_depth(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "article_categories")
    told = ("coder", "layer", "variable", "category", "n", "n_any_depth", "share")
    assert [tuple(row[name] for name in told) for row in rows] == [
        # One annotation that names the mayor and his town counts once for the town.
        ("甲", "stance", "position", "p1", "1", "1", "1"),
        ("甲", "stance", "sources", "TOWN", "1", "1", "0.5"),
        ("甲", "stance", "sources", "FIRM", "1", "1", "0.5"),
        ("甲", "stance", "sources", "MAYOR", "1", "1", "0.5"),
        ("甲", "actor", "actor", "TOWN", "1", "2", "1"),
        ("甲", "actor", "actor", "MAYOR", "1", "1", "0.5"),
        ("=乙", "actor", "actor", "FIRM", "1", "1", "1"),
    ]
    assert (rows[3]["label"], rows[3]["parent"], rows[3]["status"]) == ("镇长", "TOWN", "done")


def test_zero_is_not_missing(tmp_path: Path) -> None:
    own, other = _rows(tmp_path, "article_counts")
    assert header(tmp_path / "out" / "article_counts.csv") == [
        *("article_id", "coder", "status"),
        *("stance_holder_town", "stance_holder_firm", "stance_holder_gone"),
        *("stance_position_n1", "stance_position_p1", "actor_town", "actor_firm", "actor_gone"),
    ]
    assert (own["actor_town"], own["actor_firm"], own["stance_position_n1"]) == ("2", "0", "0")
    assert (other["actor_town"], other["actor_firm"]) == ("-99", "1")


def test_only_articles_of_the_chosen_statuses_are_counted(tmp_path: Path) -> None:
    for name in ("article_counts", "article_categories"):
        rows = _rows(_made(tmp_path / name), name, statuses=("done",))
        assert {row["coder"] for row in rows} == {"甲"}
    made = _made(tmp_path / "scores")
    rows = _rows(made, "article_scores", *stances(), codebook=WITH_QUESTIONS, statuses=("done",))
    assert {row["status"] for row in rows} == {"done"}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


ACTORS = [each.key for each in CODEBOOK.code_list("actors").categories]


@given(st.lists(st.tuples(st.sampled_from([1, 2]), st.sampled_from(ACTORS)), max_size=20))
def test_sums_of_counts_are_the_rows(marks: list[tuple[int, str]]) -> None:
    made = [
        annotation(f"n{n}", "actor", {"actor": (key,)}, coder=coder)
        for n, (coder, key) in enumerate(marks)
    ]
    done = dict.fromkeys(CODERS, Status.DONE)
    content = make_content(CODEBOOK, CODERS, ExportChoice(tables=("article_c*", "actor")))
    written: dict[str, list[Any]] = {each.name: [] for each in content.tables}
    for name, rows in content.rows([coded(*made, statuses=done)]):
        written[name] += rows
    names = {each.name: each.names for each in content.tables}
    wide = pd.DataFrame(written["article_counts"], columns=list(names["article_counts"]))
    long = pd.DataFrame(written["article_categories"], columns=list(names["article_categories"]))
    assert int(wide.filter(like="actor_").to_numpy().sum()) == len(written["actor"]) == len(marks)
    assert int(long["n"].sum()) == len(marks)
    own = long[long["n"] > 0]  # others have rows for those below them
    told = zip(own["coder"], own["category"], own["n"], strict=True)
    assert {(coder, key): n for coder, key, n in told} == (
        Counter((CODERS[coder], key) for coder, key in marks)
    )


def test_scores_have_the_stances_off_the_scale_beside_them(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "article_scores", *stances(), codebook=WITH_QUESTIONS)
    told = ("coder", "by", "category", "n", "n_scored", "n_off", "mean_score")
    assert [tuple(row[name] for name in told) for row in rows] == [
        ("甲", "target", "S07", "2", "2", "0", "0.5"),
        ("甲", "toward", "JPN", "1", "1", "0", "-1"),
        ("甲", "toward", "PRK", "1", "0", "1", ""),
        ("甲", "toward", "CHN", "3", "2", "1", "-1.5"),
        ("=乙", "toward", "CHN", "1", "1", "0", "1"),
        ("甲", "target", "S07", "1", "1", "0", "1"),
    ]
    assert rows[0]["label"] == "朝美会晤"


def test_the_codebook_tells_how_often_everything_was_coded(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "codebook")
    n = {(row["kind"], row["belongs_to"], row["key"]): row["n"] for row in rows}
    assert n["layer", "", "actor"] == "4"
    assert n["variable", "stance", "sources"] == "2"
    assert n["category", "actors", "MAYOR"] == "2"
    assert n["category", "actors", "GONE"] == "0"
    assert n["missing", "", "undecidable"] == "1"
    assert n["code_list", "", "actors"] == ""


def test_counting_forgets_no_text_and_keeps_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.dataset.uses.REMEMBERED", 2)
    marks = [annotation(f"n{n}", "stance", {"reason": (f"理由{n}",)}) for n in range(9)]
    rows = _rows(tmp_path, "codebook", coded(*marks))
    assert {row["key"]: row["n"] for row in rows if row["kind"] == "variable"}["reason"] == "9"
