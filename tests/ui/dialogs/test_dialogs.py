from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.dialogs import ask, new_project
from workbench.ui.dialogs.coder import CoderDialog
from workbench.ui.dialogs.crash import CrashDialog
from workbench.ui.dialogs.new_project import Beginning, NewProjectDialog

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    return host


def test_a_coder_needs_a_name(host: QWidget) -> None:
    dialog = CoderDialog("", host)
    ok = dialog._buttons.button(OK)
    assert not ok.isEnabled()
    dialog._name.setText("  ")
    assert not ok.isEnabled()
    dialog._name.setText(" 甲 ")
    assert ok.isEnabled()
    assert dialog.name == "甲"


def test_a_new_project_begins_with_the_starter(host: QWidget, tmp_path: Path) -> None:
    dialog = NewProjectDialog(tmp_path, host)
    chosen = dialog.chosen
    assert chosen.path == tmp_path / "my study.workbench"
    assert (chosen.beginning, chosen.other) == (Beginning.STARTER, None)
    assert dialog._other_row.isHidden()


def test_beginning_from_a_file_needs_the_file(
    host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = NewProjectDialog(tmp_path, host)
    ok = dialog._buttons.button(OK)
    dialog._choices[Beginning.CODEBOOK].setChecked(True)
    assert not dialog._other_row.isHidden()
    assert not ok.isEnabled()
    for kind, name in ((Beginning.CODEBOOK, "ask_codebook"), (Beginning.PROJECT, "ask_project")):
        dialog._choices[kind].setChecked(True)
        found = tmp_path / name

        def asked(*_: object, found: Path = found) -> Path:
            return found

        monkeypatch.setattr(new_project, name, asked)
        dialog._choose(dialog._other, dialog._ask_other)
        assert ok.isEnabled()
        assert dialog.chosen.other == found
    dialog._path.clear()
    assert not ok.isEnabled()


def test_a_chosen_path_gets_its_suffix(
    host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object, **__: object) -> tuple[str, str]:
        return str(tmp_path / "study"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    dialog = NewProjectDialog(tmp_path, host)
    dialog._choose(dialog._path, dialog._ask_path)
    assert dialog.chosen.path == tmp_path / "study.workbench"


@pytest.mark.parametrize("name", ["getOpenFileName", "getExistingDirectory"])
def test_what_the_system_dialogs_answer(
    host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    answers = iter([str(tmp_path), ""])

    def asked(*_: object, **__: object) -> object:
        answer = next(answers)
        return answer if name == "getExistingDirectory" else (answer, "")

    monkeypatch.setattr(QFileDialog, name, asked)
    question = ask.ask_folder if name == "getExistingDirectory" else ask.ask_project
    assert question(host, tmp_path) == tmp_path
    assert question(host, tmp_path) is None


def test_several_articles_are_asked_for_at_once(
    host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object, **__: object) -> tuple[list[str], str]:
        return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", asked)
    assert ask.ask_articles(host, tmp_path) == [tmp_path / "a.txt", tmp_path / "b.txt"]

    def one(*_: object, **__: object) -> tuple[str, str]:
        return str(tmp_path / "c.json"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    assert ask.ask_codebook(host, tmp_path) == tmp_path / "c.json"


def test_the_report_is_copied(host: QWidget, qtbot: QtBot) -> None:
    dialog = CrashDialog("what went wrong", host)
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy report")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "what went wrong"
