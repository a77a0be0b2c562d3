"""What single elements of a page are: links, signs, tables of data."""

from __future__ import annotations

import re

from workbench.intake.readers.html.parse import Node, attr

_ALIGN = re.compile(r"text-align\s*:\s*([a-z]+)", re.IGNORECASE)
_LONGEST_CELL = 160
_SMALL = 40  # pixels: a smaller picture is a sign, and has no caption


def is_link(node: Node, tag: str) -> bool:
    """Tell whether an element leads somewhere; without any address a script makes it do so."""
    if tag != "a":
        return tag in ("button", "label")
    return bool(attr(node, "href")) or not (attr(node, "name") or attr(node, "id"))


def is_sign(node: Node) -> bool:
    """Tell whether a picture is so small that it is a sign, and has no caption."""
    return any(0 < number(attr(node, side), _SMALL) < _SMALL for side in ("width", "height"))


def is_centred(node: Node, tag: str, inherited: bool) -> bool:
    """Tell whether the text of an element is centred; `inherited`: whether that around it is."""
    match = _ALIGN.search(attr(node, "style"))
    side = (match[1] if match else attr(node, "align")).lower()
    return side == "center" if side else inherited or tag == "center"


def number(value: str, otherwise: int) -> int:
    """Return the number that an attribute begins with."""
    match = re.match(r"\s*(\d{1,6})", value)
    return int(match[1]) if match else otherwise


def first_number(node: Node) -> int:
    """Return the number of the first item of a list."""
    return number(attr(node, "start"), 1)


def is_data(table: Node) -> bool:
    """Tell whether a table holds data, to be read row by row, rather than parts of the page."""
    if (
        next(table.iterdescendants("table", "ul", "ol", "form", "article", "section"), None)
        is not None
    ):
        return False
    rows = columns = longest = 0
    for row in table.iterdescendants("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        rows += 1
        columns = max(columns, len(cells))
        longest = max([longest, *map(_length, cells)])
        if longest > _LONGEST_CELL:
            return False
    return rows >= 2 and columns >= 2 and longest > 0


def _length(node: Node) -> int:
    return sum(len(part.strip()) for part in _strings(node))


def _strings(node: Node) -> list[str]:
    return [text for each in node.iter() for text in (each.text, each.tail) if text]
