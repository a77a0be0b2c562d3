"""Projects, imports and exports through the window, as a person does them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.store.world import laid_out
from tests.ui.conftest import Meet, OpenDesk
from workbench.app.commands import MarkSpan
from workbench.app.session import open_session
from workbench.app.settings import Folders, Settings
from workbench.ui import exporting, importing
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.dialogs import ask
from workbench.ui.dialogs.coder import CoderDialog
from workbench.ui.dialogs.details import DetailsDialog
from workbench.ui.dialogs.new_project import Beginning, NewProject
from workbench.ui.exporting import target_in
from workbench.ui.exports.dialog import ExportDialog
from workbench.ui.imports.files_model import state_words
from workbench.ui.imports.original import OriginalDialog
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow


def answer(value: object) -> Callable[..., object]:
    """Return a function that asks nobody."""

    def asked(*_: object) -> object:
        return value

    return asked


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Give a folder with two good files, one that is none, and a duplicate."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("第一篇新文章\n" + "海上的风吹了一整天。" * 9, "utf-8")
    (folder / "b.txt").write_text("第二篇新文章\n" + "山里的路在雨后难走。" * 9, "utf-8")
    (folder / "c.txt").write_bytes(b"")
    shutil.copy(folder / "a.txt", folder / "d.txt")
    return folder


# --- import -----------------------------------------------------------------


def test_dropped_files_are_looked_at_then_imported(
    coding: Coding, window: MainWindow, texts: Path, qtbot: QtBot, meet: Meet
) -> None:
    before = len(coding.session.articles())
    states: list[str] = []

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportWindow)
        words = [state_words(each, dialog.model.messages) for each in dialog.files]
        states.extend(words)
        dialog.fields.lines["title"].setText("改过的题目")
        dialog.accept()

    met = meet(ImportWindow, correct)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(texts))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: len(coding.session.articles()) == before + 2)
    titles = [each.title for each in coding.session.articles()]
    assert titles[-2:] == ["改过的题目", "第二篇新文章"]
    new = coding.session.articles()[-2].id
    qtbot.waitUntil(lambda: window.articles.current == new)
    assert len(met) == 1
    assert states[0] == "new"
    assert states[2].startswith("The file c.txt holds no text")
    assert states[3] == "left out · the same file as “第一篇新文章”"
    qtbot.waitUntil(lambda: "imported: 2" in window.info.sentence)
    assert window.info.sentence == "imported: 2, left out: 1, refused: 1"


def test_text_dragged_over_the_window_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("only words")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_cancelled_preview_imports_nothing(
    coding: Coding, texts: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, meet: Meet
) -> None:
    before = len(coding.session.articles())
    monkeypatch.setattr(importing, "ask_articles", answer([texts / "a.txt"]))
    met = meet(ImportWindow, lambda dialog: dialog.reject())
    coding.context.window.actions_["import"].trigger()
    qtbot.waitUntil(lambda: bool(met))
    assert len(coding.session.articles()) == before


def test_nothing_importable_leaves_only_cancel(
    coding: Coding, texts: Path, qtbot: QtBot, meet: Meet
) -> None:
    enabled: list[bool] = []

    def look(dialog: QDialog) -> None:
        buttons = dialog.findChildren(QPushButton)
        enabled.extend(each.isEnabled() for each in buttons if "Import" in each.text())
        dialog.reject()

    meet(ImportWindow, look)
    coding.importing.read([texts / "c.txt"])
    qtbot.waitUntil(lambda: bool(enabled))
    assert enabled == [False]


# --- export -----------------------------------------------------------------


def _into(folder: Path, qtbot: QtBot) -> Callable[[ExportDialog], None]:
    """Return what writes a folder into the dialog and presses Enter."""

    def act(dialog: ExportDialog) -> None:
        dialog.line.selectAll()
        qtbot.keyClicks(dialog.line, str(folder))
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    return act


def test_groups_are_expanded_where_that_is_ticked(
    coding: Coding, window: MainWindow, tmp_path: Path, qtbot: QtBot, meet: Meet
) -> None:
    assert coding.article is not None
    stance = {"holder": "G_USJPKR", "position": "p1"}
    coding.session.run(MarkSpan(coding.article, "stance", 0, 4, stance))

    def act(dialog: ExportDialog) -> None:
        assert dialog.folder == coding.session.path.parent / "试点-dataset"
        assert not dialog.what.expand.isChecked()
        qtbot.keyClick(dialog.what.expand, Qt.Key.Key_Space)
        _into(tmp_path / "members", qtbot)(dialog)

    met = meet(ExportDialog, act)
    window.actions_["export"].trigger()
    assert met
    qtbot.waitUntil(lambda: "The dataset is in" in window.info.sentence)
    told = (tmp_path / "members" / "stance_holder_long.csv").read_text("utf-8-sig")
    assert [line.split(",")[2] for line in told.splitlines()[1:]] == ["USA", "JPN", "KOR"]


def test_export_tells_where_the_tables_are(
    coding: Coding,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    meet: Meet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    met = meet(ExportDialog, _into(folder, qtbot))
    window.actions_["export"].trigger()
    assert met
    qtbot.waitUntil(lambda: "The dataset is in" in window.info.sentence)
    assert (folder / "annotations.csv").exists()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.info._button.click()
    assert opened[0].toLocalFile() == str(folder)


@pytest.mark.parametrize("replace", [True, False])
def test_an_earlier_export_is_replaced_only_with_leave(
    coding: Coding,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    meet: Meet,
    monkeypatch: pytest.MonkeyPatch,
    replace: bool,
) -> None:
    folder = tmp_path / "out"
    coding.exporting.export(folder)
    qtbot.waitUntil(lambda: "The dataset is in" in window.info.sentence)
    window.info.hide()
    (folder / "annotations.csv").write_text("old", "utf-8")
    met = meet(ExportDialog, _into(folder, qtbot))
    monkeypatch.setattr(exporting, "agree", answer(replace))
    coding.exporting.ask()
    assert met
    if replace:
        qtbot.waitUntil(lambda: "The dataset is in" in window.info.sentence)
    assert ((folder / "annotations.csv").read_text("utf-8") == "old") is not replace
    qtbot.waitUntil(lambda: not coding.context.background.busy)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_labels_do_not_depend_on_the_language_of_the_window(
    desk: Desk, coding: Coding, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    assert coding.article is not None
    coding.session.run(MarkSpan(coding.article, "actor", 0, 2, {"actor": "USA"}))
    desk.context.appearance.choose_language(language)
    coding.exporting.export(tmp_path / "out")
    qtbot.waitUntil(lambda: bool(desk.context.window.info.sentence))
    assert "美国" in (tmp_path / "out" / "actor.csv").read_text("utf-8-sig")


def test_a_refused_export_is_one_sentence(
    coding: Coding, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    coding.exporting.export(tmp_path / "no" / "such" / "folder")
    qtbot.waitUntil(lambda: bool(window.info.sentence))
    assert "does not exist" in window.info.sentence


def test_a_folder_in_use_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    assert target_in(tmp_path / "new", "study") == tmp_path / "new"
    (tmp_path / "thesis.docx").write_text("mine", "utf-8")
    assert target_in(tmp_path, "study") == tmp_path / "study-dataset"
    (tmp_path / "README.txt").write_text("批注工作台数据集 · Pizhu Workbench dataset", "utf-8")
    assert target_in(tmp_path, "study") == tmp_path


# --- the article's dialogs --------------------------------------------------


def test_details_are_edited(coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet) -> None:
    def edit(dialog: QDialog) -> None:
        assert isinstance(dialog, DetailsDialog)
        dialog._lines["title"].setText("新题目")
        dialog._lines["published"].setText("2026-03-12")
        dialog._forms["article"].set_values({"sample": ("pilot",)})
        for name, key in (("language", Qt.Key.Key_J), ("script", Qt.Key.Key_Down)):
            qtbot.keyClick(dialog._lists[name], key)
        assert dialog._lists["genre"].count() > 3
        dialog._lists["genre"].setCurrentIndex(dialog._lists["genre"].count() - 1)
        dialog.accept()

    meet(DetailsDialog, edit)
    window.actions_["details"].trigger()
    assert coding.article is not None
    info = coding.session.article(coding.article)
    assert (info.language, info.script) == ("ja", "Hant")
    assert info.genre in coding.session.codebook.lists_by_key["genres"].by_key
    assert (info.title, info.published) == ("新题目", "2026-03-12")
    (whole,) = [each for each in coding.session.annotations(coding.article) if each.span is None]
    assert whole.values == {"sample": ("pilot",)}
    qtbot.waitUntil(lambda: "新题目" in window.strip._where.text())


def test_an_unchanged_details_dialog_changes_nothing(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet
) -> None:
    before = coding.session.next_undo()
    meet(DetailsDialog, lambda dialog: dialog.accept())
    window.actions_["details"].trigger()
    assert coding.session.next_undo() == before


def test_the_original_shows_what_was_cut(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet
) -> None:
    struck: list[str] = []
    legend: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, OriginalDialog)
        block = dialog.cutting.compare.source.document().begin()
        while block.isValid():
            struck.extend(
                block.text() for each in block.textFormats() if each.format.fontStrikeOut()
            )
            block = block.next()
        legend.extend(dialog.cutting.legend.chips)
        dialog.reject()

    window.articles.choose(
        next(each.id for each in coding.session.articles() if each.file_name == "news_portal.txt")
    )
    meet(OriginalDialog, look)
    window.actions_["original"].trigger()
    assert any("相关推荐" in each for each in struck)
    assert "related_links" in legend or "site_tail" in legend


# --- projects ---------------------------------------------------------------


@pytest.mark.parametrize("beginning", list(Beginning))
def test_a_new_project_is_made_and_opened(
    open_desk: OpenDesk, tmp_path: Path, project: Path, qtbot: QtBot, beginning: Beginning
) -> None:
    codebook = tmp_path / "codebook.json"
    shutil.copy(Path("resources/codebook/starter.json").resolve(), codebook)
    other = {Beginning.CODEBOOK: codebook, Beginning.PROJECT: project}.get(beginning)
    desk = open_desk()
    desk.make(NewProject(tmp_path / "new.workbench", beginning, other))
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    count = len(desk.coding.session.articles())
    assert count == (4 if beginning is Beginning.PROJECT else 0)
    assert bool(desk.coding.session.codebook.layers) is (beginning is not Beginning.EMPTY)
    window = desk.context.window
    assert window.empty.isVisible() is (count == 0)
    assert desk.context.settings.values.last_project.endswith("new.workbench")


def test_a_project_that_exists_is_not_replaced(
    open_desk: OpenDesk, project: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.make(NewProject(project, Beginning.EMPTY, None))
    qtbot.waitUntil(lambda: bool(desk.context.window.info.sentence))
    assert "exists already" in desk.context.window.info.sentence


def test_what_is_no_project_is_refused(open_desk: OpenDesk, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "no.workbench"
    path.write_text("not one", "utf-8")
    desk = open_desk()
    desk.open(path)
    window = desk.context.window
    qtbot.waitUntil(lambda: bool(window.info.sentence))
    assert "not a Workbench project" in window.info.sentence
    assert window.start_page.isVisible()
    assert window.windowTitle() == "Pizhu Workbench"


def test_an_older_project_that_was_brought_up_to_date_says_so_once(
    open_desk: OpenDesk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    path, kept = laid_out(tmp_path / "旧.workbench", "0002"), tmp_path / "旧.before-0002.workbench"
    desk = open_desk(path)
    info = desk.context.window.info
    assert info.sentence == (
        "“旧.workbench” was made by an older version and was brought up to date; "
        f"as it was, it is kept as “{kept}”."
    )
    assert kept.is_file()
    qtbot.mouseClick(info._button, Qt.MouseButton.LeftButton)
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]
    desk.context.appearance.choose_language("zh_CN")
    qtbot.waitUntil(lambda: "由旧版本建立" in info.sentence)
    desk.close()
    desk.open(path)
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert info.sentence == ""


def test_a_project_open_elsewhere_can_be_read(
    open_desk: OpenDesk, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    elsewhere = open_session(project, "乙", cache=tmp_path)
    desk = open_desk()
    window = desk.context.window
    desk.open(project)
    qtbot.waitUntil(lambda: "open elsewhere" in window.info.sentence)
    window.info._button.click()
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    assert desk.coding.session.read_only
    assert window.strip._saved.text() == "read-only"
    assert not window.actions_["import"].isEnabled()
    assert window.actions_["export"].isEnabled()
    desk.close()
    elsewhere.close()


def test_the_example_is_made_once_and_opened(
    open_desk: OpenDesk, folders: Folders, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.context.window.actions_["example"].trigger()
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    assert len(desk.coding.session.articles()) == 4
    assert sorted(each.name for each in folders.data.glob("*.workbench")) == ["example.workbench"]
    desk.close()
    desk.context.window.start_page.example_wanted.emit()
    qtbot.waitUntil(lambda: desk.coding is not None)


def test_recent_projects_open_from_page_and_menu(
    open_desk: OpenDesk, settings: Settings, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.remember_project(tmp_path / "gone.workbench")
    settings.remember_project(project)
    settings.values.last_project = ""
    desk = open_desk()
    window = desk.context.window
    menu = window.actions_.menu("recent")
    assert [action.text() for action in menu.actions()] == ["试点"]
    window.start_page._recent_buttons[0].click()
    qtbot.waitUntil(lambda: desk.coding is not None)


def test_the_open_dialog_leads_to_the_project(
    open_desk: OpenDesk, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "ask_project", answer(project))
    desk = open_desk()
    desk.context.window.actions_["open"].trigger()
    qtbot.waitUntil(lambda: desk.coding is not None)
    monkeypatch.setattr(ask, "ask_project", answer(None))
    coding = desk.coding
    desk.ask_open()
    assert desk.coding is coding


# --- who codes --------------------------------------------------------------


def test_the_first_start_asks_who_codes(
    open_desk: OpenDesk, settings: Settings, qtbot: QtBot, meet: Meet
) -> None:
    settings.values.coder = ""

    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, CoderDialog)
        assert dialog.name
        dialog._name.setText(" 丙 ")
        dialog.accept()

    met = meet(CoderDialog, name)
    desk = open_desk()
    qtbot.waitUntil(lambda: bool(met) and desk._coder != "")
    assert desk._coder == settings.values.coder == "丙"


def test_the_question_may_be_put_off(
    open_desk: OpenDesk, settings: Settings, qtbot: QtBot, meet: Meet
) -> None:
    settings.values.coder = ""
    meet(CoderDialog, lambda dialog: dialog.reject())
    desk = open_desk()
    qtbot.waitUntil(lambda: desk._coder != "")
    assert settings.values.coder == ""


def test_the_coder_is_changed_from_the_menu(
    desk: Desk, coding: Coding, qtbot: QtBot, meet: Meet
) -> None:
    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, CoderDialog)
        assert dialog.name == "甲"
        dialog._name.setText("乙")
        dialog.accept()

    meet(CoderDialog, name)
    desk.context.window.actions_["coder"].trigger()
    assert coding.session.coder.name == "乙"


# --- help -------------------------------------------------------------------


def test_about_names_the_versions(desk: Desk, qtbot: QtBot, meet: Meet) -> None:
    from workbench.ui.dialogs.about import AboutDialog

    met = meet(AboutDialog, lambda dialog: dialog.reject())
    desk.context.window.actions_["about"].trigger()
    assert len(met) == 1


def test_the_log_folder_is_made_and_shown(
    desk: Desk, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.context.window.actions_["log"].trigger()
    assert folders.log.is_dir()
    assert opened[0].toLocalFile() == str(folders.log)


def test_questions_default_to_no(desk: Desk, qtbot: QtBot, meet: Meet) -> None:
    window = desk.context.window
    meet(QMessageBox, lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    assert not ask.agree(window, "Replace?", "Replace")

    def say_yes(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        next(each for each in box.buttons() if each.text() == "Replace").click()

    meet(QMessageBox, say_yes)
    assert ask.agree(window, "Replace?", "Replace")
