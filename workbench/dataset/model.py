"""What the dataset is made of: tables of typed columns, rows, and where they go.

Tables say what they hold (`Table`, `Column`), streams give their rows, a `Sink` writes them:
one a format. All chosen formats are fed in one pass over the project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Protocol

from workbench.domain.values import Scalar


class Type(StrEnum):
    """What a column's values are.

    A boolean is `True` or `False`, a date ISO 8601: a year, a month, a day, or a range of them
    joined by a slash. The value of a category column is the category's key.
    """

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    DATE = "date"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class ValueLabel:
    """One value that a category column may have: its key, its numeric code, its label."""

    key: str
    code: int
    label: str


@dataclass(frozen=True)
class Column:
    """A column: its name is ``[a-z][a-z0-9_]{0,31}``, its label in the dataset's language.

    `values` are those of a category column, in the order of the code list, which is that of a
    scale where it is `ordered`. `missing` columns may hold −97 and −98 (and −99 where it is
    known that nothing was coded), as `Missing`, beside None. `repeats` names the category column
    whose label or numeric code it tells again: a format with value labels leaves it out.
    """

    name: str
    label: str
    type: Type
    values: tuple[ValueLabel, ...] = ()
    ordered: bool = False
    missing: bool = False
    repeats: str = ""


@dataclass(frozen=True)
class Table:
    """A table: `key` are the columns that tell its rows apart, none where nothing does."""

    name: str
    label: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(each.name for each in self.columns)


#: One value a column of its table; None is an empty cell.
Row = tuple[Scalar | None, ...]


class Sink(Protocol):
    """Where tables go: every one is opened, in order, before the first row is written."""

    def open(self, table: Table) -> None:
        """Begin a table; it may stay without rows."""
        ...

    def write(self, table: str, rows: Sequence[Row]) -> None:
        """Take the next rows of the table of that name; those of several tables alternate."""
        ...

    def close(self) -> Sequence[Path]:
        """Finish and return the files written; not called where the export is given up."""
        ...

    def abandon(self) -> None:
        """Let go of all files where the export is given up; the folder is removed afterwards."""
        ...
