"""A network as tables: its nodes, its edges, its matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.dataset.cells import line
from workbench.dataset.networks.names import (
    Names,
    attributes_of,
    nodes_of,
    number,
    ties_of,
)
from workbench.dataset.networks.network import Network
from workbench.dataset.networks.options import Kind


def node_lines(network: Network, names: Names) -> Iterator[str]:
    """Yield a line a node, with the header first; the first column is what edges name."""
    nodes = nodes_of(network, names)
    others = attributes_of(nodes)
    yield line(
        *("id", "key", "label", "mode", "frequency"), *(f"attribute_{name}" for name in others)
    )
    for node in nodes:
        known = (node.named.attributes.get(name, "") for name in others)
        yield line(node.id_, node.key, node.named.label, node.mode, node.frequency, *known)


def edge_lines(network: Network, names: Names) -> Iterator[str]:
    """Yield a line a tie, with the header first."""
    labels = {node.id_: node.named.label for node in nodes_of(network, names)}
    yield line("source", "target", "weight", "source_label", "target_label")
    for source, target, weight in ties_of(network):
        cells = line(source, target), number(weight), line(labels[source], labels[target])
        yield ",".join(cells)


def matrix_lines(network: Network) -> Iterator[str]:
    """Yield the matrix of weights, a line a node of the first mode, keys before and above."""
    one = network.options.kind is Kind.ONE_MODE
    columns = network.first if one else network.second
    yield line("", *columns)
    for row in network.first:
        yield f"{line(row)},{','.join(_row(network, row, columns, one=one))}"


def _row(network: Network, row: str, columns: Iterable[str], *, one: bool) -> Iterator[str]:
    for column in columns:
        pair = (min(row, column), max(row, column)) if one else (row, column)
        yield number(network.weights.get(pair, 0.0))
