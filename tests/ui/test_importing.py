"""One reading and one preview at a time, none of them longer than the project."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenDesk
from workbench.app import importing as app_importing
from workbench.app.importing import USUAL, Allowed, FileRead, InTurn
from workbench.app.jobs import NoProgress, Progress
from workbench.app.session import Session
from workbench.app.tables import Choose
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.imports.window import ImportWindow

_UNWATCHED = NoProgress()


class Previews:
    """Say yes to every preview, and keep what each offered."""

    def __init__(self) -> None:
        self.offered: list[list[tuple[str, bool]]] = []
        self.most_at_once = 0
        self.meanwhile: Callable[[], None] = lambda: None
        self._answered: set[ImportWindow] = set()
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        shown = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, ImportWindow) and each.isVisible()
        ]
        self.most_at_once = max(self.most_at_once, len(shown))
        for dialog in shown:
            if dialog in self._answered:
                continue
            self._answered.add(dialog)
            files = [(each.source.name, each.duplicate_of is not None) for each in dialog.files]
            self.offered.append(files)
            self.meanwhile()
            # Others may come upon it meanwhile.
            QTimer.singleShot(30, dialog, dialog.accept)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()


@pytest.fixture
def previews(qapp: QApplication) -> Iterator[Previews]:
    """Give the one who looks at the previews."""
    previews = Previews()
    yield previews
    previews.stop()


class SlowReading:
    """Read files only when told to, as if they were many."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.begun = threading.Event()
        self.read: list[list[str]] = []
        self._look = app_importing.look

    def __call__(
        self,
        paths: Iterable[Path],
        session: Session | None = None,
        progress: Progress = _UNWATCHED,
        choose: Choose | None = None,
        in_turn: InTurn | None = None,
        allowed: Allowed = USUAL,
    ) -> list[FileRead]:
        files = list(paths)
        self.read.append([each.name for each in files])
        self.begun.set()
        while not self.go_on.wait(0.001):
            if progress.cancelled:
                break
        return self._look(files, session, progress, choose, in_turn, allowed)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowReading]:
    """Give the gate before the reading of files."""
    slow = SlowReading()
    monkeypatch.setattr(app_importing, "look", slow)
    yield slow
    slow.go_on.set()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give an article that the project has not."""
    path = tmp_path / "a.txt"
    path.write_text("第一篇新文章\n" + "海上的风吹了一整天。" * 9, "utf-8")
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Give another one."""
    path = tmp_path / "b.txt"
    path.write_text("第二篇新文章\n" + "山里的路在雨后难走。" * 9, "utf-8")
    return path


def titles(coding: Coding) -> list[str]:
    return [each.title for each in coding.session.articles()]


def drop(coding: Coding, *paths: Path) -> None:
    coding.context.window.files_dropped.emit(list(paths))


def is_idle(coding: Coding) -> bool:
    return not coding.context.background.busy


def test_one_file_dropped_twice_is_imported_once(
    coding: Coding, file: Path, previews: Previews, slow: SlowReading, qtbot: QtBot
) -> None:
    before = titles(coding)
    drop(coding, file)
    drop(coding, file)
    slow.go_on.set()
    qtbot.waitUntil(lambda: len(titles(coding)) > len(before) and is_idle(coding))
    assert titles(coding) == [*before, "第一篇新文章"]
    assert slow.read == [["a.txt"]]
    assert previews.offered == [[("a.txt", False)]]


def test_what_is_dropped_while_others_are_read_waits_its_turn(
    coding: Coding,
    file: Path,
    second: Path,
    tmp_path: Path,
    previews: Previews,
    slow: SlowReading,
    qtbot: QtBot,
) -> None:
    before = titles(coding)
    again = tmp_path / "c.txt"
    again.write_bytes(file.read_bytes())
    drop(coding, file)
    drop(coding, second, again)
    slow.go_on.set()
    qtbot.waitUntil(lambda: len(previews.offered) == 2 and is_idle(coding))
    qtbot.waitUntil(lambda: titles(coding) == [*before, "第一篇新文章", "第二篇新文章"])
    # The second preview knows already what came in by the first.
    assert previews.offered == [[("a.txt", False)], [("b.txt", False), ("c.txt", True)]]
    assert previews.most_at_once == 1


def test_after_a_reading_that_failed_the_next_one_begins(
    coding: Coding, file: Path, second: Path, previews: Previews, slow: SlowReading, qtbot: QtBot
) -> None:
    drop(coding, file)
    assert slow.begun.wait(10)
    drop(coding, second)
    coding.context.window.strip._work._cancel.click()
    qtbot.waitUntil(lambda: len(slow.read) == 2)
    slow.go_on.set()
    qtbot.waitUntil(lambda: previews.offered == [[("b.txt", False)]])
    qtbot.waitUntil(lambda: titles(coding)[-1] == "第二篇新文章")


def test_a_project_closed_while_files_are_read_shows_no_preview(
    desk: Desk, coding: Coding, file: Path, previews: Previews, slow: SlowReading, qtbot: QtBot
) -> None:
    session = coding.session
    drop(coding, file)
    assert slow.begun.wait(10)
    desk.close()
    assert desk.context.background.under_way == []
    assert desk.context.window.strip._work.isHidden()
    qtbot.wait(50)
    assert previews.offered == []
    assert [each.name for each in session.path.parent.glob("试点*")] == [session.path.name]


def test_a_project_changed_while_files_are_read_takes_none_of_them(
    desk: Desk, coding: Coding, file: Path, previews: Previews, slow: SlowReading, qtbot: QtBot
) -> None:
    path = coding.session.path
    drop(coding, file)
    assert slow.begun.wait(10)
    desk.open(path)
    slow.go_on.set()
    qtbot.waitUntil(lambda: desk.coding is not None)
    qtbot.wait(50)
    assert desk.coding is not None
    assert "第一篇新文章" not in titles(desk.coding)
    assert previews.offered == []


def test_a_project_closed_under_a_preview_takes_nothing(
    desk: Desk, coding: Coding, file: Path, previews: Previews, qtbot: QtBot
) -> None:
    path, before = coding.session.path, titles(coding)
    previews.meanwhile = desk.close
    drop(coding, file)
    qtbot.waitUntil(lambda: len(previews.offered) == 1)
    desk.open(path)
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    assert titles(desk.coding) == before


def test_a_read_only_project_says_at_once_that_it_takes_no_articles(
    open_desk: OpenDesk, project: Path, file: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.open(project, read_only=True)
    qtbot.waitUntil(lambda: desk.coding is not None)
    desk.context.window.files_dropped.emit([file])
    assert "read-only" in desk.context.window.info.sentence
    assert desk.context.background.under_way == []
