"""What a description of a code says in lines of ours: the name of a field, a colon, its text.

A text may go on in the lines below. What would be misread, or what XML cannot hold, stands in
quotation marks as a string of JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from workbench.exchange.codebook.table.fields import BY_KEY, field_named
from workbench.exchange.codebook.table.rows import Cell, Row, told_flag
from workbench.files.cells import number_cell
from workbench.files.xml import NOT_IN_XML

_LINE = re.compile(r"((?:属性|attribute)\s*[:：]\s*[a-z0-9_]+|[^:：\n]{1,40}?)\s?[:：][ \t]?(.*)")
_POSITION = ("次序", "position")


def clean(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text)


def lines_of(row: Row, language: str) -> str:
    """Return the description that says what `row` says."""
    colon = "：" if language == "zh" else ": "
    return "\n".join(
        f"{_name(field, language)}{colon}{_safe(_text(cell, language))}"
        for field, cell in row.items()
        if cell is not None and cell != ""
    )


def _name(field: str, language: str) -> str:
    if field == "position":
        return _POSITION[0 if language == "zh" else 1]
    if field.startswith("attribute:"):
        return ("属性：" if language == "zh" else "attribute: ") + field.removeprefix("attribute:")
    return BY_KEY[field].told(language)


def _text(cell: Cell, language: str) -> str:
    if isinstance(cell, bool):
        return told_flag(cell, language)
    return cell if isinstance(cell, str) else number_cell(cell or 0)


def _safe(text: str) -> str:
    is_plain = text == text.strip() and not text.startswith('"') and "\r" not in text
    if is_plain and not NOT_IN_XML.search(text) and not any(map(_field, text.split("\n"))):
        return text
    return json.dumps(text)


def _field(line: str) -> str | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    name = found[1].strip()
    return "position" if name in _POSITION else field_named(name)


def cells_of(description: str) -> dict[str, str]:
    """Return what our lines say, by field; empty where they are not ours."""
    cells: dict[str, list[str]] = {}
    for field, text in _said(description):
        if field:
            cells[field] = [text]
        elif cells:
            cells[next(reversed(cells))].append(text)
    if "key" not in cells and "kind" not in cells:
        return {}
    return {field: _unsafe("\n".join(lines)) for field, lines in cells.items()}


def _said(description: str) -> Iterator[tuple[str | None, str]]:
    for line in description.split("\n"):
        field = _field(line)
        found = _LINE.fullmatch(line) if field else None
        yield (field, found[2]) if found else (None, line)


def _unsafe(text: str) -> str:
    if not text.startswith('"'):
        return text.rstrip("\n")
    try:
        return str(json.loads(text))
    except ValueError:
        return text
