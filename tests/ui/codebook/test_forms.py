from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.codebook.conftest import choose as choose_option
from tests.ui.tags.material import Material
from workbench.app.patterns import check_pattern
from workbench.app.places import (
    Item,
    Place,
    item_at,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import Attribute, CodeList, Kind, Variable, Want, Words
from workbench.domain.errors import Refusal
from workbench.ui.codebook.fields import Choose, ManyLines
from workbench.ui.codebook.form import EditForm
from workbench.ui.codebook.forms import Forms
from workbench.ui.codebook.table_field import TableField
from workbench.ui.theme import Theme

USA = place_of_category("actors", "USA")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Editor:
    """Forms that write into a list, or refuse."""

    def __init__(self, light: Theme, qtbot: QtBot) -> None:
        self.material = Material()
        self.written: list[tuple[Place, Item]] = []
        self.refusal = ""
        self.forms = Forms(self.material, light, self.write, _check)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.forms)
        qtbot.addWidget(self.window)
        self.window.resize(700, 900)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def write(self, place: Place, make: Callable[[], Item]) -> str:
        item = make()
        if self.refusal:
            return self.refusal
        self.written.append((place, item))
        return ""

    def show(self, place: Place) -> EditForm:
        item = item_at(self.material.codebook, place)
        assert item is not None
        self.forms.show_item(place, item)
        form = self.forms.form
        assert form is not None
        return form

    def fill(self, name: str, text: str) -> None:
        """Write into a field and go on."""
        form = self.forms.form
        assert form is not None
        form.focus(name)
        at = focus()
        QTest.keyClick(at, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(at, Qt.Key.Key_Delete)
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(at, Qt.Key.Key_Return)
            QTest.keyClicks(at, line)
        QTest.keyClick(at, Qt.Key.Key_Tab)

    @property
    def last(self) -> Any:
        """The item that was written last."""
        return self.written[-1][1]


def focus() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _check(pattern: str) -> str:
    try:
        check_pattern(pattern)
    except Refusal as refusal:
        return str(refusal)
    return ""


@pytest.fixture
def editor(light: Theme, qtbot: QtBot) -> Editor:
    return Editor(light, qtbot)


def test_showing_an_item_writes_nothing(editor: Editor) -> None:
    codebook = editor.material.codebook
    for code_list in codebook.code_lists:
        editor.show(place_of_list(code_list.key))
        for category in code_list.categories[:3]:
            editor.show(place_of_category(code_list.key, category.key))
    for layer in codebook.layers:
        editor.show(place_of_layer(layer.key))
        for variable in layer.variables:
            editor.show(place_of_variable(layer.key, variable.key))
    editor.forms.take_all()
    assert editor.written == []


@pytest.mark.parametrize(
    ("name", "typed", "read", "wanted"),
    [
        ("label_en", "the States", "label.en", "the States"),
        ("key", "US", "key", "US"),
        ("code", "7001", "code", 7001),
        ("score", "-1.5", "score", -1.5),
        ("definition_en", "A state.", "guide.definition.en", "A state."),
        ("include_zh", "x", "guide.include.zh", "x"),
        ("exclude_en", "y", "guide.exclude.en", "y"),
        ("example_zh", "z", "guide.example.zh", "z"),
        ("source", "A book", "source", "A book"),
        ("aliases", "US\nUSA\n\nUS ", "aliases", ("US", "USA")),
        ("patterns", "U\\.S\\.", "patterns", ("U\\.S\\.",)),
        ("colour", "#ff0000", "colour", "#ff0000"),
        ("shortcut", "9", "shortcut", "9"),
        (
            "attribute_in_office_from",
            "2025-01",
            "attributes.in_office_from",
            "2025-01",
        ),
    ],
)
def test_a_field_of_a_category_is_written_when_it_is_left(
    editor: Editor, name: str, typed: str, read: str, wanted: object
) -> None:
    editor.show(USA)
    editor.fill(name, typed)
    assert [place for place, _ in editor.written] == [USA]
    found = editor.last
    for part in read.split("."):
        found = found[part] if isinstance(found, dict) else getattr(found, part)
    assert found == wanted


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("label_zh", "Label in Chinese"),
        ("label_en", "Label in English"),
        ("score", "Score; empty is off the scale"),
        ("shortcut", "Shortcut"),
    ],
)
def test_lines_side_by_side_say_which_is_which(editor: Editor, name: str, hint: str) -> None:
    line = editor.show(USA).entries[name].field.focusProxy()
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == hint


