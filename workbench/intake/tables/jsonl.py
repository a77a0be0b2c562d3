"""Tables of JSON: one object a line, its keys the columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from workbench.domain.errors import Refusal
from workbench.files.tables.delimited import text_refusal
from workbench.files.tables.lines import Line, lines_of_file
from workbench.files.tables.model import (
    BEGINNING,
    MOST_COLUMNS,
    Opener,
    Place,
    Row,
    Table,
    unique_names,
)
from workbench.intake.errors import RowUnreadable, TableEmpty, TableTooWide


def json_table(opener: Opener, name: str, known: tuple[str, ...] = ()) -> Table:
    """Return a table whose columns are the keys of its objects, read for them if not `known`.

    Raises:
        TableEmpty, TableTooWide, TableLineTooLong.
    """
    keys = known or _keys(opener, name)

    def read(place: Place = BEGINNING, /) -> Iterator[Row]:
        with opener() as stream:
            for number, found, line in _lines(stream, name, place):
                yield _row(number, found, line, keys, name)

    return Table(name, unique_names(map(_storable, keys)), 0, read, keys=keys)


def _keys(opener: Opener, name: str) -> tuple[str, ...]:
    """Return every key in its order; also one that only the last object has is a column."""
    keys: dict[str, None] = {}
    with opener() as stream:
        for _, found, _ in _lines(stream, name):
            if isinstance(found, Mapping):
                keys.update(dict.fromkeys(found))
            if len(keys) > MOST_COLUMNS:
                raise TableTooWide(file=name, columns=len(keys), limit=MOST_COLUMNS)
    if not keys:
        raise TableEmpty(file=name)
    return tuple(keys)


def _storable(key: str) -> str:
    return key.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


_Found = Mapping[str, Any] | Refusal


def _lines(
    stream: BinaryIO, name: str, place: Place = BEGINNING
) -> Iterator[tuple[int, _Found, Line]]:
    """Yield the number of each line that says something, its object, and itself."""
    for number, line in enumerate(lines_of_file(stream, name, place.at), place.number):
        if line.text.strip():
            yield number, _parsed(line.text, f"{name}#{number}"), line


def _parsed(line: str, name: str) -> _Found:
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        return RowUnreadable(file=name, reason=str(error) or type(error).__name__)
    if not isinstance(found, dict):
        return RowUnreadable(file=name, reason="no JSON object")
    return cast("dict[str, Any]", found)


def _row(number: int, found: _Found, line: Line, keys: tuple[str, ...], name: str) -> Row:
    if isinstance(found, Refusal):
        return Row(number, ("",) * len(keys), found, at=line.at)
    cells = tuple(told(found.get(key)) for key in keys)
    refusal = text_refusal(cells, line.damaged, f"{name}#{number}")
    return Row(number, cells, refusal, line.damaged, line.at)


def told(value: object) -> str:
    """Return a value of JSON as a cell's text: what is nested as JSON, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
