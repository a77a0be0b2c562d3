from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.tags.conftest import Hands
from tests.ui.tags.material import Material
from workbench.domain.annotation import Certainty
from workbench.domain.codebook import Kind, Layer, Scope, Variable, Words
from workbench.domain.values import Missing
from workbench.ui.tags.form import AnnotationForm
from workbench.ui.theme import Theme

Show = Callable[[QWidget], QMainWindow]
Key = Qt.Key


def test_a_stance_is_filled_by_keys_alone(
    make: Callable[[str], AnnotationForm], hands: Hands, qtbot: QtBot
) -> None:
    form = make("stance")
    form.focus_first()
    hands.press(Key.Key_Down, Key.Key_Return)
    hands.type("与华脱钩")
    hands.press(Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_4)
    with qtbot.waitSignal(form.ended):
        hands.press(Key.Key_Return, Key.Key_Return)
    assert dict(form.values()) == {
        "holder": ("DEU",),
        "target": ("S03",),
        "position": ("n2",),
        "voice": ("quoted",),
    }
    assert form.state.text() == "✓ complete"


def test_says_what_is_missing(make: Callable[[str], AnnotationForm]) -> None:
    form = make("stance")
    form.set_values({"holder": ("USA",)})
    assert form.state.text() == "○ incomplete: position, target or toward"


def test_every_change_is_told_with_its_values(
    make: Callable[[str], AnnotationForm], hands: Hands, qtbot: QtBot
) -> None:
    form = make("stance")
    with qtbot.waitSignal(form.committed) as told:
        form.row("position").focus_field()
        hands.press(Key.Key_3)
    assert told.args == [{"position": ("zero",)}]


