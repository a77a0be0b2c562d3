"""A file that another program has coded is known for what it is, shown, and taken in at once."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.exchange.project.packages import SOURCE, package, qde, selection, source
from tests.ui.conftest import Meet, is_gone
from workbench.ui.background import Running
from workbench.ui.coding import Coding
from workbench.ui.dialogs.import_project import ImportProjectDialog
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """A package with one text, two codes, and a selection that is not where it is said."""
    inner = selection(2, 4, "小雨") + selection(0, 2, "昨夜") + selection(5, 7, "小雨")
    path = tmp_path / "天气.qdpx"
    members = {f"sources/{SOURCE}.txt": "昨夜小雨，今晨有风。"}
    path.write_bytes(package(qde(source(inner)), members, "project.qde"))
    return path


def lines(dialog: ImportProjectDialog) -> list[str]:
    """Return the remarks and changes that a dialog shows."""
    models = (dialog.remarks.model(), dialog.changes.model())
    return [line for each in models for line in cast("QStringListModel", each).stringList()]


def told(dialog: ImportProjectDialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def test_what_would_come_is_shown_and_then_comes(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, coded: Path
) -> None:
    before = len(coding.session.articles())
    shown: list[str] = []

    def accept(dialog: ImportProjectDialog) -> None:
        shown.extend([told(dialog), *lines(dialog)])
        assert len(coding.session.articles()) == before
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    met = meet(ImportProjectDialog, accept)
    coding.importing.read([coded])
    qtbot.waitUntil(lambda: "天气" in window.info.sentence)
    assert met
    assert "1 new, 0 here already" in shown[0]
    assert "丁" in shown[0]
    assert "Annotations left out: 1, since" in shown[1]
    assert len(coding.session.articles()) == before + 1
    details = meet(ImportProjectDialog, ImportProjectDialog.reject)
    qtbot.mouseClick(window.info.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(details))
    coding.context.appearance.choose_language("zh_CN")
    qtbot.waitUntil(lambda: "“天气”已导入" in window.info.sentence)
    window.actions_["undo"].trigger()
    assert len(coding.session.articles()) == before
    assert window.info.sentence == ""


def test_it_comes_behind_the_window_and_can_be_cancelled(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, coded: Path
) -> None:
    before, names = len(coding.session.articles()), list[str]()

    def cancel(running: Running, name: str) -> None:
        names.append(name)
        if len(names) == 2:
            running.cancel()

    coding.context.background.started.connect(cancel)
    meet(ImportProjectDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    coding.importing.read([coded])
    qtbot.waitUntil(lambda: "cancelled" in window.info.sentence.lower())
    assert names == ["Reading", "Importing"]
    assert len(coding.session.articles()) == before


def test_no_means_nothing_and_the_other_files_are_read_then(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, coded: Path, tmp_path: Path
) -> None:
    story = tmp_path / "新桥.txt"
    story.write_text("小镇的新桥\n昨天下午，小镇的新桥通车了。\n", encoding="utf-8")
    before = coding.session.codebook
    asked = meet(ImportProjectDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    offered: list[str] = []

    def look(dialog: ImportWindow) -> None:
        offered.extend(each.source.name for each in dialog.files)
        dialog.reject()

    meet(ImportWindow, look)
    coding.importing.read([story, coded])
    qtbot.waitUntil(lambda: offered == ["新桥.txt"])
    assert asked
    assert coding.session.codebook is before


def test_what_is_here_already_need_not_come(
    coding: Coding, meet: Meet, qtbot: QtBot, coded: Path
) -> None:
    from workbench.app.project_files import import_project, see_project

    import_project(coding.session, see_project(coding.session, coded).project)
    enabled: list[bool] = []

    def look(dialog: ImportProjectDialog) -> None:
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        enabled.append(buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled())
        dialog.reject()

    meet(ImportProjectDialog, look)
    coding.importing.read([coded])
    qtbot.waitUntil(lambda: enabled == [False])


def test_a_project_that_closes_asks_no_more(
    coding: Coding, qtbot: QtBot, meet: Meet, coded: Path
) -> None:
    met = meet(ImportProjectDialog, lambda _: coding.importing.end())
    coding.importing.read([coded])
    qtbot.waitUntil(lambda: bool(met))
    qtbot.waitUntil(lambda: is_gone(met[0]))


def test_the_project_leaves_for_other_programs_and_says_what_it_leaves_behind(
    window: MainWindow,
    coding: Coding,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from workbench.app.project_files import format_of_project

    target = tmp_path / "out.qdpx"
    answers = [str(target), ""]

    def chosen(*_: object) -> tuple[str, str]:
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    window.actions_["export_project"].trigger()
    qtbot.waitUntil(lambda: str(target) in window.info.sentence)
    assert "no place for the history" in window.info.sentence
    assert format_of_project(target) == "qdpx"
    target.unlink()
    window.actions_["export_project"].trigger()
    assert answers == []
    assert not target.exists()
