"""How soon the window is there, and how soon it answers.

The start is measured over whole processes, by turns with a window of Qt that has nothing in it;
what one does in the window on an article of 10,000 characters with 500 annotations.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench import Figure
from tests.bench.window_project import make_window_project

_REPOSITORY = Path(__file__).resolve().parents[2]
_STARTS = 11
_PATIENCE = 120  # seconds
_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.debug=false"}


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first paint and to the article, and the longest pause between."""

    frame: float
    article: float
    pause: float


def run() -> list[Figure]:
    """Measure with a project, a home and a screen of its own."""
    # Beside the checkout: a folder for temporary files may lie in memory, which commits for free.
    build = _REPOSITORY / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name:
        folder = Path(name)
        project = make_window_project(folder / "window.workbench")
        return [*_starting(folder, project), *_using(folder, project)]


def _starting(folder: Path, project: Path) -> list[Figure]:
    _started(folder, "article", project)  # the first one fills the caches of the home
    bare, frames, articles = [], [], []
    for _ in range(_STARTS):
        bare.append(_started(folder, "bare").frame)
        frames.append(_started(folder, "frame", project).frame)
        articles.append(_started(folder, "article", project))
    base = statistics.median(bare)
    beside = f"a bare QMainWindow: {1000 * base:.0f} ms"
    frame = statistics.median(frames)
    article = statistics.median(each.article for each in articles)
    pause = 1000 * statistics.median(each.pause for each in articles)
    return [
        Figure("window shown", frame / base, "×", 2, f"{beside}; {1000 * frame:.0f} ms"),
        Figure("last article readable", article / base, "×", 5, f"{1000 * article:.0f} ms"),
        Figure("longest pause of the window meanwhile", pause, "ms", 100, "dictionaries and all"),
    ]


def _started(folder: Path, until: str, *project: Path) -> Start:
    begin = time.monotonic()
    told = run_apart(folder, "tests.bench.window_start", until, *project)
    at = json.loads(told)
    return Start(at["frame"] - begin, at.get("article", begin) - begin, at["gap"])


def _using(folder: Path, project: Path) -> list[Figure]:
    marked = Path(shutil.copy(project, folder / "marked.workbench"))
    at = json.loads(run_apart(folder, "tests.bench.window_use", marked, folder / "use"))
    repaint = f"a plain QTextEdit repainted: {at['repaint']:.1f} ms"
    return [
        Figure("a mark, from the key to paint", at["mark"], "ms", 16, repaint),
        Figure("its undo, from the key to paint", at["undo"], "ms", 16, repaint),
        Figure("a page further, from the key to paint", at["scroll"], "ms", 16, repaint),
        Figure(
            "another article, from the click to paint",
            at["open"],
            "ms",
            100,
            f"the same text set in a plain QTextEdit: {at['fill']:.1f} ms",
        ),
    ]


def run_apart(folder: Path, module: str, *arguments: object, patience: float = _PATIENCE) -> str:
    """Run a module in a process of its own and return what it tells."""
    around = {**os.environ, **_SCREEN}
    # The compiled modules stay, as they do on the machine of a user.
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=_REPOSITORY,
        env={**around, **home},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=patience,
        check=True,
    )
    return done.stdout
