"""Whose statements a network is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.dataset.reading import Row, table
from tests.dataset.world import WITH_QUESTIONS, annotation, coded, write
from workbench.dataset.export import ExportReport
from workbench.dataset.networks.selecting import LeftOut
from workbench.dataset.networks.writing import EmptyNetwork
from workbench.domain.coded import CodedArticle

_VALUES = {"holder": ("USA",), "target": ("S07",), "position": ("p1",)}
_OPTIONS = ("second=document,aggregation=ignore,duplicates=include",)


def _coded(*coders: int, uid: str = "a1") -> CodedArticle:
    """Return an article of which each of the coders coded the same passage alike."""
    marks = (annotation(f"{uid}{n}", "stance", _VALUES, coder=n) for n in coders)
    return coded(*marks, uid=uid)


def _write(folder: Path, *articles: CodedArticle, **options: Any) -> ExportReport:
    return write(
        folder / "out", *articles, codebook=WITH_QUESTIONS, formats=("graphml",), **options
    )


def _networks(folder: Path, *articles: CodedArticle, **choice: tuple[str, ...]) -> list[Row]:
    _write(folder, *articles, networks=_OPTIONS, **choice)
    return table(folder / "out" / "networks.csv")


def _weights(folder: Path, network: str) -> list[str]:
    return [row["weight"] for row in table(folder / "out" / f"{network}_edges.csv")]


def test_what_two_have_coded_does_not_weigh_twice(tmp_path: Path) -> None:
    rows = _networks(tmp_path, _coded(1, 2), _coded(2, uid="a2"))
    assert [(row["network"], row["coder"], row["statements"]) for row in rows] == [
        ("network_coder1_holder_document", "甲", "1"),
        ("network_coder2_holder_document", "=乙", "2"),
    ]
    assert _weights(tmp_path, "network_coder1_holder_document") == ["1"]
    assert _weights(tmp_path, "network_coder2_holder_document") == ["1", "1"]
    _write(tmp_path, _coded(1), overwrite=True)
    assert not list((tmp_path / "out").glob("*coder*"))


def test_divided_work_is_one_network(tmp_path: Path) -> None:
    rows = _networks(tmp_path, _coded(1), _coded(2, uid="a2"))
    assert [(row["network"], row["coder"]) for row in rows] == [
        ("network_holder_document", "甲;=乙")
    ]
    assert _weights(tmp_path, "network_holder_document") == ["1", "1"]


def test_one_coder_who_is_chosen_has_a_network_alone(tmp_path: Path) -> None:
    (row,) = _networks(tmp_path, _coded(1, 2), coders=("=乙",))
    assert (row["network"], row["coder"]) == ("network_holder_document", "=乙")


def test_a_network_that_is_empty_says_what_was_left_out(tmp_path: Path) -> None:
    half = coded(annotation("a1", "stance", {"holder": ("USA",), "position": ("p1",)}))
    report = _write(tmp_path, half, _coded(1, uid="a2"), networks=("second=concept", *_OPTIONS))
    (empty,) = report.empty
    assert empty == EmptyNetwork("network_holder_concept", 0, {LeftOut.EMPTY: 2})


def test_a_network_of_one_node_is_empty_though_nothing_was_left_out(tmp_path: Path) -> None:
    report = _write(tmp_path, _coded(1), networks=("kind=one-mode,second=target",))
    assert report.empty == [EmptyNetwork("network_holder", 1, {})]