def test_a_category_is_put_under_another_found_by_typing(editor: Editor) -> None:
    editor.show(USA)
    editor.fill("parent", "Japan")
    assert editor.last.parent == "JPN"
    editor.fill("members", "Japan")
    assert editor.last.members == ("JPN",)


def test_a_twin_is_found_in_the_other_lists(editor: Editor) -> None:
    form = editor.show(USA)
    form.focus("same_as")
    QTest.keyClicks(focus(), "concepts:C_RENT")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert editor.last.same_as == "concepts:C_RENT"


def test_boxes_are_written_at_once(editor: Editor) -> None:
    form = editor.show(USA)
    for name in ("retired", "attribute_can_hold"):
        box = form.entries[name].field.focusProxy()
        assert box is not None
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert editor.written[0][1].retired  # type: ignore[union-attr]
    assert "can_hold" not in editor.last.attributes


def test_what_is_refused_stays_with_the_reason_also_when_one_comes_back(editor: Editor) -> None:
    editor.show(USA)
    editor.refusal = "There is one already."
    editor.fill("key", "JPN")
    form = editor.forms.form
    assert form is not None
    assert form.complaint("key") == "There is one already."
    assert form.entries["key"].field.values() == ("JPN",)
    other = editor.show(place_of_category("actors", "KOR"))
    assert other.complaint("key") == ""
    assert other.entries["key"].field.values() == ("KOR",)
    again = editor.show(USA)
    assert again.complaint("key") == "There is one already."
    assert again.entries["key"].field.values() == ("JPN",)
    editor.refusal = ""
    editor.fill("key", "US")
    assert again.complaint("key") == ""
    assert editor.last.key == "US"


def test_what_is_refused_and_put_back_is_forgotten(editor: Editor) -> None:
    form = editor.show(USA)
    editor.refusal = "No."
    editor.fill("key", "JPN")
    editor.fill("key", "USA")
    assert form.complaint("key") == ""


def test_a_number_that_is_none_stays_with_the_reason(editor: Editor) -> None:
    form = editor.show(USA)
    editor.fill("score", "high")
    assert "high" in form.complaint("score")
    assert editor.written == []
    other = editor.show(place_of_category("actors", "KOR"))
    assert other.entries["score"].field.unread() == ""
    assert "high" in editor.show(USA).complaint("score")
    assert editor.show(USA).entries["score"].field.unread() == "high"


def test_a_pattern_is_checked_while_it_is_typed(editor: Editor) -> None:
    form = editor.show(USA)
    form.focus("patterns")
    QTest.keyClicks(focus(), "(US")
    assert "(US" in form.complaint("patterns")
    QTest.keyClicks(focus(), ")")
    assert form.complaint("patterns") == ""
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert editor.last.patterns == ("(US)",)


def test_an_unreadable_pattern_is_not_written(editor: Editor) -> None:
    form = editor.show(USA)
    editor.fill("patterns", "[")
    assert editor.written == []
    field = form.entries["patterns"].field
    assert isinstance(field, ManyLines)
    assert field.edit.written() == "["


def test_a_colour_is_chosen_from_the_hues(editor: Editor, qtbot: QtBot) -> None:
    form = editor.show(USA)
    field: Any = form.entries["colour"].field
    field.menu.aboutToShow.emit()
    hue = field.menu.actions()[3]
    hue.trigger()
    assert editor.last.colour == hue.text()


# --- code lists -------------------------------------------------------------


def attributes_of(form: EditForm) -> TableField:
    field = form.entries["attributes"].field
    assert isinstance(field, TableField)
    return field


