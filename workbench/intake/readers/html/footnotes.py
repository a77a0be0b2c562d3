"""Notes of a page: superscripts and links that point to a list of notes below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.article import Edit
from workbench.intake.asides import Aside
from workbench.intake.readers.html.outline import Block, Mark, Outline

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARKER = re.compile(
    rf"[\[［〔(（]?\s?(?:注\s?)?(\d{{1,3}}|[{_CIRCLED}]|[*†‡]{{1,3}}|[ivx]{{1,5}})\s?[\]］〕)）]?"
)
_LEADING = re.compile(
    rf"[\^↑]?\s?(?:[\[［〔(（]?(\d{{1,3}})(?:[\]］〕)）]|[.、．:：]|\s)|([{_CIRCLED}]))\s?"
)
_LEFTOVER = re.compile(
    rf"^(?:[\^↑]\s?)?(?:[\[［〔(（]\s?)?(?:\d{{1,3}}|[{_CIRCLED}]|[*†‡]{{1,3}})?(?:\s?[\]］〕)）]|[.、．])?\s*"
)
_RETURN = re.compile(r"\s*(?:[↩↑⤴^][\ufe0e\ufe0f]?|\[?返回(正文)?\]?)\s*$")
_HEADING = re.compile(
    r"[【\[]?(注\s?释|註\s?釋|注|脚注|腳註|尾注|参考文献|參考文獻|参考资料|引用|References|Notes|Footnotes|Endnotes)[】\]]?\s?[:：]?",
    re.IGNORECASE,
)
_LONGEST_LEAP = 40  # blocks of one note


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its blocks ``[first, last]``, its marker and the marks that point to it."""

    first: int
    last: int
    marks: tuple[tuple[int, int], ...]


def notes_of(outline: Outline) -> tuple[list[Edit], list[Aside]]:
    """Return the cuts of the notes and their marks, and the notes."""
    notes = list(_linked(outline)) or list(_numbered(outline))
    edits: list[Edit] = []
    asides: list[Aside] = []
    taken = [note.first for note in notes]
    for note in notes:
        marker = outline.text[slice(*note.marks[0])].strip()
        start, end = outline.blocks[note.first].start, outline.blocks[note.last].end
        text = _plain(outline.text[start:end])
        edits.append(Edit(start, end, "", "footnote"))
        edits += [Edit(a, b, "", "footnote_mark") for a, b in note.marks]
        asides.append(Aside("footnote", marker, text, note.marks[0][0]))
    if taken:
        edits += _heading(outline, min(taken))
    return _apart(edits), [aside for aside in asides if aside.text]


def _plain(text: str) -> str:
    return _RETURN.sub("", _LEFTOVER.sub("", " ".join(text.split()), count=1)).strip()


def _heading(outline: Outline, first: int) -> list[Edit]:
    above = outline.blocks[first - 1] if first else None
    if above and _HEADING.fullmatch(above.text):
        return [Edit(above.start, above.end, "", "footnote")]
    return []


def _apart(edits: list[Edit]) -> list[Edit]:
    """Return `edits` in order, without those that lie within an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.end > edit.start and (not kept or kept[-1].end <= edit.start):
            kept.append(edit)
    return kept


# -- marks that are links ----------------------------------------------------------------------


def _linked(outline: Outline) -> Iterator[Note]:
    """Yield the notes that links of the page lead down to."""
    pointing: dict[str, list[Mark]] = {}
    for mark in outline.marks:
        place = outline.named.get(mark.target) if mark.target else None
        if place and place[0] > mark.end and _is_marker(outline, mark):
            pointing.setdefault(mark.target, []).append(mark)
    starts = {target: _block_at(outline.blocks, outline.named[target][0]) for target in pointing}
    firsts = set(starts.values())
    for target, marks in pointing.items():
        first = starts[target]
        last = _last_block(outline, outline.named[target], first, firsts)
        yield Note(first, last, tuple((mark.start, mark.end) for mark in marks))


def _is_marker(outline: Outline, mark: Mark) -> bool:
    return _MARKER.fullmatch(outline.text[mark.start : mark.end].strip()) is not None


def _block_at(blocks: list[Block], offset: int) -> int:
    """Return the index of the block at `offset`, or the first behind it."""
    low, high = 0, len(blocks) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if blocks[middle].end > offset else (middle + 1, high)
    return low


def _last_block(outline: Outline, place: tuple[int, int], first: int, firsts: set[int]) -> int:
    """Return the last block of a note: of its element, up to where the next note begins."""
    last = first
    while (
        last + 1 < len(outline.blocks)
        and last + 1 - first < _LONGEST_LEAP
        and last + 1 not in firsts
        and outline.blocks[last + 1].end <= place[1]
    ):
        last += 1
    return last


# -- marks that are numbers above the line -----------------------------------------------------


def _numbered(outline: Outline) -> Iterator[Note]:
    """Yield the numbered lines below a heading such as 注释 that superscripts point to."""
    raised = [
        (n, mark) for mark in outline.marks if mark.raised and (n := _mark_number(outline, mark))
    ]
    if not raised:
        return
    lines = _numbered_lines(outline, after=raised[0][1].end)
    found = {n for n, _ in raised} & lines.keys()
    if len(found) * 2 < len({n for n, _ in raised}):
        return
    for n in sorted(found):
        index = lines[n]
        start = outline.blocks[index].start
        marks = tuple((m.start, m.end) for number, m in raised if number == n and m.end <= start)
        if marks:
            yield Note(index, index, marks)


def _mark_number(outline: Outline, mark: Mark) -> int:
    match = _MARKER.fullmatch(outline.text[mark.start : mark.end].strip())
    before = outline.text[mark.start - 1 : mark.start]
    if not match or (before.isascii() and before.isalnum() and match[0] == match[1]):
        return 0  # an exponent or a unit
    return _value(match[1])


def _value(marker: str) -> int:
    return int(marker) if marker.isdecimal() else _CIRCLED.find(marker) + 1


def _numbered_lines(outline: Outline, after: int) -> dict[int, int]:
    """Return the blocks of the last list of notes, by number."""
    start = max(
        (
            i
            for i, b in enumerate(outline.blocks)
            if b.start >= after and _HEADING.fullmatch(b.text)
        ),
        default=-1,
    )
    found: dict[int, int] = {}
    for index in range(start + 1, len(outline.blocks) if start >= 0 else 0):
        match = _LEADING.match(outline.blocks[index].text)
        if match:
            found.setdefault(_value(match[1] or match[2]), index)
    return found
