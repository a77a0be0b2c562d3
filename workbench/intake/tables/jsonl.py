"""Tables of JSON: one object a line, its keys the columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO, cast

from workbench.domain.errors import Refusal
from workbench.files.tables.delimited import text_refusal
from workbench.files.tables.lines import lines_of_file
from workbench.files.tables.model import MOST_COLUMNS, Opener, Row, Table, unique_names
from workbench.intake.errors import RowUnreadable, TableEmpty, TableTooWide

_LOOKED_AT = 1_000  # objects whose keys become columns; what only later ones have is left


def json_table(opener: Opener, name: str) -> Table:
    """Return a table whose columns are the keys of its first objects.

    Raises:
        TableEmpty, TableTooWide, TableLineTooLong.
    """
    keys: dict[str, None] = {}
    with opener() as stream:
        for _, found, _ in islice(_lines(stream, name), _LOOKED_AT):
            if isinstance(found, Mapping):
                keys.update(dict.fromkeys(found))
    if not keys:
        raise TableEmpty(file=name)
    if len(keys) > MOST_COLUMNS:
        raise TableTooWide(file=name, columns=len(keys), limit=MOST_COLUMNS)

    def read() -> Iterator[Row]:
        with opener() as stream:
            for number, found, damaged in _lines(stream, name):
                yield _row(number, found, damaged, tuple(keys), name)

    return Table(name, unique_names(map(_storable, keys)), 0, read)


def _storable(key: str) -> str:
    return key.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


_Found = Mapping[str, Any] | Refusal


def _lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, _Found, int]]:
    """Yield the number of each line that says something, its object and its damage."""
    for number, line in enumerate(lines_of_file(stream, name), 1):
        if line.text.strip():
            yield number, _parsed(line.text, f"{name}#{number}"), line.damaged


def _parsed(line: str, name: str) -> _Found:
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        return RowUnreadable(file=name, reason=str(error) or type(error).__name__)
    if not isinstance(found, dict):
        return RowUnreadable(file=name, reason="no JSON object")
    return cast("dict[str, Any]", found)


def _row(number: int, found: _Found, damaged: int, keys: tuple[str, ...], name: str) -> Row:
    if isinstance(found, Refusal):
        return Row(number, ("",) * len(keys), found)
    cells = tuple(told(found.get(key)) for key in keys)
    return Row(number, cells, text_refusal(cells, damaged, f"{name}#{number}"), damaged)


def told(value: object) -> str:
    """Return a value of JSON as a cell's text: what is nested as JSON, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
