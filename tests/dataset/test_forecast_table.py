from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.dataset.reading import contents, table
from tests.dataset.world import WITH_QUESTIONS, annotation, coded, forecasts, write
from workbench.domain.codebook import Codebook


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with forecasts of every state."""
    folder = tmp_path_factory.mktemp("forecasts") / "out"
    write(folder, *forecasts(), codebook=WITH_QUESTIONS)
    return folder


def test_every_forecast_has_a_row_with_what_became_of_it(folder: Path) -> None:
    rows = table(folder / "forecasts.csv")
    assert [(row["counts"], row["state"], row["brier"]) for row in rows] == [
        ("0", "repeated", ""),
        ("1", "scored", "0.0625"),
        ("1", "no_probability", ""),
        ("0", "void", ""),
        ("1", "condition_open", ""),
        ("1", "unresolved", ""),
        ("0", "no_question", ""),
        ("0", "no_question", ""),
        ("1", "scored", "0"),
        ("1", "scored", "0.25"),
    ]


def test_questions_claimants_and_articles_are_told_beside_it(folder: Path) -> None:
    _, row, other, *_, lacking, missing, _, _ = table(folder / "forecasts.csv")
    assert (row["question"], row["question_label"]) == ("RAIN", "会RAIN吗")
    assert (row["horizon"], row["outcome"], row["resolved_on"]) == ("2026-01", "yes", "")
    assert (row["claimant"], row["claimant_label"], row["by_author"]) == ("AUTHOR", "作者", "1")
    assert (row["author"], row["outlet"], row["published"]) == ("某人", "-某报", "2025-11")
    assert (row["probability"], row["likelihood"], row["answer"]) == ("0.75", "可能", "")
    assert (other["claimant"], other["by_author"], other["answer"]) == ("USA", "0", "yes")
    assert (lacking["question"], lacking["claimant"], lacking["horizon"]) == ("", "", "")
    assert (missing["question"], missing["question_label"]) == ("-98", "无法判断")
    assert (missing["claimant"], missing["claimant_label"]) == ("-98", "无法判断")


def test_one_that_lost_its_place_is_told_and_stands_last_never(tmp_path: Path) -> None:
    values = {"kind": ("forecast",), "question": ("RAIN",), "probability": (0.5,)}
    lost = annotation("n1", "claim", values, start=None, end=None)
    placed = annotation("n2", "claim", values)
    write(tmp_path / "out", coded(lost, placed), codebook=WITH_QUESTIONS)
    rows = table(tmp_path / "out" / "forecasts.csv")
    assert [(row["start"], row["counts"]) for row in rows] == [("", "0"), ("0", "1")]


def test_labels_are_in_the_language_that_is_asked(tmp_path: Path) -> None:
    write(tmp_path / "out", *forecasts(), codebook=WITH_QUESTIONS, language="en")
    row = table(tmp_path / "out" / "forecasts.csv")[0]
    assert (row["question_label"], row["claimant_label"]) == ("RAIN?", "the author of the article")


def test_the_same_forecasts_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "again", *forecasts(), codebook=WITH_QUESTIONS)
    assert contents(tmp_path / "again") == contents(folder)


def test_a_codebook_without_forecasts_has_no_such_table(tmp_path: Path) -> None:
    write(tmp_path / "out")
    assert not (tmp_path / "out" / "forecasts.csv").exists()
    assert "forecasts.csv" not in (tmp_path / "out" / "README.txt").read_text("utf-8")


def test_the_readme_tells_the_rule(folder: Path) -> None:
    told = (folder / "README.txt").read_text("utf-8")
    assert "- forecasts.csv: 10\n" in told
    assert "void" in told


def test_claims_without_a_claimant_and_likelihood_are_told_without(tmp_path: Path) -> None:
    claim = WITH_QUESTIONS.layer("claim")
    kept = tuple(
        each for each in claim.variables if each.key in ("kind", "question", "probability")
    )
    layer = replace(claim, variables=kept, wants=())
    codebook = Codebook(WITH_QUESTIONS.name, WITH_QUESTIONS.code_lists, (layer,))
    values = {"kind": ("forecast",), "question": ("RAIN",), "probability": (0.5,)}
    write(tmp_path / "out", coded(annotation("n1", "claim", values)), codebook=codebook)
    (row,) = table(tmp_path / "out" / "forecasts.csv")
    assert (row["claimant"], row["by_author"], row["brier"]) == ("", "0", "0.25")


def test_pandas_finds_the_scores_of_the_ledger(folder: Path) -> None:
    rows = pd.read_csv(folder / "forecasts.csv", keep_default_na=False, na_values=[""])
    own = rows[rows["coder"] == "甲"]
    assert own.groupby("claimant")["brier"].mean().dropna().to_dict() == {"AUTHOR": 0.15625}
    by_author = list(own.query("by_author == 1")["brier"].dropna())
    assert by_author == [0.0625, 0.25]
    assert list(rows["counts"]).count(1) == 6
    keys = ["coder", "claimant", "question", "article_id"]
    counting = rows.query("counts == 1")
    assert len(counting.drop_duplicates(keys)) == len(counting)
