"""One project at a time on the desk, whatever is opened, closed and made in between."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet, OpenDesk
from workbench.app import exporting as app_exporting
from workbench.app import session as session_module
from workbench.app.commands import MarkSpan
from workbench.app.errors import Cancelled
from workbench.app.exporting import ExportReport, export_dataset
from workbench.app.jobs import Progress
from workbench.app.session import Session, open_session
from workbench.app.settings import Folders, Settings
from workbench.store.database import Database
from workbench.ui.appearance import Appearance
from workbench.ui.application import show_window
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.dialogs.new_project import Beginning, NewProject, NewProjectDialog
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow


class SlowOpening:
    """Let projects arrive when told to."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.sessions: list[Session] = []
        self.begun: list[str] = []

    def __call__(self, path: Path, *arguments: Any, **options: Any) -> Session:
        self.begun.append(path.stem)
        self.go_on.wait(20)
        session = open_session(path, *arguments, **options)
        self.sessions.append(session)
        return session


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowOpening]:
    """Give the gate before every project that is opened."""
    slow = SlowOpening()
    monkeypatch.setattr(session_module, "open_session", slow)
    yield slow
    slow.go_on.set()


@pytest.fixture
def other(template: Path, tmp_path: Path) -> Path:
    """Give a second project, in a folder of its own."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Path(shutil.copy(template, folder / "other.workbench"))


def is_closed(project: Path) -> bool:
    """Tell whether the project lies alone, without log and lock."""
    return [each.name for each in project.parent.glob(f"*{project.stem}*")] == [project.name]


def open_path(desk: Desk) -> Path | None:
    return desk.coding.session.path if desk.coding is not None else None


def test_the_latest_of_two_projects_opened_in_succession_stays(
    open_desk: OpenDesk, project: Path, other: Path, slow: SlowOpening, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.open(project)
    qtbot.waitUntil(lambda: slow.begun == ["试点"])
    desk.open(other)
    slow.go_on.set()
    qtbot.waitUntil(lambda: open_path(desk) == other)
    assert is_closed(project)
    qtbot.waitUntil(lambda: not desk.context.background.busy)
    assert desk.context.window.windowTitle() == "other — Pizhu Workbench"
    desk.close()
    assert is_closed(other)


def test_a_project_given_up_and_wished_for_again_is_not_in_its_own_way(
    open_desk: OpenDesk, project: Path, other: Path, slow: SlowOpening, qtbot: QtBot
) -> None:
    desk = open_desk()
    for path in (project, other, project):
        desk.open(path)
    slow.go_on.set()
    qtbot.waitUntil(lambda: open_path(desk) == project)
    assert desk.coding is not None
    assert not desk.coding.session.read_only
    assert desk.context.window.info.sentence == ""
    assert is_closed(other)


def test_a_project_opened_twice_at_once_is_opened_once(
    open_desk: OpenDesk, settings: Settings, project: Path, slow: SlowOpening, qtbot: QtBot
) -> None:
    settings.values.recent = [str(project)]
    desk = open_desk()
    button = desk.context.window.start_page._recent_buttons[0]
    button.click()
    button.click()
    slow.go_on.set()
    qtbot.waitUntil(lambda: open_path(desk) == project)
    assert slow.begun == ["试点"]
    assert desk.context.window.info.sentence == ""


def test_a_project_closed_while_it_opens_does_not_come(
    open_desk: OpenDesk, project: Path, slow: SlowOpening, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.open(project)
    desk.close()
    slow.go_on.set()
    qtbot.waitUntil(lambda: len(slow.sessions) == 1 and is_closed(project))
    assert desk.coding is None
    assert desk.context.window.start_page.isVisible()


def test_a_window_closed_while_a_project_opens_leaves_it_closed(
    appearance: Appearance,
    settings: Settings,
    folders: Folders,
    project: Path,
    slow: SlowOpening,
    qtbot: QtBot,
) -> None:
    desk = show_window(appearance, settings, folders, project)
    qtbot.waitUntil(lambda: slow.begun == ["试点"])
    threading.Timer(0.05, slow.go_on.set).start()
    desk.context.window.close()
    assert len(slow.sessions) == 1
    assert desk.coding is None
    assert is_closed(project)


def test_a_project_that_has_arrived_unseen_is_closed_with_the_window(
    open_desk: OpenDesk, project: Path, slow: SlowOpening, qtbot: QtBot
) -> None:
    desk = open_desk()
    slow.go_on.set()
    desk.open(project)
    opening = desk._opening
    assert opening is not None
    assert opening.running.wait(20)  # without the event that would hand it over
    assert not is_closed(project)
    desk.context.window.close()
    assert is_closed(project)


def test_a_project_made_meanwhile_does_not_push_aside_what_was_wished_for_since(
    open_desk: OpenDesk, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    made = tmp_path / "made.workbench"
    desk.make(NewProject(made, Beginning.EMPTY, None))
    desk.open(project)
    qtbot.waitUntil(lambda: made.exists() and not desk.context.background.busy)
    qtbot.waitUntil(lambda: open_path(desk) == project)


def test_the_example_asked_for_twice_is_made_once(
    open_desk: OpenDesk, folders: Folders, qtbot: QtBot
) -> None:
    desk = open_desk()
    button = desk.context.window.start_page
    button.example_wanted.emit()
    button.example_wanted.emit()
    assert len(desk.context.background.under_way) == 1
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert open_path(desk) == folders.data / "example.workbench"


# --- work that must not end unasked ------------------------------------------


def press(label: str) -> Callable[[QDialog], None]:
    """Return what presses the button of that name."""

    def act(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        assert "Exporting" in box.text()
        next(each for each in box.buttons() if each.text() == label).click()

    return act


def press_escape(box: QDialog) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)


def press_enter(box: QDialog) -> None:
    QTest.keyClick(box, Qt.Key.Key_Return)


class SlowExport:
    """Export when told to; end when told to end."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.was_stopped = False

    def __call__(
        self, database: Database, folder: Path, *, progress: Progress, **options: Any
    ) -> ExportReport:
        while not self.go_on.wait(0.001):
            if progress.cancelled:
                self.was_stopped = True
                raise Cancelled
        return export_dataset(database, folder, progress=progress, **options)


