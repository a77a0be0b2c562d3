"""Codebooks as Excel sheets (.xlsx): the table, its header in view, wide enough to be read."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from workbench.domain.codebook import Codebook
from workbench.exchange.codebook.model import Choice, Format, Found, Writing
from workbench.exchange.codebook.table.fields import is_known_name
from workbench.exchange.codebook.table.read import found_in
from workbench.exchange.codebook.table.rows import Sheet, sheet_of, told_flag
from workbench.exchange.errors import CodebookTextTooLong
from workbench.files.cells import guarded, number_cell
from workbench.files.tables.excel import excel_table
from workbench.files.tables.model import Table

LONGEST_CELL = 32_767
# The same codebook gives the same bytes, whenever it is written.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
_WIDTHS = {"label_zh": 22, "label_en": 26, "key": 18, "aliases": 36, "parent": 16, "list": 16}
_WIDE, _NARROW = 48, 12
_LONG_TEXTS = ("definition", "include", "exclude", "example", "source")


def read(data: bytes, file_name: str, choice: Choice) -> Found:
    """Return the code lists in a sheet: the one that is chosen, else the first that is a table.

    Raises:
        Refusal: it is damaged, a row cannot be read, or what the rows say contradicts itself.
    """
    return found_in(table_of(data, file_name, choice), choice, Format.XLSX)


def table_of(data: bytes, file_name: str, choice: Choice) -> Table:
    """Return the sheet that is chosen, else the first that is a table."""
    return excel_table(data, file_name, is_known_name, choice.sheet)


def write(codebook: Codebook, writing: Writing) -> bytes:
    """Return the sheet of a codebook's lists; layers and variables have no place in it.

    Raises:
        CodebookTextTooLong: a text is longer than a cell can hold.
    """
    from xlsxwriter import Workbook

    target = BytesIO()
    book: Any = Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": _MADE})
    _fill(book, sheet_of(codebook, writing.language), writing.language)
    book.close()
    return target.getvalue()


def _fill(book: Any, sheet: Sheet, language: str) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page = book.add_worksheet("编码手册" if language == "zh" else "Codebook")
    for place, (field, name) in enumerate(sheet.columns.items()):
        page.set_column(place, place, _width(field), wrapped)
        page.write_string(0, place, name, bold)
    for number, row in enumerate(sheet.lines(), 1):
        for place, cell in enumerate(row):
            if isinstance(cell, bool):
                page.write_string(number, place, told_flag(cell, language), wrapped)
            elif cell is not None and cell != "":
                _put(page, number, place, cell, wrapped)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), max(0, len(sheet.columns) - 1))


def _width(field: str) -> int:
    is_long = field.rpartition("_")[0] in _LONG_TEXTS or field in _LONG_TEXTS
    return _WIDE if is_long else _WIDTHS.get(field, _NARROW)


def _put(page: Any, row: int, column: int, cell: str | float, form: object) -> None:
    if not isinstance(cell, str) and float(f"{cell:.16G}") == cell:  # as the library writes it
        page.write_number(row, column, cell, form)
        return
    text = guarded(cell) if isinstance(cell, str) else number_cell(cell)
    if len(text) > LONGEST_CELL:
        facts = {"length": len(text), "limit": LONGEST_CELL}
        raise CodebookTextTooLong(place=f"XLSX#{row + 1}", **facts)
    page.write_string(row, column, text, form)
