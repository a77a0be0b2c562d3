"""Parquet: a file a table, categories as dictionaries, rows in groups as they come.

Written as the format's specification tells it (version 1 of pages, gzip), since the libraries
that write it are larger than this program. Missing values are their numbers; labels stand in
the file's own description (`pizhu`) and in datapackage.json.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from workbench import __version__
from workbench.dataset.cells import json_text
from workbench.dataset.formats.options import Loss, Making
from workbench.dataset.formats.parquet_pages import (
    Cells,
    Encoding,
    Page,
    Physical,
    data_page,
    dictionary_page,
    numbers,
    plain_values,
)
from workbench.dataset.formats.thrift import I64, Struct, Value, encoded
from workbench.dataset.model import Column, Row, Table, Type

#: Rows of a page, and pages of a group: pages are small, since their rows wait in memory.
PAGE_ROWS = 4_000
GROUP_PAGES = 25
# A text that takes more different values than that is no category.
_MOST_ENTRIES = 5_000
_MAGIC = b"PAR1"
_GZIP = 2
_PHYSICAL = {
    Type.INTEGER: Physical.INT64,
    Type.REAL: Physical.DOUBLE,
    Type.BOOLEAN: Physical.BOOLEAN,
}


class ParquetFiles:
    """Write a Parquet file a table."""

    losses: Sequence[Loss] = ()

    def __init__(self, making: Making) -> None:
        self._folder = making.folder
        self._files: dict[str, _File] = {}

    def open(self, table: Table) -> None:
        self._files[table.name] = _File(self._folder / f"{table.name}.parquet", table)

    def write(self, table: str, rows: Sequence[Row]) -> None:
        self._files[table].write(rows)

    def close(self) -> Sequence[Path]:
        return [each.close() for each in self._files.values()]

    def abandon(self) -> None:
        for each in self._files.values():
            each.file.close()


class _File:
    """The file of one table."""

    def __init__(self, path: Path, table: Table) -> None:
        self.file: BinaryIO = path.open("wb")
        self.file.write(_MAGIC)
        self._path = path
        self._table = table
        self._waiting: list[Row] = []
        self._chunks = [_Chunk(each) for each in table.columns]
        self._groups: list[Value] = []
        self._rows = 0

    def write(self, rows: Sequence[Row]) -> None:
        """Take rows; write a group of them when it is whole."""
        self._waiting += rows
        while len(self._waiting) >= PAGE_ROWS:
            self._add_page(self._waiting[:PAGE_ROWS])
            self._waiting = self._waiting[PAGE_ROWS:]

    def _add_page(self, rows: Sequence[Row]) -> None:
        for chunk, cells in zip(self._chunks, zip(*rows, strict=True), strict=True):
            chunk.add(cells)
        self._rows += len(rows)
        if len(self._chunks[0].pages) >= GROUP_PAGES:
            self._write_group()

    def _write_group(self) -> None:
        rows = self._chunks[0].rows
        columns: list[Value] = [each.written(self.file) for each in self._chunks]
        size = sum(each.plain_size for each in self._chunks)
        self._groups.append(Struct({1: columns, 2: I64(size), 3: I64(rows)}))
        self._chunks = [_Chunk(each) for each in self._table.columns]

    def close(self) -> Path:
        """Write what is left and the description of it all."""
        if self._waiting:
            self._add_page(self._waiting)
        if self._chunks[0].rows:
            self._write_group()
        footer = encoded(_description(self._table, self._rows, self._groups))
        self.file.write(footer + struct.pack("<I", len(footer)) + _MAGIC)
        self.file.close()
        return self._path


class _Chunk:
    """The pages of one column in a group of rows."""

    def __init__(self, column: Column) -> None:
        self.pages: list[Page] = []
        self.rows = 0
        self._name = column.name
        self._kind = physical(column)
        # Numbers by the entry; a text column that turns out to be no category goes on without.
        self._entries: dict[str, int] = {}
        self._by_entry = self._kind is Physical.BYTE_ARRAY
        self._encodings: dict[Encoding, None] = {Encoding.RLE: None}
        self.plain_size = 0

    def add(self, cells: Cells) -> None:
        """Encode the cells of some rows."""
        present = [cell for cell in cells if cell is not None]
        if self._kind is Physical.BYTE_ARRAY:
            present = [each if isinstance(each, str) else str(int(each)) for each in present]
            told = self._numbered(present)
            if told is not None:
                self._put(cells, Encoding.DICTIONARY, told)
                return
        self._put(cells, Encoding.PLAIN, plain_values(self._kind, present))

    def _numbered(self, present: Sequence[str]) -> bytes | None:
        """Return texts as numbers of entries; None where there are too many different ones."""
        if not self._by_entry:
            return None
        fresh = set(present).difference(self._entries)
        if len(self._entries) + len(fresh) > _MOST_ENTRIES or len(fresh) > PAGE_ROWS // 2:
            self._by_entry = False
            return None
        entries = self._entries
        told = [entries.setdefault(each, len(entries)) for each in present]
        return numbers(told, len(entries))

    def _put(self, cells: Cells, encoding: Encoding, values: bytes) -> None:
        self._encodings[encoding] = None
        self.pages.append(data_page(cells, encoding, values))
        self.rows += len(cells)

    def written(self, file: BinaryIO) -> Struct:
        """Write the pages, the dictionary first, and return their description."""
        start = file.tell()
        pages = self.pages
        if Encoding.DICTIONARY in self._encodings:
            self._encodings[Encoding.PLAIN] = None  # the dictionary itself
            pages = [dictionary_page(list(self._entries)), *pages]
        file.writelines(page.data for page in pages)
        self.plain_size = sum(page.plain_size for page in pages)
        first = start + (len(pages[0].data) if len(pages) > len(self.pages) else 0)
        encodings: list[Value] = [int(each) for each in sorted(self._encodings)]
        path: list[Value] = [self._name]
        described = Struct({1: int(self._kind), 2: encodings, 3: path, 4: _GZIP})
        described |= {
            5: I64(self.rows),
            6: I64(self.plain_size),
            7: I64(file.tell() - start),
            9: I64(first),
            11: I64(start) if first > start else None,
        }
        return Struct({2: I64(start), 3: Struct(described)})


def physical(column: Column) -> Physical:
    """Return how a column's values are kept."""
    if column.type is Type.BOOLEAN and column.missing:
        return Physical.INT64
    return _PHYSICAL.get(column.type, Physical.BYTE_ARRAY)


def _description(table: Table, rows: int, groups: list[Value]) -> Struct:
    root = Struct({4: "schema", 5: len(table.columns)})
    schema: list[Value] = [root, *(_element(each) for each in table.columns)]
    about: list[Value] = [Struct({1: "pizhu", 2: json_text(_labels(table))})]
    made_by = f"pizhu-workbench version {__version__}"
    return Struct({1: 1, 2: schema, 3: I64(rows), 4: groups, 5: about, 6: made_by})


def _element(column: Column) -> Struct:
    kind = physical(column)
    element = Struct({1: int(kind), 3: 1, 4: column.name})
    if kind is Physical.BYTE_ARRAY:
        element |= {6: 0, 10: Struct({1: Struct()})}  # a string in UTF-8, said in both ways
    return element


def _labels(table: Table) -> dict[str, object]:
    return {
        "label": table.label,
        "columns": {
            each.name: {
                "label": each.label,
                "type": each.type.value,
                "ordered": each.ordered,
                "values": [[value.key, value.code, value.label] for value in each.values],
            }
            for each in table.columns
        },
    }
