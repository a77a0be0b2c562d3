"""Footnotes at the bottom of a page or the end of the text, and their markers in the body."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.domain.article import Edit
from workbench.intake.asides import Aside
from workbench.intake.lines import lines_of
from workbench.intake.script import is_latin
from workbench.intake.steps.digits import plain_anchors, plain_lead
from workbench.intake.steps.noteblocks import Lead, NoteFound, note_blocks

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGIT_OF = {ord(raised): str(digit) for digit, raised in enumerate(_RAISED)}
_MARKER = re.compile(rf"(?:[\[［〔](\d{{1,3}})[\]］〕]|([{_CIRCLED}])|([{_RAISED}]{{1,3}}))")
_SIGNS = f"[［〔{_CIRCLED}{_RAISED}"  # with one of which every marker begins
# A circled number more often counts the points of an argument than notes, and a raised one may
# be a power, so that only what reads like a reference is a note there.
_REFERENCE = re.compile(
    r"《|参见|参阅|转引|同上|同前|出版社|年版|第\s?\d+\s?[页期卷]|https?:|Ibid|pp?\.\s?\d|Vol\.|\d{4}\."
)


def cut_footnotes(text: str) -> list[Edit]:
    """Cut the notes, the heading above them, and the markers in the body that point to them."""
    edits: list[Edit] = []
    for note in _footnotes(text):
        edits.append(Edit(note.start, note.end, "", "footnote"))
        edits += [Edit(start, end, "", "footnote_mark") for start, end in note.anchors]
    return edits


def footnotes_in(text: str) -> list[Aside]:
    """Return the notes that `cut_footnotes` takes out, each with its first marker's place."""
    return [
        Aside("footnote", note.marker, note.text, note.anchors[0][0] if note.anchors else None)
        for note in _footnotes(text)
    ]


def _footnotes(text: str) -> list[NoteFound]:
    """Return the notes of every block that the body before it points to.

    Plain digits are looked at where no marker of another kind is found.
    """
    return list(_signed(text)) or list(_plain(text))


def _signed(text: str) -> Iterator[NoteFound]:
    if not any(sign in text for sign in _SIGNS):
        return
    inside, leading = _places(text)
    page_start = last = 0
    for block in note_blocks(lines_of(text), _signed_lead):
        body = (page_start, block[0].start)
        pointed = [_within(inside[note.marker], body) for note in block]
        is_next = 0 < last == block[0].number - 1  # numbers that go on over the pages
        if not (is_next or _reads_like_notes(block)) or sum(map(bool, pointed)) * 2 < len(block):
            continue
        for note, places in zip(block, pointed, strict=True):
            # A wrapped line may begin with its marker; on its own that would prove nothing.
            places = places or _within(leading[note.marker], body)[:1]
            yield replace(note, anchors=tuple(_marks(text, note.marker, places)))
        page_start, last = block[-1].end, block[-1].number


def _plain(text: str) -> Iterator[NoteFound]:
    lines = lines_of(text)
    if not any(line.text[0].isdigit() for line in lines):
        return
    page_start = 0
    for block in note_blocks(lines, plain_lead):
        anchors = plain_anchors(text, block, (page_start, block[0].start))
        for note, anchor in zip(block, anchors, strict=False):
            yield replace(note, anchors=(anchor,))
        page_start = block[-1].end if anchors else page_start


def _places(text: str) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return where each marker stands inside a line, and where it leads one."""
    inside: dict[str, list[int]] = defaultdict(list)
    leading: dict[str, list[int]] = defaultdict(list)
    for match in _MARKER.finditer(text):
        start = match.start()
        is_leading = text[start - 1 : start] in ("", "\n")
        (leading if is_leading else inside)[match.group()].append(start)
    return inside, leading


def _within(places: list[int], body: tuple[int, int]) -> list[int]:
    return places[bisect_left(places, body[0]) : bisect_left(places, body[1])]


def _marks(text: str, marker: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of each marker, with the blank that it brought along."""
    for start in places:
        end = start + len(marker)
        brought = text[end : end + 1] == " " and not is_latin(text[start - 1 : start] or "。")
        yield start, end + brought


def _reads_like_notes(block: Sequence[NoteFound]) -> bool:
    if block[0].marker[0] not in _CIRCLED + _RAISED:
        return True
    return sum(bool(_REFERENCE.search(note.text)) for note in block) * 2 >= len(block)


def _signed_lead(line: str) -> Lead | None:
    match = _MARKER.match(line)
    if not match or not line[match.end() :].strip():
        return None
    if match[3]:
        number = int(match[3].translate(_DIGIT_OF))
    else:
        number = int(match[1]) if match[1] else _CIRCLED.index(match[2]) + 1
    return Lead(match.group(), number, match.end())
