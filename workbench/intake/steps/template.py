"""Residue of the program that made the page: PHP, scripts, style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.script import han_count

# What opens a block, what closes it, and the most characters between.
_BLOCKS = (("<?php", "?>", 4_000), ("<script", "</script>", 20_000), ("<style", "</style>", 20_000))
# A line that only a program says. `strong` ones begin or end a stretch, weak ones lie inside it.
_STRONG = re.compile(
    r"\$\w+\s*(=|\[|->)|<\?(php|=)?|\?>$|(if|for|foreach|while|switch)\s*\(.*\)\s*\{?$"
    r"|(var|let|const)\s+\w+\s*=|function\b.{0,60}\(.*\)\s*\{|document\.|window\.|echo\s+[\"'$]"
    r"|(import|@import|@media|@charset)\s+[\"'(a-z]|\$\(|jQuery\("
)
_WEAK = re.compile(r"[{}();\s]+$|\}?\s*else\b.{0,40}\{?$|//|/\*|\*/|[^。！？]{0,200};$")


def cut_template(text: str) -> list[Edit]:
    """Cut whole blocks of code anywhere, or lines of code at the head and the tail."""
    blocks = [block for kind in _BLOCKS for block in _closed_blocks(text, *kind)]
    if blocks:
        return _disjoint(blocks)
    lines = lines_of(text)
    head = _leading_code(lines)
    tail = _leading_code(lines[head:][::-1])
    code = [*range(head), *range(len(lines) - tail, len(lines))]
    return cut_lines(lines, dict.fromkeys(code, "template"))


def _closed_blocks(text: str, opening: str, closing: str, most: int) -> Iterator[Edit]:
    start = text.find(opening)
    while start >= 0:
        end = text.find(closing, start)
        if end < 0:
            return
        start = text.rfind(opening, start, end)  # the last before the end: nothing lies between
        if end - start <= most:
            yield Edit(start, end + len(closing), "", "template")
        start = text.find(opening, end)


def _disjoint(blocks: list[Edit]) -> list[Edit]:
    """Return `blocks` without those that overlap an earlier one; another round may take them."""
    kept: list[Edit] = []
    for block in sorted(blocks, key=lambda block: block.start):
        if not kept or kept[-1].end <= block.start:
            kept.append(block)
    return kept


def _leading_code(lines: Sequence[Line]) -> int:
    """Return the number of lines up to the last strong line of code that only code precedes."""
    taken = 0
    for index, line in enumerate(lines):
        if _is_prose(line.text):
            break
        if _STRONG.match(line.text):
            taken = index + 1
        elif not _WEAK.match(line.text):
            break
    return taken


def _is_prose(line: str) -> bool:
    return len(line) > 300 or han_count(line) > len(line) / 3
