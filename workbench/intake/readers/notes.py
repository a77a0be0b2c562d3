"""Notes that a format keeps apart: their marks in the text, their words at its end, both cut.

So all that the file says can be shown, and each cut can be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.article import Edit
from workbench.intake.asides import Aside
from workbench.intake.script import glue

# What stands around the index of a note while a text is read; no characters of any language.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_POINTER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_GUARDED = re.compile(f"[{_OPEN}{_CLOSE}]")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the file has it: the mark that points to it, and its text."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A text with its notes at the end, the cuts that take both out, and the notes."""

    text: str
    edits: tuple[Edit, ...]
    asides: tuple[Aside, ...]


def pointer(index: int) -> str:
    """Return what stands in a text for the note of this index until it is set apart."""
    return f"{_OPEN}{index}{_CLOSE}"


def unguarded(text: str) -> str:
    """Return a file's own text without characters that would look like a pointer."""
    return _GUARDED.sub("", text)


def without_pointers(text: str) -> str:
    """Return a note's text without pointers to further notes."""
    return _POINTER.sub("", text)


def joined(paragraphs: Iterable[str]) -> str:
    """Return the paragraphs of a note as one line."""
    whole = ""
    for each in filter(None, (" ".join(p.split()) for p in paragraphs)):
        whole += (glue(whole, each) if whole else "") + each
    return whole


def _index(match: re.Match[str]) -> int:
    return int(match[1][:9])


def set_apart(text: str, notes: Sequence[Note]) -> Noted:
    """Put the marks of `notes` where `text` points to them, and their words at its end.

    A damaged file can make up a pointer: one to no note goes.
    """
    text = _POINTER.sub(lambda m: m.group() if _index(m) < len(notes) else "", text)
    parts: list[str] = []
    edits: list[Edit] = []
    asides: list[Aside] = []
    done = at = 0
    for match in _POINTER.finditer(text):
        note, before = notes[_index(match)], unguarded(text[done : match.start()])
        parts += (before, note.mark)
        at += len(before)
        if note.mark:
            edits.append(Edit(at, at + len(note.mark), "", "footnote_mark"))
        if note.text:
            asides.append(Aside("footnote", note.mark, note.text, at))
        at += len(note.mark)
        done = match.end()
    body = "".join((*parts, unguarded(text[done:]))).rstrip("\n")
    return _with_list(body, edits, asides)


def _with_list(body: str, edits: list[Edit], asides: list[Aside]) -> Noted:
    at = len(body)
    for each in asides:
        line = f"\n{each.marker} {each.text}"
        edits.append(Edit(at, at + len(line), "", "footnote"))
        body += line
        at += len(line)
    return Noted(body, tuple(edits), tuple(asides))
