"""The YAML block above a Markdown text, as far as it is simple lines of key and value."""

from __future__ import annotations

import re

from workbench.intake.extracted import Metadata
from workbench.intake.readers.html.metadata import iso_day

_BLOCK = re.compile(
    r"\s*---[ \t]*\n((?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n){0,200})(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_LINE = re.compile(r"([\w\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,40}?)\s*[:：](?:\s+|$)(.*)")
_KEYS = {
    "title": ("title", "headline", "标题", "題目"),
    "author": ("author", "authors", "by", "byline", "作者"),
    "published": ("published", "date", "pubdate", "publish_date", "日期", "发布时间", "时间"),
    "source": ("source", "outlet", "publication", "publisher", "site", "来源", "媒体"),
    "url": ("url", "link", "source_url", "canonical", "original", "source", "链接", "原文"),
    "language": ("language", "lang", "语言"),
}


def front_matter(text: str) -> tuple[Metadata, int]:
    """Return what the block states and where it ends; nothing and 0 where there is none."""
    block = _BLOCK.match(text[:50_000])
    if not block or not any(_LINE.match(line) for line in block[1].split("\n")):
        return Metadata(), 0
    values = _values(block[1])
    stated = {field: _first(values, keys) for field, keys in _KEYS.items()}
    links = [values.get(key, "") for key in _KEYS["url"]]
    stated["url"] = next((link for link in links if re.match(r"https?://\S+$", link)), "")
    stated["source"] = "" if "://" in stated["source"] else stated["source"]
    stated["published"] = iso_day(stated["published"])
    language = stated["language"].lower().partition("-")[0]
    stated["language"] = language if re.fullmatch("[a-z]{2,3}", language) else ""
    return Metadata(**stated), block.end()


def _values(block: str) -> dict[str, str]:
    values: dict[str, str] = {}
    key = ""
    for line in block.split("\n"):
        item = re.match(r"\s*-\s+(.+)", line)
        if item and key:
            values[key] = "、".join(filter(None, (values[key], _plain(item[1]))))
            continue
        match = _LINE.match(line)
        key = match[1].lower() if match else ""
        if match:
            values.setdefault(key, _plain(match[2]))
    return values


def _plain(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return "、".join(filter(None, map(_plain, value[1:-1].split(","))))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return re.sub(r"\s+#.*$", "", value)


def _first(values: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((values[key] for key in keys if values.get(key)), "")
