"""Correct the text of an article: what is marked in it moves along, and nothing is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.app.commands.errors import NoTextLeft
from workbench.domain.annotation import Annotation
from workbench.domain.article import Edit, Note
from workbench.domain.moving import Gap, Moving
from workbench.domain.text import canonical
from workbench.intake.edits import compose
from workbench.store.annotations import annotations_of, move_annotations
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

    `edits` and `notes` are those of a better cleaning, in offsets of the original and of the new
    text; `extracted` is what the reader finds in the original today. Where they are not given,
    the correction is added to the edits as made by hand, and the notes move along.
    """

    kind: ClassVar[str] = "correct_text"
    article: int
    text: str
    edits: tuple[Edit, ...] | None = None
    notes: tuple[Note, ...] | None = None
    extracted: str | None = None

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
        came = original_of(work.gate.connection, self.article)
        edits, notes = self.edits, self.notes
        if self.extracted is not None:
            came = replace(came, extracted=self.extracted)
        if edits is None:
            edits = compose(came.edits, edits_by_hand(moving, old, new), len(came.text))
        if notes is None:
            known = notes_of(work.gate.connection, self.article)
            notes = tuple(_moved(note, moving) for note in known)
        replace_text(work.gate, self.article, replace(came, edits=edits), new)
        replace_notes(work.gate, self.article, notes)

    def _move(self, work: Work, moving: Moving, new: str) -> Corrected:
        marked = annotations_of(work.gate.connection, work.stored, self.article, None)
        move_annotations(work.gate, {each.id: _place(each, moving, new) for each in marked})
        return corrected(marked, moving, new)


def corrected(marked: list[Annotation], moving: Moving, new: str) -> Corrected:
    """Return what moving to the text `new` does to annotations."""
    stay: list[Annotation] = []
    change: list[Annotation] = []
    unplaced: list[Annotation] = []
    for each in marked:
        if each.span is None:
            continue
        place = moving.span(each.span)
        if place is None:
            unplaced.append(each)
        elif new[place.start : place.end] == each.quote:
            stay.append(each)
        else:
            change.append(each)
    return Corrected(tuple(stay), tuple(change), tuple(unplaced))


def _place(annotation: Annotation, moving: Moving, new: str) -> tuple[int | None, int | None, str]:
    """Return start, end and quote of an annotation in the text `new`."""
    if annotation.span is None:
        return None, None, annotation.quote
    place = moving.span(annotation.span)
    if place is None:
        return None, None, annotation.quote
    return place.start, place.end, new[place.start : place.end]


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
