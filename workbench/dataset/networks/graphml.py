"""A network as GraphML, as Gephi, igraph, networkx and visone read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from workbench.dataset.networks.names import (
    Names,
    Node,
    attributes_of,
    nodes_of,
    number,
    ties_of,
)
from workbench.dataset.networks.network import Network

# XML 1.0 has no place for these.
_NO_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
#: What every node has: name of the attribute and its type. `type` tells the two modes apart, as
#: igraph wants it; `bipartite` is that of networkx.
_OF_NODES = (
    *(("key", "string"), ("label", "string"), ("mode", "string")),
    *(("type", "boolean"), ("bipartite", "int"), ("frequency", "int")),
)


def graphml(network: Network, names: Names) -> str:
    """Return the whole file; the same network gives the same text."""
    return "".join(_parts(network, names))


def _parts(network: Network, names: Names) -> Iterator[str]:
    nodes = nodes_of(network, names)
    others = attributes_of(nodes)
    yield _HEAD
    for n, (name, kind) in enumerate(_OF_NODES):
        yield _key(f"n{n}", "node", name, kind)
    for n, name in enumerate(others, len(_OF_NODES)):
        yield _key(f"n{n}", "node", f"attribute_{name}", "string")
    yield _key("e0", "edge", "weight", "double")
    yield '<graph id="G" edgedefault="undirected">\n'
    for node in nodes:
        yield from _node(node, others)
    for source, target, weight in ties_of(network):
        yield f"<edge source={_quoted(source)} target={_quoted(target)}>"
        yield f'<data key="e0">{number(weight)}</data></edge>\n'
    yield "</graph>\n</graphml>\n"


def _key(id_: str, what: str, name: str, kind: str) -> str:
    name = _quoted(name)
    return f'<key id="{id_}" for="{what}" attr.name={name} attr.type="{kind}"/>\n'


def _node(node: Node, others: Sequence[str]) -> Iterator[str]:
    yield f"<node id={_quoted(node.id_)}>"
    second = "true" if node.second else "false"
    values = [node.key, node.named.label, node.mode, second, int(node.second), node.frequency]
    values += [node.named.attributes.get(name, "") for name in others]
    for n, value in enumerate(values):
        yield f'<data key="n{n}">{escape(_clean(str(value)))}</data>'
    yield "</node>\n"


def _clean(text: str) -> str:
    return _NO_CHARACTERS.sub("\ufffd", text)


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))
