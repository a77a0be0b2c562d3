"""The later steps: change what is marked, take it back, repeat it."""

from __future__ import annotations

from workbench.domain.annotation import Annotation
from workbench.ui.tags.segments import Segments
from workbench.ui.tour.hands import Key
from workbench.ui.tour.marking_steps import CONCEPT, PASSAGE
from workbench.ui.tour.player import Until
from workbench.ui.tour.scene import Scene, expect

# The concept is moved to where it begins in the sentence, then back.
_LONGER = "不会" + CONCEPT


async def edit_value(scene: Scene) -> None:
    """Click on the concept in the text, and say in the editor that it is denied."""
    mark = _concept(scene)
    await scene.hands.click(scene.pane, scene.character(scene.span_of("主权", PASSAGE).start))
    editor = scene.editor
    await Until("it is in the editor", lambda: editor.annotation == mark)
    form = editor.form
    assert form is not None
    await scene.hands.click(form.fold)
    field = form.row("use").field
    assert isinstance(field, Segments)
    await Until("the rarer fields show", field.isVisible)
    denied = next(each for each in field.buttons if each.option.value == "denied")
    await scene.show_in(denied)
    await scene.hands.click(denied)
    await Until("it is saved", lambda: _concept(scene).values["use"] == ("denied",))
    await scene.rest()


def _concept(scene: Scene) -> Annotation:
    marks = scene.annotations("concept")
    return next(each for each in marks if each.values["concept"] == ("C_RENT",))


async def move_border(scene: Scene) -> None:
    """Drag the beginning of the concept two characters to the left."""
    mark, wanted = _concept(scene), scene.span_of(_LONGER)
    assert mark.span is not None
    start = scene.start_handle(mark.span)
    await scene.hands.drag(scene.pane, start, scene.before(wanted.start))
    await Until("its border is moved", lambda: _concept(scene).span == wanted)
    expect(_concept(scene).quote == _LONGER, "the quote follows")
    await scene.rest()


async def undo_named(scene: Scene) -> None:
    """Open the menu that names what would be taken back."""
    actions = scene.window.actions_
    await scene.hands.open_menu(scene.window.menuBar(), actions.menu("edit"))
    expect(CONCEPT in actions["undo"].text(), "the menu names the step")
    expect(not actions["redo"].isEnabled(), "there is nothing to repeat")


async def undo(scene: Scene) -> None:
    """Take the step back by the menu."""
    before = scene.span_of(CONCEPT)
    await scene.hands.choose(scene.window.actions_.menu("edit"), "undo")
    await Until("the border is back", lambda: _concept(scene).span == before)
    expect(_concept(scene).values["use"] == ("denied",), "the step before stays")
    await scene.rest()


async def redo_named(scene: Scene) -> None:
    """Open the menu that names what would be repeated."""
    actions = scene.window.actions_
    await scene.hands.open_menu(scene.window.menuBar(), actions.menu("edit"))
    expect(actions["redo"].isEnabled(), "the step can be repeated")
    expect(CONCEPT in actions["redo"].text(), "the menu names it")


async def redo(scene: Scene) -> None:
    """Repeat it by its keys, and take it back by its keys."""
    menu = scene.window.actions_.menu("edit")
    await scene.hands.press(Key.Key_Escape)
    await Until("the menu is closed", lambda: not menu.isVisible())
    before, after = scene.span_of(CONCEPT), scene.span_of(_LONGER)
    await scene.hands.press(Key.Key_Z, control=True, shift=True)
    await Until("it is repeated", lambda: _concept(scene).span == after)
    await scene.hands.press(Key.Key_Z, control=True)
    await Until("it is back again", lambda: _concept(scene).span == before)
