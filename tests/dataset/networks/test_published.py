"""The published networks of Discourse Network Analyzer's sample come out the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.dataset.networks.dna_sample import SAMPLE
from workbench.dataset.networks.network import Network, networks_of
from workbench.dataset.networks.options import (
    Aggregation,
    Duplicates,
    Kind,
    NetworkOptions,
    Normalisation,
)
from workbench.dataset.networks.statement import Mode, Statement

#: Kind, aggregation, normalisation, duplicates, the matrix's shape and sum.
PUBLISHED = [
    ("two-mode", "ignore", "no", "include", (7, 6), 40),
    ("one-mode", "ignore", "no", "include", (7, 7), 276),
    ("two-mode", "subtract", "no", "include", (7, 6), 18),
    ("one-mode", "congruence", "no", "include", (7, 7), 160),
    ("one-mode", "conflict", "no", "include", (7, 7), 116),
    ("one-mode", "subtract", "no", "include", (7, 7), 44),
    ("one-mode", "subtract", "average", "include", (7, 7), 5.343),
    ("two-mode", "ignore", "no", "document", (7, 6), 23),
    ("one-mode", "ignore", "no", "document", (7, 7), 86),
]


def _network(statements: tuple[Statement, ...], kind: str, *how: str) -> Network:
    aggregation, normalisation, duplicates = how
    options = NetworkOptions(
        kind=Kind(kind),
        first=Mode.HOLDER,
        second=Mode.CONCEPT,
        aggregation=Aggregation(aggregation),
        normalisation=Normalisation(normalisation),
        duplicates=Duplicates(duplicates),
    )
    return networks_of(statements, options).networks[0]


def _total(network: Network) -> float:
    """Return the sum of the whole matrix: of one mode, each tie stands in it twice."""
    both = 2 if network.options.kind is Kind.ONE_MODE else 1
    return both * sum(network.weights.values())


@pytest.mark.parametrize(
    ("kind", "aggregation", "normalisation", "duplicates", "shape", "total"), PUBLISHED
)
def test_published_value(
    kind: str,
    aggregation: str,
    normalisation: str,
    duplicates: str,
    shape: tuple[int, int],
    total: float,
) -> None:
    network = _network(SAMPLE, kind, aggregation, normalisation, duplicates)
    assert (len(network.first), len(network.second or network.first)) == shape
    assert _total(network) == pytest.approx(total, abs=0.001)


def test_every_case_of_the_shared_facts(shared: Path) -> None:
    facts = json.loads((shared / "facts/reliability_cases.json").read_text(encoding="utf-8"))
    (case,) = facts["network_cases"]
    statements = tuple(
        Statement(str(document), holder, 1.0 if agreement else -1.0, concept=concept)
        for document, holder, concept, agreement in case["data"]
    )
    for expected in case["expected"]:
        network = _of_case(statements, expected)
        assert _total(network) == pytest.approx(expected["sum"], abs=expected.get("tol", 1e-9))
        if "dim" in expected:
            assert [len(network.first), len(network.second or network.first)] == expected["dim"]


def _of_case(statements: tuple[Statement, ...], expected: dict[str, Any]) -> Network:
    how = expected["agg"], expected.get("norm", "no"), expected.get("duplicates", "include")
    return _network(statements, expected["net"], *how)
