"""Title, outlet, author, day of publication and address, as far as a page states them."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from workbench.intake.extracted import Metadata
from workbench.intake.lines import lines_of
from workbench.intake.script import ends_sentence
from workbench.intake.steps.bylines import is_byline
from workbench.intake.steps.heads import head_lines

_LONGEST_TITLE = 60
_LONGEST_CLAUSE = 40
_REGION = 6_000  # characters at either end of a page that may state its metadata
_LABEL = re.compile(
    r"^[〔\[【（(]?\s*(提\s*要|摘\s*要|内容提要|导\s*读|编者按)\s*[〕\]】）)]?[:：]?\s*"
)
_CLAUSE = re.compile(r"[^，,。；;：:！!？?]+")
_DAY = re.compile(r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})")
_CRAWL = re.compile(r"(抓取|采集|检索|访问|下载|导出|打印)(时间|日期|于)?")
_SOURCE = re.compile(r"(?:来源|稿源|转载自|本文来源|文章来源)\s?[:：]\s?([\w·《》]{2,20})")
_AUTHOR = re.compile(
    r"(?:作者|撰文|撰稿|记者|文)\s?[:：/／｜|]\s?"
    r"([\w·.]{2,12}(?:[、 ][\u4e00-\u9fff·]{2,4}(?!\w))*)"
    r"|(?:本报|本刊|特约)?记者\s([\u4e00-\u9fff·]{2,4})(?=\s|$)"
)
_STAFF = re.compile(r"[\u4e00-\u9fff·]{2,10}(编辑部?|编辑室|小编)")
_OUTLET = re.compile(r"[\w·]{1,14}(网|报|号|社|刊|周刊|台|在线|传媒|杂志|新闻|时报|评论|参考|通讯)")
_CRUMB = re.compile(r"\s*[>›»＞]\s*")
_URL = re.compile(
    r"(?:(?:原文|本文)?(?:链接|网址|地址)|原文|URL)\s?[:：]\s?(https?://[\w./?=&%#:~+-]+)"
)
_BARE_URL = re.compile(r"https?://[!-~]{4,300}")
_PROFILE = re.compile(r"\d+\s?(文章数?|粉丝|获赞).{0,40}")


def guess_metadata(original: str, text: str) -> Metadata:
    """Return what `original` states about the article whose clean text is `text`."""
    head = [line.text for line in head_lines(original)]
    near = [line.text for line in lines_of(original[:_REGION])][:20] + [
        line.text for line in lines_of(original[-_REGION:])
    ]
    return Metadata(
        title=guess_title(original, text),
        source=_source(head, near),
        author=_author(head, near),
        published=_published(head),
        url=_first(_URL, near) or next((line for line in head if _BARE_URL.fullmatch(line)), ""),
    )


def has_title(text: str) -> bool:
    """Tell whether the clean text begins with a headline rather than with its first paragraph."""
    first, _, rest = text.partition("\n")
    is_short = len(first) <= _LONGEST_TITLE and not first.endswith(("。", "，", "；"))
    return is_short and bool(rest) and not _LABEL.match(first)


def guess_title(original: str, text: str) -> str:
    """Return the headline of a clean text, or the first words of its first paragraph."""
    first = text.partition("\n")[0]
    if has_title(text):
        return _own_headline(original, first)
    clause = _CLAUSE.search(_LABEL.sub("", first))
    return (clause.group().strip() if clause else first)[:_LONGEST_CLAUSE]


def _own_headline(original: str, first: str) -> str:
    """Return the headline within a page's longer title, if it also stands alone in the page."""
    lines = [line.text for line in lines_of(original[:_REGION])]
    if lines.count(first) > 1:
        return first
    shorter = (line for line in lines if 6 <= len(line) < len(first) and first.startswith(line))
    return max(shorter, key=len, default=first)


def _source(head: list[str], near: list[str]) -> str:
    named = _first(_SOURCE, head) or _first(_SOURCE, near)
    return named.strip("《》") or next((crumb for line in head if (crumb := _crumb(line))), "")


def _crumb(line: str) -> str:
    """Return the outlet that a breadcrumb names: its most special part that sounds like one."""
    parts = _CRUMB.split(line)
    if len(parts) < 3 or len(line) > 80:
        return ""
    outlets = [part for part in parts[:-1] if _OUTLET.fullmatch(part)]
    site = re.fullmatch(r"(\S{2,10})(首页|主页)", parts[0])
    return outlets[-1] if outlets else site[1] if site else ""


def _author(head: list[str], near: list[str]) -> str:
    stated = _first(_AUTHOR, [line for line in head if len(line) <= 120])
    if stated:
        return stated
    staff = next((line for line in head if _STAFF.fullmatch(line)), "")
    return staff or _profile(near)


def _profile(near: list[str]) -> str:
    """Return the name on an author's card: it stands twice, some lines above the counts."""
    for index, line in enumerate(near):
        if _PROFILE.fullmatch(line):
            above = near[max(0, index - 4) : index]
            twice = [a for a, b in pairwise(above) if a == b and len(a) <= 20]
            return twice[-1] if twice else ""
    return ""


def _published(head: list[str]) -> str:
    """Return the ISO date of the first line that says nothing but date, source and author."""
    for line in head:
        match = _DAY.search(line)
        if match and is_byline(line) and not _CRAWL.search(line):
            return _iso(match)
    return ""


def _iso(match: re.Match[str]) -> str:
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""


def _first(pattern: re.Pattern[str], lines: list[str]) -> str:
    """Return the first group that `pattern` finds in a short line."""
    for line in lines:
        match = pattern.search(line) if len(line) <= 300 else None
        if match and not (match.re is _SOURCE and ends_sentence(line)):
            return next(group for group in match.groups() if group)
    return ""
