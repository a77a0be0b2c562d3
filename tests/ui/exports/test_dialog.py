"""The export assistant, as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QInputDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet
from workbench.app.commands import MarkSpan, RememberExport
from workbench.app.exporting import ExportChoice, Format, remembered_exports
from workbench.app.jobs import Progress
from workbench.dataset.errors import PresetNameEmpty
from workbench.ui.coding import Coding
from workbench.ui.exports import dialog as export_dialog
from workbench.ui.exports.dialog import ExportDialog
from workbench.ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder that is offered."""
    return tmp_path / "new" / "out"


@pytest.fixture
def dialog(coding: Coding, folder: Path, qtbot: QtBot) -> ExportDialog:
    """Give the assistant over a project with two annotations, counted."""
    assert coding.article is not None
    coding.session.run(MarkSpan(coding.article, "actor", 0, 2, {"actor": "USA"}))
    coding.session.run(MarkSpan(coding.article, "stance", 0, 4, {"holder": "USA"}))
    return shown(coding, folder, ExportChoice(), qtbot)


def shown(coding: Coding, folder: Path, choice: ExportChoice, qtbot: QtBot) -> ExportDialog:
    """Show the assistant and wait until the rows are counted."""
    dialog = ExportDialog(coding.context, coding.session, folder, choice)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.look.tables.rows_wanted is not None)
    return dialog


def ok(dialog: ExportDialog) -> QPushButton:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)


def row_of(dialog: ExportDialog, table: str) -> int:
    model = dialog.look.tables
    return next(n for n in range(model.rowCount()) if model.table(n).name == table)


def counted(dialog: ExportDialog, table: str) -> object:
    return dialog.look.tables.index(row_of(dialog, table), 1).data()


def test_it_shows_how_many_rows_there_will_be_and_the_first_ones(dialog: ExportDialog) -> None:
    assert counted(dialog, "annotations") == "2"
    assert counted(dialog, "concept") == "0"
    dialog.look.list.selectRow(row_of(dialog, "stance"))
    rows = dialog.look.rows
    assert rows.rowCount() == 1
    names = [rows.headerData(n, Qt.Orientation.Horizontal) for n in range(rows.columnCount())]
    assert rows.index(0, names.index("holder_label")).data() == "美国"
    role = Qt.ItemDataRole.ToolTipRole
    assert rows.headerData(names.index("holder"), Qt.Orientation.Horizontal, role) == "持有者"


@pytest.mark.parametrize("width", [1140, 900, 700])
def test_the_names_of_the_tables_and_their_numbers_are_not_cut(
    dialog: ExportDialog, width: int
) -> None:
    view = dialog.look.list
    dialog.resize(width, 700)
    QApplication.processEvents()
    for column in range(2):
        assert view.columnWidth(column) >= view.sizeHintForColumn(column)
    assert view.columnWidth(1) < view.columnWidth(0)


