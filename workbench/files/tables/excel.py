"""Sheets of Excel: values as they are stored, dates as ISO; no formula is ever computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from workbench.files.errors import (
    FileDamaged,
    FileOfOtherProgram,
    TableEmpty,
    TableTooLarge,
    TableWithoutSheet,
)
from workbench.files.packages import Limits, Package, library_on, open_package
from workbench.files.tables.delimited import text_refusal
from workbench.files.tables.model import BEGINNING, Place, Row, Table, table_with_header

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_KIND = "XLSX"
#: What a spreadsheet may hold. The library holds every cell between the first and the last, and
#: each with a text of its own.
SHEETS = Limits(megabytes=400)
_CHARACTERS = 25  # of a cell on the mean
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,4})([0-9]{0,8})""")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v>([0-9]{1,9})<")
_STRING = re.compile(rb"<(?:\w+:)?si[\s/>]")


def excel_table(
    data: bytes,
    name: str,
    is_header: Callable[[str], bool],
    sheet: str = "",
    limits: Limits = SHEETS,
) -> Table:
    """Return the sheet that is named, else the first that holds a table.

    Raises:
        FileDamaged, FileEncrypted, FileUnpacksTooLarge, TableTooLarge, TableWithoutSheet,
        TableEmpty.
    """
    package = open_package(data, name, _KIND, limits)
    if "xl/workbook.bin" in package.members:
        raise FileOfOtherProgram(file=name, program="Excel (.xlsb)")
    _check_cells(package, limits)
    with _calamine(name):
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        book = CalamineWorkbook.from_filelike(BytesIO(data))
        about = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        names = tuple(each.name for each in about)
        shown = [each.name for each in about if each.visible == SheetVisibleEnum.Visible]
    if sheet and sheet not in names:
        raise TableWithoutSheet(file=name, sheet=sheet, known=", ".join(names))
    found = _first_table(book, [sheet] if sheet else (shown or list(names)), name)

    def read(_: Place = BEGINNING, /) -> Iterator[Row]:
        return _rows(found, name)  # they lie in memory already

    return table_with_header(name, read, is_header, found.name, names)


@contextmanager
def _calamine(name: str) -> Generator[None]:
    """Turn what the library raises into a FileDamaged; its panics are no Exception."""
    try:
        with library_on(name, _KIND):
            yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise FileDamaged(file=name, kind=_KIND) from error
        raise


def _first_table(book: CalamineWorkbook, names: list[str], name: str) -> CalamineSheet:
    """Return the first sheet of several columns and rows, else the first that is not empty."""
    full: CalamineSheet | None = None
    for each in names:
        with _calamine(name):
            sheet = book.get_sheet_by_name(each)
            height, width = sheet.height, sheet.width
        if height > 1 and width > 1:
            return sheet
        full = full or (sheet if height else None)
    if full is None:
        raise TableEmpty(file=name)
    return full


def _rows(sheet: CalamineSheet, name: str) -> Iterator[Row]:
    with _calamine(name):
        number, rows = 0, sheet.iter_rows()
    while True:
        with _calamine(name):
            values = next(rows, None)
        if values is None:
            return
        number += 1
        cells = tuple(map(_told, values))
        yield Row(number, cells, text_refusal(cells, 0, f"{name}#{number}"))


def _told(value: object) -> str:
    """Return a cell's value as text: whole numbers without a point, dates as ISO."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time(0, 0):
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


# --- what the library would need ------------------------------------------------


def _check_cells(package: Package, limits: Limits) -> None:
    """Refuse what is small as a file and enormous in memory."""
    lengths = _string_lengths(package)
    longest = max(lengths, default=0)
    for member in package.members:
        if not member.endswith(".xml") or member.endswith("sharedStrings.xml"):
            continue
        data = package.read(member)
        cells = _most_cells(data)
        if cells > limits.cells:
            raise TableTooLarge(file=package.file_name, cells=cells, limit=limits.cells)
        if len(_CELL.findall(data)) * longest > limits.cells * _CHARACTERS:
            _check_strings(package, data, lengths, limits.cells * _CHARACTERS)


def _most_cells(data: bytes) -> int:
    """Return the most cells that a sheet can span, by its references and by what it holds."""
    column = row = 0
    for letters, number in _REFERENCE.findall(data):
        column = max(column, _column(letters))
        row = max(row, int(number or 0))
    parts = _ROW.split(data)
    if not row and len(parts) == 1:
        return 0
    wide = max(len(_CELL.findall(part)) for part in parts[1:]) if len(parts) > 1 else 0
    return max(column, wide) * max(row, len(parts) - 1)


def _column(letters: bytes) -> int:
    number = 0
    for each in letters.upper():
        number = number * 26 + each - 64
    return number


def _string_lengths(package: Package) -> list[int]:
    shared = next((each for each in package.members if each.endswith("sharedStrings.xml")), None)
    return [] if shared is None else [len(each) for each in _STRING.split(package.read(shared))[1:]]


def _check_strings(package: Package, sheet: bytes, lengths: list[int], most: int) -> None:
    """Refuse a sheet of which many cells repeat a long text."""
    places = (int(each) for each in _VALUE.findall(sheet))
    total = sum(lengths[place] for place in places if place < len(lengths))
    if total > most:
        facts = {"cells": f"{total:,}", "limit": f"{most:,}"}
        raise TableTooLarge(file=package.file_name, **facts)
