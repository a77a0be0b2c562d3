"""Every part of the editor and of its dialogs that takes the keyboard says what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog

from tests.ui.codebook.conftest import EditorHands
from tests.ui.test_accessibility import nameless
from workbench.app.codebook_queries import Usage
from workbench.app.places import (
    Place,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook_edit.spent import Spent
from workbench.ui.codebook.freezing import FreezeDialog, VersionsDialog
from workbench.ui.codebook.passages import PassageModel
from workbench.ui.codebook.reviewing import ReviewWindow
from workbench.ui.codebook.splitting import Split, SplitDialog
from workbench.ui.coding import Coding
from workbench.ui.contrast import LINE_CONTRAST, TEXT_CONTRAST, contrast
from workbench.ui.dialogs.change_layer import ChangeLayerDialog
from workbench.ui.dialogs.change_several import ChangeSeveralDialog
from workbench.ui.dialogs.merge import MergeDialog

USAGE = Usage(3, 2, 1)


@pytest.mark.parametrize(
    "place",
    [
        place_of_category("actors", "USA"),
        place_of_list("actors"),
        place_of_layer("claim"),
        place_of_variable("stance", "holder"),
        place_of_variable("claim", "proposition"),
    ],
)
def test_every_field_of_the_editor_says_what_it_is(editor: EditorHands, place: Place) -> None:
    editor.click(place)
    assert nameless(editor.window) == []
    assert editor.window.windowTitle()


def make_split(coding: Coding) -> QDialog:
    actors = coding.session.codebook.code_list("actors")
    split = Split(actors, actors.category("USA"), USAGE, Spent())
    passages = PassageModel((), coding.session.text, {})
    theme, window = coding.context.appearance.theme, coding.context.window
    return SplitDialog(split, passages, coding.panels.source, theme, window)


def make_merge(coding: Coding) -> QDialog:
    actors = coding.session.codebook.code_list("actors").categories
    return MergeDialog(actors[:20], USAGE, coding.context.window)


def make_several(coding: Coding) -> QDialog:
    layer = coding.session.codebook.layer("stance")
    theme, window = coding.context.appearance.theme, coding.context.window
    return ChangeSeveralDialog(layer, "3", coding.panels.source, theme, window)


def make_layer(coding: Coding) -> QDialog:
    actor, *others = coding.session.codebook.layers
    return ChangeLayerDialog(actor, others, "3", coding.context.window)


def make_review(coding: Coding) -> QDialog:
    passages = PassageModel((), coding.session.text, {})
    theme, window = coding.context.appearance.theme, coding.context.window
    return ReviewWindow(passages, lambda _: "", theme, window)


def make_freeze(coding: Coding) -> QDialog:
    return FreezeDialog(coding.context.window)


def make_versions(coding: Coding) -> QDialog:
    return VersionsDialog((), lambda _, __: (), coding.context.window)


@pytest.mark.parametrize(
    "make",
    [
        make_split,
        make_merge,
        make_several,
        make_layer,
        make_review,
        make_freeze,
        make_versions,
    ],
)
def test_every_part_of_a_dialog_says_what_it_is(
    coding: Coding, make: Callable[[Coding], QDialog]
) -> None:
    dialog = make(coding)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_box_and_a_refusal_are_seen_in_both_themes(
    editor: EditorHands, coding: Coding, theme: str
) -> None:
    coding.context.appearance.choose_theme(theme)
    editor.click(place_of_category("actors", "USA"))
    editor.fill("key", "JPN")
    ground = editor.form.viewport().grab().toImage().pixelColor(2, 2)
    label = editor.form._complaints["key"]
    told = label.palette().windowText().color()
    assert told == coding.context.appearance.theme.colour("error")
    assert contrast(told, ground) >= TEXT_CONTRAST
    box = editor.form.entries["retired"].field.focusProxy()
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    image = box.grab().toImage()
    edge = [image.pixelColor(x, image.height() // 2) for x in range(15)]
    assert max(contrast(each, ground) for each in edge) >= LINE_CONTRAST
