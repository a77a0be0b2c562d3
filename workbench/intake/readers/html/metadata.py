"""What a page states about its article: in its head, its linked data, its byline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, cast

from workbench.intake.extracted import Metadata
from workbench.intake.readers.html.blocks import Outline
from workbench.intake.readers.html.parse import Node, attr
from workbench.intake.script import han_count

_TITLES = ("og:title", "twitter:title", "articletitle", "dc.title", "title")
_SITES = ("og:site_name", "contentsource", "source", "mediaid", "application-name")
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "dc.creator", "parsely-author")
_DATES = (
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publish_time",
    "dc.date",
    "dc.date.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "weibo:article:create_at",
    "date",
)
_ARTICLE = re.compile(r"Article|Posting|Report|Analysis|Opinion")
_DAY = re.compile(
    r"(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)"
)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})\s*-->")
_SEPARATOR = re.compile(r"\s*[_|｜]\s*|\s+[-–—·]\s+|\s*--\s*|-(?=[^-，。！？\d]{2,14}$)")
# Ids by which widespread page templates show who published an article.
_SOURCE_IDS = ("js_name", "source_baidu", "source", "media_name", "article_source")
_LABEL = re.compile(r"^(来源|來源|稿源|Source)\s?[:：]\s?")
_MOST_DATA = 2_000_000
_SPACES = re.compile(r"\s+")
_CRAWL = re.compile(r"抓取|采集|检索|访问|下载|导出|打印|更新|今天|今日|现在")
_LETTERS = {"ja": "[\u3040-\u30ff]", "ko": "[\uac00-\ud7a3]", "zh": "[\u3400-\u9fff]"}


@dataclass(frozen=True)
class Stated:
    """What a page says of itself; lists go from the surest to the least sure."""

    titles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    language: str = ""
    body: str = ""  # the article itself, where linked data hold it
    page_title: str = ""


def stated_by(root: Node, markup: str) -> Stated:
    """Return what the page under `root` states; `markup` is its source."""
    head = _head(root)
    data = [each for each in _linked_data(root) if _is_article(each)]
    page_title = _first_text(root, "title")
    shown = tuple(filter(None, (_whole_text(each) for each in _some(root, "h1", 5))))
    saved = _SAVED.search(markup[:4_000])
    return Stated(
        titles=_unique(
            (*_values(head, _TITLES), *_strings(data, "headline", "name"), *shown, page_title)
        ),
        sources=_unique((*_values(head, _SITES), *_names(data, "publisher"))),
        authors=_unique((*_names(data, "author"), *_values(head, _AUTHORS), *_signed(root))),
        dates=_unique(
            (
                *_values(head, _DATES[:1]),
                *_strings(data, "datePublished"),
                *_values(head, _DATES[1:]),
            )
        ),
        urls=_unique(
            (
                *_canonical(root),
                *_values(head, ("og:url",)),
                *_strings(data, "url", "mainEntityOfPage"),
                saved[1] if saved else "",
            )
        ),
        language=_language(root),
        body=max(_strings(data, "articleBody"), key=len, default=""),
        page_title=page_title,
    )


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
    """Return the headlines that the page states, each followed by itself without the site."""
    sites = {_SPACES.sub("", source) for source in stated.sources}
    found: list[str] = []
    for title in stated.titles:
        bare = _bare(title, sites)
        found += [bare] if bare in stated.titles else [bare, title]
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


def _language(root: Node) -> str:
    node = next(root.iter("html"), root)
    return (attr(node, "lang") or attr(node, "xml:lang")).strip().lower().replace("_", "-")[:20]


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


# -- where pages state things ------------------------------------------------------------------


def _head(root: Node) -> dict[str, str]:
    """Return the page's meta elements by name or property, the first of each."""
    head: dict[str, str] = {}
    for node in root.iter("meta"):
        key = (
            (attr(node, "property") or attr(node, "name") or attr(node, "itemprop")).strip().lower()
        )
        value = _clean(attr(node, "content"))
        if key and value:
            head.setdefault(key, value)
    return head


def _values(head: dict[str, str], keys: tuple[str, ...]) -> list[str]:
    return [head[key] for key in keys if key in head]


def _canonical(root: Node) -> list[str]:
    links = (n for n in root.iter("link") if attr(n, "rel").lower() == "canonical")
    return [attr(node, "href").strip() for node in links]


def _some(root: Node, tag: str, most: int) -> Iterator[Node]:
    for count, node in enumerate(root.iter(tag)):
        if count >= most:
            return
        yield node


def _signed(root: Node) -> list[str]:
    """Return the name on the first link to an author's page."""
    links = (
        a for a in root.iter("a") if attr(a, "rel") == "author" or "/author/" in attr(a, "href")
    )
    return [name for a in islice(links, 1) if len(name := _whole_text(a)) <= 30]


def _first_text(root: Node, tag: str) -> str:
    return next((_whole_text(node) for node in _some(root, tag, 1)), "")


def _whole_text(node: Node) -> str:
    parts: list[str] = []
    for each in node.iter():
        if isinstance(each.tag, str):
            parts.append(each.text or "")
        parts.append((each.tail or "") if each is not node else "")
    text = _clean("".join(parts))
    return text if len(text) <= 300 else ""


def _clean(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_clean, values))))


# -- linked data -------------------------------------------------------------------------------


def _linked_data(root: Node) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, outermost first."""
    for node in root.iter("script"):
        text = node.text or ""
        if "ld+json" not in attr(node, "type").lower() or len(text) > _MOST_DATA:
            continue
        try:
            whole: object = json.loads(text.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(whole)


def _objects(whole: object) -> Iterator[dict[str, Any]]:
    stack = [whole]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield cast("dict[str, Any]", value)
            stack += [
                v for v in cast("dict[str, object]", value).values() if isinstance(v, dict | list)
            ]
        elif isinstance(value, list):
            stack += reversed(cast("list[object]", value))


def _is_article(data: dict[str, Any]) -> bool:
    kinds = data.get("@type")
    names = cast("list[object]", kinds) if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def _strings(data: list[dict[str, Any]], *keys: str) -> list[str]:
    found = [_name(each.get(key)) for key in keys for each in data]
    return [text for text in found if text]


def _names(data: list[dict[str, Any]], key: str) -> list[str]:
    """Return the names of persons or bodies; several of one article as one string."""
    found: list[str] = []
    for each in data:
        value = each.get(key)
        many = cast("list[object]", value) if isinstance(value, list) else [value]
        names = list(dict.fromkeys(filter(None, map(_name, many))))
        found += ["、".join(names[:10])] if names else []
    return found


def _name(value: object) -> str:
    if isinstance(value, dict):
        inner = cast("dict[str, object]", value)
        value = inner.get("name") or inner.get("@id")
    return _storable(value) if isinstance(value, str) else ""


def _storable(text: str) -> str:
    """Return `text` without what no store can keep: JSON can spell half characters and NUL."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
