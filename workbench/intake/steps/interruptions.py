"""What stands between the paragraphs of an article: advertisements, buttons, rankings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.script import ends_sentence
from workbench.intake.steps import phrases
from workbench.intake.steps.patterns import is_article_like, opens_list, tail_reason
from workbench.intake.steps.variants import simplified

_ITEM = re.compile(r"[（(]?(\d{1,2})[)）.、．:：\s]\s?\S.{2,60}")
_LONGEST = 60
_LONGEST_HEADING = 24
_FEWEST_ITEMS = 3
# Sure wherever it stands; a single word such as 分享 may be the article's own.
_SURE = (phrases.ADVERTISEMENT, phrases.COUNTER)
_NOTICE = re.compile(r"[【\[（(]?(版权|免责)声明[】\])）]?\s?[:：].{1,60}")


def cut_rankings(text: str) -> list[Edit]:
    """Cut lists of headlines that are numbered from 1, with the heading above them."""
    lines = lines_of(text)
    reasons: dict[int, str] = {}
    for index, line in enumerate(lines):
        reason = opens_list(line.text) if len(line.text) <= _LONGEST_HEADING else ""
        items = _items(lines, index + 1) if reason else 0
        if items >= _FEWEST_ITEMS:
            reasons |= dict.fromkeys(range(index, index + items + 1), reason)
    return cut_lines(lines, reasons)


def cut_interruptions(text: str) -> list[Edit]:
    """Cut advertisements, counters and buttons to read on, between paragraphs."""
    lines = lines_of(text)
    inside = range(1, len(lines) - 1)
    sure = [i for i in inside if len(lines[i].text) <= _LONGEST and _is_sure(lines[i].text)]
    return cut_lines(lines, {index: tail_reason(lines[index].text) for index in sure})


def _items(lines: Sequence[Line], start: int) -> int:
    """Return how many lines from `start` are headlines numbered from 1."""
    count = 0
    for line in lines[start:]:
        match = _ITEM.fullmatch(line.text)
        if not match or int(match[1]) != count + 1 or ends_sentence(line.text):
            break
        count += 1
    return count


def _is_sure(line: str) -> bool:
    plain = simplified(line)
    if "。" in line or "，" in line:
        return _NOTICE.fullmatch(plain) is not None and tail_reason(line) == "notice"
    return any(pattern.fullmatch(plain) for pattern in _SURE) and not is_article_like(line)
