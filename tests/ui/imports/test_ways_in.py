"""The ways into the import window, and what is told at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet
from workbench.app import importing as app_importing
from workbench.app.commands import CorrectText
from workbench.app.errors import Cancelled
from workbench.app.importing import Fate, ImportReport, look, would_import
from workbench.app.session import Session
from workbench.domain.errors import Refusal
from workbench.store.errors import DiskFull
from workbench.store.fingerprints import fingerprints
from workbench.ui import importing
from workbench.ui.coding import Coding
from workbench.ui.imports.in_turn import InTurn
from workbench.ui.imports.report import ReportDialog, fate_name, summary_of
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two new articles, one of them in a folder below."""
    folder = tmp_path / "articles"
    (folder / "below").mkdir(parents=True)
    (folder / "a.txt").write_text("第一篇新文章\n" + "海上的风吹了一整天。" * 9, "utf-8")
    (folder / "below" / "b.txt").write_text("第二篇\n" + "山里的路在雨后难走。" * 9, "utf-8")
    return folder


def accept(window: ImportWindow) -> None:
    window.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def answer(value: object) -> Callable[..., object]:
    def asked(*_: object) -> object:
        return value

    return asked


def test_a_folder_is_imported_with_what_lies_below(
    coding: Coding,
    window: MainWindow,
    folder: Path,
    qtbot: QtBot,
    meet: Meet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "ask_article_folder", answer(folder))
    before = len(coding.session.articles())
    meet(ImportWindow, accept)
    window.actions_["import_folder"].trigger()
    qtbot.waitUntil(lambda: len(coding.session.articles()) == before + 2)
    qtbot.waitUntil(lambda: window.info.sentence == "imported: 2")
    assert coding.session.next_undo() is not None
    coding.session.undo()
    assert len(coding.session.articles()) == before


def test_nothing_chosen_reads_nothing(
    coding: Coding, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "ask_article_folder", answer(None))
    window.actions_["import_folder"].trigger()
    assert not coding.context.background.under_way


def paste(window: MainWindow, data: QMimeData, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_V, held)


def test_pasted_words_become_an_article(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet
) -> None:
    data = QMimeData()
    data.setText("粘贴的题目\n" + "海上的风吹了一整天。" * 9)
    meet(ImportWindow, accept)
    paste(window, data, qtbot)
    qtbot.waitUntil(lambda: coding.session.articles()[-1].title == "粘贴的题目")
    assert coding.session.articles()[-1].file_name.startswith("Pasted 20")


def test_pasted_html_keeps_its_paragraphs(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet
) -> None:
    data = QMimeData()
    data.setText("whatever")
    body = "".join(f"<p>第{n}段，海上的风<b>吹了</b>一整天。</p>" for n in range(5))
    data.setHtml(f"<h1>网页上的题目</h1>{body}<p style='display:none'>看不见</p>")
    meet(ImportWindow, accept)
    paste(window, data, qtbot)
    qtbot.waitUntil(lambda: coding.session.articles()[-1].title == "网页上的题目")
    text = coding.session.text(coding.session.articles()[-1].id)
    assert "第1段，海上的风吹了一整天。\n第2段" in text
    assert "看不见" not in text


