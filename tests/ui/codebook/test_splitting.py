"""The dialog that divides the passages of a category."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.app.commands import MarkSpan
from workbench.domain.codebook import Category
from workbench.ui.codebook.passages import PassageModel
from workbench.ui.codebook.splitting import Split, SplitDialog
from workbench.ui.coding import Coding

Key = Qt.Key


def _dialog(coding: Coding, qtbot: QtBot, code_list: str, key: str) -> SplitDialog:
    session, theme = coding.session, coding.context.appearance.theme
    listed = session.codebook.code_list(code_list)
    split = Split(
        listed, listed.category(key), session.usage(code_list, key), session.spent(code_list)
    )
    passages = PassageModel(session.annotations_with(code_list, key), session.text, {})
    dialog = SplitDialog(split, passages, coding.panels.source, theme, coding.context.window)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_more_than_nine_categories_have_buttons_and_the_first_nine_digits(
    coding: Coding, qtbot: QtBot
) -> None:
    assert coding.article is not None
    for start in (0, 3):
        coding.session.run(MarkSpan(coding.article, "actor", start, start + 2, {"actor": "USA"}))
    dialog = _dialog(coding, qtbot, "actors", "USA")
    keys = [each.key for each in coding.session.codebook.code_list("actors").categories[:12]]
    for key in keys:
        dialog.picker.take(key)
    assert len(dialog.keys) == len(dialog.into) == len(dialog.buttons) == 12
    assert [each.text()[0].isdigit() for each in dialog.buttons] == [True] * 9 + [False] * 3
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Key.Key_Colon)  # the code behind that of the digit nine
    assert not dialog.assignments
    qtbot.keyClick(dialog.list, Key.Key_9)
    qtbot.mouseClick(dialog.buttons[11], Qt.MouseButton.LeftButton)
    assert set(dialog.assignments.values()) == {dialog.keys[8], dialog.keys[11]}


def test_a_category_made_for_a_split_is_the_twin_of_what_another_list_has(
    coding: Coding, qtbot: QtBot
) -> None:
    old = coding.session.codebook.code_list("stance_targets").categories[0]
    dialog = _dialog(coding, qtbot, "stance_targets", old.key)
    made: list[Category] = []
    for name in ("nato", "北约", "somewhere else"):
        dialog.picker.setFocus()
        dialog.picker.edit.setText(name)
        dialog.picker.edit.textEdited.emit(name)
        qtbot.keyClick(dialog.picker.edit, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        dialog.picker.edit.clear()
        made = [each for each in dialog.into if isinstance(each, Category)]
    nato, other = made
    assert (nato.same_as, nato.label.en) == ("actors:O_NATO", "NATO")
    assert (other.same_as, other.label.en) == (None, "somewhere else")
    assert nato.key != other.key
    for each in made:
        assert (each.parent, each.score, each.colour) == (old.parent, old.score, old.colour)
        assert each.attributes == old.attributes
