"""The text of an OpenDocument tree: paragraphs, lists with their labels, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.intake.readers.notes import Note, joined, pointer, unguarded, without_pointers
from workbench.intake.readers.ordinals import ordinal
from workbench.intake.readers.tables import row_lines

_SKIPPED = {
    *("text:tracked-changes", "office:annotation", "text:ruby-text", "svg:title", "svg:desc"),
    *("office:forms", "text:hidden-text", "text:hidden-paragraph", "table:shapes", "dc:creator"),
    *(
        "office:scripts",
        "text:index-title-template",
        "presentation:notes",
        "office:event-listeners",
    ),
    *("table:covered-table-cell", "draw:object", "math:math", "text:note-citation"),
}
_PARAGRAPHS = ("text:p", "text:h")
_SPACES = re.compile(r"[ \t\r\n]+")
_DEEPEST = 10
_BULLET = "•"
_TIGHT = tuple("、。，：）】〕》」』")


@dataclass(frozen=True, slots=True)
class Node:
    """An element with its attributes by prefixed name."""

    tag: str
    text: str
    tail: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]

    def get(self, name: str) -> str:
        """Return an attribute, empty if there is none."""
        return self.attributes.get(name, "")

    def number(self, name: str, otherwise: int) -> int:
        """Return an attribute that is a small number."""
        value = self.get(name)
        return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else otherwise

    def all(self) -> Iterator[Node]:
        """Yield the node and all below it."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is labelled."""

    style: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    is_bullet: bool = False


_Levels = Mapping[int, _Level]


def read_lists(parts: Iterable[Node]) -> tuple[dict[str, _Levels], _Levels]:
    """Return the list styles by name, and how headings are numbered."""
    lists: dict[str, _Levels] = {}
    outline: _Levels = {}
    for each in (node for part in parts for node in part.all()):
        if each.tag == "text:list-style":
            lists.setdefault(each.get("style:name"), _levels(each))
        elif each.tag == "text:outline-style":
            outline = _levels(each)
    return lists, outline


def _levels(style: Node) -> dict[int, _Level]:
    return {
        each.number("text:level", 1): _Level(
            each.get("style:num-format"),
            each.get("style:num-prefix")[:20],
            each.get("style:num-suffix")[:20],
            each.number("text:start-value", 1),
            each.number("text:display-levels", 1),
            each.tag == "text:list-level-style-bullet",
        )
        for each in style.children
        if each.tag.startswith(("text:list-level-style", "text:outline-level-style"))
    }


