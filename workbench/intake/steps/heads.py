"""What a site puts above an article: breadcrumbs, counters, buttons, bylines."""

from __future__ import annotations

import re

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.script import han_count
from workbench.intake.steps.patterns import head_reason, is_article_like, is_widget

_MOST_LINES = 40
_DAY = r"(19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
_TIME = r"\d{1,2}[:：]\d{2}([:：]\d{2})?"
_NAME = r"[\w·•.]{1,16}"
_LABELLED = (
    r"(来源|稿源|作者|记者|编辑|责编|责任编辑|文|图|撰文|编译|译者|翻译|摄影|校对|审核)\s?[:：/／｜|]\s?"
    rf"{_NAME}([、 ]{_NAME}){{0,3}}"
)
_WHEN = rf"((发布|发表|更新|刊发)?(时间|日期|于)?\s?[:：]?\s?{_DAY}(\s?星期.)?([\sT]*{_TIME})?)"
_TOKEN = rf"({_WHEN}|{_LABELLED}|(本报|本刊|特约)?记者\s{_NAME}|{_TIME})"
_BYLINE = re.compile(rf"[（(]?{_TOKEN}([\s|｜/·,，;；]{{1,6}}{_TOKEN}){{0,5}}[)）]?")
_OUTLET_AND_WHEN = re.compile(
    rf"[\w·]{{2,14}}[\s|｜·]{{1,4}}{_DAY}\s*{_TIME}|{_DAY}\s*{_TIME}[\s|｜·]{{1,4}}[\w·]{{2,14}}(\s\S{{1,12}})?"
)
_ORIGINAL = re.compile(rf"原创[\s:：].{{1,40}}{_DAY}.{{0,24}}")
_STAFF = re.compile(r"[\u4e00-\u9fff·]{2,10}(编辑部?|编辑室|小编|记者|编译|综合)")
_SECTION = re.compile(r"[A-Za-z][A-Za-z&-]{2,20}")


def head_lines(text: str) -> list[Line]:
    """Return the lines above the first that reads like an article, none if there is none soon."""
    lines = lines_of(text[:20_000])[:_MOST_LINES]
    for index, line in enumerate(lines):
        if is_article_like(line.text) and not is_byline(line.text):
            return lines[:index]
    return []


def is_byline(line: str) -> bool:
    """Tell whether `line` says date, source or author, and nothing else."""
    patterns = (_BYLINE, _OUTLET_AND_WHEN, _ORIGINAL)
    return len(line) <= 120 and any(pattern.fullmatch(line) for pattern in patterns)


def cut_site_head(text: str) -> list[Edit]:
    """Cut breadcrumbs, counters, buttons and bylines above the article."""
    lines = head_lines(text)
    reasons = [_reason(line.text) for line in lines]
    for _ in range(2):  # buttons count only beside what is certain, and so on from there
        reasons = [
            reason or _reason_beside(lines[index].text, reasons[max(0, index - 1) : index + 2])
            for index, reason in enumerate(reasons)
        ]
    if any(reasons) and han_count(text[:20_000]) > len(text[:20_000]) / 5:
        reasons[1:] = [reasons[i] or _label(lines[i].text) for i in range(1, len(lines))]
    return cut_lines(lines, {index: reason for index, reason in enumerate(reasons) if reason})


def _reason(line: str) -> str:
    return head_reason(line) or ("byline" if is_byline(line) else "")


def _reason_beside(line: str, beside: list[str]) -> str:
    """Return the reason of a line that is sure only because of its neighbours."""
    if not any(beside):
        return ""
    if is_widget(line):
        return "site_head"
    return "byline" if _STAFF.fullmatch(line) else ""


def _label(line: str) -> str:
    """Return the reason for a section's name in Latin letters above a Chinese article."""
    return "site_head" if _SECTION.fullmatch(line) else ""