def test_an_attribute_is_declared_and_taken_out(editor: Editor, qtbot: QtBot) -> None:
    form = editor.show(place_of_list("positions"))
    table = attributes_of(form)
    qtbot.mouseClick(table.add_button, Qt.MouseButton.LeftButton)
    for text in ("rank", "r", "Rank"):
        QTest.keyClicks(focus(), text)
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    choose(table.lines[0][3], "integer")
    assert editor.last.attributes == (Attribute("rank", Kind.INTEGER, Words("r", "Rank")),)
    qtbot.mouseClick(table._crosses[0], Qt.MouseButton.LeftButton)
    assert table.lines == []


def test_a_line_that_is_only_begun_writes_nothing_and_goes(editor: Editor, qtbot: QtBot) -> None:
    form = editor.show(place_of_list("positions"))
    qtbot.mouseClick(attributes_of(form).add_button, Qt.MouseButton.LeftButton)
    assert len(attributes_of(form).lines) == 1
    form = editor.show(place_of_list("voices"))
    assert attributes_of(form).lines == []
    assert editor.written == []


def choose(field: object, value: str) -> None:
    """Choose an option by keys."""
    assert isinstance(field, Choose)
    choose_option(field.box, value)


def test_a_list_is_marked_as_a_scale(editor: Editor) -> None:
    form = editor.show(place_of_list("positions"))
    box = form.entries["ordered"].field.focusProxy()
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert editor.last.ordered
    assert isinstance(editor.last, CodeList)


# --- layers and variables ---------------------------------------------------


def test_scope_shape_and_shortcut_of_a_layer(editor: Editor) -> None:
    form = editor.show(place_of_layer("stance"))
    choose(form.entries["scope"].field, "article")
    assert editor.last.scope == "article"
    choose(form.entries["shape"].field, "bracket")
    assert editor.last.shape == "bracket"
    editor.fill("shortcut", "X")
    assert editor.last.shortcut == "X"


def test_a_clause_is_added_to_what_completes_a_layer(editor: Editor, qtbot: QtBot) -> None:
    form = editor.show(place_of_layer("event"))
    before = editor.material.codebook.layer("event").complete
    table = form.entries["complete"].field
    assert isinstance(table, TableField)
    qtbot.mouseClick(table.add_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(focus(), "status")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert editor.last.complete == (*before, ("status",))


def test_a_wish_is_added(editor: Editor, qtbot: QtBot) -> None:
    form = editor.show(place_of_layer("claim"))
    before = editor.material.codebook.layer("claim").wants
    table = form.entries["wants"].field
    assert isinstance(table, TableField)
    qtbot.mouseClick(table.add_button, Qt.MouseButton.LeftButton)
    for place, text in enumerate(("kind", "causal", "condition")):
        field = table.lines[-1][place]
        field.setFocus()
        QTest.keyClicks(focus(), text)
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert editor.last.wants == (*before, Want("kind", ("causal",), ("condition",)))


def test_a_variable_of_another_kind_keeps_nothing_that_does_not_go_with_it(editor: Editor) -> None:
    form = editor.show(place_of_variable("stance", "holder"))
    choose(form.entries["kind"].field, "text")
    changed = editor.last
    assert isinstance(changed, Variable)
    assert (changed.kind, changed.code_list, changed.requires, changed.default) == (
        Kind.TEXT,
        None,
        None,
        "",
    )


def test_the_form_of_a_variable_follows_its_kind(editor: Editor) -> None:
    assert "code_list" in editor.show(place_of_variable("stance", "holder")).entries
    assert "requires" in editor.show(place_of_variable("stance", "holder")).entries
    text = editor.show(place_of_variable("claim", "proposition"))
    assert not {"code_list", "several", "requires"} & set(text.entries)
    assert "several" in editor.show(place_of_variable("claim", "reasons_for")).entries


def test_question_default_and_folding_of_a_variable(editor: Editor) -> None:
    form = editor.show(place_of_variable("claim", "claimant"))
    editor.fill("question_en", "Who says it?")
    assert editor.last.question.en == "Who says it?"
    editor.fill("default", "Japan")
    assert editor.last.default == "JPN"
    box = form.entries["folded"].field.focusProxy()
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert editor.last.folded
