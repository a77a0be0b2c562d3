"""Weights against the definitions written out over whole arrays, and small cases by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.dataset.networks.network import Network, networks_of
from workbench.dataset.networks.options import (
    AGGREGATIONS,
    NORMALISATIONS,
    Aggregation,
    Agreement,
    Duplicates,
    Kind,
    NetworkOptions,
    Normalisation,
)
from workbench.dataset.networks.statement import Statement

ALL = NetworkOptions(duplicates=Duplicates.INCLUDE)


def _said(holder: str, target: str, score: float | None, weight: float = 1.0) -> Statement:
    return Statement("d", holder, score, target=target, weight=weight)


def _network(options: NetworkOptions, *statements: Statement) -> Network:
    return networks_of(statements, options).networks[0]


def test_combine_numbers_the_combinations() -> None:
    options = replace(ALL, aggregation=Aggregation.COMBINE)
    said = [_said("a", "x", 2), _said("b", "x", -1), _said("c", "x", 1), _said("c", "x", -1)]
    weights = _network(options, *said).weights
    assert weights == {("a", "x"): 1, ("b", "x"): 2, ("c", "x"): 3}


def test_scores_weigh_as_much_as_they_say() -> None:
    options = replace(ALL, agreement=Agreement.SCORE)
    said = [_said("a", "x", 2), _said("a", "x", -0.5), _said("b", "x", 0), _said("b", "y", None)]
    assert _network(options, *said).weights == {("a", "x"): 1.5, ("b", "x"): 0}


def test_distance_of_scores_is_that_of_the_whole_range() -> None:
    options = replace(
        ALL, kind=Kind.ONE_MODE, agreement=Agreement.SCORE, aggregation=Aggregation.CONGRUENCE
    )
    said = [_said("a", "x", 2), _said("b", "x", 1), _said("c", "y", -2)]
    assert _network(options, *said).weights == {("a", "b"): 0.75}


def test_one_score_alone_is_no_distance() -> None:
    options = replace(ALL, kind=Kind.ONE_MODE, agreement=Agreement.SCORE)
    assert _network(options, _said("a", "x", 2), _said("b", "x", 2)).weights == {("a", "b"): 1}


def test_a_member_of_a_group_counts_by_its_weight() -> None:
    weights = _network(ALL, _said("a", "x", 1, 0.5), _said("a", "x", -1)).weights
    assert weights == {("a", "x"): -0.5}


def test_without_statements_there_is_an_empty_network() -> None:
    for kind in Kind:
        network = _network(replace(ALL, kind=kind, agreement=Agreement.SCORE))
        assert (network.first, network.second, network.weights) == ({}, {}, {})


HOLDERS, TARGETS = "abc", "xyz"
_STATEMENTS = st.lists(
    st.builds(
        _said,
        st.sampled_from(HOLDERS),
        st.sampled_from(TARGETS),
        st.sampled_from([-2.0, -1.0, 1.0, 2.0]),
    ),
    max_size=25,
)
_WAYS = [
    (kind, agreement, aggregation, normalisation)
    for kind in Kind
    for agreement in (Agreement.SIGN, Agreement.SCORE)
    for aggregation in AGGREGATIONS[kind]
    for normalisation in NORMALISATIONS[kind]
    if aggregation is not Aggregation.COMBINE or normalisation is Normalisation.NO
]


@given(_STATEMENTS, st.sampled_from(_WAYS))
def test_weights_are_those_of_the_whole_array(
    statements: list[Statement], way: tuple[Kind, Agreement, Aggregation, Normalisation]
) -> None:
    kind, agreement, aggregation, normalisation = way
    options = replace(
        ALL,
        kind=kind,
        agreement=agreement,
        aggregation=aggregation,
        normalisation=normalisation,
    )
    got = _network(options, *statements).weights
    wanted = _Array(statements, options)
    pairs = product(HOLDERS, TARGETS) if kind is Kind.TWO_MODE else [("a", "b"), ("a", "c")]
    for pair in pairs:
        assert got.get(pair, 0.0) == pytest.approx(wanted.weight(*pair))


class _Array:
    """Discourse Network Analyzer's loops over all rows, columns and levels, as they stand."""

    def __init__(self, statements: list[Statement], options: NetworkOptions) -> None:
        self.options = options
        self.signed = options.agreement is Agreement.SIGN
        levels = {self._level(each) for each in statements}
        self.levels = [0.0, 1.0] if self.signed else sorted(levels) or [0.0]
        self.n = {
            (h, t, k): float(sum(self._is(each, h, t, k) for each in statements))
            for h, t, k in product(HOLDERS, TARGETS, self.levels)
        }

    def _level(self, statement: Statement) -> float:
        score = statement.score or 0.0
        return float(score > 0) if self.signed else score

    def _is(self, statement: Statement, holder: str, target: str, level: float) -> bool:
        return (statement.holder, statement.target, self._level(statement)) == (
            holder,
            target,
            level,
        )

    def weight(self, first: str, second: str) -> float:
        two = self.options.kind is Kind.TWO_MODE
        return self._two(first, second) if two else self._one(first, second)

    def _row(self, holder: str) -> float:
        return sum(self.n[holder, t, k] for t in TARGETS for k in self.levels)

    def _two(self, h: str, t: str) -> float:
        weight = 0.0
        for place, k in enumerate(self.levels):
            n = self.n[h, t, k]
            match self.options.aggregation:
                case Aggregation.COMBINE:
                    weight += (n > 0) * 2 ** (len(self.levels) - place - 1)
                case Aggregation.SUBTRACT:
                    weight += n * (2 * k - 1 if self.signed else k)
                case _:
                    weight += n
        norm = 1.0
        if self.options.normalisation is Normalisation.ACTIVITY:
            norm = self._row(h)
        elif self.options.normalisation is Normalisation.PROMINENCE:
            norm = sum(self.n[other, t, k] for other in HOLDERS for k in self.levels)
        return weight / norm if norm else 0.0

    def _one(self, one: str, other: str) -> float:
        reach = self.levels[-1] - self.levels[0]
        weight = 0.0
        for t, k, m in product(TARGETS, self.levels, self.levels):
            both = self.n[one, t, k] * self.n[other, t, m]
            distance = abs(k - m) / reach if reach else 0.0
            match self.options.aggregation:
                case Aggregation.CONGRUENCE:
                    weight += both * (1 - distance)
                case Aggregation.CONFLICT:
                    weight += both * distance
                case Aggregation.SUBTRACT:
                    weight += both * (1 - 2 * distance)
                case _:
                    weight += both
        norm = self._norm(one, other)
        return weight / norm if norm else 0.0

    def _norm(self, one: str, other: str) -> float:
        a, b = self._row(one), self._row(other)
        match self.options.normalisation:
            case Normalisation.AVERAGE:
                return (a + b) / 2
            case Normalisation.COSINE:
                return math.sqrt(a * a) * math.sqrt(b * b)
            case Normalisation.JACCARD:
                cells = [
                    (self.n[one, t, k], self.n[other, t, k]) for t in TARGETS for k in self.levels
                ]
                return sum(
                    (x if y == 0 else 0) + (y if x == 0 else 0) + (x * y if x and y else 0)
                    for x, y in cells
                )
            case _:
                return 1.0
