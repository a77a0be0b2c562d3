"""What stands between the paragraphs of an article: advertisements, buttons, rankings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.script import ends_sentence
from workbench.intake.steps import imprints, phrases
from workbench.intake.steps.bylines import DAY
from workbench.intake.steps.patterns import is_article_like, opens_list, says_one_of, tail_reason
from workbench.language.script import simplified

_ITEM = re.compile(r"[（(]?(\d{1,2})[)）.、．:：\s]\s?\S.{2,60}")
_LONGEST, _LONGEST_SURE = 60, 160
_LONGEST_HEADING = 24
_FEWEST_ITEMS, _MOST_ITEMS = 3, 60
_FEWEST_HEADLINES, _MOST_HEADLINES = 2, 10
_LONGEST_HEADLINE, _LONGEST_SUBHEADING = 40, 12
# What an article puts before lines of its own, below a heading such as 延伸阅读.
_OWN = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(]|第.{1,3}[章节]|\d|[-•●*·]|.*[：:；;]$")
# Sure wherever it stands; a single word such as 分享 may be the article's own.
_SURE = (phrases.ADVERTISEMENT, phrases.COUNTER)
# Sure whatever marks are in it, and how long it is.
_ALWAYS = (imprints.LIBRARY, imprints.BOARD, imprints.QUICK_REPLY)
_FIRST = frozenset("【[中文分DCA※发發推嘘噓→")  # with one of which these begin
_POSTED = re.compile(
    rf"(编辑|发布|发表|更新|修改|回答|回复)于\s?[:：]?\s?({DAY})([\s　]?\d{{1,2}}:\d\d(:\d\d)?)?"
    r"([\s·|｜,，]{1,3}((著作权|版权)归\S{1,6}所有|IP属地\s?[:：]?\s?\S{2,6}|\S{1,4}转载\S{0,6}))?"
)
_CALL = re.compile(r"[^>»›＞]{2,36}(>{2,3}|»|›{2}|＞{1,3})|返回\S{1,8}，\s?查看更多.{0,6}")
_SKIP = re.compile(r"(跳过|跳過)\S{1,20}[，,](继续阅读|繼續閱讀)|Skip .{1,40} and continue reading")
_SKIPPED = re.compile(r"\S{2,12}(结尾|結尾)|End of .{1,40}")
_MOST_SKIPPED = 10
_NOTICE = re.compile(r"[【\[（(]?(版权|免责)声明[】\])）]?\s?[:：].{1,60}")


def cut_rankings(text: str) -> list[Edit]:
    """Cut lists of headlines between paragraphs, or numbered from 1, with the heading above."""
    lines = lines_of(text)
    reasons: dict[int, str] = {}
    body = False  # above the article a word such as 热点 is a section's, and a title stands below
    for index, line in enumerate(lines):
        body = body or is_article_like(line.text)
        reason = opens_list(line.text) if len(line.text) <= _LONGEST_HEADING else ""
        items = _items(lines, index + 1) if reason else 0
        items = items or (_headlines(lines, index + 1) if reason and body else 0)
        if items:
            reasons |= dict.fromkeys(range(index, index + items + 1), reason)
    return cut_lines(lines, reasons)


def cut_interruptions(text: str) -> list[Edit]:
    """Cut advertisements, counters and buttons to read on, between paragraphs."""
    lines = lines_of(text)
    inside = range(1, len(lines) - 1)
    reasons = {i: _interruption(lines[i].text) for i in inside} | _skipped(lines)
    return cut_lines(lines, {index: reason for index, reason in reasons.items() if reason})


def _skipped(lines: Sequence[Line]) -> dict[int, str]:
    """Return what a page offers to skip, from the offer to the line that says it ends there."""
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        if line.text[0] not in "跳S" or not _SKIP.fullmatch(line.text):
            continue
        near = range(index, min(len(lines), index + _MOST_SKIPPED))
        end = next((i for i in near if _SKIPPED.fullmatch(lines[i].text)), index)
        found |= dict.fromkeys(range(index, end + 1), "advertisement")
    return found


def _items(lines: Sequence[Line], start: int) -> int:
    """Return how many lines from `start` are headlines numbered from 1."""
    count = 0
    for line in lines[start : start + _MOST_ITEMS]:
        match = _ITEM.fullmatch(line.text)
        if not match or int(match[1]) != count + 1 or ends_sentence(line.text):
            break
        count += 1
    return count if count >= _FEWEST_ITEMS else 0


def _headlines(lines: Sequence[Line], start: int) -> int:
    """Return how many lines from `start` are headlines, where the article goes on below them.

    A short last one is left: it may be the heading of what follows.
    """
    near = range(start, min(len(lines), start + _MOST_HEADLINES + 1))
    end = next((i for i in near if not _is_headline(lines[i].text)), start)
    if end == start or not is_article_like(lines[end].text):
        return 0
    if len(lines[end - 1].text) <= _LONGEST_SUBHEADING:
        end -= 1
    return end - start if end - start >= _FEWEST_HEADLINES else 0


def _is_headline(line: str) -> bool:
    plain = len(line) <= _LONGEST_HEADLINE and not ends_sentence(line) and "《" not in line
    return plain and not _OWN.match(line) and not opens_list(line)


def _interruption(line: str) -> str:
    """Return why `line` is no paragraph wherever it stands, "" if it may be one."""
    if len(line) <= _LONGEST_SURE and line[0] in _FIRST and says_one_of(line, _ALWAYS):
        return tail_reason(line)
    if len(line) > _LONGEST:
        return ""
    plain = simplified(line)
    if plain[0] in "编发更修回" and _POSTED.fullmatch(plain):
        return "byline"
    return tail_reason(line) if _is_sure(line, plain) else ""


def _is_sure(line: str, plain: str) -> bool:
    if "。" in line or "，" in line:
        is_notice = _NOTICE.fullmatch(plain) and tail_reason(line) == "notice"
        return bool(is_notice or (_CALL.fullmatch(plain) and "。" not in line))
    return any(pattern.fullmatch(plain) for pattern in _SURE) and not is_article_like(line)
