"""Mark in the real window, kill it with SIGKILL, reopen: all is there, also for undo and redo."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.app.locations import resources_folder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL"),
]

_SECONDS = 120


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_an_example_survives(tmp_path: Path, home: Path, repository: Path) -> None:
    article = resources_folder() / "examples" / "news_portal.txt"
    _survives(article, tmp_path, home, repository)


def test_a_real_article_survives(
    shared: Path, tmp_path: Path, home: Path, repository: Path
) -> None:
    article = min((shared / "articles").glob("002_*.txt"))
    _survives(article, tmp_path, home, repository)


def _survives(article: Path, folder: Path, home: Path, repository: Path) -> None:
    project, dataset = folder / "试点.workbench", folder / "dataset"
    dataset.mkdir()
    _workbench(repository, "new", project)
    _workbench(repository, "import", project, article)

    killed = _driver(repository, "mark", project, home)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    before = _lines(killed)
    assert before["saved"].startswith("saved ")
    marks = before["marks"]
    assert sorted(mark["layer"] for mark in marks) == ["actor", "actor", "concept", "stance"]

    reopened = _driver(repository, "go-on", home, dataset)
    assert reopened.returncode == 0, reopened.stderr
    after = _lines(reopened)
    assert after["title"].startswith("试点")
    assert after["marks"] == after["shown"] == marks
    assert after["undone"] == []
    assert after["redone"] == marks

    _tables_have(dataset, marks)
    assert json.loads(_workbench(repository, "check", project, "--json"))["clean"] is True
    assert [path.name for path in folder.glob("试点*")] == [project.name]


def _tables_have(dataset: Path, marks: list[dict[str, Any]]) -> None:
    rows = {row["annotation_id"]: row for row in _rows(dataset / "annotations.csv")}
    assert set(rows) == {mark["uid"] for mark in marks}
    for mark in marks:
        row = rows[mark["uid"]]
        assert (int(row["start"]), int(row["end"])) == (mark["start"], mark["end"])
        assert (row["layer"], row["quote"]) == (mark["layer"], mark["quote"])
        [coded] = [
            each
            for each in _rows(dataset / f"{mark['layer']}.csv")
            if each["annotation_id"] == mark["uid"]
        ]
        for variable, values in mark["values"].items():
            assert coded[variable] == ";".join(str(value) for value in values)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _lines(run: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in run.stdout.splitlines():
        found |= json.loads(line)
    return found


def _driver(repository: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return _run(repository, "tests.whole.window_driver", *arguments)


def _workbench(repository: Path, *arguments: object) -> str:
    run = _run(repository, "workbench", *arguments)
    assert run.returncode == 0, run.stderr
    return run.stdout


def _run(repository: Path, module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=repository,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
