"""Footnotes numbered by plain digits, as a raised digit comes out of most PDFs and copies.

A digit alone proves nothing. It is a marker where it stands behind a mark of punctuation and
before no unit, and where every note of a run has its marker, in the order of the run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from workbench.intake.steps.noteblocks import Lead, NoteFound

# What follows a number that dates something, and that counts where a sentence goes on.
_DATES = "年月日号號时時点點个個％%‰°.．,:：/／～~×-–—"
_COUNTS = "分秒名位次条條项項国國家人岁歲万萬亿億千百十倍成度级級届屆层章节節页頁期卷世多余餘"
_ENDS, _GOES_ON, _CLOSING = "。！？」』”’…", "；，》）", "。！？；，、：」』》）"
_LATIN_END = re.compile(r"[a-z)”][.,;?!]|[.,]”")
_NO_LEAD = re.escape(f"{_DATES}页頁")
_LEAD = re.compile(
    rf"(\d{{1,3}})(?:[.．、]\s{{0,2}}(?![\d\s])"
    rf"|\s{{1,3}}(?=[^\s\d])(?![{_NO_LEAD}])"
    rf"|(?=[A-Z][a-z]|[“《（(]|[\u3400-\u9fff])(?![{_NO_LEAD}]))"
)
_NUMBER = re.compile(r"\d+")  # looked for first: what stands around it is told afterwards
_LONGEST = 3
_IsMarker = Callable[[str, str], bool]
_FEWEST = 2  # notes of a run that are looked for within sentences
_FINAL = (".", "。", "！", "？", "!", "?", "”", "」", "）", ")")
_REFERENCE = re.compile(r"《|参见|參見|参阅|转引|同上|出版社|https?:|Ibid|pp?\.\s?\d|Vol\.")


def plain_lead(line: str) -> Lead | None:
    """Return what a line begins with if that may be a note's plain number."""
    match = _LEAD.match(line)
    if not match or len(line) == match.end():
        return None
    return Lead(match[1], int(match[1]), match.end())


def plain_anchors(
    text: str, block: Sequence[NoteFound], body: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the marker's stretch of each note of a run, none where one of them has none."""
    if not all(_reads_like_a_note(note.text) for note in block):
        return []
    ways = (_is_behind_end, _is_behind_mark, _is_before_mark)
    for is_marker in ways[: 1 if len(block) < _FEWEST else len(ways)]:
        found = list(_in_order(text, block, body, is_marker))
        if len(found) == len(block):
            return found
    return []


def _reads_like_a_note(text: str) -> bool:
    """Tell whether a note's words end: a heading such as 2 结论 does not."""
    return text.endswith(_FINAL) or _REFERENCE.search(text) is not None


def _in_order(
    text: str, block: Sequence[NoteFound], body: tuple[int, int], is_marker: _IsMarker
) -> Iterator[tuple[int, int]]:
    """Yield the first marker of each note behind that of the note before."""
    wanted, last = block[0].number, block[-1].number
    for match in _NUMBER.finditer(text, *body):
        start, end = match.span()
        if end - start > _LONGEST or wanted > last or int(match.group()) != wanted:
            continue
        if is_marker(text[max(start - 2, 0) : start], text[end : end + 1]):
            yield start, end
            wanted += 1


def _is_behind_end(before: str, after: str) -> bool:
    """Tell whether a number follows the end of a sentence or a quotation, and dates nothing."""
    is_end = before[-1:] in _ENDS or _LATIN_END.fullmatch(before) is not None
    return bool(before) and is_end and after not in _DATES


def _is_behind_mark(before: str, after: str) -> bool:
    """Tell whether a number follows any mark, and neither dates nor counts."""
    within = before[-1:] in _GOES_ON and after not in _DATES + _COUNTS
    return bool(before) and (within or _is_behind_end(before, after))


def _is_before_mark(before: str, after: str) -> bool:
    """Tell whether a number stands between a word and a mark, where a marker may stand too."""
    is_word = before[-1:] in _ENDS + _GOES_ON or before[-1:].isalpha()
    return bool(before) and bool(after) and is_word and after in _CLOSING
