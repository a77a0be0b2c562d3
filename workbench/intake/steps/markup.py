"""Residue of markup and lost list signs at the beginning of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, lines_of
from workbench.intake.script import ends_sentence

_BOLD = re.compile(r"(?<![*\w])\*\*(?!\*)|(?<!\*)\*\*(?![*\w])|(?<=[^\x00-\x7f])\*\*(?!\*)")
_LONGEST_RULE = 200
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[-=_*~—–·•.。…─━▼▽▲△◆◇■□●○\s]+")
# Bullets of symbol fonts are private-use characters, which some conversions turn into "?".
_SYMBOL = re.compile(
    r"[\uf06c\uf06e\uf075\uf076\uf077\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\ufffd]\s*(?=\S)"
)
_QUESTION = re.compile(r"[?？](?=[\w“《\"'（(【])")
_WHOLE_SENTENCE = 20  # characters: a line that long without a final mark was broken, not ended


def cut_markdown(text: str) -> list[Edit]:
    """Cut the signs for bold and headings, and lines that are nothing but a rule."""
    edits: list[Edit] = []
    for line in lines_of(text):
        if len(line.text) <= _LONGEST_RULE and _RULE.fullmatch(line.text):
            edits.append(Edit(line.start, line.end, "", "markdown"))
            continue
        hashes = _HASHES.match(line.text)
        if hashes:
            edits.append(Edit(line.start, line.start + hashes.end(), "", "markdown"))
        if "**" in line.text:
            bold = _BOLD.finditer(line.text, hashes.end() if hashes else 0)
            edits += [
                Edit(line.start + m.start(), line.start + m.end(), "", "markdown") for m in bold
            ]
    return edits


def restore_bullets(text: str) -> list[Edit]:
    """Put a bullet where a symbol font's one was lost and left a question mark or a blank box."""
    lines = lines_of(text)
    edits: list[Edit] = []
    for index, line in enumerate(lines):
        match = _SYMBOL.match(line.text)
        if not match and _is_lost_bullet(lines, index):
            match = _QUESTION.match(line.text)
        if match:
            edits.append(Edit(line.start, line.start + match.end(), "• ", "lost_bullet"))
    return edits


def _is_lost_bullet(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line that begins with a question mark follows something that has ended.

    Where a sentence was broken before its own question mark, the line above has not.
    """
    if not _QUESTION.match(lines[index].text):
        return False
    above = lines[index - 1].text if index else ""
    is_open = len(above) >= _WHOLE_SENTENCE and not ends_sentence(above)
    return not is_open or above.endswith(("：", ":", "；", ";"))
