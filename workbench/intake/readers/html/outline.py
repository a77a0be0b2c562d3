"""A page as lines of text: each with the element that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.article import Edit
from workbench.intake.readers.html.parse import Node


@dataclass(slots=True)
class Element:
    """An element that encloses blocks: its place in the tree, and how it is named."""

    parent: int
    tag: str
    names: str  # class, id and role, in small letters
    signature: str  # what elements of one kind share
    centred: bool


@dataclass(slots=True)
class Block:
    """A line ``[start, end)`` of the text, and where it came from."""

    start: int
    end: int
    text: str
    owner: int  # index of the innermost element that breaks lines
    linked: int  # characters in links
    bold: bool
    after_image: bool
    in_table: bool


@dataclass(slots=True)
class Mark:
    """A superscript, or a link to another place of the page: what may point to a note."""

    start: int
    end: int
    target: str
    raised: bool


@dataclass(slots=True)
class Outline:
    """All visible text of a page, and what the walk learned about it."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list[Block])
    elements: list[Element] = field(default_factory=list[Element])
    cuts: list[Edit] = field(default_factory=list[Edit])
    marks: list[Mark] = field(default_factory=list[Mark])
    named: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    concealed: list[Node] = field(default_factory=list[Node])  # hidden elements and glosses
    size: int = 0  # elements
    depth: int = 0
