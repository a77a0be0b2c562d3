"""An article's metadata: of what a page states, what can be believed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from workbench.intake.extracted import Metadata
from workbench.intake.readers.html.outline import Outline
from workbench.intake.readers.html.stated import Stated
from workbench.intake.script import han_count

_DAY = re.compile(
    r"(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)"
)
_SEPARATOR = re.compile(r"\s*[_|｜]\s*|\s+[-–—·]\s+|\s*--\s*|-(?=[^-，。！？\d]{2,14}$)")
# A title before a section that a hyphen sets off, once the site's name is gone.
_SECTIONS = re.compile(r"([^-]{6,}?)(-[^-，。！？\d]{2,8}){1,2}")
# Ids by which widespread page templates show who published an article.
_SOURCE_IDS = ("js_name", "source_baidu", "source", "media_name", "article_source")
_LABEL = re.compile(r"^(来源|來源|稿源|Source)\s?[:：]\s?")
_SPACES = re.compile(r"\s+")
_CRAWL = re.compile(r"抓取|采集|检索|访问|下载|导出|打印|更新|今天|今日|现在")
_LETTERS = {"ja": "[\u3040-\u30ff]", "ko": "[\uac00-\ud7a3]", "zh": "[\u3400-\u9fff]"}


def about(
    stated: Stated, outline: Outline, shown: str, near: list[str], guess: Metadata, text: str
) -> Metadata:
    """Return the article's metadata.

    `shown` is the headline in the page, `near` the lines around it, `guess` what these say when
    read like a plain text, `text` the article.
    """
    source = _labelled(outline, _SOURCE_IDS) or _source(stated, guess)
    return Metadata(
        title=shown or best_title(stated),
        source=source or _site(stated, outline.text),
        author=_author(stated, guess),
        published=_published(stated, near, guess),
        url=next((u for u in stated.urls if re.match(r"https?://[^\s/]+\.[^\s]+$", u)), ""),
        language=_plausible_language(stated.language, text),
        script=_script(stated.language, text),
    )


def best_title(stated: Stated) -> str:
    """Return the headline that the page states, without the name of its site."""
    return next(iter(headlines(stated)), "")


def headlines(stated: Stated) -> tuple[str, ...]:
    """Return the headlines that the page states, each after itself without site and sections."""
    sites = {_SPACES.sub("", source) for source in stated.sources}
    found: list[str] = []
    for title in stated.titles:
        bare = _bare(title, sites)
        found += [bare] if bare in stated.titles else [bare, title]
        found += [shorter.group(1)] if (shorter := _SECTIONS.fullmatch(bare)) else []
    return tuple(dict.fromkeys(t for t in found if t and _SPACES.sub("", t) not in sites))


def _bare(title: str, sites: set[str]) -> str:
    """Return `title` up to the first separator behind which no more than site and section stand."""
    for match in _SEPARATOR.finditer(title):
        left, right = title[: match.start()].strip(), title[match.end() :].strip()
        is_site = len(right) <= 30 and not re.search("[，。！？；：]", right)
        if len(left) >= 4 and (is_site or _SPACES.sub("", right) in sites):
            return left
    return title


def _source(stated: Stated, guess: Metadata) -> str:
    """Return the outlet: whom the byline names wrote it, the site only published it."""
    named = next((s for s in stated.sources if 1 < len(s) <= 40 and "://" not in s), "")
    return guess.source or named


def _labelled(outline: Outline, ids: tuple[str, ...]) -> str:
    """Return the short text of the first element with one of these ids."""
    texts = (outline.text[slice(*outline.named[i])].strip() for i in ids if i in outline.named)
    bare = (_LABEL.sub("", text) for text in texts)
    return next((text for text in bare if 2 <= len(text) <= 24 and "\n" not in text), "")


def _site(stated: Stated, text: str) -> str:
    """Return the site that the page's own title ends with, if the page names it elsewhere too."""
    last = _SEPARATOR.split(stated.page_title)[-1].strip()
    is_name = 2 <= len(last) <= 24 and last != stated.page_title.strip()
    return last if is_name and last in text and not re.search("[，。！？]", last) else ""


def _author(stated: Stated, guess: Metadata) -> str:
    sites = {*stated.sources}
    return next(
        (
            a
            for a in stated.authors
            if len(a) <= 60
            and "://" not in a
            and a not in sites
            and a.lower() not in ("admin", "administrator", "editor", "管理员", "佚名", "匿名")
        ),
        guess.author,
    )


def _published(stated: Stated, near: list[str], guess: Metadata) -> str:
    shown = guess.published or next((day for line in near if (day := _shown_day(line))), "")
    for value in stated.dates:
        day = iso_day(value)
        if day:
            return _local(value, day, shown)
    return shown


def _shown_day(line: str) -> str:
    return "" if len(line) > 120 or _CRAWL.search(line) else iso_day(line)


def _local(value: str, day: str, shown: str) -> str:
    """Return the day that readers saw, where the page states its time in UTC."""
    is_utc = re.search(r"(Z|[+-]00:?00)$", value.strip()) is not None
    next_day = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return shown if is_utc and shown == next_day else day


def iso_day(value: str) -> str:
    """Return the first day that `value` names as an ISO date, "" if it cannot be one."""
    for match in _DAY.finditer(value[:300]):
        numbers = [int(group) for group in match.groups() if group]
        try:
            day = date(*numbers)
        except ValueError:
            continue
        if day.year >= 1900 and day <= datetime.now(UTC).date() + timedelta(days=1):
            return day.isoformat()
    return ""


def _plausible_language(tag: str, text: str) -> str:
    """Return the page's language, "" where its letters say otherwise: templates state any."""
    language = tag.partition("-")[0]
    if not re.fullmatch("[a-z]{2,3}", language):
        return ""
    letters = max(1, sum(character.isalpha() for character in text))
    kana = len(re.findall(_LETTERS["ja"], text))
    if language in _LETTERS:
        own = len(re.findall(_LETTERS[language], text))
        few = 0.05 if language == "ja" else 0.2
        is_other = language == "zh" and kana > letters / 10
        return language if own > few * letters and not is_other else ""
    return language if han_count(text) + kana < letters / 5 else ""


def _script(tag: str, text: str) -> str:
    is_chinese = _plausible_language(tag, text) == "zh"
    if not is_chinese:
        return ""
    return "Hant" if "hant" in tag else "Hans" if "hans" in tag else ""
