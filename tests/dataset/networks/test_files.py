"""The files of a network: read by networkx, igraph and pandas, the same bytes each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pandas as pd
import pytest

from tests.dataset.networks.dna_sample import SAMPLE
from workbench.dataset.networks import writing
from workbench.dataset.networks.names import Named, Names
from workbench.dataset.networks.network import networks_of
from workbench.dataset.networks.options import (
    Aggregation,
    Duplicates,
    Kind,
    NetworkOptions,
    Normalisation,
    Unit,
    Windows,
)
from workbench.dataset.networks.statement import Mode
from workbench.dataset.networks.writing import SUMMARY, Made, write_networks

TWO = NetworkOptions(
    second=Mode.CONCEPT,
    aggregation=Aggregation.IGNORE,
    duplicates=Duplicates.INCLUDE,
)
ONE = replace(TWO, kind=Kind.ONE_MODE)
#: Labels that XML, CSV and spreadsheets must not take for anything else.
NAMES: Names = {
    Mode.HOLDER: {
        "O1": Named('甲 & "乙" <丙>\n𠮷😀', {"type": "state"}),
        "O2": Named("=1+1, \x0b末", {}),
    }
}


def _made(*options: NetworkOptions) -> list[Made]:
    return [Made(networks_of(SAMPLE, each)) for each in options]


def _table(path: Path) -> Any:
    return pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False)


def test_networkx_reads_the_graph(tmp_path: Path) -> None:
    write_networks(tmp_path, _made(TWO), NAMES)
    graph: Any = nx.read_graphml(tmp_path / "network_holder_concept.graphml")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (13, 22)
    assert sum(weight for _, _, weight in graph.edges(data="weight")) == 40
    holder = graph.nodes["holder:O1"]
    assert (holder["label"], holder["key"], holder["mode"]) == (
        '甲 & "乙" <丙>\n𠮷😀',
        "O1",
        "holder",
    )
    assert (holder["bipartite"], holder["type"], holder["frequency"]) == (0, False, 4)
    assert holder["attribute_type"] == "state"
    assert graph.nodes["holder:O2"]["label"] == "=1+1, \ufffd末"
    assert nx.is_bipartite(graph)


def test_igraph_reads_the_graph(tmp_path: Path) -> None:
    write_networks(tmp_path, _made(ONE), NAMES)
    graph: Any = igraph.Graph.Read_GraphML(str(tmp_path / "network_holder.graphml"))
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (7, 21, False)
    assert sum(graph.es["weight"]) * 2 == 276
    assert graph.vs.find(key="O1")["label"] == '甲 & "乙" <丙>\n𠮷😀'
    write_networks(tmp_path, _made(TWO), {})
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "network_holder_concept.graphml"))
    assert graph.is_bipartite(return_types=True)[0]
    assert sum(graph.vs["type"]) == 6


def test_tables_say_the_same_as_the_graph(tmp_path: Path) -> None:
    average = replace(ONE, aggregation=Aggregation.SUBTRACT, normalisation=Normalisation.AVERAGE)
    write_networks(tmp_path, _made(TWO, average), NAMES)
    edges = _table(tmp_path / "network_holder_concept_edges.csv")
    matrix = pd.read_csv(tmp_path / "network_holder_concept_matrix.csv", index_col=0)
    assert (edges["weight"].sum(), int(matrix.to_numpy().sum()), matrix.shape) == (40, 40, (7, 6))
    nodes = _table(tmp_path / "network_holder_concept_nodes.csv")
    assert set(edges["source"]) | set(edges["target"]) == set(nodes["id"])
    assert list(nodes["frequency"][:7]) == [4, 4, 11, 4, 5, 6, 6]
    matrix = pd.read_csv(tmp_path / "network_holder_matrix.csv", index_col=0)
    assert matrix.to_numpy().sum() == pytest.approx(5.343, abs=0.001)
    assert (matrix.to_numpy() == matrix.to_numpy().T).all()


def test_summary_says_how_each_network_was_counted(tmp_path: Path) -> None:
    windows = replace(TWO, windows=Windows(Unit.WEEKS), duplicates=Duplicates.DOCUMENT)
    paths = write_networks(tmp_path, _made(windows, TWO, TWO), {})
    assert sorted(path.name for path, _ in paths) == sorted(p.name for p in tmp_path.iterdir())
    summary = _table(tmp_path / SUMMARY)
    assert list(summary["network"]) == [
        "network_holder_concept_0001_2005_01_31",
        "network_holder_concept_0002_2005_02_07",
        "network_holder_concept_2",
        "network_holder_concept_3",
    ]
    assert (summary["from"][1], summary["to"][1]) == ("2005-02-07", "2005-02-13")
    assert list(summary["statements"]) == [21, 2, 40, 40]
    assert summary["left_out"][0] == "duplicate 17"
    assert dict(paths)[tmp_path / SUMMARY] == 4


def test_the_same_statements_give_the_same_bytes(tmp_path: Path) -> None:
    contents: list[dict[str, bytes]] = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        write_networks(folder, _made(TWO, ONE), NAMES)
        contents.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert contents[0] == contents[1]
    assert all(b"\r" not in content for content in contents[0].values())


def test_a_matrix_that_nobody_can_open_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_CELLS", 48)
    write_networks(tmp_path, _made(TWO, ONE), {})
    assert not (tmp_path / "network_holder_matrix.csv").exists()
    assert (tmp_path / "network_holder_concept_matrix.csv").exists()
