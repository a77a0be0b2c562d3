"""The files of networks: GraphML, nodes, edges and matrix of each, and a table of them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.dataset.cells import line
from workbench.dataset.networks.graphml import graphml
from workbench.dataset.networks.names import Names, ties_of
from workbench.dataset.networks.network import Network, Networks
from workbench.dataset.networks.options import Kind, NetworkOptions
from workbench.dataset.networks.selecting import LeftOut
from workbench.dataset.networks.tables import edge_lines, matrix_lines, node_lines

#: The table of the networks: which is which, and how it was counted.
SUMMARY = "networks.csv"
#: A matrix has so many cells at most: a larger one no spreadsheet opens, and edges say the same.
MOST_CELLS = 4_000_000

_BYTE_ORDER_MARK = "\ufeff"
_COLUMNS = (
    *("network", "coder", "from", "to", "kind", "first", "second", "agreement", "aggregation"),
    *("normalisation", "duplicates", "author", "statements", "nodes", "edges", "left_out"),
)


class Made(NamedTuple):
    """Networks of what a coder coded, and what in the names of their files tells them apart."""

    networks: Networks
    coder: str = ""
    file: str = ""


class EmptyNetwork(NamedTuple):
    """A network without any tie, or those of all windows, and why: what was left out, and not."""

    name: str
    statements: int
    left_out: Mapping[LeftOut, int]


def empty_of(made: Sequence[Made]) -> list[EmptyNetwork]:
    """Return those that came out empty, by what their files are called."""
    taken: dict[str, int] = {}
    named = [(_stem(each, taken), each.networks) for each in made]
    return [
        EmptyNetwork(
            stem,
            sum(each.statements for each in networks.networks),
            {why: count for why, count in sorted(networks.left_out.items()) if count},
        )
        for stem, networks in named
        if not any(each.weights for each in networks.networks)
    ]


def write_networks(folder: Path, made: Sequence[Made], names: Names) -> list[tuple[Path, int]]:
    """Write all files to `folder` and return them with their rows, in the order of their names."""
    taken: dict[str, int] = {}
    written: list[tuple[Path, int]] = []
    summary = [line(*_COLUMNS)]
    for each in made:
        stem = _stem(each, taken)
        for n, network in enumerate(each.networks.networks, 1):
            name = f"{stem}_{n:04}_{_day(network.window.first)}" if network.window else stem
            written += _write_one(folder, name, network, names)
            summary.append(_summary(name, network, each))
    written.append(_write_table(folder / SUMMARY, summary))
    return sorted(written)


def _stem(made: Made, taken: dict[str, int]) -> str:
    """Return what the files of these networks are called; what comes twice is numbered."""
    options = made.networks.options
    modes = [options.first] if options.kind is Kind.ONE_MODE else [options.first, options.second]
    stem = "_".join(["network", *filter(None, [made.file]), *modes])
    taken[stem] = taken.get(stem, 0) + 1
    return stem if taken[stem] == 1 else f"{stem}_{taken[stem]}"


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "_")


def _write_one(
    folder: Path, name: str, network: Network, names: Names
) -> Iterator[tuple[Path, int]]:
    path = folder / f"{name}.graphml"
    path.write_text(graphml(network, names), encoding="utf-8", newline="\n")
    yield path, len(network.first) + len(network.second)
    yield _write_table(folder / f"{name}_nodes.csv", node_lines(network, names))
    yield _write_table(folder / f"{name}_edges.csv", edge_lines(network, names))
    if len(network.first) * len(network.second or network.first) <= MOST_CELLS:
        yield _write_table(folder / f"{name}_matrix.csv", matrix_lines(network))


def _write_table(path: Path, lines: Iterable[str]) -> tuple[Path, int]:
    rows = -1
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_BYTE_ORDER_MARK)
        for each in lines:
            file.write(f"{each}\n")
            rows += 1
    return path, rows


def _summary(name: str, network: Network, made: Made) -> str:
    window = network.window
    when = (str(window.first), str(window.last)) if window else ("", "")
    edges = sum(1 for _ in ties_of(network))
    left_out = "; ".join(f"{why} {n}" for why, n in sorted(made.networks.left_out.items()) if n)
    return line(
        *(name, made.coder, *when),
        *_counting(network.options),
        network.statements,
        len(network.first) + len(network.second),
        edges,
        left_out,
    )


def _counting(options: NetworkOptions) -> list[str]:
    return [
        *(options.kind, options.first, options.second, options.agreement, options.aggregation),
        *(options.normalisation, options.duplicates, options.author),
    ]