@dataclass
class OdfText:
    """Walks through a document and collects its notes."""

    lists: Mapping[str, _Levels]
    outline: _Levels
    notes: list[Note] = field(default_factory=list[Note])
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    _boxes: list[str] = field(default_factory=list[str])

    def of(self, body: Node) -> str:
        """Return the text of a body, with pointers to `notes`."""
        return "\n".join(self._blocks(body))

    def _blocks(self, node: Node) -> Iterator[str]:
        """Yield the lines of what stands in a body, a cell, a section, a text box."""
        for child in node.children:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == "text:list":
                yield from self._list(child, "", 1)
            elif child.tag == "table:table":
                yield from self._table(child)
            elif child.tag not in _SKIPPED:
                yield from self._blocks(child)

    def _paragraph(self, node: Node, label: str = "") -> Iterator[str]:
        """Yield a paragraph, after the text boxes that hang on it."""
        outer, self._boxes = self._boxes, []
        label = label or self._heading_label(node)
        text = "".join(self._inline(node)).strip(" ")
        boxes, self._boxes = self._boxes, outer
        yield from boxes
        yield label + text if text else ""

    def _inline(self, node: Node) -> Iterator[str]:
        yield _plain(node.text)
        for child in node.children:
            yield from self._inside(child)
            yield _plain(child.tail)

    def _inside(self, node: Node) -> Iterator[str]:
        """Yield what one element stands for inside a paragraph."""
        if node.tag == "text:s":
            yield " " * node.number("text:c", 1)
        elif node.tag == "text:tab":
            yield "\t"
        elif node.tag == "text:line-break":
            yield "\n"
        elif node.tag == "text:note":
            yield self._note(node)
        elif node.tag == "draw:text-box":
            self._boxes += self._blocks(node)
        elif node.tag not in _SKIPPED:
            yield from self._inline(node)

    def _note(self, node: Node) -> str:
        """Keep a note and return the pointer to it."""
        mark = next((c for c in node.children if c.tag == "text:note-citation"), None)
        shown = "" if mark is None else mark.get("text:label") or mark.text
        index = len(self.notes)
        self.notes.append(Note("", ""))  # its place, should it hold notes itself
        bodies = (c for c in node.children if c.tag == "text:note-body")
        text = joined(line for body in bodies for line in self._blocks(body))
        self.notes[index] = Note(unguarded(shown).strip(), without_pointers(text))
        return pointer(index)

    def _table(self, table: Node) -> Iterator[str]:
        for row in _rows(table):
            cells = [c for c in row.children if c.tag.endswith("table-cell")]
            yield from row_lines([list(self._cell(cell)) for cell in cells])

    def _cell(self, cell: Node) -> Iterator[str]:
        return iter(()) if cell.tag in _SKIPPED else self._blocks(cell)

    def _list(self, node: Node, style: str, level: int) -> Iterator[str]:
        """Yield the items of a list; one inside another takes its style, if it has none."""
        style = node.get("text:style-name") or style
        counts = self._counts.setdefault(style, {})
        goes_on = node.get("text:continue-list") or node.get("text:continue-numbering") == "true"
        if level == 1 and not goes_on:
            counts.clear()
        for item in node.children:
            label = self._label(style, level, item) if item.tag == "text:list-item" else ""
            for child in item.children:
                if child.tag == "text:list":
                    yield from self._list(child, style, level + 1)
                elif child.tag in _PARAGRAPHS:
                    yield from self._paragraph(child, label)
                    label = ""
                else:
                    yield from self._blocks(Node("", "", "", {}, (child,)))

    def _label(self, style: str, level: int, item: Node) -> str:
        """Count an item and return its label."""
        begins_with_list = bool(item.children) and item.children[0].tag == "text:list"
        if begins_with_list or level > _DEEPEST:
            return ""
        levels = self.lists.get(style, {})
        shape = levels.get(level, _Level(is_bullet=True))
        if shape.is_bullet:
            return f"{_BULLET} "
        counts = self._counts.setdefault(style, {})
        start = item.number("text:start-value", shape.start)
        is_set = bool(item.get("text:start-value"))
        return _counted(counts, levels, level, start if is_set or level not in counts else None)

    def _heading_label(self, node: Node) -> str:
        level = node.number("text:outline-level", 1)
        shape = self.outline.get(level)
        if node.tag != "text:h" or shape is None or not shape.style:
            return ""
        if node.get("text:is-list-header") == "true" or level > _DEEPEST:
            return ""
        counts = self._counts.setdefault("\0outline", {})
        start = None if level in counts else shape.start
        return _counted(counts, self.outline, level, start)


def _counted(counts: dict[int, int], levels: _Levels, level: int, start: int | None) -> str:
    """Count one further, or begin at `start`, and return the label with the blank behind it."""
    counts[level] = counts[level] + 1 if start is None else start
    for deeper in [each for each in counts if each > level]:
        del counts[deeper]
    shape = levels.get(level, _Level())
    shown = range(max(1, level - shape.shown + 1), level + 1)
    numbers = [ordinal(counts.get(n, 1), levels.get(n, shape).style) for n in shown]
    label = unguarded(f"{shape.before}{'.'.join(filter(None, numbers))}{shape.after}").strip()
    return label if not label or label.endswith(_TIGHT) else f"{label} "


def _rows(node: Node) -> Iterator[Node]:
    """Yield the rows of a table, also those in groups and heads."""
    for child in node.children:
        if child.tag == "table:table-row":
            yield child
        elif child.tag.startswith("table:table-row") or child.tag == "table:table-header-rows":
            yield from _rows(child)


def _plain(text: str) -> str:
    return unguarded(_SPACES.sub(" ", text))
