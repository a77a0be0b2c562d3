"""How fast the export is beside `sqlite3 -csv`, and how much memory it takes.

Needs the command `sqlite3` (Debian: sqlite3).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.bench import Figure
from tests.bench.big_project import make_big_project
from workbench.app.exporting import ExportChoice, export_dataset
from workbench.store.database import Database

#: Articles and annotations each: a project to time, and one ten times as large for the memory.
TIMED = (1000, 100)
LARGE = (10_000, 100)
ROUNDS = 5
#: The formats whose memory is bounded, whatever the number of annotations.
STREAMED = ("csv", "jsonl", "parquet")
#: The annotations, the tables of the layers, and what goes with them.
LAYERS = ExportChoice(
    tables=(
        *("annotations", "stance*", "actor*", "concept*", "claim*", "event*", "article"),
        *("articles", "article_coding", "codebook", "forecasts"),
    )
)

_JOINED = "SELECT n.*, a.* FROM annotation AS n JOIN article AS a ON a.id = n.article_id"

# The peak of a process of its own, beyond what it takes before it opens the project.
_EXPORT = """
import sys
from pathlib import Path
from tests.bench.memory import peak
from workbench.app.exporting import ExportChoice, export_dataset
from workbench.store.database import Database

before = peak()
database = Database(Path(sys.argv[1]), read_only=True)
export_dataset(database, Path(sys.argv[2]), ExportChoice(formats=tuple(sys.argv[3].split(","))))
print((peak() - before) / 1e6)
"""


def run() -> list[Figure]:
    """Return the figures of the export."""
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as name:
        folder = Path(name)
        return [*_speed(folder), _memory(folder)]


def _speed(folder: Path) -> list[Figure]:
    project = make_big_project(folder / "timed.workbench", *TIMED)
    with closing(Database(project, read_only=True)) as database:
        export_layers = partial(export_dataset, database, folder / "out", LAYERS, overwrite=True)
        rounds = [
            (
                _seconds(export_layers),
                _seconds(partial(_sqlite, project, folder / "plain.csv")),
            )
            for _ in range(ROUNDS)
        ]
        whole, rows_written = _whole(database, folder / "out")
    export, plain = (min(times) for times in zip(*rounds, strict=True))
    annotations = TIMED[0] * TIMED[1]
    # Each is a row of annotations.csv and, pivoted, a row of its layer's table.
    rows = 2 * annotations / export
    plain_rows = annotations / plain
    told = f"{annotations / export:,.0f} annotations/s, each a row of two tables"
    beside = f"sqlite3 -csv, annotations joined to their article: {plain_rows:,.0f}/s"
    return [
        Figure("export: annotation rows", rows, "/s", 60_000, told, at_least=True),
        Figure("export: speed, of sqlite3", rows / plain_rows, "×", 0.25, beside, at_least=True),
        Figure("export: rows of all tables", whole, "/s", 40_000, rows_written, at_least=True),
    ]


def _whole(database: Database, folder: Path) -> tuple[float, str]:
    """Return the rows a second of an export of all tables, and how many they are."""
    start = os.times()
    report = export_dataset(database, folder, overwrite=True)
    seconds = sum(os.times()[:4]) - sum(start[:4])
    rows = sum(count for _, count in report.files)
    return rows / seconds, f"{rows:,} rows of {len(report.files)} tables"


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the work and its children: what else runs does not count."""
    start = os.times()
    work()
    return sum(os.times()[:4]) - sum(start[:4])


def _sqlite(project: Path, out: Path) -> None:
    with out.open("wb") as file:
        subprocess.run(["sqlite3", "-csv", str(project), _JOINED], stdout=file, check=True)


def _memory(folder: Path) -> Figure:
    """Return the memory of an export in the formats that a million annotations are meant for.

    They are written in one go: each of them takes less.
    """
    project = make_big_project(folder / "large.workbench", *LARGE)
    arguments = [str(project), str(folder / "large"), ",".join(STREAMED)]
    command = [sys.executable, "-c", _EXPORT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    name = f"export: memory for {LARGE[0] * LARGE[1]:,} annotations"
    return Figure(name, float(done.stdout), "MB", 150, f"in {', '.join(STREAMED)} at once")