@pytest.fixture
def export(coding: Coding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowExport]:
    """Give an export that is under way."""
    export = SlowExport()
    monkeypatch.setattr(app_exporting, "export_dataset", export)
    coding.exporting.export(tmp_path / "out")
    yield export
    export.go_on.set()
    coding.context.background.end()


@pytest.mark.parametrize("answer", [press("Wait"), press_escape, press_enter])
def test_a_window_closed_while_it_exports_waits_if_told_to(
    desk: Desk,
    export: SlowExport,
    meet: Meet,
    tmp_path: Path,
    qtbot: QtBot,
    answer: Callable[[QDialog], None],
) -> None:
    window = desk.context.window
    met = meet(QMessageBox, answer)
    assert not window.close()
    assert len(met) == 1
    assert window.isVisible()
    assert desk.coding is not None
    export.go_on.set()
    qtbot.waitUntil(lambda: "The dataset is in" in window.info.sentence)
    assert (tmp_path / "out" / "annotations.csv").exists()
    assert window.close()


def test_a_window_closed_while_it_exports_stops_if_told_to(
    desk: Desk, project: Path, export: SlowExport, meet: Meet, tmp_path: Path
) -> None:
    meet(QMessageBox, press("Stop and close"))
    assert desk.context.window.close()
    assert export.was_stopped
    assert not (tmp_path / "out").exists()
    assert is_closed(project)


def test_the_project_is_not_closed_under_an_export_unasked(
    desk: Desk, export: SlowExport, meet: Meet
) -> None:
    met = meet(QMessageBox, press("Wait"))
    desk.context.window.actions_["close"].trigger()
    assert len(met) == 1
    assert desk.coding is not None
    meet(QMessageBox, press("Stop and close"))
    desk.context.window.actions_["close"].trigger()
    assert desk.coding is None
    assert export.was_stopped


