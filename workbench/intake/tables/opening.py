"""Open a table by what it is, and describe it for the person who chooses its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import PurePath

from workbench.files.tables.delimited import delimited_rows
from workbench.files.tables.excel import excel_table
from workbench.files.tables.model import (
    BEGINNING,
    Opener,
    Place,
    Row,
    Table,
    table_with_header,
)
from workbench.intake.errors import (
    FileDamaged,
    FileTooLarge,
    TableTextUnknown,
    TableWithoutColumn,
    TableWithoutSheet,
)
from workbench.intake.kinds import TABLES, Kind, kind_of
from workbench.intake.limits import USUAL, Allowed
from workbench.intake.tables.guess import guess_columns, is_known_name
from workbench.intake.tables.jsonl import json_table
from workbench.intake.tables.model import SAMPLE, TableChoice, TableFile

SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".jsonl", ".ndjson"})
_HEAD = 16_384


def is_table(opener: Opener, name: str) -> bool:
    """Tell whether a file is a table by its name, and by its first bytes no other thing.

    Raises:
        OSError: it cannot be opened.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return False
    with opener() as stream:
        head = stream.read(_HEAD)
    if suffix in (".xlsx", ".xlsm") or head.startswith(b"PK\x03\x04"):
        return True
    return kind_of(head, name) in TABLES | {Kind.TEXT, Kind.MHTML}


def open_table(
    opener: Opener,
    name: str,
    sheet: str = "",
    keys: tuple[str, ...] = (),
    allowed: Allowed = USUAL,
) -> Table:
    """Return the table in a file; its rows are read when they are asked for.

    `keys`: those of a table of JSON, where they are known.

    Raises:
        Refusal: it is no table, is damaged, empty, or lacks the sheet.
        OSError: it cannot be opened.
    """
    suffix = PurePath(name).suffix.lower()
    most = allowed.spreadsheet * 1_000_000
    with opener() as stream:
        head = stream.read(_HEAD)
        if head.startswith(b"PK\x03\x04"):
            data = _within_limit(head + stream.read(most + 1 - len(head)), name, most)
            return excel_table(data, name, is_known_name, sheet, allowed.sheets)
        if suffix in (".xlsx", ".xlsm"):
            kind_of(head + stream.read(most), name)  # says what it is
            raise FileDamaged(file=name, kind="XLSX")
    if sheet:
        raise TableWithoutSheet(file=name, sheet=sheet, known="–")
    if suffix in (".jsonl", ".ndjson"):
        return json_table(opener, name, keys)

    def read(place: Place = BEGINNING, /) -> Iterator[Row]:
        return delimited_rows(opener, name, place)

    return table_with_header(name, read, is_known_name)


def _within_limit(data: bytes, name: str, most: int) -> bytes:
    if len(data) > most:
        limit = most // 1_000_000
        raise FileTooLarge(file=name, megabytes=f"> {limit}", limit=limit)
    return data


def describe(table: Table) -> TableFile:
    """Return what a person sees of a table; reads all of it once."""
    rows = (row for row in table.rows())
    first = list(islice(rows, SAMPLE))
    count = sum(1 for _ in chain(first, rows))
    sample = tuple(row.cells for row in first if row.refusal is None)
    return TableFile(table.name, table.columns, sample, count, table.sheet, table.sheets)


def columns_of(table: Table, choice: TableChoice) -> Mapping[str, str]:
    """Return the chosen columns, guessed where none was chosen.

    Raises:
        TableWithoutColumn: one is chosen that the table lacks.
        TableTextUnknown: nothing tells which holds the text.
    """
    columns = choice.columns or _guessed(table, choice)
    known = ", ".join(table.columns[:_TOLD]) + (" …" if len(table.columns) > _TOLD else "")
    for column in columns.values():
        if column not in table.columns:
            raise TableWithoutColumn(file=table.name, column=column, known=known)
    if "text" not in columns:
        raise TableTextUnknown(file=table.name, known=known)
    return columns


def _guessed(table: Table, choice: TableChoice) -> Mapping[str, str]:
    rows = (row.cells for row in table.rows() if row.refusal is None)
    return guess_columns(table.columns, list(islice(rows, SAMPLE)), choice.codebook)


_TOLD = 40  # columns named in a refusal
