"""What a site puts below an article: notices, related links, comment forms, editors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.article import Edit
from workbench.intake.lines import Line, cut_lines, lines_of
from workbench.intake.steps.bylines import is_byline
from workbench.intake.steps.patterns import (
    closes_article,
    is_article_like,
    is_link,
    is_widget,
    opens_comments,
    opens_tail,
    tail_reason,
)

_INLINE_NOTICE = re.compile(
    r"\s*[（(]\s*(免责声明|风险提示|版权声明|特别声明)\s?[:：][^（）()]{0,300}[）)]"
)
_FEWEST_LINKS = 3
_FEW = 0.2  # of the article's characters: more behind an opening line is the article going on
_LONGEST_TEASER = 200
_A_SENTENCE = 10
_NEIGHBOURS = 2  # pairs of paragraphs in a row
_MOST_TEASERS = 30
_NEAR = 4  # lines between an article's end and what opens the site's part
_SOURCES = re.compile(r"参考|来源|出处|注释|引用|文献|[Ss]ources|[Rr]eferences")


def cut_site_tail(text: str) -> list[Edit]:
    """Cut from the line that opens the site's part, or the last lines one by one.

    Sentences below such a line (comments, teasers, a card about the author) go with it only if
    they are few beside the article, stand apart from each other, and something says whose they
    are: many a page shows related links above the last paragraphs of an article.
    """
    lines = lines_of(text)
    first = next((i for i, line in enumerate(lines) if is_article_like(line.text)), None)
    if first is None:
        return []
    start = _opening(lines, first)
    last = next(i for i in range(start - 1, -1, -1) if is_article_like(lines[i].text))
    while start > last + 1 and _is_junk(lines[start - 1].text, start < len(lines)):
        start -= 1
    return cut_lines(lines, _reasons(lines, start))


def _opening(lines: Sequence[Line], first: int) -> int:
    """Return the index of the line that opens the site's part; the number of lines if none does.

    From the end upwards, as long as what was passed cannot be the article: it is little beside
    what stands above, none of it is long, and hardly two paragraphs of it stand together.
    """
    start = len(lines)
    above = sum(len(line.text) for line in lines[first:] if len(line.text) >= _A_SENTENCE)
    weight = together = 0
    behind: list[int] = []  # lines that read like an article, the last first
    for index in range(len(lines) - 1, first, -1):
        text = lines[index].text
        above -= len(text) if len(text) >= _A_SENTENCE else 0
        if opens_tail(text):
            start = index if weight <= _FEW * above and _is_over(lines, index, behind) else start
        elif is_article_like(text):
            weight += len(text)
            together += bool(behind) and behind[-1] - index == 1
            behind.append(index)
            if weight > _FEW * above or len(text) > _LONGEST_TEASER:
                break
            if together >= _NEIGHBOURS or len(behind) > _MOST_TEASERS:
                break
    return start


def _is_over(lines: Sequence[Line], index: int, behind: Sequence[int]) -> bool:
    """Tell whether the article has ended above `index`, and what is behind is others'."""
    if not behind or any(
        closes_article(line.text) for line in lines[max(0, index - _NEAR) : index]
    ):
        return True
    below = [line.text for i in behind for line in lines[i + 1 : i + 3]]
    if any(map(closes_article, below)):
        return False
    return opens_comments(lines[index].text) or _are_teasers(lines, behind)


def _are_teasers(lines: Sequence[Line], behind: Sequence[int]) -> bool:
    """Tell whether each sentence stands above a date or a counter, as in a list of articles."""
    below = [lines[i + 1].text for i in behind if i + 1 < len(lines)]
    return len(below) > 1 and all(is_byline(text) or tail_reason(text) for text in below)


def _is_junk(line: str, beside: bool) -> bool:
    return bool(tail_reason(line)) or (beside and is_widget(line))


def _reasons(lines: Sequence[Line], start: int) -> dict[int, str]:
    """Return the reason of each line from `start`: its own, or of the heading above it."""
    reasons: dict[int, str] = {}
    reason = "site_tail"
    for index in range(start, len(lines)):
        inherited = "site_tail" if reason in ("notice", "editor", "origin") else reason
        reason = reasons[index] = tail_reason(lines[index].text) or inherited
    return reasons


def cut_inline_notices(text: str) -> list[Edit]:
    """Cut a disclaimer in brackets from the end of a line, and leave the rest of it."""
    edits: list[Edit] = []
    for line in lines_of(text):
        if not line.text.endswith((")", "）")):
            continue
        match = _INLINE_NOTICE.search(line.text, max(0, len(line.text) - 400))
        if match and match.start() > 0 and match.end() == len(line.text):
            start = line.start + match.start()
            edits.append(Edit(start, line.start + match.end(), "", "notice"))
    return edits


def cut_link_lists(text: str) -> list[Edit]:
    """Cut lists of links between paragraphs, with the heading above them."""
    lines = lines_of(text)
    cuts: list[int] = []
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and is_link(lines[index].text):
            run.append(index)
            continue
        if sum(len(lines[i].text) > 1 for i in run) >= _FEWEST_LINKS:
            cuts += _link_list(lines, run)
        run = []
    return cut_lines(lines, dict.fromkeys(cuts, "related_links"))


def _link_list(lines: Sequence[Line], run: list[int]) -> list[int]:
    """Return what to cut of a run of links: nothing where it lists an article's sources."""
    above = lines[run[0] - 1].text if run[0] else ""
    if _SOURCES.search(above):
        return []
    return [run[0] - 1, *run] if opens_tail(above) else run