def test_a_table_that_is_unchecked_is_left_out(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert dialog.choice == ExportChoice()
    view = dialog.look.list
    view.selectRow(row_of(dialog, "codebook"))
    view.setFocus()
    before = dialog.look.tables.rows_wanted
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert "codebook" not in dialog.choice.tables
    assert "stance" in dialog.choice.tables
    rows = dialog.look.tables.rows_wanted
    assert before is not None
    assert rows is not None
    assert rows < before
    assert f"{rows:,}" in dialog.look.told.text()
    qtbot.mouseClick(dialog.look.all, Qt.MouseButton.LeftButton)
    assert dialog.choice.tables == ()
    qtbot.mouseClick(dialog.look.all, Qt.MouseButton.LeftButton)
    assert not ok(dialog).isEnabled()
    assert "Choose a table" in dialog._note.text()


def test_a_layer_that_is_unchecked_is_counted_no_more(dialog: ExportDialog, qtbot: QtBot) -> None:
    picker = dialog.what.layers
    assert picker.text() == "all"
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    menu = picker.menu()
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[0]
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert dialog.choice.layers == tuple(picker._actions)[1:]
    assert picker.text() == f"{len(picker._actions) - 1} of {len(picker._actions)}"
    picker.choose(["actor"])
    assert picker.text() == picker._actions["actor"].text()
    qtbot.waitUntil(lambda: counted(dialog, "annotations") == "1")
    picker._actions["actor"].setChecked(False)  # nothing would be nothing at all
    assert picker.chosen == ()


def test_formats_are_chosen_by_key_and_csv_has_its_ways(dialog: ExportDialog, qtbot: QtBot) -> None:
    boxes = dialog.as_what.boxes
    qtbot.keyClick(boxes[Format.DTA], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.as_what.csv, Qt.Key.Key_End)
    qtbot.keyClick(dialog.as_what.separator, Qt.Key.Key_Down)
    choice = dialog.choice
    assert choice.formats == ("csv", "dta")
    assert (choice.csv_mark, choice.csv_excel, choice.csv_separator) == (False, False, ";")
    qtbot.keyClick(boxes[Format.CSV], Qt.Key.Key_Space)
    assert not dialog.as_what.csv.isEnabled()
    qtbot.keyClick(boxes[Format.DTA], Qt.Key.Key_Space)
    assert not ok(dialog).isEnabled()
    assert "Choose a format" in dialog._note.text()


def test_formats_that_are_not_shown_are_kept(coding: Coding, folder: Path, qtbot: QtBot) -> None:
    networks = ("kind=actor",)
    choice = ExportChoice(formats=("zsav", "qdpx"), networks=networks)
    dialog = shown(coding, folder, choice, qtbot)
    assert dialog.as_what.boxes["qdpx"].isChecked()
    assert set(dialog.choice.formats) == {"zsav", "qdpx"}
    assert dialog.choice.networks == networks


def test_the_language_of_labels_is_asked_for(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.as_what.language, Qt.Key.Key_Down)
    assert dialog.choice.language == "en"
    name = "annotations · all annotations"
    index = dialog.look.tables.index(0, 0)
    qtbot.waitUntil(lambda: index.data() == name)
    qtbot.waitUntil(lambda: dialog.look.tables.rows_wanted is not None)


def test_a_folder_may_be_chosen_and_must_be_named(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def choosing(_: QWidget, near: Path) -> Path:
        asked.append(near)
        return tmp_path / "chosen"

    monkeypatch.setattr(export_dialog, "ask_folder", choosing)
    choose = next(each for each in dialog.findChildren(QPushButton) if "hoose" in each.text())
    qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)
    assert asked == [tmp_path]
    assert dialog.folder == tmp_path / "chosen"
    dialog.line.selectAll()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Delete)
    assert not ok(dialog).isEnabled()
    qtbot.keyClicks(dialog.line, "beside")
    assert dialog.folder == tmp_path / "new" / "beside"


def test_a_choice_is_remembered_by_a_name_and_chosen_again(
    dialog: ExportDialog, coding: Coding, qtbot: QtBot, meet: Meet
) -> None:
    def name_it(asked: QInputDialog) -> None:
        asked.setTextValue("论文")
        asked.accept()

    dialog.what.layers.choose(["stance"])
    qtbot.keyClick(dialog.as_what.boxes[Format.SAV], Qt.Key.Key_Space)
    met = meet(QInputDialog, name_it)
    qtbot.mouseClick(dialog.what.remember, Qt.MouseButton.LeftButton)
    assert met
    choice = remembered_exports(coding.session.database)["论文"]
    assert (choice.layers, choice.formats) == (("stance",), ("csv", "sav"))
    assert dialog.what.presets.currentText() == "论文"
    qtbot.keyClick(dialog.what.presets, Qt.Key.Key_Up)
    assert dialog.choice == ExportChoice()
    qtbot.keyClick(dialog.what.presets, Qt.Key.Key_Down)
    assert dialog.choice == choice


def test_what_cannot_be_shown_is_kept_and_told(coding: Coding, folder: Path, qtbot: QtBot) -> None:
    choice = ExportChoice(
        tables=("art*",), variables=("actor",), where={"sample": ("main",)}, period="year"
    )
    dialog = shown(coding, folder, choice, qtbot)
    assert "sample = main; actor" in dialog.what._filtered.text()
    assert set(dialog.choice.tables) == {
        each for each in dialog.look.tables.wanted if each.startswith("art")
    }
    assert dialog.choice.where == choice.where
    assert (dialog.choice.variables, dialog.choice.period) == (("actor",), "year")


