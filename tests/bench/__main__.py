"""Run every benchmark (or those named: `python -m tests.bench export`), and print the figures.

Exits with 1 if a figure misses its limit.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from tests.bench import Figure

_ROW = "{:<44} {:>14} {:>16}  {:<3} {}"


def main(wanted: list[str]) -> int:
    """Run the benchmarks and print a line a figure as they come."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    chosen = [name for name in found if not wanted or name.removeprefix("bench_") in wanted]
    _tell(_ROW.format("figure", "value", "limit", "ok", "beside"))
    missed = 0
    for name in chosen:
        for figure in import_module(f"tests.bench.{name}").run():
            _tell(_row(figure))
            missed += not figure.ok
    return 1 if missed else 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _row(figure: Figure) -> str:
    limit = f"{'≥' if figure.at_least else '≤'} {_number(figure.limit)} {figure.unit}"
    value = f"{_number(figure.value)} {figure.unit}"
    ok = "yes" if figure.ok else "NO"
    return _ROW.format(figure.name, value, limit, ok, figure.baseline).rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


sys.exit(main(sys.argv[1:]))
