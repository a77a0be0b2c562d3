"""The weights of a network, as Discourse Network Analyzer reckons them.

`Exporter.createArray` counts statements in an array: first node × second node × level of
agreement. `computeOneModeMatrix` and `computeTwoModeMatrix` make weights of it
(github.com/leifeld/dna, dna/src/main/java/dna/export/Exporter.java). Here only what is not
zero is kept, so that the work grows with the statements and not with all pairs of nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from workbench.dataset.networks.options import Aggregation, Normalisation
from workbench.dataset.networks.selecting import Use

#: Second node × level to the number of statements, for one first node.
Profile = dict[str, dict[float, float]]
#: The number of statements by level, in the order of the levels.
Counts = tuple[float, ...]
#: Two nodes to the weight of their tie; of one mode, the smaller name first.
Weights = dict[tuple[str, str], float]


def counted(uses: Iterable[Use]) -> dict[str, Profile]:
    """Return how often each first node says what, in the order of names."""
    array: defaultdict[str, defaultdict[str, defaultdict[float, float]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(float))
    )
    for use in uses:
        array[use.first][use.second][use.level] += use.weight
    return {
        first: {second: dict(array[first][second]) for second in sorted(array[first])}
        for first in sorted(array)
    }


def two_mode(
    array: Mapping[str, Profile],
    levels: Sequence[float],
    aggregation: Aggregation,
    normalisation: Normalisation,
    *,
    signed: bool,
) -> Weights:
    """Return the weight of each first node's tie to each second node.

    `signed`: levels are disagreement (0) and agreement (1), else scores, which weigh as
    much as they say.
    """
    weigh = _TWO_MODE[aggregation]
    weights = {
        (first, second): weigh(counts, levels, signed)
        for first, profile in array.items()
        for second, counts in profile.items()
    }
    if normalisation is Normalisation.NO:
        return weights
    side = 0 if normalisation is Normalisation.ACTIVITY else 1
    totals: defaultdict[str, float] = defaultdict(float)
    for pair in weights:
        # Divided by the number of statements, whatever their position.
        totals[pair[side]] += sum(array[pair[0]][pair[1]].values())
    return {pair: _divided(weight, totals[pair[side]]) for pair, weight in weights.items()}


def _ignored(counts: Mapping[float, float], _levels: Sequence[float], _signed: bool) -> float:
    return sum(counts.values())


def _subtracted(counts: Mapping[float, float], _levels: Sequence[float], signed: bool) -> float:
    return sum((_sign(level) if signed else level) * n for level, n in counts.items())


def _sign(level: float) -> int:
    return 1 if level > 0 else -1


def _combined(counts: Mapping[float, float], levels: Sequence[float], _signed: bool) -> float:
    """Return the number of this combination of levels: a binary digit each, the lowest first."""
    return sum(2**n for n, level in enumerate(reversed(levels)) if counts.get(level))


_TWO_MODE: dict[Aggregation, Callable[[Mapping[float, float], Sequence[float], bool], float]] = {
    Aggregation.IGNORE: _ignored,
    Aggregation.SUBTRACT: _subtracted,
    Aggregation.COMBINE: _combined,
}


def one_mode(
    array: Mapping[str, Profile],
    levels: Sequence[float],
    aggregation: Aggregation,
    normalisation: Normalisation,
) -> Weights:
    """Return the weight of the tie of each two first nodes that share a second one."""
    likeness = _likeness(aggregation, levels)
    users: defaultdict[str, list[tuple[str, Counts]]] = defaultdict(list)
    for first, profile in array.items():
        for second, counts in profile.items():
            users[second].append((first, tuple(counts.get(level, 0.0) for level in levels)))
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for second in sorted(users):
        for (one, own), (other, others) in combinations(users[second], 2):
            weights[one, other] += likeness(own, others)
    norm = _NORMS[normalisation]
    return {
        pair: _divided(weight, norm(array[pair[0]], array[pair[1]]))
        for pair, weight in sorted(weights.items())
    }


def _likeness(
    aggregation: Aggregation, levels: Sequence[float]
) -> Callable[[Counts, Counts], float]:
    """Return what reckons how much two agree (or not) on one thing.

    Each statement of the one meets each of the other, and counts by their distance.
    """
    if aggregation is Aggregation.IGNORE:
        return lambda own, others: sum(own) * sum(others)
    reach = levels[-1] - levels[0]
    distances = [[abs(one - other) / reach if reach else 0.0 for other in levels] for one in levels]
    if aggregation is Aggregation.CONGRUENCE:
        return _summed([[1.0 - each for each in row] for row in distances])
    if aggregation is Aggregation.CONFLICT:
        return _summed(distances)
    return _summed([[1.0 - 2.0 * each for each in row] for row in distances])


def _summed(weights: Sequence[Sequence[float]]) -> Callable[[Counts, Counts], float]:
    """Return what sums the products of two rows of counts, each weighed."""
    if len(weights) == 2:  # for and against: what networks are mostly made of
        (aa, ab), (ba, bb) = weights
        return lambda own, others: (
            own[0] * (aa * others[0] + ab * others[1]) + own[1] * (ba * others[0] + bb * others[1])
        )
    return lambda own, others: sum(
        n * sum(weight * m for weight, m in zip(row, others, strict=True))
        for n, row in zip(own, weights, strict=True)
        if n
    )


def _activity(profile: Profile) -> float:
    return sum(n for counts in profile.values() for n in counts.values())


def _average(one: Profile, other: Profile) -> float:
    return (_activity(one) + _activity(other)) / 2


def _cosine(one: Profile, other: Profile) -> float:
    # Not the lengths of the vectors: Discourse Network Analyzer multiplies both activities.
    return _activity(one) * _activity(other)


def _jaccard(one: Profile, other: Profile) -> float:
    """Return what only one says, what only the other says, and what both say multiplied."""
    both = only_one = 0.0
    for second, counts in one.items():
        others = other.get(second, {})
        for level, n in counts.items():
            shared = others.get(level, 0.0)
            both += n * shared
            only_one += 0.0 if shared else n
    only_other = sum(
        n
        for second, counts in other.items()
        for level, n in counts.items()
        if not one.get(second, {}).get(level)
    )
    return only_one + only_other + both


def _one(_one: Profile, _other: Profile) -> float:
    return 1.0


_NORMS: dict[Normalisation, Callable[[Profile, Profile], float]] = {
    Normalisation.NO: _one,
    Normalisation.AVERAGE: _average,
    Normalisation.JACCARD: _jaccard,
    Normalisation.COSINE: _cosine,
}


def _divided(weight: float, by: float) -> float:
    return weight / by if by else 0.0