def test_a_remembered_choice_that_no_longer_fits_is_told(
    coding: Coding, folder: Path, qtbot: QtBot
) -> None:
    coding.session.run(RememberExport("旧", ExportChoice(where={"nothing": ("x",)})))
    dialog = shown(coding, folder, ExportChoice(), qtbot)
    qtbot.keyClick(dialog.what.presets, Qt.Key.Key_Down)
    assert "nothing" in dialog._note.text()
    assert not ok(dialog).isEnabled()
    assert not dialog.look.tables.rowCount()


def test_closing_it_ends_the_counting(coding: Coding, folder: Path, qtbot: QtBot) -> None:
    dialog = ExportDialog(coding.context, coding.session, folder, ExportChoice())
    qtbot.addWidget(dialog)
    dialog._count()
    dialog.reject()
    assert dialog._counting is None
    qtbot.waitUntil(lambda: not coding.context.background.busy)


def test_an_export_is_done_again_by_one_key(
    coding: Coding, window: MainWindow, tmp_path: Path, qtbot: QtBot, meet: Meet
) -> None:
    def choose(dialog: ExportDialog) -> None:
        qtbot.keyClick(dialog.as_what.boxes[Format.JSONL], Qt.Key.Key_Space)
        dialog.line.setText(str(tmp_path / "out"))
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    # By its action: a key is lost where the system shows no window as the active one.
    again = window.actions_["export_again"]
    assert not again.shortcut().isEmpty()
    met = meet(ExportDialog, choose)
    again.trigger()
    assert met  # nothing was exported yet
    table = tmp_path / "out" / "actor.jsonl"
    qtbot.waitUntil(lambda: "The dataset is in" in window.info.sentence)
    assert table.read_bytes() == b""
    assert coding.article is not None
    coding.session.run(MarkSpan(coding.article, "actor", 0, 2, {"actor": "USA"}))
    again.trigger()
    qtbot.waitUntil(lambda: table.read_bytes() != b"")
    qtbot.waitUntil(lambda: not coding.context.background.busy)

    seen: list[ExportChoice] = []

    def look(dialog: ExportDialog) -> None:
        seen.append(dialog.choice)
        QTimer.singleShot(0, dialog.reject)

    met = meet(ExportDialog, look)
    window.actions_["export"].trigger()
    assert met
    assert seen[0].formats == ("csv", "jsonl")


def test_what_was_cut_is_told(
    coding: Coding, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert coding.article is not None
    coding.session.run(MarkSpan(coding.article, "actor", 0, 200, {"actor": "USA"}))
    coding.exporting.export(tmp_path / "out", choice=ExportChoice(formats=("sav",)))
    qtbot.waitUntil(lambda: "were cut in actor.sav" in window.info.sentence)


def test_a_choice_that_cannot_be_remembered_is_told(
    dialog: ExportDialog, meet: Meet, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(command: object) -> None:
        raise PresetNameEmpty

    def name_it(asked: QInputDialog) -> None:
        asked.setTextValue("论文")
        asked.accept()

    monkeypatch.setattr(dialog._session, "run", refuse)
    met = meet(QInputDialog, name_it)
    qtbot.mouseClick(dialog.what.remember, Qt.MouseButton.LeftButton)
    assert met
    assert "give it one" in dialog._note.text()


def test_rows_that_cannot_be_counted_are_told(
    coding: Coding, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, progress: Progress, **__: object) -> None:
        progress.report(1, 2, "", 0.5)
        raise PresetNameEmpty

    monkeypatch.setattr(export_dialog, "preview_dataset", refuse)
    dialog = ExportDialog(coding.context, coding.session, folder, ExportChoice())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "give it one" in dialog._note.text())


def test_an_earlier_export_is_said_to_be_replaced(dialog: ExportDialog, tmp_path: Path) -> None:
    marked = "批注工作台数据集 · Pizhu Workbench dataset"
    (tmp_path / "README.txt").write_text(marked, "utf-8")
    dialog.line.setText(str(tmp_path))
    assert "it is replaced" in dialog._note.text()
