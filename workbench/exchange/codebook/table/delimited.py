"""Codebooks as CSV, in UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from workbench.domain.codebook import Codebook
from workbench.exchange.codebook.model import Choice, Format, Found, Writing
from workbench.exchange.codebook.table.fields import is_known_name
from workbench.exchange.codebook.table.read import found_in
from workbench.exchange.codebook.table.rows import Cell, sheet_of, told_flag
from workbench.files.cells import number_cell, text_cell
from workbench.files.tables.delimited import delimited_rows
from workbench.files.tables.model import BEGINNING, Place, Row, Table, table_with_header

_BOM = "\ufeff"


def read(data: bytes, file_name: str, choice: Choice) -> Found:
    """Return the code lists in a table of text: commas, semicolons or tabs.

    Raises:
        Refusal: a row cannot be read, or what the rows say contradicts itself.
    """
    return found_in(table_of(data, file_name, choice), choice, Format.CSV)


def table_of(data: bytes, file_name: str, _choice: Choice) -> Table:
    """Return the table of text in some bytes, whatever the encoding."""

    def rows(place: Place = BEGINNING, /) -> Iterator[Row]:
        return delimited_rows(lambda: BytesIO(data), file_name, place)

    return table_with_header(file_name, rows, is_known_name)


def write(codebook: Codebook, writing: Writing) -> bytes:
    """Return the table of a codebook's lists; layers and variables have no place in it."""
    sheet = sheet_of(codebook, writing.language)
    return _BOM.encode() + "".join(_lines(sheet.columns.values(), sheet.lines(), writing)).encode()


def _lines(names: Iterable[str], rows: Iterator[list[Cell]], writing: Writing) -> Iterator[str]:
    yield ",".join(map(text_cell, names)) + "\r\n"
    for row in rows:
        yield ",".join(_cell(each, writing.language) for each in row) + "\r\n"


def _cell(value: Cell, language: str) -> str:
    if isinstance(value, bool):
        return told_flag(value, language)
    return text_cell(value or "") if isinstance(value, str | None) else number_cell(value)
