"""The real window in a process of its own, driven by mouse and keys, for test_sigkill_window.

    python -m tests.whole.window_driver mark PROJECT HOME
    python -m tests.whole.window_driver go-on HOME DATASET

`mark` marks in the first article and kills itself as soon as the status bar says that the last
mark is saved. `go-on` opens the last project as the next start does, undoes and redoes what was
marked before the kill, exports, and closes the window. Both write what they see as JSON lines.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QLabel

from workbench.app.settings import Folders, Settings
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Layer
from workbench.domain.text import Span
from workbench.ui.application import show_window
from workbench.ui.exports.dialog import ExportDialog
from workbench.ui.tags.finding import only_tag
from workbench.ui.tour.hands import Hands, Key
from workbench.ui.tour.player import Act, Player, Story, Until
from workbench.ui.tour.scene import Scene, WrongEffect, expect
from workbench.ui.tour.stage import SIZE, build_stage, prepare_screen, prepare_words

_CODER = "甲"
_STANCE_CHARACTERS = 12
_LONG = 60.0  # seconds, for the dictionaries


def mark(scene: Scene) -> Iterator[Story]:
    """Mark two actors, a concept and a stance; then the process is killed."""
    yield _open_first(scene)
    yield _mark_words(scene, "actor", 2)
    yield _mark_words(scene, "concept", 1)
    yield _mark_stance(scene)
    yield _tell_and_die(scene)


def go_on(scene: Scene) -> Iterator[Story]:
    """Find everything, undo and redo it across the restart, export, close."""
    yield _find_all(scene)
    yield _undo_and_redo(scene)
    yield _export(scene)


# --- marking -------------------------------------------------------------------


async def _open_first(scene: Scene) -> None:
    await Until("an article is open", lambda: _has_article(scene))
    words, finder = scene.session.words, scene.session.finder
    words.of(scene.article)
    await Until("the dictionary has cut it", lambda: words.ready(scene.article), _LONG)
    await Until("pinyin is found", lambda: bool(finder.find("zqxz")), _LONG)


def _has_article(scene: Scene) -> bool:
    return scene.desk.coding is not None and scene.desk.coding.article is not None


async def _mark_words(scene: Scene, layer_key: str, count: int) -> None:
    """Mark words that name one category: a double click and the layer's key each."""
    layer = scene.session.codebook.layer(layer_key)
    for _ in range(count):
        before = scene.annotations(layer_key)
        taken = [each.span for each in before if each.span]
        span = next(_naming(scene, layer, taken), None)
        if span is None:
            await _mark_by_pinyin(scene, layer)
        else:
            await scene.select_word(span)
            await scene.hands.press(Key(ord(layer.shortcut)))
        await Until("it is marked", _more_than(scene, layer_key, len(before)))


def _more_than(scene: Scene, layer: str, count: int) -> Callable[[], bool]:
    return lambda: len(scene.annotations(layer)) > count


def _naming(scene: Scene, layer: Layer, taken: list[Span]) -> Iterator[Span]:
    """Yield the words in view that name just one category and are not marked yet."""
    source = scene.coding.panels.source
    for span in scene.session.words.of(scene.article):
        word = scene.text[span.start : span.end]
        is_name = len(word) > 1 and span not in taken and only_tag(source, layer, word)
        if is_name and _is_in_view(scene, span):
            yield span


def _is_in_view(scene: Scene, span: Span) -> bool:
    first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
    try:
        return scene.box(first).top() == scene.box(last).top()
    except WrongEffect:
        return False


async def _mark_by_pinyin(scene: Scene, layer: Layer) -> None:
    await scene.select(_passage(scene, 4))
    await scene.hands.press(Key.Key_K, control=True)
    await Until("the finder has the keyboard", scene.tags.finder.edit.hasFocus)
    await scene.hands.type("zqxz")
    await Until("it is found", lambda: scene.tags.results.current() is not None)
    await scene.hands.press(Key.Key_Return)


