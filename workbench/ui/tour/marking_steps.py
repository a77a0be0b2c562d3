"""The middle steps: select, mark actors, concepts and a stance."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QToolTip

from workbench.domain.annotation import Annotation
from workbench.ui.tags.picker import CategoryPicker
from workbench.ui.tour.hands import Key
from workbench.ui.tour.player import Until
from workbench.ui.tour.scene import Scene, expect

# The passage of the article on which everything overlaps.
PASSAGE = "韩国不会拿主权去换保护”，大幅增加分摊额的要求“难以向国民解释”"
ACTOR = "韩国"
CONCEPT = "拿主权去换保护"


@dataclass(frozen=True, slots=True)
class Quick:
    """A word to be marked by a double click and one key, and where it stands."""

    word: str
    within: str
    key: Key
    layer: str
    category: str


_QUICK = (
    Quick("退出杠杆", "这番话在首尔", Key.Key_C, "concept", "C_EXIT"),
    Quick("双层博弈", "典型的", Key.Key_C, "concept", "C_TWOLEVEL"),
    Quick("李在明", "韩国总统", Key.Key_A, "actor", "P_LEEJM"),
    Quick("美国", "它必须让", Key.Key_A, "actor", "USA"),
    Quick("首尔", "如果首尔", Key.Key_A, "actor", "KOR"),
)


async def word(scene: Scene) -> None:
    """Select a word by a double click."""
    await scene.select_word(scene.span_of(ACTOR, PASSAGE))
    await scene.rest()


async def actor(scene: Scene) -> None:
    """Mark an actor by one key: the word names only one."""
    span = scene.span_of(ACTOR, PASSAGE)
    await scene.hands.press(Key.Key_A)
    await Until("the actor is marked", lambda: bool(scene.annotations("actor")))
    [mark] = scene.annotations("actor")
    expect(mark.span == span, "it is where the word is")
    expect(mark.values == {"actor": ("KOR",)}, "it is the actor of that name")
    expect(mark.quote == ACTOR, "the quote is the word")


async def finder(scene: Scene) -> None:
    """Find a concept by the initials of its pinyin."""
    await scene.select(scene.span_of(CONCEPT))
    await scene.rest()
    await scene.hands.press(Key.Key_C)
    await Until("the finder has the keyboard", scene.tags.finder.edit.hasFocus)
    await scene.hands.type("zqxz")
    results = scene.tags.results
    await Until("it is found", lambda: results.current() is not None)
    found = results.current()
    expect(found is not None and found.value == ("concept", "C_RENT"), "it is found first")


async def concept(scene: Scene) -> None:
    """Mark with what was found."""
    await scene.hands.press(Key.Key_Return)
    await Until("the concept is marked", lambda: bool(scene.annotations("concept")))
    [mark] = scene.annotations("concept")
    expect(mark.span == scene.span_of(CONCEPT), "it is where the passage is")
    expect(mark.values["concept"] == ("C_RENT",), "it is the concept that was found")
    await Until("the article has the keyboard", lambda: _reads(scene))


def _reads(scene: Scene) -> bool:
    return scene.pane.isAncestorOf(scene.window.focusWidget())


async def stance_form(scene: Scene) -> None:
    """Open the form of a stance beside the passage, and type whose stance it is."""
    await scene.select(scene.span_of(PASSAGE))
    await scene.rest()
    await scene.hands.press(Key.Key_S)
    popup = scene.popup
    await Until("the form is open", popup.isVisible)
    await scene.hands.type("lzm")
    await Until("the holder is found", lambda: _picked(scene, "holder") == "P_LEEJM")


def _picked(scene: Scene, variable: str) -> object:
    form = scene.popup.form
    field = form.row(variable).field if form else None
    choice = field.current() if isinstance(field, CategoryPicker) else None
    return choice.value if choice else None


async def stance_filled(scene: Scene) -> None:
    """Fill the form by Enter, Tab and digits."""
    hands, form = scene.hands, scene.popup.form
    assert form is not None
    await hands.press(Key.Key_Return)
    await hands.type("fyft")
    await Until("the target is found", lambda: _picked(scene, "target") == "S16")
    await hands.press(Key.Key_Tab)
    await hands.type("mg")
    await Until("the addressee is found", lambda: _picked(scene, "toward") == "USA")
    await hands.press(Key.Key_Return)
    await hands.type("2")
    await hands.press(Key.Key_Return)
    await hands.type("4")
    await Until("the form is filled", lambda: form.values() == _STANCE)
    expect(not scene.annotations("stance"), "nothing is marked before it is saved")


_STANCE = {
    "holder": ("P_LEEJM",),
    "target": ("S16",),
    "toward": ("USA",),
    "position": ("n1",),
    "voice": ("quoted",),
}


async def stance(scene: Scene) -> None:
    """Save the stance with the last Enter."""
    await scene.hands.press(Key.Key_Return)
    await scene.hands.press(Key.Key_Return)
    await Until("the stance is marked", lambda: bool(scene.annotations("stance")))
    [mark] = scene.annotations("stance")
    expect(mark.values == _STANCE, "it has what the form had")
    expect(mark.span == scene.span_of(PASSAGE), "it is where the passage is")
    expect(not scene.popup.isVisible(), "the form is closed")
    await Until("the article has the keyboard", lambda: _reads(scene))


async def quick(scene: Scene) -> None:
    """Mark more words: a double click and a key each."""
    for each in _QUICK:
        await _mark_word(scene, each)
    await scene.rest()


async def _mark_word(scene: Scene, quick: Quick) -> None:
    span = scene.span_of(quick.word, quick.within)

    def marks() -> list[Annotation]:
        return [each for each in scene.annotations(quick.layer) if each.span == span]

    await scene.select_word(span)
    await scene.hands.press(quick.key)
    await Until(f"{quick.word} is marked", lambda: len(marks()) == 1)
    expect(marks()[0].values[quick.layer] == (quick.category,), f"it is {quick.category}")


async def overlap(scene: Scene) -> None:
    """Hover over a character that three annotations hold, and read what they are."""
    offset = scene.span_of("主权", PASSAGE).start
    ids = scene.pane.annotations_at(offset)
    expect(len(ids) == 2, "concept and stance overlap there")
    first = scene.span_of(ACTOR, PASSAGE).start
    expect(len(scene.pane.annotations_at(first)) == 2, "actor and stance overlap there")
    await scene.hands.point(scene.pane, scene.character(offset))
    await Until("the hint shows", QToolTip.isVisible)
    told, language = QToolTip.text(), scene.desk.context.appearance.language
    for layer in ("concept", "stance"):
        name = scene.session.codebook.layer(layer).label.told(language)
        expect(name in told, f"it names the {layer}")