def test_another_project_is_not_opened_under_an_export_unasked(
    desk: Desk, project: Path, other: Path, export: SlowExport, meet: Meet, qtbot: QtBot
) -> None:
    desk.context.settings.remember_project(other)
    desk._show_recent()
    recent = desk.context.window.actions_.menu("recent").actions()[0]
    meet(QMessageBox, press("Wait"))
    recent.trigger()
    assert open_path(desk) == project
    meet(QMessageBox, press("Stop and close"))
    recent.trigger()
    qtbot.waitUntil(lambda: open_path(desk) == other)
    assert is_closed(project)


# --- files dropped on the window ---------------------------------------------


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, buttons, keys))


def reject(seen: list[list[str]]) -> Callable[[QDialog], None]:
    """Return what notes the files of a preview and leaves it."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportWindow)
        seen.append([each.source.name for each in dialog.files])
        dialog.reject()

    return act


def test_a_dropped_project_is_opened(
    open_desk: OpenDesk, project: Path, other: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    drop(desk.context.window, project)
    qtbot.waitUntil(lambda: open_path(desk) == project)
    drop(desk.context.window, other)
    qtbot.waitUntil(lambda: open_path(desk) == other)
    assert is_closed(project)


def test_articles_dropped_without_a_project_wait_for_one(
    open_desk: OpenDesk, project: Path, examples: list[Path], meet: Meet, qtbot: QtBot
) -> None:
    desk = open_desk()
    window = desk.context.window
    drop(window, examples[0])
    assert "Open one or make a new one" in window.info.sentence
    meet(NewProjectDialog, lambda dialog: dialog.reject())
    window.info._button.click()
    seen: list[list[str]] = []
    meet(ImportWindow, reject(seen))
    desk.open(project)
    qtbot.waitUntil(lambda: seen == [[examples[0].name]])


def test_articles_dropped_while_a_project_opens_are_read_when_it_is_there(
    open_desk: OpenDesk,
    project: Path,
    examples: list[Path],
    slow: SlowOpening,
    meet: Meet,
    qtbot: QtBot,
) -> None:
    desk = open_desk()
    seen: list[list[str]] = []
    meet(ImportWindow, reject(seen))
    drop(desk.context.window, project, examples[0])
    drop(desk.context.window, examples[1])
    assert desk.context.window.info.sentence == ""
    slow.go_on.set()
    qtbot.waitUntil(lambda: seen == [[each.name for each in examples[:2]]])


# --- what is remembered, and who codes ---------------------------------------


def test_the_article_is_remembered_while_the_program_runs(
    desk: Desk, coding: Coding, project: Path, folders: Folders, qtbot: QtBot
) -> None:
    desk.context.window.actions_["next"].trigger()
    second = coding.session.articles()[1].id
    assert coding.article == second

    def on_disk() -> dict[str, int]:
        return Settings(folders.config / "settings.json").values.last_articles

    qtbot.waitUntil(lambda: on_disk() == {str(project): second})


def test_another_coder_goes_on_in_the_same_article(desk: Desk, coding: Coding) -> None:
    third = coding.session.articles()[2].id
    coding.panels.articles.choose(third)
    desk._become("乙")
    assert coding.article == coding.panels.articles.current == third
    assert desk.context.window.strip._who.text() == "coder 乙"


def test_what_one_coder_was_writing_is_not_the_next_ones(
    desk: Desk, coding: Coding, qtbot: QtBot
) -> None:
    assert coding.article is not None
    article, first = coding.article, coding.session.coder.id
    mark = coding.session.run(MarkSpan(article, "concept", 10, 14))
    coding.select(mark)
    coding.open.edit()
    memo = coding.panels.editor.form
    assert memo is not None
    QTest.keyClicks(memo.memo.edit, "unfinished")
    desk._become("乙")
    (kept,) = coding.session.annotations(article, all_coders=True)
    assert (kept.coder, kept.memo) == (first, "unfinished")
    (step, *_) = coding.session.history()
    assert step.coder == first
    assert coding.session.next_undo() is None
