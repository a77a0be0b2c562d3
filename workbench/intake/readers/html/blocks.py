"""A page's tree as lines of text, each with the element it came from.

The walk never recurses: pages nest as deep as they like. White space is what a browser makes
of it, but that a line feed between two Han characters is nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from workbench.domain.article import Edit
from workbench.intake.readers.html.names import words_of
from workbench.intake.readers.html.nodes import (
    first_number,
    is_centred,
    is_data,
    is_link,
    is_sign,
    number,
)
from workbench.intake.readers.html.outline import Block, Element, Mark, Outline
from workbench.intake.readers.html.parse import Node, attr
from workbench.intake.readers.html.style import Styles

_SKIPPED = words_of(
    """
    script style noscript template head svg iframe object embed applet audio video canvas map
    datalist select title
    """
)
_BLOCK = words_of(
    """
    address article aside blockquote body center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li
    main menu nav ol p pre section summary table tbody thead tfoot tr td th caption ul
    textarea
    """
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PREFORMATTED = frozenset(("pre", "textarea", "listing", "xmp", "plaintext"))
_WIDE = "\u2018-\u201d\u2026\u3000-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
_BLANK = re.compile(r"[ \t\r\n\f\xa0]+")
_OWN_BULLET = re.compile(r"[-–—•●▪■◆*·①-⑳〔\[（(]|\d{1,3}[.、)）．]|[一二三四五六七八九十]{1,3}、")


def outline_of(root: Node) -> Outline:
    """Return the text of the tree under `root`, line by line.

    Elements that a style hides but that hold whole paragraphs count as visible: scripts fold
    long articles and show them on a click.
    """
    return _Walk(root).outline


class _Walk:
    """One pass over the tree."""

    def __init__(self, root: Node) -> None:
        self.outline = Outline()
        self._styles = Styles(root)
        self._done: list[str] = []  # lines that are finished, with their line feeds
        self._offset = 0  # their length
        self._line: list[str] = []
        self._size = 0  # length of the line at hand
        self._last = ""
        self._elements: list[int] = []
        self._links = self._bold = self._kept_blanks = self._cells = 0
        self._linked = self._bolded = 0
        self._image = self._image_inside = False  # before the line at hand, and in it
        self._bullet = ""
        self._counters: list[int | None] = []
        # Where concealed and named elements began, and whether they are concealed.
        self._open: list[tuple[Node, int, bool]] = []
        self._gap = False  # whether a blank is due before the next text
        self._hidden = 0
        self._tables: list[bool] = []  # whether each open table holds data
        self._run(root)

    # -- the tree ------------------------------------------------------------------------------

    def _run(self, root: Node) -> None:
        stack: list[tuple[Node, bool]] = [(root, False)]
        depth = 0
        while stack:
            node, is_end = stack.pop()
            if is_end:
                depth -= 1
                self._leave(node)
                self._text(node.tail)
                continue
            self.outline.size += 1
            if not isinstance(node.tag, str) or not self._enter(node):
                self._text(node.tail if node is not root else None)
                continue
            depth += 1
            self.outline.depth = max(self.outline.depth, depth)
            stack.append((node, True))
            self._text(node.text)
            stack += ((child, False) for child in reversed(list(node)))
        self._flush()
        self._finish()

    def _finish(self) -> None:
        text = "".join(self._done).removesuffix("\n")
        cuts = (replace(cut, end=min(cut.end, len(text))) for cut in self.outline.cuts)
        self.outline.text = text
        self.outline.cuts = [cut for cut in cuts if cut.start < cut.end]

    @property
    def _at(self) -> int:
        return self._offset + self._size

    def _enter(self, node: Node) -> bool:
        """Open an element; tell whether to go into it."""
        tag = cast("str", node.tag)
        if tag in _SKIPPED or (tag == "input"):
            return False
        if tag == "br":
            self._break()
            return False
        if tag == "img":
            self._see(node)
            return False
        if tag in _BLOCK:
            self._enter_block(node, tag)
        self._enter_inline(node, tag)
        concealed = not self._hidden and (tag in ("rt", "rp") or self._styles.hides(node))
        if concealed or attr(node, "id") or attr(node, "name"):
            self._open.append((node, self._at, concealed))
            self._hidden += concealed
        return True

    def _see(self, image: Node) -> None:
        if not is_sign(image):
            self._image, self._image_inside = self._image or not self._size, self._size > 0

    def _enter_block(self, node: Node, tag: str) -> None:
        if self._cells and tag not in ("tr", "table"):
            self._enter_cell(tag)
            return
        self._flush()
        self._bullet = "" if tag == "li" else self._bullet
        parent = self._elements[-1] if self._elements else -1
        names = " ".join((attr(node, "class"), attr(node, "id"), attr(node, "role"))).lower()
        kind = re.sub("[0-9]+", "", attr(node, "class").lower())
        signature = f"{tag} {kind}".strip()
        inherited = parent >= 0 and self.outline.elements[parent].centred
        centred = is_centred(node, tag, inherited)
        self.outline.elements.append(Element(parent, tag, names, signature, centred))
        self._elements.append(len(self.outline.elements) - 1)
        if tag in ("ul", "ol", "menu", "dir"):
            self._counters.append(first_number(node) if tag == "ol" else None)
        elif tag == "li":
            self._bullet = self._next_bullet(node)
        elif tag == "table":
            self._tables.append(is_data(node))
            self._cells += self._tables[-1]

    def _enter_cell(self, tag: str) -> None:
        if tag in ("td", "th"):
            if self._size:
                self._gap = False
                self._put("\t")
        else:
            self._gap = True

    def _next_bullet(self, node: Node) -> str:
        if not self._counters or self._counters[-1] is None:
            return "" if "list-style" in attr(node, "style") else "• "
        count = number(attr(node, "value"), self._counters[-1])
        self._counters[-1] = count + 1
        return f"{count}. "

    def _enter_inline(self, node: Node, tag: str) -> None:
        if is_link(node, tag):
            self._links += 1
        if tag in ("b", "strong") or tag in _HEADINGS:
            self._bold += 1
        if tag in _PREFORMATTED or "white-space:pre" in attr(node, "style").replace(" ", ""):
            self._kept_blanks += 1
        if tag == "sup" or (tag == "a" and "#" in attr(node, "href")):
            target = attr(node, "href").partition("#")[2] if tag == "a" else ""
            self.outline.marks.append(Mark(self._at, -1, target, tag == "sup"))

    def _leave(self, node: Node) -> None:
        tag = cast("str", node.tag)
        if self._open and self._open[-1][0] is node:
            _, start, concealed = self._open.pop()
            self._leave_open(node, tag, start, concealed)
        self._leave_inline(node, tag)
        if tag in _BLOCK:
            self._leave_block(tag)

    def _leave_open(self, node: Node, tag: str, start: int, concealed: bool) -> None:
        for key in {attr(node, "id"), attr(node, "name")} - {""}:
            self.outline.named.setdefault(key, (start, self._at))
        if concealed:
            self._hidden -= 1
            self.outline.concealed.append(node)
            if self._at > start:
                self._conceal(start, "gloss" if tag in ("rt", "rp") else "hidden")

    def _conceal(self, start: int, reason: str) -> None:
        """Note a cut up to here, with those inside it."""
        cuts = self.outline.cuts
        while cuts and cuts[-1].start >= start:
            cuts.pop()
        cuts.append(Edit(start, self._at, "", reason))

    def _leave_inline(self, node: Node, tag: str) -> None:
        if is_link(node, tag):
            self._links -= 1
        if tag in ("b", "strong") or tag in _HEADINGS:
            self._bold -= 1
        if tag in _PREFORMATTED or "white-space:pre" in attr(node, "style").replace(" ", ""):
            self._kept_blanks -= 1
        if tag == "sup" or (tag == "a" and "#" in attr(node, "href")):
            mark = next(mark for mark in reversed(self.outline.marks) if mark.end < 0)
            mark.end = self._at

    def _leave_block(self, tag: str) -> None:
        if self._cells and tag not in ("tr", "table"):
            self._gap = tag not in ("td", "th", "tbody", "thead", "tfoot")
            return
        self._flush()
        self._elements.pop()
        if tag in ("ul", "ol", "menu", "dir"):
            self._counters.pop()
        elif tag == "table":
            self._cells -= self._tables.pop()
        self._bullet = ""

    # -- the text ------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._kept_blanks and not self._cells:
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for index, line in enumerate(lines):
                if index:
                    self._flush()
                if line.strip() or self._size:
                    self._put(line.replace("\xa0", " "), verbatim=True)
            return
        self._put(_BLANK.sub(" ", _BREAK.sub("", text)))

    def _put(self, text: str, verbatim: bool = False) -> None:
        if self._gap and self._size and text[:1] not in " \t":
            text = f" {text}"
        self._gap = False
        if not self._at:  # no byte order mark begins a text, also not as an entity
            text = text.lstrip("\ufeff ")
        if text.startswith(" ") and not verbatim and (not self._size or self._last in " \t"):
            text = text[1:]
        if not text:
            return
        if not self._size and self._bullet:
            if not self._links and not _OWN_BULLET.match(text):
                self._add(self._bullet)
            self._bullet = ""
        if self._links:
            self._linked += len(text)
        if self._bold:
            self._bolded += len(text)
        self._add(text)

    def _add(self, text: str) -> None:
        self._line.append(text)
        self._size += len(text)
        self._last = text[-1]

    def _break(self) -> None:
        if self._cells:
            self._gap = True
        else:
            self._flush()

    def _flush(self) -> None:
        """End the line at hand, if it holds anything."""
        self._gap = False
        if not self._size:
            return
        line = "".join(self._line)
        text = line.strip()
        if text:
            self.outline.blocks.append(self._block(line, text))
            self._image, self._image_inside = self._image_inside, False
        self._done += (line, "\n")
        self._offset += self._size + 1
        self._line, self._size, self._last = [], 0, ""
        self._linked = self._bolded = 0

    def _block(self, line: str, text: str) -> Block:
        start = self._offset + len(line) - len(line.lstrip())
        return Block(
            start=start,
            end=start + len(text),
            text=text,
            owner=self._elements[-1] if self._elements else -1,
            linked=self._linked,
            bold=self._bolded * 2 > len(text),
            after_image=self._image,
            in_table=self._cells > 0,
        )
