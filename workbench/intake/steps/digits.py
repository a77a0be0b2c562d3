"""Footnotes numbered by plain digits, as a raised digit comes out of most PDFs and copies.

A digit alone proves nothing. It is a marker where it stands behind a mark of punctuation and
before no unit, and where every note of a run has its marker, in the order of the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.intake.steps.noteblocks import Lead, NoteFound

# What follows a number that dates or counts something: sure signs, and those that only where a
# sentence goes on tell it from a marker.
_DATED = r"年月日号號时時点點个個％%‰°.．,:：/／～~×\-–—\d"
_COUNTED = r"分秒名位次条條项項国國家人岁歲万萬亿億千百十倍成度级級届屆层章节節页頁期卷世多余餘"
_ENDS, _GOES_ON = "。！？」』”’…", "；，》）"
_LEAD = re.compile(
    rf"(\d{{1,3}})(?:[.．、]\s{{0,2}}(?![\d\s])"
    rf"|\s{{1,3}}(?=[^\s\d])(?![{_DATED}页頁])"
    rf"|(?=[A-Z][a-z]|[“《（(]|[\u3400-\u9fff])(?![{_DATED}页頁]))"
)
_AT_END = rf"(?<=[{_ENDS}])|(?<=[a-z)”][.,;?!])|(?<=[.,]”)"
_MARK = re.compile(rf"(?:{_AT_END})(\d{{1,3}})(?![{_DATED}])")
# Within a sentence, behind a mark or before one, a marker is more like any other number.
_MARK_WITHIN = re.compile(
    rf"(?:{_AT_END}|(?<=[{_GOES_ON}])(?!\d+[{_COUNTED}]))(\d{{1,3}})(?![{_DATED}])"
)
_MARK_BEFORE = re.compile(
    rf"(?:(?<=[{_ENDS}{_GOES_ON}])|(?<=[\u3400-\u9fffa-z]))(\d{{1,3}})(?=[。！？；，、：」』》）])"
)
_FEWEST = 2  # notes of a run that are looked for within sentences
_FINAL = (".", "。", "！", "？", "!", "?", "”", "」", "）", ")")
_REFERENCE = re.compile(r"《|参见|參見|参阅|转引|同上|出版社|https?:|Ibid|pp?\.\s?\d|Vol\.")


def plain_lead(line: str) -> Lead | None:
    """Return what a line begins with if that may be a note's plain number."""
    match = _LEAD.match(line)
    if not match or len(line) == match.end():
        return None
    return Lead(match[1], int(match[1]), match.end())


def may_have_plain_notes(text: str) -> bool:
    """Tell quickly whether a digit stands anywhere that a marker could."""
    return any(p.search(text) for p in (_MARK, _MARK_WITHIN, _MARK_BEFORE))


def plain_anchors(
    text: str, block: Sequence[NoteFound], body: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the marker's stretch of each note of a run, none where one of them has none."""
    if not all(_reads_like_a_note(note.text) for note in block):
        return []
    for pattern in (_MARK, _MARK_WITHIN, _MARK_BEFORE)[: 1 if len(block) < _FEWEST else 3]:
        found = list(_in_order(text, block, body, pattern))
        if len(found) == len(block):
            return found
    return []


def _reads_like_a_note(text: str) -> bool:
    """Tell whether a note's words end: a heading such as 2 结论 does not."""
    return text.endswith(_FINAL) or _REFERENCE.search(text) is not None


def _in_order(
    text: str, block: Sequence[NoteFound], body: tuple[int, int], pattern: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield the first marker of each note behind that of the note before."""
    numbers = {note.number: note for note in block}
    wanted = block[0].number
    for match in pattern.finditer(text, *body):
        if int(match[1]) == wanted and wanted in numbers:
            yield match.span(1)
            wanted += 1
