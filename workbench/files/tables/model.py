"""What a table is to us: named columns, and rows of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, NamedTuple, Protocol

from workbench.domain.errors import Refusal
from workbench.files.errors import RowTooLong, TableEmpty, TableTooWide

MOST_COLUMNS = 16_384
_HEADER_WITHIN = 10  # rows: a title and a note on the export may stand above the header
_LONGEST_HEADER = 60

#: Opens a table's bytes; each call gives a stream of its own, at its beginning.
Opener = Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the number that a spreadsheet or an editor shows, or why it cannot be used.

    `damaged` counts U+FFFD that stand for invalid bytes; `at`: the byte of the file that it
    begins with, 0 where nobody knows.
    """

    number: int
    cells: tuple[str, ...]
    refusal: Refusal | None = None
    damaged: int = 0
    at: int = field(default=0, compare=False)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing at all."""
        return self.refusal is None and not any(cell.strip() for cell in self.cells)


class Place(NamedTuple):
    """Where a row begins: its number, and the byte of the file."""

    number: int = 1
    at: int = 0


BEGINNING = Place()


class Rows(Protocol):
    """Read the rows of a table, its header among them."""

    def __call__(self, place: Place = BEGINNING, /) -> Iterator[Row]:
        """Yield them all, or those from a place on where that spares reading the ones before."""
        ...


@dataclass(frozen=True)
class Table:
    """An opened table; `header` is the number of the row that names the columns, 0 if none does.

    `keys`: what the columns of a table of JSON are made of.
    """

    name: str
    columns: tuple[str, ...]
    header: int
    read: Rows
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def rows(self, place: Place = BEGINNING) -> Iterator[Row]:
        """Yield the rows below the header that say something, as wide as the header.

        `place`: a row to begin with, if those before it can be spared.
        """
        for row in self.read(place):
            if row.number > self.header and not row.is_blank:
                yield self._fitted(row)

    def _fitted(self, row: Row) -> Row:
        width = len(self.columns)
        if len(row.cells) == width:
            return row
        cells, rest = row.cells[:width], row.cells[width:]
        refusal = row.refusal
        if refusal is None and any(cell.strip() for cell in rest):
            facts = {"cells": len(row.cells), "columns": width}
            refusal = RowTooLong(file=f"{self.name}#{row.number}", **facts)
        padded = cells + ("",) * (width - len(cells))
        return Row(row.number, padded, refusal, row.damaged, row.at)


def table_with_header(
    name: str,
    read: Rows,
    is_header: Callable[[str], bool],
    sheet: str = "",
    sheets: tuple[str, ...] = (),
) -> Table:
    """Return a table whose columns are named by its header, else by letters.

    `is_header` tells whether a cell is a name that we know.

    Raises:
        TableEmpty, TableTooWide.
    """
    full = (row for row in read() if not row.is_blank)
    first = list(islice(full, _HEADER_WITHIN))
    if not first:
        raise TableEmpty(file=name)
    header = _header_of(first, is_header)
    width = len(header.cells) if header else max(len(row.cells) for row in first)
    if width > MOST_COLUMNS:
        raise TableTooWide(file=name, columns=width, limit=MOST_COLUMNS)
    columns = unique_names(header.cells if header else ("",) * width)
    return Table(name, columns, header.number if header else 0, read, sheet, sheets)


def _header_of(rows: list[Row], is_header: Callable[[str], bool]) -> Row | None:
    """Return the row that names the columns: it has a known name, or is the first full one."""
    known = [row for row in rows if any(map(is_header, row.cells)) and _can_name(row)]
    if known:
        return known[0]
    widest = max(_filled(row) for row in rows)
    first = next(row for row in rows if _filled(row) * 2 >= widest)
    return first if _can_name(first) else None


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _can_name(row: Row) -> bool:
    """Tell whether the cells of a row read like names of columns, not like an article's."""
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    is_plain = all(len(cell) <= _LONGEST_HEADER for cell in cells)
    said = any(cell[0].isdigit() or cell.startswith("http") for cell in cells)
    return bool(cells) and is_plain and not said and len(set(cells)) * 2 > len(cells)


def unique_names(cells: Iterable[str]) -> tuple[str, ...]:
    """Return a name for each column: its own, with a number if it is taken, or its letters."""
    names: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for place, cell in enumerate(cells):
        plain = " ".join(cell.split()) or letters(place)
        name = plain
        while name in names:
            numbers[plain] = numbers.get(plain, 1) + 1
            name = f"{plain} ({numbers[plain]})"
        names[name] = None
    return tuple(names)


def letters(place: int) -> str:
    """Return what a spreadsheet calls the column at `place` (from 0): A, B, …, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
