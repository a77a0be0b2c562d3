from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.codebook import Scope
from workbench.ui.tags.editor import AnnotationEditor
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.tags.segments import Segments
from workbench.ui.theme import Theme

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(
    material: Material, theme: Theme, show: Callable[[QWidget], QMainWindow]
) -> AnnotationEditor:
    editor = AnnotationEditor(material, theme)
    show(editor)
    return editor


@pytest.fixture
def stance(material: Material) -> Annotation:
    return material.mark("stance", "我们反对任何脱钩", memo="old", holder="DEU", position="n2")


def _form(editor: AnnotationEditor) -> AnnotationForm:
    assert editor.form is not None
    return editor.form


def test_shows_what_is_selected(editor: AnnotationEditor, stance: Annotation) -> None:
    editor.show_annotation(stance)
    form = _form(editor)
    assert form.values() == stance.values
    assert form.memo.memo() == "old"
    assert editor._quote.text() == "“我们反对任何脱钩”"
    assert stance.span is not None
    assert editor._borders.text() == f"¶2 · {stance.span.start}–{stance.span.end}"
    assert "target or toward" in form.state.text()


def test_each_field_saves_at_once(
    editor: AnnotationEditor, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    _form(editor).row("position").focus_field()
    with qtbot.waitSignal(editor.values_changed) as told:
        hands.press(Key.Key_4)
    assert told.args == [stance.id, {"position": ("p1",)}]


def test_a_category_is_changed_in_place(
    editor: AnnotationEditor, material: Material, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(material.mark("actor", "美国", actor="USA"))
    editor.focus_first()
    hands.type("japan")
    with qtbot.waitSignal(editor.values_changed) as told:
        hands.press(Key.Key_Return)
    assert told.args == [1, {"actor": ("JPN",)}]


def test_showing_it_again_while_it_is_saved_disturbs_nothing(
    editor: AnnotationEditor, material: Material, stance: Annotation, hands: Hands
) -> None:
    def save(number: int, values: Mapping[str, object]) -> None:
        editor.show_annotation(material.set_values(number, values))

    editor.values_changed.connect(save)
    editor.show_annotation(stance)
    form = _form(editor)
    form.row("target").focus_field()
    hands.type("与华脱钩")
    hands.press(Key.Key_Return)
    assert editor.form is form
    assert form.values()["target"] == ("S03",)
    assert form.row("toward").field.isAncestorOf(hands.at())
    assert form.state.text() == "✓ complete"


def test_a_memo_is_not_lost_when_another_annotation_is_shown(
    editor: AnnotationEditor, material: Material, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    _form(editor).memo.setFocus()
    hands.press(Key.Key_End, modifier=CONTROL)
    hands.type("er")
    with qtbot.waitSignal(editor.memo_changed) as told:
        editor.show_annotation(material.mark("actor", "美国", actor="USA"))
    assert told.args == [stance.id, "older"]
    assert _form(editor).memo.memo() == ""


def test_nor_when_the_same_one_is_shown_again(
    editor: AnnotationEditor, stance: Annotation, hands: Hands
) -> None:
    editor.show_annotation(stance)
    _form(editor).memo.setFocus()
    hands.type("x")
    editor.show_annotation(replace(stance, certainty=Certainty.UNSURE))
    assert _form(editor).memo.memo() == "xold"
    assert _form(editor).chosen_certainty() is Certainty.UNSURE


def test_nor_when_the_window_closes(
    editor: AnnotationEditor, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    _form(editor).memo.setFocus()
    hands.type("x")
    with qtbot.waitSignal(editor.memo_changed):
        editor.close()


def test_a_half_typed_value_is_taken_when_flushed(
    editor: AnnotationEditor, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    form = _form(editor)
    form.fold.setChecked(True)
    form.row("when").focus_field()
    hands.type("2025.8")
    with qtbot.waitSignal(editor.values_changed) as told:
        editor.flush()
    assert told.args == [stance.id, {"when": ("2025-08",)}]


def test_control_enter_saves_and_goes_back_to_the_text(
    editor: AnnotationEditor, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    _form(editor).memo.setFocus()
    hands.type("x")
    with qtbot.waitSignals([editor.memo_changed, editor.text_wanted]):
        hands.press(Key.Key_Return, modifier=CONTROL)


def test_certainty_and_deletion_are_told(
    editor: AnnotationEditor, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    with qtbot.waitSignal(editor.certainty_changed) as told:
        hands.click(_form(editor).certainty.buttons[1])
    assert told.args == [stance.id, Certainty.UNSURE]
    with qtbot.waitSignal(editor.delete_requested) as deleted:
        hands.click(editor._delete)
    assert deleted.args == [stance.id]


def test_nothing_selected_says_what_to_do(
    editor: AnnotationEditor, stance: Annotation, qtbot: QtBot
) -> None:
    assert editor._empty.isVisible()
    editor.show_annotation(stance)
    assert not editor._empty.isVisible()
    editor.show_annotation(None)
    assert editor._empty.isVisible()
    assert editor.form is None
    assert editor.annotation is None
    with qtbot.assertNotEmitted(editor.delete_requested):
        editor._on_delete()
    editor.flush()
    editor.focus_first()
    editor.category_added("actors", "USA")
    editor.complain("holder", "x")


def test_a_refusal_stands_under_its_field(editor: AnnotationEditor, stance: Annotation) -> None:
    editor.show_annotation(stance)
    editor.complain("holder", "It cannot be.")
    assert _form(editor).row("holder").complaint() == "It cannot be."


def test_a_button_that_was_refused_is_not_chosen(
    editor: AnnotationEditor, stance: Annotation, hands: Hands
) -> None:
    refuse = True

    def save(number: int, values: Mapping[str, object]) -> None:
        if refuse:
            editor.complain("position", "It cannot be.")

    editor.values_changed.connect(save)
    editor.show_annotation(stance)
    row = _form(editor).row("position")
    row.focus_field()
    hands.press(Key.Key_4)
    assert isinstance(row.field, Segments)
    assert [each.option.value for each in row.field.buttons if each.isChecked()] == ["n2"]
    assert row.values() == ("n2",)
    assert row.complaint() == "It cannot be."
    refuse = False
    hands.press(Key.Key_4)
    assert row.values() == ("p1",)
    assert row.complaint() == ""


def test_nothing_is_called_complete_beside_what_was_refused(
    editor: AnnotationEditor, material: Material, hands: Hands
) -> None:
    values = {"holder": "DEU", "position": "n2", "target": "S03"}
    editor.show_annotation(material.mark("stance", "我们反对任何脱钩", **values))
    form = _form(editor)
    assert form.state.text() == "✓ complete"
    form.fold.setChecked(True)
    form.row("when").focus_field()
    hands.type("soon")
    hands.press(Key.Key_Tab)
    assert form.state.text() == "✗ not saved: when"
    assert form.state.palette().windowText().color() == editor._theme.colour("error")
    form.row("when").focus_field()
    hands.press(Key.Key_A, modifier=CONTROL)
    hands.type("2025")
    hands.press(Key.Key_Return)
    assert form.state.text() == "✓ complete"


def test_a_complaint_goes_with_the_value_it_was_about(
    editor: AnnotationEditor, stance: Annotation
) -> None:
    editor.show_annotation(stance)
    editor.complain("holder", "It cannot be.")
    editor.show_annotation(replace(stance, values={**stance.values, "holder": ("JPN",)}))
    assert _form(editor).row("holder").complaint() == ""


def test_a_category_is_added_and_chosen(
    editor: AnnotationEditor, material: Material, stance: Annotation, hands: Hands
) -> None:
    def add(code_list: str, text: str) -> None:
        editor.category_added(code_list, material.add(code_list, text))

    editor.add_category_requested.connect(add)
    editor.show_annotation(stance)
    _form(editor).row("target").focus_field()
    hands.type("新对象")
    hands.press(Key.Key_Down, Key.Key_Return)
    assert _form(editor).values()["target"] == ("NEW_新对象",)


def test_a_changed_layer_gets_a_new_form(
    editor: AnnotationEditor, material: Material, stance: Annotation
) -> None:
    editor.show_annotation(stance)
    before = _form(editor)
    layers = tuple(
        replace(each, variables=each.variables[:-1]) if each.key == "stance" else each
        for each in material.codebook.layers
    )
    material.codebook = replace(material.codebook, layers=layers)
    editor.show_annotation(stance)
    assert _form(editor) is not before


def test_an_annotation_of_an_article_has_no_borders(
    editor: AnnotationEditor, material: Material
) -> None:
    assert material.codebook.layer("article").scope is Scope.ARTICLE
    whole = Annotation(9, "n9", 7, 1, "article", None, "", {"genre": ("news",)})
    editor.show_annotation(whole)
    assert editor._borders.text() == ""
    assert editor._quote.text() == ""


def test_speaks_the_new_language(
    editor: AnnotationEditor, stance: Annotation, chinese: None
) -> None:
    editor.show_annotation(stance)
    QApplication.sendEvent(editor, QEvent(QEvent.Type.LanguageChange))
    assert "立场" in editor._title.text()
    assert editor._beside_title.text() == "Stance"


def test_a_theme_is_painted(editor: AnnotationEditor, stance: Annotation) -> None:
    editor.show_annotation(stance)
    light = editor.grab().toImage()
    editor.set_theme(Theme("dark"))
    assert editor.grab().toImage() != light


def test_a_field_out_of_sight_is_brought_into_it(
    editor: AnnotationEditor, stance: Annotation, hands: Hands, qtbot: QtBot
) -> None:
    editor.show_annotation(stance)
    editor.window().resize(400, 500)
    form = _form(editor)
    form.focus_row(form.row("share"))
    qtbot.waitUntil(lambda: not form.row("share").visibleRegion().isEmpty())
