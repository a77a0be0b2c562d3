"""What the nodes of a network are called, and how they are told apart in its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.dataset.networks.network import Network
from workbench.dataset.networks.options import Kind
from workbench.dataset.networks.statement import Mode


@dataclass(frozen=True)
class Named:
    """A node's label and what its code list says of it, by the attribute's key."""

    label: str
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])


#: What is known of the nodes of each mode, by key; the others are called by their keys.
Names = Mapping[Mode, Mapping[str, Named]]


@dataclass(frozen=True)
class Node:
    """A node as it stands in a file: in a two-mode network, `id_` also says of which mode."""

    id_: str
    key: str
    mode: Mode
    second: bool
    frequency: int
    named: Named


def nodes_of(network: Network, names: Names) -> list[Node]:
    """Return the nodes of a network, those of the first mode before those of the second."""
    return [
        *_nodes(network, names, network.options.first, second=False),
        *_nodes(network, names, network.options.second, second=True),
    ]


def _nodes(network: Network, names: Names, mode: Mode, *, second: bool) -> Iterator[Node]:
    known = names.get(mode, {})
    for key, frequency in (network.second if second else network.first).items():
        id_ = node_id(network, mode, key)
        yield Node(id_, key, mode, second, frequency, known.get(key) or Named(key))


def node_id(network: Network, mode: Mode, key: str) -> str:
    """Return what tells a node apart: an actor may be both a holder and one addressed."""
    return key if network.options.kind is Kind.ONE_MODE else f"{mode}:{key}"


def attributes_of(nodes: list[Node]) -> list[str]:
    """Return the attributes that any node has, in the order of their keys."""
    return sorted({key for node in nodes for key in node.named.attributes})


def ties_of(network: Network) -> Iterator[tuple[str, str, float]]:
    """Yield the ties whose weight is not zero, by the ids of their nodes."""
    options = network.options
    other = options.first if options.kind is Kind.ONE_MODE else options.second
    for (first, second), weight in network.weights.items():
        if weight:
            yield (
                node_id(network, options.first, first),
                node_id(network, other, second),
                weight,
            )


def number(weight: float) -> str:
    """Return a weight as text: whole where it is whole, without the noise of its last digits."""
    rounded = round(weight, 10)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)
