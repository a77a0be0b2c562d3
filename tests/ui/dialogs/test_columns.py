"""The dialog for the columns of a table, and the way through it into the import window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet
from workbench.app.importing import Fate, would_import
from workbench.app.tables import TableFile
from workbench.ui.appearance import Appearance
from workbench.ui.coding import Coding
from workbench.ui.dialogs.columns import ColumnsDialog
from workbench.ui.imports.files_model import state_words
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow

OK = QDialogButtonBox.StandardButton.Ok
CANCEL = QDialogButtonBox.StandardButton.Cancel
TALE = "海上的风吹了一整天。渔船都回到了港口，没有人愿意再出去，他们在等海上平静下来。"
TABLE = TableFile(
    "报道.csv",
    ("标题", "日期", "正文", "体裁"),
    (("第一篇", "2025-08-25", TALE * 9, "评论"), ("第二篇", "2025-08-26", f"一\n{TALE}", "")),
    1_234,
)
GUESS = {"title": "标题", "published": "日期", "text": "正文"}


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    return host


@pytest.fixture
def dialog(host: QWidget) -> ColumnsDialog:
    return ColumnsDialog(TABLE, GUESS, host, [("genre", "genre")])


def header(dialog: ColumnsDialog, column: int) -> object:
    return dialog.model.headerData(column, Qt.Orientation.Horizontal)


def test_the_guess_is_filled_in_and_shown_over_the_rows(dialog: ColumnsDialog) -> None:
    assert dialog.chosen == GUESS
    assert dialog.buttons.button(OK).isEnabled()
    assert [header(dialog, n) for n in range(4)] == [
        "标题\nTitle",
        "日期\nPublished",
        "正文\nText",
        "体裁\n",
    ]
    assert dialog.model.headerData(0, Qt.Orientation.Vertical) == 1
    assert "报道.csv, rows: 1,234." in dialog._what.text()


def test_columns_are_chosen_by_key(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    dialog.show()
    box = dialog.boxes["genre"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert dialog.chosen == {**GUESS, "genre": "体裁"}
    assert header(dialog, 3) == "体裁\ngenre"
    qtbot.keyClick(dialog.boxes["title"], Qt.Key.Key_Home)
    assert "title" not in dialog.chosen
    dialog.close()


def test_a_column_may_hold_two_fields(dialog: ColumnsDialog) -> None:
    dialog.boxes["source"].setCurrentText("标题")
    assert header(dialog, 0) == "标题\nTitle · Outlet"


def test_without_a_text_there_is_nothing_to_read(dialog: ColumnsDialog) -> None:
    dialog.boxes["text"].setCurrentIndex(0)
    assert not dialog.buttons.button(OK).isEnabled()
    assert not dialog._hint.isHidden()
    dialog.boxes["text"].setCurrentText("正文")
    assert dialog.buttons.button(OK).isEnabled()
    assert dialog._hint.isHidden()


def test_long_cells_are_cut_and_whole_in_their_tooltips(dialog: ColumnsDialog) -> None:
    model = dialog.model
    long, short = model.index(0, 2), model.index(1, 2)
    assert model.data(long) == (TALE * 9)[:120]
    assert model.data(long, Qt.ItemDataRole.ToolTipRole) == TALE * 9
    assert model.data(short) == f"一 {TALE}"
    assert model.data(short, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(model.index(9, 9)) is None
    assert (model.rowCount(short), model.columnCount(short)) == (0, 0)


def test_sheets_are_offered_where_there_are_several(host: QWidget) -> None:
    table = TableFile("t.xlsx", ("正文",), ((TALE,),), 1, "一", ("一", "二"))
    dialog = ColumnsDialog(table, {"text": "正文"}, host)
    assert not dialog.sheets.isHidden()
    wanted: list[str] = []
    dialog.sheet_wanted.connect(wanted.append)
    dialog.sheets.setCurrentText("二")
    assert (wanted, dialog.sheet) == (["二"], "一")
    dialog.show_sheet_of_table()
    assert dialog.sheets.currentText() == "一"
    other = TableFile("t.xlsx", ("甲", "全文"), (), 0, "二", ("一", "二"))
    dialog.show_table(other, {"text": "全文"})
    assert (dialog.sheet, dialog.chosen) == ("二", {"text": "全文"})


def test_two_thousand_columns(host: QWidget) -> None:
    columns = tuple(f"列{n}" for n in range(2_000))
    dialog = ColumnsDialog(TableFile("t.csv", columns, (("文",) * 2_000,), 1), {}, host)
    dialog.boxes["text"].setCurrentText("列1999")
    assert dialog.chosen == {"text": "列1999"}


def test_the_language_changes_and_the_choice_stays(
    dialog: ColumnsDialog, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog.show()
    dialog.boxes["genre"].setCurrentText("体裁")
    appearance.choose_language("zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "表格的各列")
    assert dialog.chosen == {**GUESS, "genre": "体裁"}
    assert dialog.boxes["title"].itemText(0) == "（无）"
    assert header(dialog, 2) == "正文\n正文"
    dialog.close()


# --- the way through it ---------------------------------------------------------


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for name in ("一", "二"):
        sheet = book.create_sheet(name)
        sheet.append(["标题", "正文"])
        sheet.append([f"{name}篇", f"{TALE}{name}"])
    path = tmp_path / "报道.xlsx"
    book.save(path)
    return path


def press(dialog: Any, button: QDialogButtonBox.StandardButton) -> None:
    dialog.buttons.button(button).click()


def test_a_table_is_imported_through_both_windows(
    coding: Coding, window: MainWindow, workbook: Path, qtbot: QtBot, meet: Meet
) -> None:
    before = {each.id for each in coding.session.articles()}

    def choose(dialog: ColumnsDialog) -> None:
        dialog.sheets.setCurrentText("二")
        qtbot.waitUntil(lambda: dialog.sheet == "二")
        meet(ImportWindow, lambda found: press(found, OK))
        press(dialog, OK)

    meet(ColumnsDialog, choose)
    window.files_dropped.emit([workbook])
    qtbot.waitUntil(lambda: len(coding.session.articles()) == len(before) + 1)
    (new,) = (each for each in coding.session.articles() if each.id not in before)
    assert (new.title, new.file_name) == ("二篇", "报道.xlsx#2")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_table_may_be_left_out(
    coding: Coding, window: MainWindow, workbook: Path, qtbot: QtBot, meet: Meet, language: str
) -> None:
    def leave(dialog: ColumnsDialog) -> None:
        meet(ImportWindow, look)
        press(dialog, CANCEL)

    looked: list[str] = []

    def look(found: ImportWindow) -> None:
        (file,) = found.files
        looked.append(state_words(file, coding.context.messages))
        looked.append(found._told.text())
        (outcome,) = would_import(found.files).outcomes
        looked.append(outcome.fate)
        found.reject()

    coding.context.appearance.choose_language(language)
    meet(ColumnsDialog, leave)
    window.files_dropped.emit([workbook])
    qtbot.waitUntil(lambda: len(looked) == 3)
    words = {
        "en": ("a table; left out", "You left this table out"),
        "zh_CN": ("未导入", "您略过了"),
    }
    assert looked[0].find(words[language][0]) >= 0
    assert looked[1].startswith(words[language][1])
    assert looked[2] == Fate.SKIPPED
