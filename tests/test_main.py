"""The module that starts the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench import __main__


def test_what_shows_the_window_is_passed_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[object] = []

    def run(project: Path | None, coder: str | None) -> int:
        asked.append((project, coder))
        return 3

    def run_tour(folder: Path) -> int:
        asked.append(folder)
        return 4

    monkeypatch.setattr("workbench.ui.application.run", run)
    monkeypatch.setattr("workbench.ui.tour.run_tour", run_tour)
    monkeypatch.setenv("DISPLAY", ":0")
    for arguments, code in (([], 3), (["tour", str(tmp_path)], 4), (["--version"], 0)):
        monkeypatch.setattr(sys, "argv", ["workbench", *arguments])
        assert __main__.main() == code
    assert asked == [(None, None), tmp_path]


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        # The segmentation process imports it anew.
        ("import workbench.__main__", ("argparse", "workbench.cli", "sqlalchemy", "PySide6")),
        # What stands between the command and the window.
        (
            "import workbench.cli.main",
            ("sqlalchemy", "workbench.store", "workbench.exchange.project.model"),
        ),
        ("import workbench.cli.main", ("jieba", "PySide6")),
        ("import workbench.cli.window", ("sqlalchemy", "workbench.store", "jieba", "PySide6")),
    ],
)
def test_nothing_heavy_is_imported_before_the_window(
    repository: Path, code: str, unwanted: tuple[str, ...]
) -> None:
    told = f"{code}; import sys; print(*sys.modules, sep='\\n')"
    ran = subprocess.run(
        [sys.executable, "-c", told], cwd=repository, capture_output=True, text=True, check=True
    )
    assert not set(unwanted) & set(ran.stdout.split())
