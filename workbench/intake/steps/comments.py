"""Readers' comments below an article: name and time, what they say, and buttons to answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.steps.bylines import DAY
from workbench.intake.steps.patterns import is_article_like
from workbench.language.script import simplified

_FEWEST = 2
_FARTHEST = 6  # lines between two buttons to answer, or above the first
_ANSWER = re.compile(
    r"((回复|举报|支持|反对|引用|顶|踩|赞|点赞|有用|没用|只看(此人|该作者)|发消息|\d{1,4}(楼|#))\s?[（(]?\d{0,6}[)）]?[\s·|｜]{0,6}){1,8}"
    r"|(Reply|Like|Report|Upvote)([\s·|]{1,4}(Reply|Like|Report|Share|\d+))*"
)
_BUTTONS = re.compile(
    r"(?m)^[^\S\n]*(?:回[复覆復]|[举舉][报報]|支持|反[对對]|引用|顶|踩|赞|讚|有用|只看|\d+楼|Reply|Like)"
)
_WHO_AND_WHEN = re.compile(
    rf"\S{{1,24}}(\s\S{{1,12}})?[\s\u3000]{{0,4}}(发表于|回复于|发布于|评论于|说)?\s?[:：]?\s?[（(\[]?({DAY}|昨天|今天|前天|\d{{1,2}}-\d{{1,2}}|\d{{1,3}}\s?(分钟|小时|天|个月|年)前)"
    r"\s?(\d{1,2}:\d{2}(:\d{2})?)?[)）\]]?(\s.{0,20})?"
)
_HEADING = re.compile(
    r"(网友|用户|最新|全部|热门|精彩)?(评论|留言|跟贴|回复)(区|列表)?\s?[（(]?\d*[)）]?条?"
)


def cut_comments(text: str) -> list[Edit]:
    """Cut from the first comment to the last button to answer.

    A page counts as having comments only if it shows such buttons at least twice, near each other,
    behind something that reads like an article.
    """
    if len(_BUTTONS.findall(text)) < _FEWEST:
        return []
    lines = lines_of(text)
    kinds = [_kind(line.text) for line in lines]
    answers = [index for index, kind in enumerate(kinds) if kind == "answer"]
    if len(answers) < _FEWEST or "who" not in kinds:
        return []
    start = _start(lines, kinds, answers[0])
    if not any(is_article_like(line.text) for line in lines[:start]):
        return []
    return cut_lines(lines, dict.fromkeys(range(start, answers[-1] + 1), "comments"))


def _kind(line: str) -> str:
    if len(line) > 80:
        return ""
    line = simplified(line)
    if _ANSWER.fullmatch(line):
        return "answer"
    return "who" if _WHO_AND_WHEN.fullmatch(line) else ""


def _start(lines: Sequence[Line], kinds: Sequence[str], first: int) -> int:
    """Return where the comments begin: at the name above the first button, if there is one.

    Buttons right below the article, before any name, belong to the article itself.
    """
    names = [i for i in range(max(0, first - _FARTHEST), first) if kinds[i] == "who"]
    start = names[0] if names and _reads_before(lines, names[0]) else first
    while start and _HEADING.fullmatch(simplified(lines[start - 1].text)):
        start -= 1
    return start


def _reads_before(lines: Sequence[Line], index: int) -> bool:
    """Tell whether an article stands above `index`: otherwise the name there is its author's."""
    return any(is_article_like(line.text) for line in lines[:index])
