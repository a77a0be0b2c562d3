"""The codebook out of the window into a file, and in from one, by its own actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet, is_gone
from workbench.app.codebook_files import Format, How, export_codebook
from workbench.ui.coding import Coding
from workbench.ui.dialogs.codebook_columns import CodebookColumnsDialog
from workbench.ui.dialogs.export_codebook import ExportCodebookDialog
from workbench.ui.dialogs.import_codebook import COLUMNS, ImportCodebookDialog
from workbench.ui.main_window import MainWindow

OK = QDialogButtonBox.StandardButton.Ok
TABLE = "代码表,键,名称,上级,没有的列\nplaces,SEA,海,,x\nplaces,PORT,港口,SEA,\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a table that the file dialog answers with."""
    path = tmp_path / "地点.csv"
    path.write_text(TABLE, "utf-8")

    def answer(*_arguments: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    return path


@pytest.mark.parametrize("kind", [Format.QDC, Format.DOCX])
def test_the_file_is_that_of_the_command_line(
    window: MainWindow,
    coding: Coding,
    meet: Meet,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: Format,
) -> None:
    suggested: list[str] = []

    def answer(*arguments: object) -> tuple[str, str]:
        suggested.append(str(arguments[2]))
        return str(tmp_path / f"out.{kind.value}"), ""

    def choose(dialog: ExportCodebookDialog) -> None:
        dialog.choices[kind].setFocus()
        qtbot.keyClick(dialog.choices[kind], Qt.Key.Key_Space)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    met = meet(ExportCodebookDialog, choose)
    window.actions_["export_codebook"].trigger()
    assert met
    qtbot.waitUntil(lambda: str(tmp_path) in window.info.sentence)
    assert suggested[0].endswith(f"试点-codebook.{kind.value}")
    line = tmp_path / "line"
    export_codebook(coding.session.database, line, kind, language="en")
    assert (tmp_path / f"out.{kind.value}").read_bytes() == line.read_bytes()


def test_what_would_change_is_shown_and_then_done(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, table: Path
) -> None:
    old = coding.session.codebook
    shown: list[str] = []

    def accept(dialog: ImportCodebookDialog) -> None:
        model = dialog.changes.model()
        shown.extend(model.index(row, 0).data() for row in range(model.rowCount()))
        assert coding.session.codebook is old
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    met = meet(ImportCodebookDialog, accept)
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: "places" in coding.session.codebook.lists_by_key)
    assert met
    assert len(shown) == 2
    assert table.name in window.info.sentence
    window.actions_["undo"].trigger()
    assert coding.session.codebook == old
    assert window.info.sentence == ""


def test_replacing_is_a_choice(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, table: Path
) -> None:
    from workbench.app.codebook_files import import_codebook, look_at_codebook

    import_codebook(coding.session, look_at_codebook(table), How.ADD)
    table.write_text("代码表,键,名称\nplaces,SKY,天空\n", "utf-8")

    def accept(dialog: ImportCodebookDialog) -> None:
        qtbot.keyClick(dialog.replace, Qt.Key.Key_Space)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    met = meet(ImportCodebookDialog, accept)
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: "SKY" in coding.session.codebook.code_list("places").by_key)
    assert met
    assert list(coding.session.codebook.code_list("places").by_key) == ["SKY"]


def test_cancelling_changes_nothing(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, table: Path
) -> None:
    old = coding.session.codebook
    met = meet(ImportCodebookDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: bool(met) and is_gone(met[0]))
    assert coding.session.codebook is old


def test_a_broken_file_is_refused_in_the_bar(
    window: MainWindow, coding: Coding, qtbot: QtBot, table: Path
) -> None:
    old = coding.session.codebook
    table.write_text("键,上级\nA,B\nB,A\n", "utf-8")
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: "above or inside itself" in window.info.sentence)
    assert coding.session.codebook is old


def test_what_the_columns_hold_can_be_said(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, table: Path
) -> None:
    table.write_text("甲,乙,丙\n海,大的水,x\n", "utf-8")

    def choose(dialog: CodebookColumnsDialog) -> None:
        for column, name in (("甲", "label"), ("丙", "definition"), ("乙", "definition")):
            box = dialog.boxes[column]
            assert dialog.columns.get("label") == (None if column == "甲" else "甲")
            box.setFocus()
            qtbot.keyClicks(box, name)
            box.activated.emit(box.currentIndex())
        assert dialog.columns == {"label": "甲", "definition": "乙"}
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    met = meet(CodebookColumnsDialog, choose)
    accepted = meet(ImportCodebookDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: coding.session.codebook.code_lists[-1].key == "codes")
    assert met
    assert accepted
    (category,) = coding.session.codebook.code_lists[-1].categories
    assert (category.label.zh, category.guide.definition.zh) == ("海", "大的水")


def test_columns_that_were_guessed_can_be_changed(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, table: Path
) -> None:
    old, again = coding.session.codebook, list[object]()

    def change(dialog: CodebookColumnsDialog) -> None:
        assert dialog.columns["parent"] == "上级"
        qtbot.keyClick(dialog.boxes["上级"], Qt.Key.Key_Home)
        again.extend(meet(ImportCodebookDialog, ImportCodebookDialog.accept))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    met = meet(CodebookColumnsDialog, change)
    meet(ImportCodebookDialog, lambda dialog: dialog.done(COLUMNS))
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: coding.session.codebook is not old)
    assert met
    assert coding.session.codebook.code_list("places").category("PORT").parent is None


def test_a_file_that_is_gone_has_no_columns(
    window: MainWindow, coding: Coding, meet: Meet, qtbot: QtBot, table: Path
) -> None:
    def go(dialog: ImportCodebookDialog) -> None:
        table.unlink()
        dialog.done(COLUMNS)

    met = meet(ImportCodebookDialog, go)
    window.actions_["import_codebook"].trigger()
    qtbot.waitUntil(lambda: "could not be read" in window.info.sentence)
    assert met
