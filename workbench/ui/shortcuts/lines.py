"""The table of keys: every action, what the text and forms take, and the codebook's tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Codebook, Words
from workbench.domain.codebook_check import tag_shortcuts
from workbench.ui.action_row import Row
from workbench.ui.actions import Actions
from workbench.ui.shortcuts.fixed import Fixed, form_keys, passage_keys, reading_keys
from workbench.ui.shortcuts.strokes import DIGITS, same_stroke

#: Where keys are alive: in the coding window, in the codebook editor, in a form, in a list.
WINDOW, EDITOR, FORM, PASSAGES = "window", "editor", "form", "passages"
_BOTH = ("undo", "redo")
# What is looked for most stands first.
_ORDER = ("go", "extend", "edit", "borders", "suggest", "article", "status")


@dataclass(frozen=True, slots=True)
class Line:
    """What keys do. `action` is the key of the action, empty where the keys are fixed."""

    group: str
    text: str
    strokes: tuple[str, ...]
    action: str = ""
    areas: frozenset[str] = frozenset((WINDOW,))


def all_lines(actions: Actions, codebook: Codebook | None, language: str) -> list[Line]:
    """Return every line, group by group, in the language of the interface."""
    translate = QCoreApplication.translate
    reading = translate("Keys", "In the text")
    forms = translate("Keys", "In a form, and finding a tag")
    passages = translate("Keys", "Passages to be reviewed or split")
    return [
        *_tag_lines(codebook, language),
        *_fixed_lines(reading, reading_keys(), WINDOW),
        *action_lines(actions),
        *_fixed_lines(forms, form_keys(), FORM),
        *_fixed_lines(passages, passage_keys(), PASSAGES),
    ]


def action_lines(actions: Actions) -> list[Line]:
    """Return a line for each action, whether it has keys or not."""
    titles = actions.titles()
    editor = QCoreApplication.translate("Keys", "Codebook editor")
    rows = [row for row in actions.rows() if not row.opens and row.menu in titles]
    rows.sort(key=lambda row: _rank(row.menu, titles))
    return [
        Line(
            editor if row.editor else titles[row.menu],
            actions.name(row),
            actions.strokes(row.key),
            row.key,
            _areas(row),
        )
        for row in rows
    ]


def _rank(menu: str, titles: Mapping[str, str]) -> int:
    return _ORDER.index(menu) if menu in _ORDER else len(_ORDER) + list(titles).index(menu)


def _areas(row: Row) -> frozenset[str]:
    if row.key in _BOTH or row.menu == "codebook":
        return frozenset((WINDOW, EDITOR))
    return frozenset((EDITOR,)) if row.editor else frozenset((WINDOW,))


def _fixed_lines(group: str, keys: Iterable[Fixed], area: str) -> Iterator[Line]:
    for text, strokes in keys:
        yield Line(group, text, strokes, areas=frozenset((area,)))


def _tag_lines(codebook: Codebook | None, language: str) -> Iterator[Line]:
    if codebook is None:
        return
    group = QCoreApplication.translate("Keys", "Mark what is selected")
    tags = [(label, stroke) for _, label, stroke in tag_shortcuts(codebook)]
    for label, stroke in tags:
        yield Line(group, label.told(language), (stroke,))
    digits = QCoreApplication.translate("Keys", "The tag that was given that digit")
    # Alive nowhere: a digit that no tag has is free for an action.
    yield Line(group, digits, DIGITS, areas=frozenset())
    if tags:
        retag = QCoreApplication.translate("Keys", "Tag the selected annotation so instead")
        yield Line(group, retag, tuple(f"Shift+{stroke}" for _, stroke in tags))


def holders(lines: Sequence[Line], stroke: str, line: Line) -> list[Line]:
    """Return the other lines whose keys `stroke` are, where `line` is alive too."""
    wanted = same_stroke(stroke)
    return [
        each
        for each in lines
        if (each.group, each.text, each.action) != (line.group, line.text, line.action)
        and each.areas & line.areas
        and wanted in map(same_stroke, each.strokes)
    ]


def shadowed(codebook: Codebook, lines: Sequence[Line]) -> Iterator[tuple[Words, str, Line]]:
    """Yield the tags whose keys are those of actions: label, key, and the action's line."""
    for _, label, stroke in tag_shortcuts(codebook):
        for line in lines:
            if WINDOW in line.areas and same_stroke(stroke) in map(same_stroke, line.strokes):
                yield label, stroke, line


def strokes_of(lines: Iterable[Line]) -> frozenset[str]:
    """Return the strokes that are alive in the coding window."""
    return frozenset(
        same_stroke(stroke) for line in lines if WINDOW in line.areas for stroke in line.strokes
    )