async def _mark_stance(scene: Scene) -> None:
    span = _passage(scene, _STANCE_CHARACTERS)
    await scene.select(span)
    await scene.hands.press(Key.Key_S)
    await Until("the form is open", scene.popup.isVisible)
    hands, form = scene.hands, scene.popup.form
    assert form is not None
    for typed in ("mg", "fyft", "hg"):
        await hands.type(typed)
        await hands.press(Key.Key_Return)
    await hands.type("2")
    await hands.press(Key.Key_Tab)
    await hands.type("3")
    expect(len(form.values()) == 5, "the form is filled")
    await hands.press(Key.Key_Return)
    await hands.press(Key.Key_Return)
    await Until("the stance is marked", _more_than(scene, "stance", 0))


def _passage(scene: Scene, characters: int) -> Span:
    """Return a passage in view that lies in one line."""
    paragraphs = scene.session.segments(scene.article).paragraphs
    starts = (each.start for each in paragraphs[1:] if each.end - each.start > characters)
    spans = (Span(start, start + characters) for start in starts)
    return next(each for each in spans if _is_in_view(scene, each))


async def _tell_and_die(scene: Scene) -> None:
    await Until("the status bar says saved", lambda: bool(_saved(scene)))
    _say("saved", _saved(scene))
    _say("marks", _marks(scene))
    os.kill(os.getpid(), signal.SIGKILL)


def _saved(scene: Scene) -> str:
    texts = [label.text() for label in scene.window.strip.findChildren(QLabel)]
    return next((text for text in texts if text.startswith("saved ")), "")


# --- after the restart ---------------------------------------------------------


async def _find_all(scene: Scene) -> None:
    await Until("an article is open", lambda: _has_article(scene))
    _say("title", scene.window.windowTitle())
    _say("marks", _marks(scene))
    shown = scene.coding.panels.below.annotations.annotations()
    _say("shown", [_told(each) for each in shown])


async def _undo_and_redo(scene: Scene) -> None:
    """Take back every mark, one by one, and repeat them."""
    count = len(_marks(scene))
    for left in range(count - 1, -1, -1):
        await scene.hands.press(Key.Key_Z, control=True)
        await Until("a mark is taken back", lambda left=left: len(_marks(scene)) == left)
    _say("undone", _marks(scene))
    for there in range(1, count + 1):
        await scene.hands.press(Key.Key_Z, control=True, shift=True)
        await Until("a mark is back", lambda there=there: len(_marks(scene)) == there)
    _say("redone", _marks(scene))


async def _export(scene: Scene) -> None:
    await scene.hands.press(Key.Key_E, control=True)
    dialog = await scene.dialog(ExportDialog)
    await scene.give_path(dialog, str(scene.dataset))
    sentence = scene.window.info
    await Until("it is exported", lambda: str(scene.dataset) in sentence.sentence)
    await Act(scene.window.close)


# --- both ----------------------------------------------------------------------


def _marks(scene: Scene) -> list[dict[str, object]]:
    return [_told(each) for each in scene.session.annotations(scene.article)]


def _told(annotation: Annotation) -> dict[str, object]:
    assert annotation.span is not None
    return {
        "uid": annotation.uid,
        "layer": annotation.layer,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "quote": annotation.quote,
        "values": {key: list(values) for key, values in annotation.values.items()},
    }


def _say(what: str, content: object) -> None:
    sys.stdout.write(json.dumps({what: content}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def drive(
    home: Path, project: Path | None, dataset: Path, way: Callable[[Scene], Iterator[Story]]
) -> None:
    """Show the window as the program does, and go the way."""
    prepare_screen(home)
    appearance = build_stage()
    folders = Folders(*(home / name for name in ("config", "cache", "data", "log")))
    settings = Settings(folders.config / "settings.json")
    desk = show_window(appearance, settings, folders, project, _CODER)
    desk.opened.connect(prepare_words)
    window = desk.context.window
    window.resize(SIZE)
    scene = Scene(desk, Hands(window), home, (), dataset)
    for story in way(scene):
        Player(story).play()


if __name__ == "__main__":
    if sys.argv[1] == "mark":
        drive(Path(sys.argv[3]), Path(sys.argv[2]), Path(), mark)
    else:
        drive(Path(sys.argv[2]), None, Path(sys.argv[3]), go_on)
