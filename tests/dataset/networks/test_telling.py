"""The options of a network as a text; networks in an export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.world import CODEBOOK
from tests.dataset.world import CODERS, annotation, coded
from workbench.app.projects import starter_codebook
from workbench.dataset.choice import ExportChoice, choice_from_json, choice_to_json
from workbench.dataset.export import ExportReport, write_dataset
from workbench.dataset.networks.errors import (
    NetworkLayerMissing,
    NetworkModesEqual,
    NetworkWordUnknown,
)
from workbench.dataset.networks.options import (
    AGGREGATIONS,
    NORMALISATIONS,
    Aggregation,
    Agreement,
    AuthorAs,
    Duplicates,
    Kind,
    NetworkOptions,
    Normalisation,
    Unit,
    Windows,
)
from workbench.dataset.networks.statement import Mode
from workbench.dataset.networks.telling import network_read, network_told
from workbench.domain.codebook import Codebook, Words


@st.composite
def _options(draw: st.DrawFn) -> NetworkOptions:
    kind = draw(st.sampled_from(Kind))
    aggregation = draw(st.sampled_from(AGGREGATIONS[kind]))
    agreements = list(Agreement) if aggregation is Aggregation.IGNORE else list(Agreement)[:2]
    combine = aggregation is Aggregation.COMBINE
    ways = [Normalisation.NO] if combine else NORMALISATIONS[kind]
    first, second = draw(st.lists(st.sampled_from(Mode), min_size=2, max_size=2, unique=True))
    windows = st.builds(Windows, st.sampled_from(Unit), st.integers(1, 10_000), st.booleans())
    return NetworkOptions(
        kind,
        first,
        second,
        draw(st.sampled_from(agreements)),
        aggregation,
        draw(st.sampled_from(ways)),
        draw(st.sampled_from(Duplicates)),
        draw(st.sampled_from(AuthorAs)),
        draw(st.one_of(st.none(), windows)),
        draw(st.booleans()),
    )


@given(_options())
def test_options_come_back(options: NetworkOptions) -> None:
    assert network_read(network_told(options)) == options


def test_what_is_usual_need_not_be_said() -> None:
    assert network_told(NetworkOptions()) == "kind=two-mode"
    assert network_read(" second = concept , kind=one-mode,") == NetworkOptions(
        Kind.ONE_MODE, second=Mode.CONCEPT
    )


@pytest.mark.parametrize(
    "told",
    ["kind=three", "colour=red", "window=hours", "size=x", "size=", "moving=maybe", "second"],
)
def test_words_that_mean_nothing_are_refused(told: str) -> None:
    with pytest.raises(NetworkWordUnknown):
        network_read(told)


def test_words_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(NetworkModesEqual):
        network_read("second=holder")


def _export(folder: Path, **how: Any) -> ExportReport:
    stances = [
        annotation(f"n{n}", "stance", {"holder": (h,), "target": ("S01",), "position": (p,)})
        for n, (h, p) in enumerate(
            [("KOR", "n1"), ("USA", "p1"), ("AUTHOR", "p2"), ("JPN", "none")]
        )
    ]
    choice = ExportChoice(formats=("graphml",), **how)
    book = starter_codebook()
    return write_dataset(folder, book, CODERS, [coded(*stances)], overwrite=True, choice=choice)


def test_an_export_has_the_usual_networks(tmp_path: Path) -> None:
    report = _export(tmp_path / "a")
    edges = pd.read_csv(tmp_path / "a/network_holder_target_edges.csv", encoding="utf-8-sig")
    assert dict(zip(edges["source"], edges["weight"], strict=True)) == {
        "holder:KOR": -1,
        "holder:USA": 1,
        "holder:某人": 1,
    }
    summary = pd.read_csv(tmp_path / "a/networks.csv", encoding="utf-8-sig")
    assert list(summary["network"]) == ["network_holder_target", "network_holder"]
    assert list(summary["left_out"]) == ["no_position 1"] * 2
    assert ("networks.csv", 2) in report.files
    assert ("network_holder_edges.csv", 3) in report.files
    readme = (tmp_path / "a/README.txt").read_text(encoding="utf-8-sig")
    assert "network_holder.graphml" in readme
    assert "Discourse Network Analyzer" in readme


def test_an_export_with_networks_replaces_itself(tmp_path: Path) -> None:
    _export(tmp_path / "a", networks=("window=years,author=leave-out",))
    before = {each.name: each.read_bytes() for each in (tmp_path / "a").iterdir()}
    assert "network_holder_target_0001_2025_01_01.graphml" in before
    _export(tmp_path / "a", networks=("window=years,author=leave-out",))
    assert {each.name: each.read_bytes() for each in (tmp_path / "a").iterdir()} == before


def test_networks_follow_what_is_chosen(tmp_path: Path) -> None:
    _export(tmp_path / "a", layers=("actor",))
    summary = pd.read_csv(tmp_path / "a/networks.csv", encoding="utf-8-sig")
    assert list(summary["statements"]) == [0, 0]


def test_networks_are_remembered_with_the_choice() -> None:
    choice = ExportChoice(formats=("graphml",), networks=("kind=one-mode",))
    assert choice_from_json(choice_to_json(choice)) == choice


def test_a_codebook_without_stances_refuses_networks(tmp_path: Path) -> None:
    choice = ExportChoice(formats=("graphml",))
    book = Codebook(Words("空", "empty"), CODEBOOK.code_lists[:1])
    with pytest.raises(NetworkLayerMissing):
        write_dataset(tmp_path / "a", book, {}, [], overwrite=False, choice=choice)
    assert list(tmp_path.iterdir()) == []
