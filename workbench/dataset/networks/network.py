"""A network of statements, or one for each time window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.dataset.networks.options import Agreement, Kind, NetworkOptions, refuse_unfit
from workbench.dataset.networks.selecting import LeftOut, Selection, Span, Use, selected
from workbench.dataset.networks.statement import Statement
from workbench.dataset.networks.weighing import Weights, counted, one_mode, two_mode
from workbench.dataset.networks.windows import windows_of


@dataclass(frozen=True)
class Network:
    """Nodes with the number of their statements, and the weights of their ties.

    Nodes are in the order of their names; `second` is empty in a one-mode network. A weight
    of zero is a tie all the same: agreement and conflict that outweigh each other.
    """

    options: NetworkOptions
    first: Mapping[str, int]
    second: Mapping[str, int]
    weights: Weights
    statements: int
    window: Span | None = None


@dataclass(frozen=True)
class Networks:
    """What came of the statements: the networks in the order of time, and what is in none."""

    options: NetworkOptions
    networks: Sequence[Network]
    left_out: Mapping[LeftOut, int]


def networks_of(statements: Iterable[Statement], options: NetworkOptions) -> Networks:
    """Return the network that `options` describe, or one for each of its time windows.

    Raises:
        NetworkModesEqual, NetworkOptionUnfit, NetworkPositionNeeded, NetworkWindowWrong,
        NetworkWindowsMany
    """
    refuse_unfit(options)
    selection = selected(statements, options)
    if options.windows is None:
        network = _network(selection, selection.uses, options)
        return Networks(options, [network], selection.left_out)
    dated = [(use, use.when) for use in selection.uses if use.when]
    left_out = Counter(selection.left_out)
    left_out[LeftOut.UNDATED] = len(selection.uses) - len(dated)
    if not dated:
        return Networks(options, [], left_out)
    whole = Span(dated[0][1].first, max(when.last for _, when in dated))
    starts = [when.first for _, when in dated]
    networks: list[Network] = []
    for window in windows_of(whole, options.windows):
        begun = dated[bisect_left(starts, window.first) : bisect_right(starts, window.last)]
        uses = [use for use, when in begun if when.last <= window.last]
        networks.append(_network(selection, uses, options, window))
    return Networks(options, networks, left_out)


def _network(
    selection: Selection,
    uses: Sequence[Use],
    options: NetworkOptions,
    window: Span | None = None,
) -> Network:
    array = counted(uses)
    first = _nodes((use.first for use in uses), selection.everyone[0], options)
    if options.kind is Kind.ONE_MODE:
        weights = one_mode(array, selection.levels, options.aggregation, options.normalisation)
        return Network(options, first, {}, weights, len(uses), window)
    second = _nodes((use.second for use in uses), selection.everyone[1], options)
    signed = options.agreement is Agreement.SIGN
    weights = two_mode(
        array, selection.levels, options.aggregation, options.normalisation, signed=signed
    )
    return Network(options, first, second, weights, len(uses), window)


def _nodes(used: Iterable[str], everyone: Iterable[str], options: NetworkOptions) -> dict[str, int]:
    counts = Counter(used)
    return {name: counts[name] for name in sorted(everyone if options.isolates else counts)}
