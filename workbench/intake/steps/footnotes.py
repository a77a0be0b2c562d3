"""Footnotes at the bottom of a page or the end of the text, and their markers in the body."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.domain.article import Edit
from workbench.intake.asides import Aside
from workbench.intake.lines import Line, is_double_spaced, lines_of
from workbench.intake.script import ends_sentence, glue, is_broken_word, is_latin, width

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
_ABBREVIATION = re.compile(r"\b(Vol|No|pp?|[Ee]ds?|[Tt]rans|al|Dr|Jr|Mr|St|cf|U\.S|[A-Z])\.$")
_HEADING = re.compile(r"[【\[]?(注释|注|尾注|参考文献|References|Notes)[】\]]?\s?[:：]?")
_WRAP = 50  # a note's line that fills fewer columns is not continued
_OPEN = ("-", "/", ",", "，", "、", "：", ":", "；", ";", "(", "（", "“", "《")
_NOTE_LINES = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """A note in the text: its lines, its number, and its markers in the body before it."""

    marker: str
    number: int
    text: str
    start: int
    end: int
    anchors: tuple[tuple[int, int], ...] = ()


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


def _footnotes(text: str) -> Iterator[_Found]:
    """Yield the notes of every block that the body before it points to."""
    if not any(sign in text for sign in _SIGNS):
        return
    inside, leading = _places(text)
    page_start = 0
    for block in _blocks(lines_of(text)):
        body = (page_start, block[0].start)
        pointed = [_within(inside[note.marker], body) for note in block]
        if not _reads_like_notes(block) or sum(map(bool, pointed)) * 2 < len(block):
            continue
        for note, places in zip(block, pointed, strict=True):
            # A wrapped line may begin with its marker; on its own that would prove nothing.
            places = places or _within(leading[note.marker], body)[:1]
            yield replace(note, anchors=tuple(_marks(text, note.marker, places)))
        page_start = block[-1].end


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


def _reads_like_notes(block: Sequence[_Found]) -> bool:
    if block[0].marker[0] not in _CIRCLED + _RAISED:
        return True
    return sum(bool(_REFERENCE.search(note.text)) for note in block) * 2 >= len(block)


def _blocks(lines: Sequence[Line]) -> Iterator[list[_Found]]:
    """Yield runs of notes with consecutive numbers."""
    loose = is_double_spaced(lines)
    block: list[_Found] = []
    index = 0
    while index < len(lines):
        number = _number(lines[index].text)
        if block and number != block[-1].number + 1:
            yield block
            block = []
        if number is None:
            index += 1
            continue
        note = _with_continuations(lines, index, loose)
        block.append(_found(note, _heading(lines, index) if not block else None))
        index += len(note)
    if block:
        yield block


def _heading(lines: Sequence[Line], index: int) -> Line | None:
    """Return the line above if it is a heading such as 注释."""
    above = lines[index - 1] if index else None
    return above if above and _HEADING.fullmatch(above.text) else None


def _number(line: str) -> int | None:
    match = _MARKER.match(line)
    if not match or not line[match.end() :].strip():
        return None
    if match[3]:
        return int(match[3].translate(_DIGIT_OF))
    return int(match[1]) if match[1] else _CIRCLED.index(match[2]) + 1


def _with_continuations(lines: Sequence[Line], index: int, loose: bool) -> list[Line]:
    """Return the line at `index` and those that go on with the same note."""
    note = [lines[index]]
    for line in lines[index + 1 : index + _NOTE_LINES]:
        if _number(line.text) is not None or (line.gap and not loose):
            break
        if _is_complete(note[-1].text, line.text):
            break
        note.append(line)
    return note


def _is_complete(line: str, following: str) -> bool:
    """Tell whether a note ends with `line`, rather than goes on in the one below."""
    if line.endswith(_OPEN) or _ABBREVIATION.search(line):
        return False
    if width(line) < _WRAP:
        return True
    if following.startswith("http"):
        return False
    return ends_sentence(line) and not (is_latin(following[0]) and following[0].islower())


def _found(lines: Sequence[Line], heading: Line | None) -> _Found:
    marker = _MARKER.match(lines[0].text)
    assert marker is not None  # every note begins with one
    parts = [lines[0].text[marker.end() :].strip(), *(line.text for line in lines[1:])]
    start = heading.start if heading else lines[0].start
    number = _number(lines[0].text) or 0
    return _Found(marker.group(), number, _joined(parts), start, lines[-1].end)


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
