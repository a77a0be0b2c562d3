"""What is done in the editor, by mouse and keys, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.codebook.conftest import ALT, CONTROL, SHIFT, EditorHands
from tests.ui.conftest import Hands, Meet, OpenDesk
from workbench.app.commands import MarkSpan
from workbench.app.places import (
    Place,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.ui.coding import Coding
from workbench.ui.desk import Desk
from workbench.ui.dialogs.change_layer import ChangeLayerDialog
from workbench.ui.dialogs.change_several import ChangeSeveralDialog
from workbench.ui.dialogs.merge import MergeDialog
from workbench.ui.main_window import MainWindow
from workbench.ui.tags.picker import Picker
from workbench.ui.tags.segments import Segments


def actor(key: str):
    return place_of_category("actors", key)


def actors(editor: EditorHands) -> list[str]:
    return [each.key for each in editor.codebook.code_list("actors").categories]


def mark(coding: Coding, words: str, actor: str = "USA") -> int:
    """Mark a passage of the open article as an actor."""
    assert coding.article is not None
    start = coding.session.text(coding.article).index(words)
    end = start + len(words)
    return coding.session.run(MarkSpan(coding.article, "actor", start, end, {"actor": actor}))


def press(text: str):
    """Return what presses a button of a question."""

    def act(box: QMessageBox) -> None:
        assert box.isVisible()
        next(each for each in box.findChildren(QPushButton) if each.text() == text).click()

    return act


def focus() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


# --- the window -------------------------------------------------------------


def test_the_editor_stays_open_beside_the_coding_window(
    editor: EditorHands, coding: Coding, window: MainWindow, hands: Hands
) -> None:
    editor.activate(window)
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    assert editor.window.isVisible()
    assert not editor.window.isModal()


def test_menus_outlive_the_editor(
    editor: EditorHands, desk: Desk, window: MainWindow, project: Path, qtbot: QtBot
) -> None:
    desk.close()
    QApplication.processEvents()
    desk.context.appearance.choose_language("zh_CN")
    QApplication.processEvents()
    assert window.actions_.menu("codebook").title().startswith("编码手册")
    assert window.actions_.menu("add").title().startswith("新建")
    desk.open(project)
    qtbot.waitUntil(lambda: desk.coding is not None, timeout=20_000)
    assert desk.coding is not None
    desk.coding.codebook.open()
    assert desk.coding.codebook.window is not None


def test_counts_of_use_stand_beside_the_categories(
    editor: EditorHands, coding: Coding, qtbot: QtBot
) -> None:
    mark(coding, "美国")
    mark(coding, "欧洲")
    rows = editor.window.tree.rows
    node = rows.at(actor("USA"))
    assert node is not None
    qtbot.waitUntil(lambda: rows.count(node) == 2, timeout=20_000)


def test_the_filter_finds_and_escape_takes_it_away(editor: EditorHands) -> None:
    editor.press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(editor.window.filter, "trump")
    shown = editor.window.tree.rows
    node = shown.at(actor("JPN"))
    assert node is not None
    assert not shown.index_of(node).isValid()
    editor.press(Qt.Key.Key_Escape)
    assert shown.index_of(node).isValid()


def test_a_tag_is_edited_from_the_tag_panel(coding: Coding, qtbot: QtBot) -> None:
    tree = coding.panels.tags.tree
    node = next(
        each
        for section in tree.tags._sections
        for each in section.walk()
        if each.category is not None and each.category.key == "USA"
    )
    coding.panels.tags._show_menu(node, tree.mapToGlobal(tree.rect().center()))
    menu = next(each for each in coding.panels.tags.findChildren(QMenu) if each.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert coding.codebook.places == [actor("USA")]
    coding.codebook.edit_tag("actor", "")
    assert coding.codebook.places == [place_of_layer("actor")]


# --- writing and undo -------------------------------------------------------


def test_ctrl_z_takes_back_the_last_step_of_the_project(editor: EditorHands) -> None:
    editor.click(actor("USA"))
    editor.fill("label_en", "the States")
    assert editor.codebook.code_list("actors").category("USA").label.en == "the States"
    editor.press(Qt.Key.Key_Z, CONTROL)
    assert editor.codebook.code_list("actors").category("USA").label.en == "United States"
    assert editor.form.entries["label_en"].field.values() == ("United States",)


def test_ctrl_z_takes_back_letters_while_one_types(editor: EditorHands) -> None:
    editor.click(actor("USA"))
    editor.form.focus("source")
    QTest.keyClicks(focus(), "abc")
    steps = len(editor.coding.session.history())
    editor.press(Qt.Key.Key_Z, CONTROL)
    assert len(editor.coding.session.history()) == steps


def test_what_is_being_typed_is_taken_when_another_row_is_chosen(editor: EditorHands) -> None:
    editor.click(actor("USA"))
    editor.form.focus("source")
    QTest.keyClicks(focus(), "A book")
    editor.click(actor("JPN"))
    assert editor.codebook.code_list("actors").category("USA").source == "A book"
    assert editor.form.entries["source"].field.values() == ()


def test_a_renamed_category_stays_selected_also_when_that_is_undone(editor: EditorHands) -> None:
    editor.click(actor("USA"))
    editor.fill("key", "US")
    assert editor.window.places == [actor("US")]
    editor.press(Qt.Key.Key_Z, CONTROL)
    assert editor.window.places == [actor("USA")]


@pytest.mark.parametrize(
    ("place", "name", "typed", "told"),
    [
        (actor("JPN"), "key", "USA", "USA"),
        (actor("JPN"), "key", "a;b", "a;b"),
        (actor("JPN"), "code", "-99", "-99"),
        (place_of_variable("stance", "share"), "key", "to", "to"),
        (place_of_variable("stance", "share"), "key", "Share", "Share"),
        (place_of_layer("stance"), "key", "actor", "actor"),
        (place_of_layer("stance"), "shortcut", "A", "A"),
        (place_of_list("actors"), "key", "concepts", "concepts"),
    ],
)
def test_what_cannot_be_right_is_refused_beside_the_field(
    editor: EditorHands, place: Place, name: str, typed: str, told: str
) -> None:
    before = editor.codebook
    editor.click(place)
    editor.fill(name, typed)
    assert told in editor.form.complaint(name)
    assert editor.codebook == before
    values = editor.form.entries[name].field.values()
    assert [str(each) for each in values] == [typed]


def test_a_circle_of_parents_is_refused_beside_the_field(editor: EditorHands) -> None:
    child = next(
        each.key for each in editor.codebook.code_list("actors").categories if each.parent == "USA"
    )
    editor.click(actor("USA"))
    field = editor.form.entries["parent"].field
    assert isinstance(field, Picker)
    field.take(child)
    assert "USA" in editor.form.complaint("parent") or child in editor.form.complaint("parent")


# --- adding and moving ------------------------------------------------------


def test_a_category_is_added_after_the_selected_one_and_one_under_it(editor: EditorHands) -> None:
    editor.click(actor("JPN"))
    editor.in_tree(Qt.Key.Key_Insert)
    editor.type("Atlantis")
    added = editor.window.places[0].key
    keys = actors(editor)
    tops = [k for k in keys if editor.codebook.code_list("actors").category(k).parent is None]
    assert tops.index(added) == tops.index("JPN") + 1
    editor.in_tree(Qt.Key.Key_Insert, SHIFT)
    below = editor.codebook.code_list("actors").category(editor.window.places[0].key)
    assert below.parent == added


def test_a_field_that_lacks_a_category_adds_it(editor: EditorHands) -> None:
    editor.click(actor("USA"))
    editor.form.focus("members")
    QTest.keyClicks(focus(), "Atlantis")
    editor.press(Qt.Key.Key_Down)
    editor.press(Qt.Key.Key_Return)
    code_list = editor.codebook.code_list("actors")
    (member,) = code_list.category("USA").members
    assert code_list.category(member).label.en == "Atlantis"


def test_alt_and_arrows_move_categories(editor: EditorHands) -> None:
    tops = [each.key for each in editor.codebook.code_list("actors").categories if not each.parent]
    before, here = tops[tops.index("CHN") - 1], "CHN"
    editor.click(actor(here))
    editor.in_tree(Qt.Key.Key_Up, ALT)
    keys = actors(editor)
    assert keys.index(here) < keys.index(before)
    editor.in_tree(Qt.Key.Key_Down, ALT)
    keys = actors(editor)
    assert keys.index(here) > keys.index(before)
    editor.in_tree(Qt.Key.Key_Right, ALT)
    assert editor.codebook.code_list("actors").category(here).parent == before
    editor.in_tree(Qt.Key.Key_Left, ALT)
    assert editor.codebook.code_list("actors").category(here).parent is None
    assert editor.window.places == [actor(here)]


def test_alt_and_arrows_move_layers_variables_and_lists(editor: EditorHands) -> None:
    editor.click(place_of_layer("actor"))
    editor.in_tree(Qt.Key.Key_Up, ALT)
    assert [each.key for each in editor.codebook.layers][:2] == ["actor", "stance"]
    editor.click(place_of_variable("stance", "holder"))
    editor.in_tree(Qt.Key.Key_Down, ALT)
    keys = [each.key for each in editor.codebook.layer("stance").variables]
    assert keys[:2] == ["target", "holder"]
    editor.click(place_of_list("concepts"))
    editor.in_tree(Qt.Key.Key_Up, ALT)
    assert editor.codebook.code_lists[0].key == "concepts"


def test_a_category_is_dragged_under_another(editor: EditorHands) -> None:
    editor.click(actor("AUS"))
    tree = editor.window.tree.viewport()
    start, end = editor.point_of(actor("AUS")), editor.point_of(actor("CHN"))
    start = editor.point_of(actor("AUS")) if start.y() > tree.height() else start
    QTest.mousePress(tree, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.4, 0.8, 1.0):
        QTest.mouseMove(tree, start + (end - start) * share)
    QTest.mouseRelease(tree, Qt.MouseButton.LeftButton, pos=end)
    assert editor.codebook.code_list("actors").category("AUS").parent == "CHN"


# --- what the coding window shows -------------------------------------------


def test_renamed_keys_are_followed_by_what_the_coding_window_shows(
    editor: EditorHands, coding: Coding, qtbot: QtBot
) -> None:
    annotation = mark(coding, "美国")
    coding.select(annotation)
    editor.click(actor("USA"))
    editor.fill("key", "US")
    editor.click(place_of_layer("actor"))
    editor.fill("key", "agent")
    table = coding.panels.below.annotations
    shown = table.annotation(annotation)
    assert shown is not None
    assert (shown.layer, shown.values) == ("agent", {"actor": ("US",)})
    editor.press(Qt.Key.Key_Z, CONTROL)
    editor.press(Qt.Key.Key_Z, CONTROL)
    shown = table.annotation(annotation)
    assert shown is not None
    assert (shown.layer, shown.values) == ("actor", {"actor": ("USA",)})


def test_the_form_of_the_selected_annotation_follows_its_list(
    editor: EditorHands, coding: Coding, qtbot: QtBot
) -> None:
    assert coding.article is not None
    annotation = coding.session.run(
        MarkSpan(coding.article, "stance", 0, 2, {"holder": "USA", "position": "p1"})
    )
    coding.select(annotation)
    qtbot.waitUntil(lambda: coding.panels.editor.form is not None)
    editor.click(place_of_category("positions", "p2"))
    editor.in_tree(Qt.Key.Key_R, CONTROL)  # nobody uses it

    def offered() -> list[str]:
        form = coding.panels.editor.form
        assert form is not None
        field = form.row("position").field
        assert isinstance(field, Segments)
        return [str(each.option.value) for each in field.buttons]

    qtbot.waitUntil(lambda: "p2" not in offered())
    assert "p1" in offered()


def test_the_buttons_of_the_selected_annotation_follow_renaming_and_merging(
    editor: EditorHands, coding: Coding, qtbot: QtBot, meet: Meet
) -> None:
    assert coding.article is not None
    annotation = coding.session.run(
        MarkSpan(coding.article, "stance", 0, 2, {"holder": "USA", "position": "p1"})
    )
    coding.select(annotation)
    qtbot.waitUntil(lambda: coding.panels.editor.form is not None)

    def buttons() -> dict[str, str]:
        form = coding.panels.editor.form
        assert form is not None
        field = form.row("position").field
        assert isinstance(field, Segments)
        return {str(each.option.value): each.text() for each in field.buttons}

    def chosen() -> list[str]:
        form = coding.panels.editor.form
        assert form is not None
        return [str(each) for each in form.row("position").values()]

    editor.click(place_of_category("positions", "p1"))
    editor.fill("label_en", "in favour")
    qtbot.waitUntil(lambda: buttons()["p1"] == "in favour")
    editor.fill("key", "for")
    qtbot.waitUntil(lambda: "for" in buttons() and "p1" not in buttons())
    assert chosen() == ["for"]
    editor.click(place_of_category("positions", "for"))
    editor.click(place_of_category("positions", "p2"), CONTROL)

    def merge(dialog: MergeDialog) -> None:
        dialog.box.setCurrentIndex(dialog.box.findData("p2"))
        dialog.accept()

    met = meet(MergeDialog, merge)
    editor.in_tree(Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: bool(met))
    qtbot.waitUntil(lambda: chosen() == ["p2"])
    form = coding.panels.editor.form
    assert form is not None
    # The label of what is gone is an alias now, and a list with aliases is searched by typing.
    assert isinstance(form.row("position").field, Picker)


def test_the_keyboard_stays_in_its_field_when_the_form_is_made_anew(
    editor: EditorHands, qtbot: QtBot
) -> None:
    editor.click(place_of_layer("actor"))
    editor.in_tree(Qt.Key.Key_B, CONTROL)
    for name, value in (("kind", "category"), ("code_list", "events"), ("kind", "text")):
        before = editor.form
        editor.choose(name, value)
        qtbot.waitUntil(lambda before=before: editor.form is not before)
        assert editor.form.focused() == name
        assert QApplication.focusWidget() is editor.form.entries[name].field.focusProxy()


def test_the_keyboard_goes_on_to_the_field_after_one_that_makes_the_form_anew(
    editor: EditorHands, qtbot: QtBot
) -> None:
    editor.click(place_of_layer("actor"))
    before = editor.form
    editor.form.focus("key")
    qtbot.keyClicks(QApplication.focusWidget(), "agent")
    editor.press(Qt.Key.Key_Tab)
    assert editor.form is not before
    assert editor.form.focused() == "scope"


# --- retiring and deleting --------------------------------------------------


def test_retiring_what_is_used_says_how_much_first(
    editor: EditorHands, coding: Coding, meet: Meet
) -> None:
    mark(coding, "美国")
    editor.click(actor("USA"))
    met = meet(QMessageBox, press("Retire"))
    editor.in_tree(Qt.Key.Key_R, CONTROL)
    assert met
    assert isinstance(met[0], QMessageBox)
    assert editor.codebook.code_list("actors").category("USA").retired
    editor.activate()
    editor.in_tree(Qt.Key.Key_R, CONTROL)  # back into use, unasked
    assert not editor.codebook.code_list("actors").category("USA").retired


def test_retiring_can_be_declined(editor: EditorHands, coding: Coding, meet: Meet) -> None:
    mark(coding, "美国")
    editor.click(actor("USA"))
    met = meet(QMessageBox, press("Cancel"))
    editor.in_tree(Qt.Key.Key_R, CONTROL)
    assert met
    assert not editor.codebook.code_list("actors").category("USA").retired


def test_what_is_used_is_not_deleted_and_what_is_not_is(
    editor: EditorHands, coding: Coding, meet: Meet
) -> None:
    mark(coding, "美国")
    editor.click(actor("USA"))
    editor.in_tree(Qt.Key.Key_Delete)
    assert "USA" in actors(editor)
    assert "USA" in editor.window.info.sentence
    editor.click(actor("JPN"))
    met = meet(QMessageBox, press("Delete"))
    editor.in_tree(Qt.Key.Key_Delete)
    assert met
    assert "JPN" not in actors(editor)


def test_the_unused_of_a_list_are_deleted_together(
    editor: EditorHands, coding: Coding, meet: Meet
) -> None:
    mark(coding, "美国")
    editor.click(place_of_list("actors"))
    met = meet(QMessageBox, press("Cancel"))
    coding.context.window.actions_["delete_unused"].trigger()
    assert met
    assert len(actors(editor)) > 100


# --- the kind of a variable -------------------------------------------------


def test_another_kind_is_asked_about_where_it_reaches_into_annotations(
    editor: EditorHands, coding: Coding, meet: Meet
) -> None:
    annotation = mark(coding, "美国")
    place = place_of_variable("actor", "actor")
    editor.click(place)
    met = meet(QMessageBox, press("Cancel"))
    editor.choose("kind", "integer")
    assert met
    assert editor.codebook.layer("actor").variable("actor").kind == "category"
    assert editor.form.entries["kind"].field.values() == ("category",)
    assert coding.session.annotations_by_id([annotation])[0].values == {"actor": ("USA",)}


# --- from the coding window -------------------------------------------------


def test_the_selected_passage_becomes_an_example(
    editor: EditorHands, coding: Coding, window: MainWindow, hands: Hands
) -> None:
    editor.click(actor("USA"))
    editor.activate(window)
    hands.select("欧洲盟友")
    hands.press(Qt.Key.Key_E, CONTROL | SHIFT)
    guide = editor.codebook.code_list("actors").category("USA").guide
    assert guide.example.zh.split("\n")[-1] == "欧洲盟友"
    hands.press(Qt.Key.Key_E, CONTROL | SHIFT)
    again = editor.codebook.code_list("actors").category("USA").guide
    assert again == guide


# --- several annotations ----------------------------------------------------


def select_rows(coding: Coding) -> None:
    table = coding.panels.below.annotations._table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, CONTROL)


def test_several_annotations_get_one_value(
    coding: Coding, hands: Hands, meet: Meet, qtbot: QtBot
) -> None:
    ids = [mark(coding, "美国"), mark(coding, "欧洲")]
    select_rows(coding)

    def change(dialog: ChangeSeveralDialog) -> None:
        field = dialog.rows["actor"].field
        assert isinstance(field, Picker)
        QTest.keyClicks(field.edit, "Japan")
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
        assert dialog.checks["actor"].isChecked()
        dialog.accept()

    met = meet(ChangeSeveralDialog, change)
    hands.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert met
    found = coding.session.annotations_by_id(ids)
    assert [each.values["actor"] for each in found] == [("JPN",), ("JPN",)]
    coding.session.undo()
    found = coding.session.annotations_by_id(ids)
    assert [each.values["actor"] for each in found] == [("USA",), ("USA",)]


def test_annotations_move_to_another_layer_with_their_values(coding: Coding, meet: Meet) -> None:
    ids = [mark(coding, "美国"), mark(coding, "欧洲")]
    select_rows(coding)

    def move(dialog: ChangeLayerDialog) -> None:
        step_to(dialog.box, "stance")
        step_to(dialog.maps["actor"], "toward")
        dialog.accept()

    met = meet(ChangeLayerDialog, move)
    coding.context.window.actions_["change_layer"].trigger()
    assert met
    found = coding.session.annotations_by_id(ids)
    assert [each.layer for each in found] == ["stance", "stance"]
    assert [each.values["toward"] for each in found] == [("USA",), ("USA",)]


def step_to(box: QComboBox, value: str) -> None:
    """Go through the options of a box by keys."""
    box.setFocus()
    for _ in range(box.count()):
        if box.currentData() != value:
            QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def test_annotations_of_several_layers_are_not_changed_together(
    coding: Coding, window: MainWindow, meet: Meet
) -> None:
    mark(coding, "美国")
    assert coding.article is not None
    coding.session.run(MarkSpan(coding.article, "stance", 0, 2, {"holder": "USA"}))
    select_rows(coding)
    met = meet(QDialog, lambda dialog: dialog.reject())
    coding.several.change()
    assert not met
    assert "several layers" in window.info.sentence


def test_nothing_is_edited_in_a_project_that_is_read_only(
    open_desk: OpenDesk, project: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.open(project, read_only=True)
    qtbot.waitUntil(lambda: desk.coding is not None, timeout=20_000)
    assert desk.coding is not None
    desk.coding.codebook.edit(actor("USA"))
    window = desk.coding.codebook.window
    assert window is not None
    assert not window.forms.isEnabled()
    for key in ("add_layer", "retire", "move_up", "delete_part"):
        assert not desk.context.window.actions_[key].isEnabled()
