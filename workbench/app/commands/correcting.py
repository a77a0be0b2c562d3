"""Correct the text of an article: what is marked in it moves along, and nothing is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.errors import NoTextLeft
from workbench.domain.annotation import Annotation
from workbench.domain.article import Edit, Note, Original
from workbench.domain.moving import Gap, Moving
from workbench.domain.text import Span, canonical
from workbench.intake.edits import compose
from workbench.store.annotations import annotations_of, move_annotations, move_rejections
from workbench.store.articles import (
    article_info,
    notes_of,
    original_of,
    replace_notes,
    replace_text,
)


@dataclass(frozen=True)
class Corrected:
    """What a correction does to the annotations of every coder, in text order.

    `stay` keep their quote, `change` get another one, `unplaced` have lost their place: they
    keep values and quote, and wait to be placed again.
    """

    stay: tuple[Annotation, ...] = ()
    change: tuple[Annotation, ...] = ()
    unplaced: tuple[Annotation, ...] = ()


@dataclass(frozen=True)
class CorrectText:
    """Replace an article's text; return what became of the annotations in it.

    `came` and `notes` are those of a better cleaning: how the new text comes from the original,
    and the notes in its offsets. Where they are not given, the correction is added to the edits
    as made by hand, and the notes move along.
    """

    kind: ClassVar[str] = "correct_text"
    article: int
    text: str
    came: Original | None = None
    notes: tuple[Note, ...] | None = None

    def apply(self, work: Work) -> Corrected:
        """Write text, notes, and every annotation's place.

        Raises:
            NoTextLeft, TextHoldsNul, TextHoldsSurrogate: nothing was changed.
        """
        old, new = work.text(self.article), canonical(self.text)
        if not new.strip():
            raise NoTextLeft
        moving = Moving(old, new)
        info = article_info(work.gate.connection, self.article, work.coder.id)
        self._write_text(work, moving, old, new)
        found = self._move(work, moving, new)
        count = str(len(found.unplaced))
        work.tell(self.article, title=shortened(info.title), unplaced=count)
        return found

    def _write_text(self, work: Work, moving: Moving, old: str, new: str) -> None:
        came, notes = self.came, self.notes
        if came is None:
            known = original_of(work.gate.connection, self.article)
            by_hand = edits_by_hand(moving, old, new)
            came = replace(known, edits=compose(known.edits, by_hand, len(known.text)))
        if notes is None:
            known_notes = notes_of(work.gate.connection, self.article)
            notes = tuple(_moved(note, moving) for note in known_notes)
        replace_text(work.gate, self.article, came, new)
        replace_notes(work.gate, self.article, notes)

    def _move(self, work: Work, moving: Moving, new: str) -> Corrected:
        marked = annotations_of(work.gate.connection, work.stored, self.article, None)
        places = moved_places(marked, moving)
        move_annotations(work.gate, places, new)
        move_rejections(work.gate, self.article, moving.span, new)
        return corrected(marked, places, new)


def moved_places(marked: Sequence[Annotation], moving: Moving) -> dict[int, Span | None]:
    """Return where each annotation that has a place is now, None for one that has lost it."""
    return {each.id: moving.span(each.span) for each in marked if each.span is not None}


def corrected(
    marked: Sequence[Annotation], places: Mapping[int, Span | None], new: str
) -> Corrected:
    """Return what moving annotations to these places of the text `new` does to them."""
    placed = [each for each in marked if each.id in places]
    quotes = {id_: new[span.start : span.end] for id_, span in places.items() if span}
    return Corrected(
        stay=tuple(each for each in placed if quotes.get(each.id) == each.quote),
        change=tuple(each for each in placed if quotes.get(each.id, each.quote) != each.quote),
        unplaced=tuple(each for each in placed if each.id not in quotes),
    )


def _moved(note: Note, moving: Moving) -> Note:
    return note if note.anchor is None else replace(note, anchor=moving.offset(note.anchor))


def edits_by_hand(moving: Moving, old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `new` of `old`.

    An edit cannot be empty: what was only put in replaces its neighbour by itself and more.
    """
    edits: list[Edit] = []
    for gap in moving.gaps():
        edit = _edit(gap, old, new)
        if edits and edit.start < edits[-1].end:  # both lean on the very first character
            last = edits[-1]
            text = last.replacement + edit.replacement[last.end - edit.start :]
            edits[-1] = Edit(last.start, max(last.end, edit.end), text, "by_hand")
        else:
            edits.append(edit)
    return tuple(edits)


def _edit(gap: Gap, old: str, new: str) -> Edit:
    start, end, text = gap.old, gap.old_end, new[gap.new : gap.new_end]
    if start < end:
        return Edit(start, end, text, "by_hand")
    if start:
        return Edit(start - 1, end, old[start - 1] + text, "by_hand")
    return Edit(0, 1, text + old[:1], "by_hand")
