"""The window's export: the command line's bytes, and no longer than the project."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from workbench.app import exporting as app_exporting
from workbench.app.commands import MarkSpan
from workbench.app.errors import Cancelled
from workbench.app.exporting import ExportReport, export_dataset
from workbench.app.jobs import Progress
from workbench.store.database import Database
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk


class SlowExport:
    """Export nothing until told to end."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def __call__(
        self, database: Database, folder: Path, *, progress: Progress, **options: Any
    ) -> ExportReport:
        self.begun.set()
        while not progress.cancelled:
            threading.Event().wait(0.001)
        raise Cancelled


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowExport:
    """Give an export that does not end by itself."""
    slow = SlowExport()
    monkeypatch.setattr(app_exporting, "export_dataset", slow)
    return slow


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_files_are_those_of_the_command_line(
    desk: Desk, coding: Coding, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    assert coding.article is not None
    coding.session.run(MarkSpan(coding.article, "actor", 0, 2, {"actor": "USA"}))
    desk.context.window.actions_[f"language_{language}"].trigger()
    coding.exporting.export(tmp_path / "window")
    qtbot.waitUntil(lambda: bool(desk.context.window.info.sentence))
    export_dataset(coding.session.database, tmp_path / "line")
    files = sorted(each.name for each in (tmp_path / "line").iterdir())
    assert files == sorted(each.name for each in (tmp_path / "window").iterdir())
    for name in files:
        assert (tmp_path / "window" / name).read_bytes() == (tmp_path / "line" / name).read_bytes()


def test_a_project_closed_while_it_is_exported_ends_the_export(
    desk: Desk, coding: Coding, tmp_path: Path, slow: SlowExport, qtbot: QtBot
) -> None:
    path = coding.session.path
    coding.exporting.export(tmp_path / "out")
    assert slow.begun.wait(10)
    desk.close()
    qtbot.waitUntil(lambda: not desk.context.background.busy)
    qtbot.wait(10)
    assert desk.context.window.info.sentence == ""
    assert [each.name for each in path.parent.glob("试点*")] == [path.name]
