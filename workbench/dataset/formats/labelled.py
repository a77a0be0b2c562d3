"""A table as statistics files hold it: numbers with labels, days, and short texts.

Category keys become their numeric codes, booleans 1 and 0. What a value label tells already is
left out. A date stays as it was written (it may be a year, a month or a range), with a column
`_day` behind it that is a date of the program where the day is known.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from workbench.dataset.cells import missing_words
from workbench.dataset.model import Column, Table, Type
from workbench.dataset.names import Names
from workbench.domain.codebook import Words
from workbench.domain.values import Missing, Scalar

#: What a cell is in the file: text in UTF-8, a number, or nothing.
Cell = bytes | float | None
_NO, _YES = Words("否", "no"), Words("是", "yes")
_DAY = Words("（日）", " (day)")
_DAY_LENGTH = len("2026-01-31")


@dataclass(frozen=True)
class Field:
    """A column of a statistics file: which cell of the row it takes, and what it makes of it.

    `text` columns have bytes, others numbers; a `day` is the ordinal of a date (1 January of
    the year 1 is 1). `values` are the labels of numbers, in order, those of missing values apart.
    """

    name: str
    label: str
    place: int
    cell: Callable[[Scalar | None], Cell]
    type: Type
    text: bool = False
    day: bool = False
    values: tuple[tuple[int, str], ...] = ()
    missing: tuple[tuple[int, str], ...] = ()
    ordered: bool = False


def fields_of(table: Table, language: str) -> tuple[Field, ...]:
    """Return the columns of a table in a statistics file."""
    days = day_names(table)
    return tuple(
        field
        for place, column in enumerate(table.columns)
        if not column.repeats
        for field in _fields(column, place, days, language)
    )


def day_names(table: Table) -> dict[str, str]:
    """Return for each column of dates the name of the column with the day where it is known."""
    names = Names(table.names)
    dates = (each.name for each in table.columns if each.type is Type.DATE)
    return {name: names.claim(name, "_day") for name in dates}


def _fields(column: Column, place: int, days: Mapping[str, str], language: str) -> Iterator[Field]:
    numeric = column.type not in (Type.TEXT, Type.DATE)
    yield Field(
        column.name,
        column.label,
        place,
        _cell_of(column),
        column.type,
        text=not numeric,
        values=_values(column, language),
        missing=_missing(language) if column.missing and numeric else (),
        ordered=column.ordered,
    )
    if column.type is Type.DATE:
        label = column.label + _DAY.told(language)
        yield Field(days[column.name], label, place, _day, column.type, day=True)


def _values(column: Column, language: str) -> tuple[tuple[int, str], ...]:
    if column.type is Type.BOOLEAN:
        return (0, _NO.told(language)), (1, _YES.told(language))
    return tuple((each.code, each.label) for each in column.values)


def _missing(language: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(each), missing_words(each).told(language)) for each in sorted(Missing))


def _cell_of(column: Column) -> Callable[[Scalar | None], Cell]:
    if column.type is Type.CATEGORY:
        codes: Mapping[Scalar, int] = {each.key: each.code for each in column.values}
        return _Codes(codes)
    if column.type in (Type.TEXT, Type.DATE):
        return _text
    return _real if column.type is Type.REAL else _whole


class _Codes(dict[Scalar | None, float | None]):
    """The numeric code of each category's key."""

    def __init__(self, codes: Mapping[Scalar, int]) -> None:
        super().__init__({None: None, **{each: int(each) for each in Missing}, **codes})

    def __call__(self, value: Scalar | None) -> Cell:
        return self[value]


def _text(value: Scalar | None) -> Cell:
    if value is None:
        return b""
    return value.encode() if isinstance(value, str) else str(int(value)).encode()


def _whole(value: Scalar | None) -> Cell:
    return None if value is None or value == "" else int(value)


def _real(value: Scalar | None) -> Cell:
    return None if value is None or value == "" else float(value)


def _day(value: Scalar | None) -> Cell:
    if isinstance(value, str) and len(value) == _DAY_LENGTH:
        with contextlib.suppress(ValueError):  # what stands there may be anything, as 2026/01/31
            return date.fromisoformat(value).toordinal()
    return None


def cut(text: bytes, limit: int) -> bytes:
    """Return UTF-8 text of at most `limit` bytes, cut on the border of a character."""
    return text if len(text) <= limit else text[:limit].decode(errors="ignore").encode()