def test_rarer_fields_are_folded_and_named(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("stance")
    assert not form.row("share").isVisible()
    assert "share" in form.fold.accessibleDescription()
    form.fold.setFocus()
    hands.press(Key.Key_Space)
    assert form.row("share").isVisible()


def test_what_is_folded_and_filled_is_shown_in_words(
    make: Callable[[str], AnnotationForm],
) -> None:
    form = make("stance")
    values = {"share": (76.2,), "form": ("poll",), "when": (Missing.UNDECIDABLE,)}
    form.set_values(values)
    words = form.fold.accessibleDescription()
    assert words == "form: poll · when: undecidable · share: 76.2"


def test_unfolds_where_something_unusual_is_inside(make: Callable[[str], AnnotationForm]) -> None:
    form = make("concept")
    form.show_unusual({"use": ("applied",)})
    assert not form.fold.isChecked()
    form.show_unusual({"use": ("denied",)})
    assert form.fold.isChecked()


def test_links_are_named_by_their_number(make: Callable[[str], AnnotationForm]) -> None:
    form = make("claim")
    form.set_values({"reasons_for": (3,), "likelihood": ("LOST",)})
    assert form.fold.accessibleDescription() == "likelihood: LOST · reasons for: #3"


def test_enter_goes_through_the_unfolded_ones_last(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("concept")
    form.fold.setChecked(True)
    form.set_values({"concept": ("C_RENT",)})
    form.row("concept").focus_field()
    hands.press(Key.Key_Return)
    assert form.row("agent").field.isAncestorOf(hands.at())


def test_control_enter_submits(
    make: Callable[[str], AnnotationForm], hands: Hands, qtbot: QtBot
) -> None:
    form = make("claim")
    form.row("proposition").focus_field()
    hands.type("claimed")
    with qtbot.waitSignal(form.submitted):
        hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert form.values()["proposition"] == ("claimed",)


def test_what_is_no_value_holds_the_form_back(
    make: Callable[[str], AnnotationForm], hands: Hands, qtbot: QtBot
) -> None:
    form = make("stance")
    form.fold.setChecked(True)
    form.row("when").focus_field()
    hands.type("soon")
    form.fold.setChecked(False)
    form.row("position").focus_field()
    with qtbot.assertNotEmitted(form.submitted):
        hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "not a date" in form.row("when").complaint()
    assert form.row("when").field.isAncestorOf(hands.at())


def test_a_missing_value_comes_from_the_menu(
    make: Callable[[str], AnnotationForm], hands: Hands, qtbot: QtBot
) -> None:
    form = make("stance")
    row = form.row("holder")
    row.focus_field()
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_M, modifier=Qt.KeyboardModifier.ControlModifier)
    menu = row.findChild(QMenu)
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    with qtbot.waitSignal(form.committed) as told:
        hands_on_menu(menu, 1)
    assert told.args == [{"holder": (Missing.UNDECIDABLE,)}]
    assert not row.field.isVisible()
    hands.press(Key.Key_Return)
    assert form.row("target").field.isAncestorOf(hands.at())


def hands_on_menu(menu: QMenu, place: int) -> None:
    """Choose an entry of a menu as Enter does."""
    menu.setActiveAction(menu.actions()[place])
    menu.actions()[place].trigger()
    menu.close()


def test_backspace_takes_a_missing_value_back(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("stance")
    row = form.row("position")
    form.set_values({"position": (Missing.NOT_APPLICABLE,)})
    row.focus_field()
    hands.press(Key.Key_Backspace)
    assert row.values() == ()
    assert row.field.isVisible()


def test_the_menu_clears(make: Callable[[str], AnnotationForm], qtbot: QtBot) -> None:
    form = make("stance")
    form.set_values({"position": ("n2",)})
    row = form.row("position")
    row.open_menu()
    menu = row.findChild(QMenu)
    assert menu is not None
    hands_on_menu(menu, 3)
    assert row.values() == ()


def test_a_new_category_is_asked_for_and_chosen(
    make: Callable[[str], AnnotationForm], material: Material, hands: Hands
) -> None:
    form = make("stance")
    asked: list[tuple[str, str, str]] = []

    def add(code_list: str, text: str, requires: str) -> None:
        asked.append((code_list, text, requires))
        form.category_added(code_list, material.add(code_list, text, **{requires: True}))

    form.add_requested.connect(add)
    form.row("holder").focus_field()
    hands.type("海上理事会")
    hands.press(Key.Key_Return)
    assert asked == []
    hands.press(Key.Key_Down, Key.Key_Return)
    assert asked == [("actors", "海上理事会", "can_hold")]
    assert form.values()["holder"] == ("NEW_海上理事会",)


def test_a_category_that_nobody_asked_for_is_not_chosen(
    make: Callable[[str], AnnotationForm],
) -> None:
    form = make("stance")
    form.category_added("actors", "USA")
    assert form.values() == {}


def test_a_refusal_stands_under_its_field(make: Callable[[str], AnnotationForm]) -> None:
    form = make("stance")
    form.complain("holder", "It cannot be.", ())
    assert form.row("holder").complaint() == "It cannot be."


def test_certainty_and_memo_are_told(
    make: Callable[[str], AnnotationForm], hands: Hands, qtbot: QtBot
) -> None:
    form = make("actor")
    assert form.chosen_certainty() is Certainty.SURE
    form.certainty.setFocus()
    with qtbot.waitSignal(form.certainty_changed) as told:
        hands.press(Key.Key_2)
    assert told.args == [Certainty.UNSURE]
    with qtbot.waitSignal(form.memo_changed) as written:
        form.memo.setFocus()
        hands.type("why")
        form.memo.flush()
    assert written.args == ["why"]


def test_every_kind_of_variable_has_a_field(
    material: Material, theme: Theme, show: Show, hands: Hands
) -> None:
    variables = tuple(
        Variable(kind.value, kind, Words(kind.value, kind.value), code_list="actors")
        for kind in Kind
    )
    gone = Variable("gone", Kind.TEXT, Words("旧", "gone"), retired=True)
    layer = Layer("all", Words("全", "all"), Scope.SPAN, (*variables, gone))
    form = AnnotationForm(layer, material, theme)
    show(form)
    assert [row.variable.key for row in form.rows] == [kind.value for kind in Kind]
    assert form.state.text() == "✓ complete"
    assert not form.fold.isVisible()
    form.row("boolean").focus_field()
    hands.press(Key.Key_2)
    assert form.values() == {"boolean": (False,)}


def test_labels_show_both_languages_where_there_is_room(
    make: Callable[[str], AnnotationForm],
) -> None:
    form = make("stance")
    label = form.row("holder").label
    form.resize(700, 600)
    wide = label.width()
    form.resize(250, 600)
    assert label.width() < wide


def test_everything_is_named_for_who_cannot_see(make: Callable[[str], AnnotationForm]) -> None:
    form = make("stance")
    for row in form.rows:
        target = row.field.focusProxy() or row.field
        assert target.accessibleName() == row.variable.label.en
    assert form.certainty.accessibleName() == "certainty"
    assert form.memo.edit.accessibleName() == "memo"


def test_a_form_speaks_the_new_language(
    make: Callable[[str], AnnotationForm], chinese: None
) -> None:
    form = make("stance")
    form.set_values({"position": (Missing.UNDECIDABLE,)})
    for widget in (form, *form.findChildren(QWidget)):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    row = form.row("holder")
    assert (row.field.focusProxy() or row.field).accessibleName() == "持有者"


def test_a_theme_reaches_every_field(make: Callable[[str], AnnotationForm]) -> None:
    form = make("stance")
    form.fold.setChecked(True)
    light = form.grab().toImage()
    form.set_theme(Theme("dark"))
    assert form.grab().toImage() != light


def test_the_keyboard_comes_to_the_first_field_when_all_are_filled(
    make: Callable[[str], AnnotationForm], hands: Hands
) -> None:
    form = make("actor")
    form.set_values({"actor": ("USA",)})
    form.focus_first()
    assert form.row("actor").field.isAncestorOf(hands.at())