def test_two_pastes_in_one_second_have_two_names(tmp_path: Path) -> None:
    from workbench.ui.imports.pasted import keep_pasted

    data = QMimeData()
    data.setText("一")
    names = {keep_pasted(data, tmp_path) for _ in range(3)}
    assert len(names) == 3


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_clipboard_is_said(window: MainWindow, qtbot: QtBot, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    paste(window, data, qtbot)
    assert "holds no text" in window.info.sentence


def test_the_program_goes_on_while_the_window_is_open(
    coding: Coding, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    coding.importing.read([folder])
    qtbot.waitUntil(lambda: coding.importing._window is not None)
    shown = coding.importing._window
    assert shown is not None
    assert not shown.isModal()
    assert QApplication.activeModalWidget() is None
    coding.importing.read([folder / "a.txt"])  # waits its turn
    assert "as soon as the import window is closed" in window.strip.hinted
    shown.give_up()
    qtbot.waitUntil(lambda: coding.importing._window not in (None, shown))
    assert coding.importing._window is not None
    coding.importing._window.give_up()


# --- the report --------------------------------------------------------------


def test_the_report_names_every_file(
    coding: Coding, window: MainWindow, folder: Path, qtbot: QtBot, meet: Meet
) -> None:
    (folder / "c.txt").write_bytes(b"")
    meet(ImportWindow, accept)
    coding.importing.read([folder])
    qtbot.waitUntil(lambda: window.info.sentence == "imported: 2, refused: 1")
    seen: list[list[str]] = []

    def note(dialog: ReportDialog) -> None:
        model = dialog.table.model()
        columns = range(model.columnCount())
        seen.extend([[model.index(row, c).data() for c in columns] for row in range(3)])
        assert [model.headerData(c, Qt.Orientation.Horizontal) for c in columns] == [
            "File",
            "Title",
            "Result",
            "Remarks",
        ]
        dialog.reject()

    meet(ReportDialog, note)
    qtbot.mouseClick(window.info._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen[0][0] == "c.txt"
    assert seen[0][2] == "✕ refused"
    assert "holds no text" in seen[0][3]
    assert [each[2] for each in seen[1:]] == ["✓ imported"] * 2


def test_a_report_says_why_it_ended(coding: Coding, folder: Path) -> None:
    messages = coding.context.messages
    files = look([folder], coding.session)
    report = would_import(files)
    assert summary_of(ImportReport(()), messages) == "Nothing was imported."
    told = summary_of(ImportReport(report.outcomes, cancelled=True), messages)
    assert "cancelled; what was done stays" in told
    full = DiskFull(path="x")
    stopped = ImportReport(report.outcomes, stopped=full)
    assert messages.error(full) in summary_of(stopped, messages)
    assert len({fate_name(fate) for fate in Fate}) == len(Fate)


def test_a_fingerprint_that_is_missing_is_kept_for_the_next_time(
    coding: Coding, folder: Path, qtbot: QtBot, meet: Meet
) -> None:
    session = coding.session
    where = session.articles()[0].id
    session.run(CorrectText(where, session.text(where) + "多出的一句话。"))

    def lacking() -> list[int]:
        with session.database.reading() as connection:
            return [article for article, kept in fingerprints(connection) if kept is None]

    assert lacking() == [where]
    met = meet(ImportWindow, lambda dialog: dialog.reject())
    coding.importing.read([folder])
    qtbot.waitUntil(lambda: bool(met))
    assert lacking() == []


def test_a_project_that_takes_no_more_is_told(
    coding: Coding,
    window: MainWindow,
    folder: Path,
    qtbot: QtBot,
    meet: Meet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(session: Session, files: Any, *_: object) -> ImportReport:
        return ImportReport(would_import(files).outcomes, stopped=DiskFull(path="x"))

    monkeypatch.setattr(app_importing, "import_files", stopped)
    meet(ImportWindow, accept)
    coding.importing.read([folder])
    qtbot.waitUntil(lambda: "disk" in window.info.sentence)
    assert window.info._button.text() == "Details…"


def test_a_refused_import_is_told_and_the_next_begins(
    coding: Coding,
    window: MainWindow,
    folder: Path,
    qtbot: QtBot,
    meet: Meet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> ImportReport:
        raise DiskFull(path="x")

    monkeypatch.setattr(app_importing, "import_files", refuse)
    meet(ImportWindow, accept)
    coding.importing.read([folder])
    qtbot.waitUntil(lambda: bool(window.info.sentence))
    assert coding.importing._current == []


# --- the window's thread -----------------------------------------------------


class Elsewhere(Thread):
    """Have something done in the window's thread, from another one."""

    def __init__(self, in_turn: InTurn, work: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._in_turn, self._work = in_turn, work
        self.error: BaseException | None = None
        self.over = Event()
        self.start()

    def run(self) -> None:
        try:
            self._in_turn(self._work)
        except BaseException as error:  # noqa: BLE001 - looked at by the test
            self.error = error
        self.over.set()


def test_work_of_another_thread_is_done_in_the_window_s(qtbot: QtBot) -> None:
    parent = QObject()
    in_turn = InTurn(parent)
    done: list[int] = []
    other = Elsewhere(in_turn, lambda: done.append(1))
    qtbot.waitUntil(other.over.is_set)
    assert (done, other.error) == ([1], None)

    def refuse() -> None:
        raise DiskFull(path="x")

    other = Elsewhere(in_turn, refuse)
    qtbot.waitUntil(other.over.is_set)
    assert isinstance(other.error, Refusal)


def test_nothing_is_done_once_the_project_closes(qtbot: QtBot) -> None:
    parent = QObject()
    in_turn = InTurn(parent)
    done: list[int] = []
    waiting = Elsewhere(in_turn, lambda: done.append(1))
    in_turn.end()
    assert waiting.over.wait(10)
    qtbot.wait(1)
    assert done == []
    assert isinstance(waiting.error, Cancelled)


def test_what_comes_leaves_the_open_article_as_it_is(
    coding: Coding, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[int] = []
    fill = coding.open._fill

    def filling(article: int) -> None:
        filled.append(article)
        fill(article)

    monkeypatch.setattr(coding.open, "_fill", filling)
    session, where = coding.session, coding.article
    assert where is not None
    before = len(session.articles())
    app_importing.import_paths(session, [folder])
    assert len(session.articles()) == before + 2
    assert coding.panels.articles._model.rowCount() == before + 2
    assert (filled, coding.article) == ([], where)
    session.run(CorrectText(where, session.text(where) + "多出的一句话。"))
    assert filled == [where]
    assert "多出的一句话。" in coding.panels.pane._view.toPlainText()
