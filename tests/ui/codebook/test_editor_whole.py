"""A researcher builds a layer, codes with it, merges and splits, undoes it all, and exports."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.codebook.conftest import CONTROL, SHIFT, EditorHands
from tests.ui.conftest import Hands, Meet
from workbench.app.exporting import ExportChoice, export_dataset
from workbench.app.places import Place, place_of_category, place_of_layer, place_of_variable
from workbench.domain.changes import OperationInfo
from workbench.domain.codebook import Kind
from workbench.ui.codebook.splitting import SplitDialog
from workbench.ui.codebook.table_field import TableField
from workbench.ui.coding import Coding
from workbench.ui.dialogs.merge import MergeDialog
from workbench.ui.main_window import MainWindow

TONES = ("hopeful", "confident", "worried", "calm")


def build_list(editor: EditorHands) -> None:
    """Make the code list “tones” with four categories, by keys alone."""
    editor.in_tree(Qt.Key.Key_T, CONTROL)
    editor.type("Tones")
    editor.fill("key", "tones")
    for label in TONES:
        editor.in_tree(Qt.Key.Key_Insert)
        editor.type(label)
        editor.fill("key", label)
    assert [each.key for each in editor.codebook.code_list("tones").categories] == list(TONES)


def build_layer(editor: EditorHands) -> None:
    """Make the layer “tone” with three variables; the first completes it."""
    editor.in_tree(Qt.Key.Key_L, CONTROL)
    editor.type("Tone")
    editor.fill("key", "tone")
    editor.fill("shortcut", "T")
    for label, kind in (("tone", Kind.CATEGORY), ("strength", Kind.INTEGER), ("why", Kind.TEXT)):
        editor.in_tree(Qt.Key.Key_B, CONTROL)
        editor.type(label)
        editor.fill("key", label)
        editor.choose("kind", str(kind))
        editor.window.choose(place_of_layer("tone"))
        editor.click(place_of_layer("tone"))
    editor.click(_variable("tone"))
    editor.choose("code_list", "tones")
    editor.click(_variable("why"))
    editor.tick("folded")
    editor.click(place_of_layer("tone"))
    field = editor.form.entries["complete"].field
    assert isinstance(field, TableField)
    QTest.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    editor.type("tone")
    layer = editor.codebook.layer("tone")
    assert layer.complete == (("tone",),)
    assert [each.key for each in layer.variables] == ["tone", "strength", "why"]


def _variable(key: str) -> Place:
    return place_of_variable("tone", key)


def test_a_layer_is_built_coded_recoded_undone_and_exported(
    editor: EditorHands,
    coding: Coding,
    window: MainWindow,
    hands: Hands,
    meet: Meet,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    before = coding.session.codebook
    before_steps = len(steps_left(coding))
    build_list(editor)
    build_layer(editor)

    editor.activate(window)
    for passage, digit in (("美国", "1"), ("欧洲", "2"), ("北约", "3")):
        hands.select(passage)
        hands.press(Qt.Key.Key_T)
        form = coding.panels.popup.form
        assert form is not None
        qtbot.keyClicks(form.row("tone").field, digit)
        form.row("strength").focus_field()
        hands.type(digit)
        hands.press(Qt.Key.Key_Return, CONTROL)
        assert not coding.panels.popup.isVisible()

    editor.activate()
    editor.click(place_of_category("tones", "hopeful"))
    editor.click(place_of_category("tones", "confident"), CONTROL)

    def merge(dialog: MergeDialog) -> None:
        dialog.accept()

    met = meet(MergeDialog, merge)
    editor.in_tree(Qt.Key.Key_M, CONTROL)
    assert met
    tones = [each.key for each in editor.codebook.code_list("tones").categories]
    assert tones == ["hopeful", "worried", "calm"]
    assert coded(coding) == ["hopeful", "hopeful", "worried"]

    def split(dialog: SplitDialog) -> None:
        dialog.picker.setFocus()
        qtbot.keyClicks(dialog.picker.edit, "eager")
        qtbot.keyClick(dialog.picker.edit, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.picker.edit, Qt.Key.Key_Return)
        dialog.list.setFocus()
        qtbot.keyClick(dialog.list, Qt.Key.Key_1)
        qtbot.keyClick(dialog.list, Qt.Key.Key_2)
        assert len(dialog.assignments) == 2
        dialog.accept()

    met = meet(SplitDialog, split)
    editor.activate()  # a dialog has closed
    editor.click(place_of_category("tones", "hopeful"))
    editor.in_tree(Qt.Key.Key_M, CONTROL | SHIFT)
    assert met
    first, second, third = coded(coding)
    assert (second, third) == ("hopeful", "worried")  # the second one stands first in the text
    assert editor.codebook.code_list("tones").category(first).label.en == "eager"

    exported(coding, tmp_path / "one", [first, second, third])
    editor.activate()
    while len(steps_left(coding)) > before_steps:
        editor.in_tree(Qt.Key.Key_Z, CONTROL)
    assert coding.session.codebook == before
    assert coded(coding) == []


def steps_left(coding: Coding) -> list[OperationInfo]:
    """Return the steps that undo would reach."""
    return [step for step in coding.session.history() if step.state == "done"]


def coded(coding: Coding) -> list[str]:
    """Return what the layer's annotations of the article hold, as they were made."""
    assert coding.article is not None
    found = coding.session.annotations(coding.article)
    tones = sorted((each for each in found if each.layer == "tone"), key=lambda each: each.id)
    return [str(each.values["tone"][0]) for each in tones]


def exported(coding: Coding, folder: Path, wanted: list[str]) -> None:
    """Export, and find the layer as a table with its variables and values."""
    export_dataset(coding.session.database, folder, ExportChoice(language="en"))
    with (folder / "tone.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["strength"])
    assert {"tone", "strength", "why"} <= set(rows[0])
    assert [row["tone"] for row in rows] == wanted
    assert [row["strength"] for row in rows] == ["1", "2", "3"]
