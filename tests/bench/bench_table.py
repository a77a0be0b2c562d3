"""How fast the table of a whole project's annotations filters as one types."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.bench import Figure
from tests.bench.bench_window import run_apart
from tests.bench.big_project import make_big_project

_ARTICLES, _EACH = 200, 500


def run() -> list[Figure]:
    """Measure with a project, a home and a screen of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        project = make_big_project(folder / "big.workbench", _ARTICLES, _EACH)
        at = json.loads(run_apart(folder, "tests.bench.table_use", project, folder / "use"))
    rows = f"{at['rows']:,.0f} rows"
    plain = f"a plain QSortFilterProxyModel: {at['plain']:.0f} ms, median {at['plain_median']:.0f}"
    median = f"median {at['median']:.0f} ms; {plain}"
    return [
        Figure(f"filter {rows}, slowest key to paint", at["flat"], "ms", 50, median),
        Figure("the same in groups", at["grouped"], "ms", 50, plain),
        Figure(
            "the project's first rows, from the click",
            1000 * at["first"],
            "ms",
            1000,
            f"all are read behind the window in {at['read']:.0f} s",
        ),
    ]
