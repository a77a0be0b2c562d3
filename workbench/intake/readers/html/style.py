"""What a page's own styles hide: text against copying, and parts that a script shows later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from workbench.intake.readers.html.parse import Node, attr

_HIDING = re.compile(
    r"(?<![\w-])(display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(\.0+)?\s*(;|!|$)"
    r"|font-size\s*:\s*0(\.0+)?(px|pt|em|rem|%)?\s*(;|!|$))",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"[a-z]{0,12}([.#])([\w-]{1,60})")
_AT_RULE = re.compile(
    r"@(media|supports|container)[^{}]{0,300}\{(?:[^{}]{0,400}\{[^{}]{0,2000}\}){0,200}\s*\}"
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LONGEST_SHEET = 400_000
_PARAGRAPH = 40  # characters: what hides as much may hold a part of an article
_SENTENCE = re.compile(r"[。！？；]")
# The class that a widespread forum program gives to noise in the middle of its posts.
_NOISE = frozenset(("jammer",))


class Styles:
    """The classes and ids that the style sheets inside a page hide."""

    def __init__(self, root: Node) -> None:
        self._classes: set[str] = set(_NOISE)
        self._ids: set[str] = set()
        self._known: dict[int, bool] = {}
        for sheet in root.iter("style"):
            self._read((sheet.text or "")[:_LONGEST_SHEET])

    def _read(self, sheet: str) -> None:
        plain = _AT_RULE.sub("", _COMMENT.sub("", sheet))
        for rule in _RULE.finditer(plain):
            if _HIDING.search(rule[2]):
                for selector in rule[1].split(","):
                    self._take(selector.strip())

    def _take(self, selector: str) -> None:
        match = _SIMPLE.fullmatch(selector)
        if match:
            (self._classes if match[1] == "." else self._ids).add(match[2])

    def hides(self, node: Node) -> bool:
        """Tell whether `node` is out of sight for good."""
        return self._is_styled_away(node) and not _holds_paragraphs(node)

    def _is_styled_away(self, node: Node) -> bool:
        style = attr(node, "style")
        if style and _HIDING.search(style):
            return True
        if node.get("hidden", "no") != "no":
            return True
        return (
            not self._classes.isdisjoint(attr(node, "class").split())
            or attr(node, "id") in self._ids
        )


def _holds_paragraphs(node: Node) -> bool:
    """Tell whether `node` is as large as a part of an article, which a click may unfold."""
    if cast("str", node.tag) in ("span", "font", "i", "em", "b", "p", "a", "small", "code"):
        return False
    length = sentences = 0
    for text in _texts(node):
        length += len(text.strip())
        sentences += len(_SENTENCE.findall(text))
        if length >= _PARAGRAPH and sentences >= 2:
            return True
    return False


def _texts(node: Node) -> Iterator[str]:
    for each in node.iter():
        if each.text and each.tag not in ("script", "style", "noscript"):
            yield each.text
        if each.tail and each is not node:
            yield each.tail
