"""What a site puts above an article: breadcrumbs, counters, buttons, bylines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.script import han_count
from workbench.intake.steps.bylines import is_byline, is_person
from workbench.intake.steps.imprints import MASTHEAD
from workbench.intake.steps.patterns import head_reason, is_article_like, is_widget

_MOST_LINES = 40
_STAFF = re.compile(r"[\u4e00-\u9fff·]{2,10}(编辑部?|编辑室|小编|记者|编译|综合)")
_LONGEST_NAME = 14
_NAME = re.compile(r"[\w·]{2,12}([ \u3000][\w·]{2,8})?")
_ABSTRACT = re.compile(r"[【\[]?(摘\s?要|内容(提要|摘要)|提要|Abstract)[】\]]?\s?[:：]?")
_SECTION = re.compile(r"[A-Za-z][A-Za-z&-]{2,20}")


def head_lines(text: str) -> Sequence[Line]:
    """Return the lines above the first that reads like an article, none if there is none soon."""
    lines = lines_of(text[:20_000])[:_MOST_LINES]
    for index, line in enumerate(lines):
        if is_article_like(line.text) and not is_byline(line.text):
            return lines[:index]
    return []


def cut_site_head(text: str) -> list[Edit]:
    """Cut breadcrumbs, counters, buttons and bylines above the article."""
    lines = head_lines(text)
    reasons = [_reason(line.text) for line in lines]
    for _ in range(2):  # buttons count only beside what is certain, and so on from there
        reasons = [
            reason or _reason_beside(lines[index].text, reasons[max(0, index - 1) : index + 2])
            for index, reason in enumerate(reasons)
        ]
    if any(reasons) and not all(reasons):
        reasons = _with_sections(lines, reasons)
    if any(reasons) and han_count(text[:20_000]) > len(text[:20_000]) / 5:
        reasons[1:] = [reasons[i] or _label(lines[i].text) for i in range(1, len(lines))]
    reasons = _with_mastheads(lines, reasons)
    for index in range(len(lines) - 1, 0, -1):  # a name may stand above another
        reasons[index] = reasons[index] or _name_below_title(lines, reasons, index)
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


def _with_sections(lines: Sequence[Line], reasons: list[str]) -> list[str]:
    """Add the names of sections and buttons above the title, which is longer than any."""
    title = max((len(line.text), -i) for i, line in enumerate(lines) if not reasons[i])
    above = range(-title[1])
    return [
        reason or ("site_head" if i in above and is_widget(lines[i].text) else "")
        for i, reason in enumerate(reasons)
    ]


def _with_mastheads(lines: Sequence[Line], reasons: list[str]) -> list[str]:
    """Add the lines that name a journal's issue, unless one of them is the only title."""
    titles = [MASTHEAD.fullmatch(" ".join(line.text.split())) is None for line in lines]
    if not any(is_title and not reasons[i] for i, is_title in enumerate(titles)):
        return reasons
    return [reason or ("" if titles[i] else "running_head") for i, reason in enumerate(reasons)]


def _name_below_title(lines: Sequence[Line], reasons: list[str], index: int) -> str:
    """Return the reason of an account's or author's name below the title.

    It is told by what stands under it, or by being a person's where the article begins.
    """
    line = lines[index].text
    above = [lines[i].text for i in range(index) if not reasons[i]]
    if len(line) > _LONGEST_NAME or not any(len(title) > len(line) for title in above):
        return ""
    if index + 1 < len(lines) and reasons[index + 1] and _NAME.fullmatch(line):
        return "byline"
    is_last = all(
        r or _ABSTRACT.fullmatch(lines[i].text) for i, r in enumerate(reasons) if i > index
    )
    return "byline" if is_last and is_person(line.replace(" ", "").replace("\u3000", "")) else ""


def _label(line: str) -> str:
    """Return the reason for a section's name in Latin letters above a Chinese article."""
    return "site_head" if _SECTION.fullmatch(line) else ""
