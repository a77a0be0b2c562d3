from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.app.world import TEXT
from tests.dataset.reading import header, table
from tests.dataset.world import TIME, annotation, coded, write
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook, Layer, Scope, Words


def test_the_bibliography(tmp_path: Path) -> None:
    write(tmp_path / "out", coded())
    (read,) = table(tmp_path / "out" / "articles.csv")
    assert list(read.values()) == [
        *("a1", "题目，一", "-某报", "某人", "2025-11", "https://example.org/1", "zh"),
        *("Hans", "commentary", "", "1.txt", TIME),
        *(str(len(TEXT)), hashlib.sha256(TEXT.encode()).hexdigest(), "0f" * 32),
    ]


def test_every_coder_has_a_row_for_every_article(tmp_path: Path) -> None:
    write(tmp_path / "out", coded(uid="a1"), coded(uid="a2"))
    rows = table(tmp_path / "out" / "article_coding.csv")
    assert [(row["article_id"], row["coder"]) for row in rows] == [
        *(("a1", "甲"), ("a1", "=乙"), ("a2", "甲"), ("a2", "=乙")),
    ]


@pytest.mark.parametrize("status", list(Status))
def test_none_is_zero_only_where_the_article_is_done(tmp_path: Path, status: Status) -> None:
    found = (annotation("n1", "actor"), annotation("n2", "actor"))
    write(tmp_path / "out", coded(*found, statuses={1: status}))
    (own, other) = table(tmp_path / "out" / "article_coding.csv")
    assert own["status"] == status.value
    assert own["n_actor"] == "2"
    assert own["n_stance"] == ("0" if status is Status.DONE else "-99")
    assert (other["status"], other["n_actor"], other["n_stance"]) == ("not_started", "-99", "-99")


def test_article_variables_stand_with_the_coder_who_coded_them(tmp_path: Path) -> None:
    rows = (
        annotation("n1", "article", {"genre": ("=评论",)}),
        annotation("n2", "article", {"genre": ("社论",), "score": (-3,)}, coder=2),
        annotation("n3", "actor", {"actor": ("TOWN",)}),
    )
    write(tmp_path / "out", coded(*rows))
    (own, other) = table(tmp_path / "out" / "article_coding.csv")
    assert (own["genre"], own["score"]) == ("=评论", "")
    assert (other["genre"], other["score"]) == ("社论", "-3")


def test_of_two_codings_of_one_article_the_first_counts(tmp_path: Path) -> None:
    rows = (
        annotation("n1", "article", {"genre": ("评论",)}),
        annotation("n2", "article", {"genre": ("社论",)}),
    )
    write(tmp_path / "out", coded(*rows))
    (own, _) = table(tmp_path / "out" / "article_coding.csv")
    assert own["genre"] == "评论"
    assert len(table(tmp_path / "out" / "article.csv")) == 2


def test_a_layer_without_variables_adds_no_column(tmp_path: Path) -> None:
    layers = (Layer("seen", Words(), Scope.ARTICLE, ()), Layer("mark", Words(), Scope.SPAN, ()))
    seen = annotation("n1", "seen", start=None, end=None, quote="")
    codebook = Codebook(Words(), (), layers)
    write(tmp_path / "out", coded(seen, annotation("n2", "mark")), codebook=codebook)
    path = tmp_path / "out" / "article_coding.csv"
    assert header(path) == ["article_id", "coder", "status", "work_seconds", "n_mark"]
    assert [row["n_mark"] for row in table(path)] == ["1", "-99"]
    assert len(table(tmp_path / "out" / "mark.csv")) == 1


def test_time_worked_stands_with_its_coder_and_is_empty_where_none_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "out", coded()._replace(worked={1: 754}))
    rows = table(tmp_path / "out" / "article_coding.csv")
    assert [row["work_seconds"] for row in rows] == ["754", ""]
