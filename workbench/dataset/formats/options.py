"""What the formats have in common: how they are to write, and what they could not hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from workbench.dataset.errors import ExportTooManyColumns, SeparatorUnknown
from workbench.dataset.model import Row, Table


class Separator(StrEnum):
    """What stands between the cells of a CSV file."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"


def separator_of(word: str) -> Separator:
    """Return the separator that a word or sign means, or raise SeparatorUnknown."""
    named = {each.name.lower(): each for each in Separator} | {
        each.value: each for each in Separator
    }
    if word.lower() not in named:
        raise SeparatorUnknown(value=word)
    return named[word.lower()]


@dataclass(frozen=True)
class CsvOptions:
    """How CSV files are written; as it is, Excel opens them by a double click."""

    byte_order_mark: bool = True
    excel_safe: bool = True
    separator: Separator = Separator.COMMA


USUAL_CSV = CsvOptions()


class LossKind(StrEnum):
    """What a format could not hold whole."""

    VARIABLE_LABEL = "variable_label"
    VALUE_LABEL = "value_label"
    TEXT = "text"
    CELL = "cell"


@dataclass(frozen=True)
class Loss:
    """What was cut in a file: in which column, to how many bytes, how many times.

    What is cut in a cell of Excel is counted in characters.
    """

    file: str
    column: str
    kind: LossKind
    limit: int
    count: int


def refuse_wide(table: str, columns: int, program: str, limit: int) -> None:
    """Raise ExportTooManyColumns if a table has more columns than a program's file."""
    if columns > limit:
        raise ExportTooManyColumns(table=table, columns=columns, program=program, limit=limit)


#: Called now and then in long work; it raises to stop it.
Step = Callable[[], None]


def go_on() -> None:
    """Do nothing: nobody wants the work to end."""


@dataclass(frozen=True)
class Making:
    """Where and how to write: labels that are not the tables' own are in `language`.

    `step` is called now and then in long work after the last row; it raises to stop it.
    """

    folder: Path
    language: str = "zh"
    csv: CsvOptions = USUAL_CSV
    step: Step = go_on


class FormatSink(Protocol):
    """A `Sink` that says what it could not hold."""

    @property
    def losses(self) -> Sequence[Loss]:
        """What was cut, known once it is closed."""
        ...

    def open(self, table: Table) -> None: ...

    def write(self, table: str, rows: Sequence[Row]) -> None: ...

    def close(self) -> Sequence[Path]: ...

    def abandon(self) -> None: ...
