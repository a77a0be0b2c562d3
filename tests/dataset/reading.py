"""Read what an export wrote, by other means than those that wrote it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

Row = dict[str, str]

# As README.txt tells it: an apostrophe before what looks like a formula.
_ESCAPED = re.compile(r"'('*(?:[\t\r\n]|[\s\ufeff\u200b]*[=+\-@＝＋－＠]).*)", re.DOTALL)


def unescaped(cell: str) -> str:
    """Return the text that a cell stands for."""
    match = _ESCAPED.fullmatch(cell)
    return match[1] if match else cell


def raw_table(path: Path) -> list[Row]:
    """Return the rows of a table as they stand in the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    header, *body = rows
    assert len(set(header)) == len(header)
    return [dict(zip(header, row, strict=True)) for row in body]


def table(path: Path) -> list[Row]:
    """Return the rows of a table, every cell as the text it stands for."""
    return [{name: unescaped(cell) for name, cell in row.items()} for row in raw_table(path)]


def header(path: Path) -> list[str]:
    """Return the columns of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def values(row: Row) -> dict[str, object]:
    """Return the variables of a row of annotations.csv."""
    return json.loads(row["values"])


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
