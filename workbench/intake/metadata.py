"""Title, outlet, author, day of publication and address, as far as a page states them."""

from __future__ import annotations

import re
from itertools import pairwise

from workbench.intake.dates import iso_date
from workbench.intake.extracted import Metadata
from workbench.intake.genre import genre_of
from workbench.intake.lines import lines_of
from workbench.intake.script import ends_sentence, han_count
from workbench.intake.steps.bylines import is_byline, is_outlet, is_person, read_byline
from workbench.intake.steps.heads import head_lines
from workbench.intake.steps.records import Field, fields_of
from workbench.intake.tongue import language_of, script_of
from workbench.language.script import simplified

_LONGEST_TITLE = 60
_LONGEST_LATIN_TITLE = 150
_LONGEST_CLAUSE = 40
_LAST_LINES = 30
_LONGEST_LINE = 300
_REGION = 6_000  # characters at either end of a page that may state its metadata
_LABEL = re.compile(
    r"^[〔\[【（(]?\s*(提\s*要|摘\s*要|内容提要|导\s*读|编者按)\s*[〕\]】）)]?[:：]?\s*"
)
_CLAUSE = re.compile(r"[^，,。；;：:！!？?]+")
_CRAWL = re.compile(r"(抓取|采集|检索|访问|下载|导出|打印)(时间|日期|于)?")
_SOURCE = re.compile(
    r"(?:来源|稿源|转载自|转自|选自|本文来源|文章来源|出处|文章来源于)\s?[:：]\s?([\w·《》]{2,20})"
    r"|文章来源于\s?([\w·]{2,20})"
)
_AUTHOR = re.compile(
    r"(?:(?<!该)作者|撰文|撰稿|记者|(?<!\w)文)\s?[:：/／｜|]\s?(?:本报|本刊|本社|特约|记者|\s)*"
    r"([\w·.]{2,12}(?:[、；; ][\u4e00-\u9fff·]{2,4}(?!\w))*)"
    r"|(?:(?:本报|本刊|本社|特约|驻\w{1,6}){1,3}记者\s?|记者\s)([\u4e00-\u9fff·]{2,4})(?=[\s／/]|$)"
    r"|记者([\u4e00-\u9fff]{2,3})\s?[／/]|^[Bb]y\s([A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3})"
    r"|^(\S{2,4})\s기자"
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
        line.text for line in lines_of(original[-_REGION:])[-_LAST_LINES:]
    ]
    record = _record(original)
    language = language_of(text)
    return Metadata(
        title=record.get("title") or guess_title(original, text),
        source=record.get("source") or _source(head, near),
        author=record.get("author") or _author(head, near),
        published=iso_date(record.get("published", "")) or _published(head),
        url=record.get("url") or _url(head, near),
        language=language,
        script=script_of(text) if language == "zh" else "",
        genre=genre_of(text),
    )


def _record(original: str) -> dict[str, str]:
    """Return the fields of a database's record by their kind; of two alike, the first."""
    values: dict[str, str] = {}
    for field in fields_of(original):
        values.setdefault(field.kind, _value(original, field))
    if "http" not in values.get("url", ""):
        values.pop("url", None)
    return values


def _value(original: str, field: Field) -> str:
    """Return what stands behind the label, or in the line below it."""
    value = original[field.value : field.end].strip().rstrip(";；")
    if value or field.kind != "title":
        return value
    return original[field.end :].lstrip().partition("\n")[0].strip()


def _url(head: list[str], near: list[str]) -> str:
    stated = _first(_URL, [line for line in near if "http" in line])
    return stated or next((line for line in head if _BARE_URL.fullmatch(line)), "")


def has_title(text: str) -> bool:
    """Tell whether the clean text begins with a headline rather than with its first paragraph."""
    first, _, rest = text.partition("\n")
    longest = _LONGEST_TITLE if han_count(first) else _LONGEST_LATIN_TITLE
    is_short = len(first) <= longest and not first.endswith(("。", "，", "；"))
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
    named = _first(_SOURCE, head) or _first(
        _SOURCE, [line for line in near if "：" in line or ":" in line]
    )
    if named:
        return named.strip("《》")
    crumb = next((crumb for line in head if (crumb := _crumb(line))), "")
    return crumb or next((name for name in _bare_names(head) if is_outlet(name)), "")


def _bare_names(head: list[str]) -> list[str]:
    """Return the names that bylines give without saying whose they are."""
    return [name for line in head for name in read_byline(line) or ()]


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
    bare = (name for name in [*_bare_names(head), *_below_title(head)] if is_person(name))
    return staff or next(bare, "") or _profile(near)


def _below_title(head: list[str]) -> list[str]:
    """Return the lines that stand alone below the first, their blanks taken out."""
    return ["".join(line.split()) for line in head[1:]]


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
        if is_byline(line) and not _CRAWL.search(simplified(line)):
            day = iso_date(line)
            if day:
                return day
    return ""


def _first(pattern: re.Pattern[str], lines: list[str]) -> str:
    """Return the first group that `pattern` finds in a short line."""
    for line in lines:
        match = pattern.search(simplified(line)) if len(line) <= _LONGEST_LINE else None
        if match and match.lastindex and not (match.re is _SOURCE and ends_sentence(line)):
            return line[slice(*match.span(match.lastindex))]
    return ""
