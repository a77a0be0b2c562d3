"""Where a page states title, outlet, author, day and address: its head, links and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from workbench.intake.readers.html.linked_data import is_article, linked_data, names, strings
from workbench.intake.readers.html.parse import Node, attr

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
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})\s*-->")
_SPACES = re.compile(r"\s+")


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
    data = [each for each in linked_data(root) if is_article(each)]
    page_title = _first_text(root, "title")
    shown = tuple(filter(None, (_whole_text(each) for each in _some(root, "h1", 5))))
    saved = _SAVED.search(markup[:4_000])
    return Stated(
        titles=_unique(
            (*_values(head, _TITLES), *strings(data, "headline", "name"), *shown, page_title)
        ),
        sources=_unique((*_values(head, _SITES), *names(data, "publisher"))),
        authors=_unique((*names(data, "author"), *_values(head, _AUTHORS), *_signed(root))),
        dates=_unique(
            (
                *_values(head, _DATES[:1]),
                *strings(data, "datePublished"),
                *_values(head, _DATES[1:]),
            )
        ),
        urls=_unique(
            (
                *_canonical(root),
                *_values(head, ("og:url",)),
                *strings(data, "url", "mainEntityOfPage"),
                saved[1] if saved else "",
            )
        ),
        language=_language(root),
        body=max(strings(data, "articleBody"), key=len, default=""),
        page_title=page_title,
    )


def _language(root: Node) -> str:
    node = next(root.iter("html"), root)
    return (attr(node, "lang") or attr(node, "xml:lang")).strip().lower().replace("_", "-")[:20]


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
    return _SPACES.sub(" ", text.replace("\ufeff", "")).strip()


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_clean, values))))
