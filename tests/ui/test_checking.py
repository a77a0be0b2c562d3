"""The project is checked behind the window, which speaks only if something is wrong."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenDesk
from workbench.app import checking as app_checking
from workbench.app.checking import Checked
from workbench.app.errors import Cancelled
from workbench.app.jobs import Progress
from workbench.store.database import Database
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk


def test_a_clean_project_is_checked_unseen(
    desk: Desk, coding: Coding, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Checked] = []
    check = app_checking.check_database

    def watched(database: Database, progress: Progress) -> Checked:
        assert threading.current_thread() is not threading.main_thread()
        found.append(check(database, progress))
        return found[0]

    monkeypatch.setattr(app_checking, "check_database", watched)
    coding.checking._later.setInterval(0)
    coding.prepare()
    qtbot.waitUntil(lambda: len(found) == 1 and not coding.context.background.busy)
    assert found[0].clean
    assert desk.context.window.info.sentence == ""
    assert desk.context.window.strip._work.isHidden()


def test_a_project_that_does_not_hold_together_says_so(
    open_desk: OpenDesk, project: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(project)) as raw:
        first = "(SELECT min(id) FROM article)"
        raw.execute(f"UPDATE article SET length = length + 1 WHERE id = {first}")
        raw.commit()
    desk = open_desk(project)
    assert desk.coding is not None
    desk.coding.checking.begin()
    qtbot.waitUntil(lambda: bool(desk.context.window.info.sentence))
    assert "(1 found)" in desk.context.window.info.sentence
    assert "workbench check" in desk.context.window.info.sentence


def test_the_check_ends_with_the_project(
    desk: Desk, coding: Coding, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(_: Database, progress: Progress) -> Checked:
        begun.set()
        while not progress.cancelled:
            threading.Event().wait(0.001)
        ended.set()
        raise Cancelled

    monkeypatch.setattr(app_checking, "check_database", endless)
    coding.checking.begin()
    assert begun.wait(10)
    assert desk.context.window.strip._work.isHidden()
    desk.close()
    assert ended.is_set()
    assert [each.name for each in project.parent.glob("试点*")] == [project.name]


def test_a_project_closed_before_its_check_is_not_checked(
    desk: Desk, coding: Coding, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    coding.prepare()
    assert coding.checking._later.isActive()
    desk.close()
    assert not coding.checking._later.isActive()
