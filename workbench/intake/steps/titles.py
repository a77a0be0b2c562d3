"""A title that the page shows more than once stands once, as the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines
from workbench.intake.steps.bylines import is_person
from workbench.intake.steps.heads import head_lines

_SHORTEST = 6
_BOUNDARY = re.compile(r"[\s，,。：:；;！!？?、…_|｜—–（(-]")
# What a page's own title adds to the article's: a separator and the names of section and site.
_SITE = re.compile(r"\s*[_|｜]\s*\S.{0,30}|\s+[-–]\s+\S.{0,24}|-[^，。！？\d]{2,12}[网报社号刊台]")


def cut_repeated_titles(text: str) -> list[Edit]:
    """Cut every showing of the title above the article but the most complete one."""
    lines = head_lines(text)
    cut = {index for index, line in enumerate(lines) if len(line.text) < _SHORTEST}
    short = frozenset(cut)
    for first in range(len(lines)):
        for second in range(first + 1, len(lines)):
            if not {first, second} & cut:
                cut |= _weaker(lines, first, second)
    return cut_lines(lines, dict.fromkeys(cut - short, "repeated_title"))


def _weaker(lines: Sequence[Line], first: int, second: int) -> set[int]:
    """Return which of two lines shows the same title less well; nothing if they differ."""
    one, other = lines[first].text, lines[second].text
    if one == other:
        return {second}
    shorter, longer = (first, second) if len(one) < len(other) else (second, first)
    title, more = lines[shorter].text, lines[longer].text
    if more.endswith(title) and is_person(more[: -len(title)].strip()):
        return {longer}  # a running head: the author and the title
    if not more.startswith(title):
        return set()
    rest = more[len(title) :]
    if _SITE.fullmatch(rest):
        return {longer}
    return {shorter} if _BOUNDARY.match(rest) or title[-1] in "?？!！" else set()
