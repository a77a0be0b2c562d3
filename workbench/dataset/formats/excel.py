"""Excel: one file with a sheet a table, its header in view, a filter on every column.

Rows go to a file on disk as they come. The same tables give the same bytes: the file says that it
was made on 1 January 2000, and the parts of the zip have the library's own fixed time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.dataset.errors import ExportTooManyRows
from workbench.dataset.formats.options import Loss, LossKind, Making, refuse_wide
from workbench.dataset.model import Column, Row, Table, Type

#: What a sheet can hold below its header, and a cell.
MOST_ROWS = 1_048_575
MOST_COLUMNS = 16_384
LONGEST_CELL = 32_767
LONGEST_NAME = 31
FILE = "dataset.xlsx"

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
_WIDTHS = {Type.INTEGER: 10, Type.REAL: 10, Type.BOOLEAN: 10, Type.DATE: 12, Type.CATEGORY: 16}
_TEXT_WIDTH, _WIDE = 18, 48
_LONG_TEXTS = ("quote", "memo", "text", "values", "title", "definition", "include", "exclude")


class ExcelFile:
    """Write all tables to one file."""

    def __init__(self, making: Making) -> None:
        from xlsxwriter import Workbook

        self._making = making
        self._path = making.folder / FILE
        self._book: Any = Workbook(
            str(self._path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "tmpdir": str(making.folder),
            },
        )
        self._book.set_properties({"created": _MADE})
        self._head = self._book.add_format({"bold": True})
        self._sheets: dict[str, tuple[Any, Table]] = {}
        self._rows: dict[str, int] = {}
        self._names: set[str] = set()
        self._cut: dict[tuple[str, str], int] = {}

    def open(self, table: Table) -> None:
        refuse_wide(table.name, len(table.columns), "Excel", MOST_COLUMNS)
        page = self._book.add_worksheet(self._name(table.name))
        for place, column in enumerate(table.columns):
            page.set_column(place, place, _width(column))
        page.freeze_panes(1, 0)
        for place, name in enumerate(table.names):
            page.write_string(0, place, name, self._head)
        self._sheets[table.name] = page, table
        self._rows[table.name] = 0

    def _name(self, table: str) -> str:
        """Return a name for a sheet: Excel takes 31 characters, each name once."""
        name, number = table[:LONGEST_NAME], 1
        while name in self._names:
            number += 1
            name = f"{table[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
        self._names.add(name)
        return name

    def write(self, table: str, rows: Sequence[Row]) -> None:
        refuse_too_many({table: self._rows[table] + len(rows)})
        page, described = self._sheets[table]
        for number, row in enumerate(rows, self._rows[table] + 1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    if cell:
                        page.write_string(number, place, self._fitting(described, place, cell))
                elif cell is not None:
                    page.write_number(number, place, cell)
        self._rows[table] += len(rows)

    def _fitting(self, table: Table, place: int, text: str) -> str:
        if len(text) <= LONGEST_CELL:
            return text
        key = table.name, table.columns[place].name
        self._cut[key] = self._cut.get(key, 0) + 1
        return text[:LONGEST_CELL]

    def close(self) -> Sequence[Path]:
        for page, table in self._sheets.values():
            page.autofilter(0, 0, self._rows[table.name], len(table.columns) - 1)
        self._making.step()
        self._book.close()
        return [self._path]

    def abandon(self) -> None:
        """Let go of the sheets' files; nothing is put together."""
        for page, _ in self._sheets.values():
            page.row_data_fh.close()
        self._book.fileclosed = 1

    @property
    def losses(self) -> Sequence[Loss]:
        """Texts that were longer than a cell."""
        return [
            Loss(FILE, f"{table}.{column}", LossKind.CELL, LONGEST_CELL, count)
            for (table, column), count in self._cut.items()
        ]


def refuse_too_many(rows: Mapping[str, int]) -> None:
    """Raise ExportTooManyRows if a table has more rows than a sheet."""
    for table, count in rows.items():
        if count > MOST_ROWS:
            raise ExportTooManyRows(table=table, rows=count, limit=MOST_ROWS)


def _width(column: Column) -> int:
    if column.type is Type.TEXT:
        long = any(column.name.startswith(name) for name in _LONG_TEXTS)
        return _WIDE if long else _TEXT_WIDTH
    return _WIDTHS[column.type]
