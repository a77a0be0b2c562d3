"""Runs of footnotes: lines that begin with numbers one after the other, and what goes on below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.intake.lines import Line, is_double_spaced
from workbench.intake.script import ends_sentence, glue, is_broken_word, is_latin, width

HEADING = re.compile(r"[【\[]?(注释|註釋|注|尾注|参考文献|References|Notes)[】\]]?\s?[:：]?")
_ABBREVIATION = re.compile(r"\b(Vol|No|pp?|[Ee]ds?|[Tt]rans|al|Dr|Jr|Mr|St|cf|U\.S|[A-Z])\.$")
_WRAP = 50  # a note's line that fills fewer columns is not continued
_DASHES = ("-", "–", "—")  # pages from … to
_OPEN = (*_DASHES, "/", ",", "，", "、", "：", ":", "；", ";", "(", "（", "“", "《")
_CLOSERS = "”’\"' "
_NOTE_LINES = 12


class Lead(NamedTuple):
    """What a note begins with: its marker, the number of it, and the characters it fills."""

    marker: str
    number: int
    length: int


LeadOf = Callable[[str], Lead | None]


@dataclass(frozen=True, slots=True)
class NoteFound:
    """A note in the text: its lines, its number, and its markers in the body before it."""

    marker: str
    number: int
    text: str
    start: int
    end: int
    anchors: tuple[tuple[int, int], ...] = ()


def note_blocks(lines: Sequence[Line], lead_of: LeadOf) -> Iterator[list[NoteFound]]:
    """Yield runs of notes with consecutive numbers."""
    loose = is_double_spaced(lines)
    block: list[NoteFound] = []
    index = 0
    while index < len(lines):
        lead = lead_of(lines[index].text)
        if block and (lead is None or lead.number != block[-1].number + 1):
            yield block
            block = []
        if lead is None:
            index += 1
            continue
        note = _with_continuations(lines, index, loose, lead_of)
        block.append(_found(note, lead, _heading(lines, index) if not block else None))
        index += len(note)
    if block:
        yield block


def _heading(lines: Sequence[Line], index: int) -> Line | None:
    """Return the line above if it is a heading such as 注释."""
    above = lines[index - 1] if index else None
    return above if above and HEADING.fullmatch(above.text) else None


def _with_continuations(
    lines: Sequence[Line], index: int, loose: bool, lead_of: LeadOf
) -> list[Line]:
    """Return the line at `index` and those that go on with the same note."""
    note = [lines[index]]
    for line in lines[index + 1 : index + _NOTE_LINES]:
        is_next = lead_of(line.text) is not None and not note[-1].text.endswith(_DASHES)
        if is_next or (line.gap and not loose):
            break
        if _is_complete(note[-1].text, line.text):
            break
        note.append(line)
    return note


def _is_complete(line: str, following: str) -> bool:
    """Tell whether a note ends with `line`, rather than goes on in the one below."""
    if line.rstrip(_CLOSERS).endswith(_OPEN) or _ABBREVIATION.search(line):
        return False
    if width(line) < _WRAP:
        return not (is_latin(line[-1]) and is_latin(following[0]))
    if following.startswith("http"):
        return False
    return ends_sentence(line) and not (is_latin(following[0]) and following[0].islower())


def _found(lines: Sequence[Line], lead: Lead, heading: Line | None) -> NoteFound:
    parts = [lines[0].text[lead.length :].strip(), *(line.text for line in lines[1:])]
    start = heading.start if heading else lines[0].start
    return NoteFound(lead.marker, lead.number, _joined(parts), start, lines[-1].end)


def _joined(parts: list[str]) -> str:
    """Join a note's lines: words by a blank, addresses and Han without, broken words whole."""
    whole = parts[0]
    for part in parts[1:]:
        last = whole.rsplit(None, 1)[-1] if whole else ""
        if "://" in last and not last.endswith((".", ",", "。", "，")):
            whole += part
        elif is_broken_word(last, part):
            whole = whole[:-1] + part
        else:
            whole += glue(whole, part) + part
    return whole
