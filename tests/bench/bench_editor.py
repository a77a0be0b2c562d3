"""How soon the codebook editor is there, and how soon its filter answers."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.bench import Figure
from tests.bench.bench_window import run_apart
from tests.bench.editor_project import make_editor_project

_REPOSITORY = Path(__file__).resolve().parents[2]


def run() -> list[Figure]:
    """Measure with 5,000 categories that have 50,000 aliases."""
    build = _REPOSITORY / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name:
        folder = Path(name)
        project = make_editor_project(folder / "editor.workbench")
        at = json.loads(run_apart(folder, "tests.bench.editor_use", project, folder / "use"))
    beside = "5,000 categories, 50,000 aliases"
    return [
        Figure("codebook editor opened, to paint", at["open"], "ms", 300, beside),
        Figure("codebook filter, a key, to paint", at["filter"], "ms", 16, beside),
    ]
