"""JSON-LD: what a page says about itself to machines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from workbench.intake.readers.html.parse import Node, attr

_ARTICLE = re.compile(r"Article|Posting|Report|Analysis|Opinion")
_MOST_DATA = 2_000_000


def linked_data(root: Node) -> Iterator[dict[str, Any]]:
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


def is_article(data: dict[str, Any]) -> bool:
    """Tell whether an object describes an article."""
    kinds = data.get("@type")
    names = cast("list[object]", kinds) if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def strings(data: list[dict[str, Any]], *keys: str) -> list[str]:
    """Return the texts under these keys."""
    found = [_name(each.get(key)) for key in keys for each in data]
    return [text for text in found if text]


def names(data: list[dict[str, Any]], key: str) -> list[str]:
    """Return the names of persons or bodies; several of one article as one string."""
    found: list[str] = []
    for each in data:
        value: object = each.get(key)
        many = cast("list[object]", value) if isinstance(value, list) else [value]
        named = [name for one in many[:10] if (name := _name(one))]
        found += ["、".join(dict.fromkeys(named))] if named else []
    return found


def _name(value: object) -> str:
    if isinstance(value, dict):
        inner = cast("dict[str, object]", value)
        value = inner.get("name") or inner.get("@id")
    return _storable(value) if isinstance(value, str) else ""


def _storable(text: str) -> str:
    """Return `text` without what no store can keep: JSON can spell half characters and NUL."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
