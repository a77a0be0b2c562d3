"""SPSS: `.sav`, compressed by bytecode, and `.zsav`, compressed by zlib besides.

Written as PSPP's manual, "System File Format", tells it. Nothing in it depends on the time: the
header says 1 January 1970. Texts are cut to 255 bytes, since SPSS splits longer ones.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from workbench.dataset.formats.bytecode import Bytecode, PlainOutput, ZlibOutput
from workbench.dataset.formats.labelled import Cell, Field, cut
from workbench.dataset.formats.options import LossKind, Making
from workbench.dataset.formats.spool import Spool
from workbench.dataset.formats.statistics_files import Cutting, StatisticsFiles
from workbench.dataset.model import Table, Type

TEXT_BYTES = 255
LABEL_BYTES = 255
VALUE_LABEL_BYTES = 120

_PRODUCT = "@(#) SPSS DATA FILE - Pizhu Workbench"
_FORMAT_TEXT, _FORMAT_NUMBER, _FORMAT_DATE = 1, 5, 39  # A, F, SDATE (2026/01/31)
_NOMINAL, _ORDINAL, _SCALE = 1, 2, 3
_LEFT, _RIGHT = 0, 1
_UTF_8 = 65001
_LARGEST = struct.unpack("<d", b"\xff" * 6 + b"\xef\x7f")[0]
_LOWEST = struct.unpack("<d", b"\xfe" + b"\xff" * 5 + b"\xef\xff")[0]
# SPSS counts seconds since 14 October 1582, Python days since the year 1.
_FIRST_DAY, _SECONDS = 577_735, 86_400


class SavFiles(StatisticsFiles):
    """Write an SPSS file a table."""

    def __init__(self, making: Making, *, zipped: bool = False) -> None:
        super().__init__(making, "zsav" if zipped else "sav")
        self._zipped = zipped

    def write_file(
        self, path: Path, table: Table, fields: Sequence[Field], spool: Spool, cutting: Cutting
    ) -> None:
        widths = [
            min(max(longest, 1), TEXT_BYTES) if field.text else 0
            for field, longest in zip(fields, spool.longest, strict=True)
        ]
        with path.open("wb") as file:
            file.writelines(self._dictionary(table, fields, widths, spool, cutting))
            self._write_rows(file, fields, widths, spool, cutting)

    def _dictionary(
        self,
        table: Table,
        fields: Sequence[Field],
        widths: Sequence[int],
        spool: Spool,
        cutting: Cutting,
    ) -> Iterator[bytes]:
        yield _header(table, sum(map(_segments, widths)), spool.rows, zipped=self._zipped)
        for n, (field, width) in enumerate(zip(fields, widths, strict=True), 1):
            yield _variable(n, field, width, cutting)
        place = 1
        for field, width in zip(fields, widths, strict=True):
            yield _value_labels(field, place, cutting)
            place += _segments(width)
        yield from _extensions(fields, widths, spool.rows)

    def _write_rows(
        self,
        file: BinaryIO,
        fields: Sequence[Field],
        widths: Sequence[int],
        spool: Spool,
        cutting: Cutting,
    ) -> None:
        output = ZlibOutput(file) if self._zipped else PlainOutput(file)
        code = Bytecode([_segments(width) if width else 0 for width in widths])
        for batch in spool.batches():
            self._making.step()
            columns = [
                _fitting(field, column, longest, cutting)
                for field, column, longest in zip(
                    fields, zip(*batch, strict=True), spool.longest, strict=True
                )
            ]
            output.write(code.encoded(list(zip(*columns, strict=True))))
        output.write(code.rest())
        output.close()


def _fitting(
    field: Field, column: Sequence[Cell], longest: int, cutting: Cutting
) -> Sequence[Cell]:
    """Return a column's cells as SPSS has them."""
    if field.day:
        return [
            None if day is None or isinstance(day, bytes) else (day - _FIRST_DAY) * _SECONDS
            for day in column
        ]
    if longest <= TEXT_BYTES:
        return column
    return [
        cutting.text(field.name, cell, TEXT_BYTES) if isinstance(cell, bytes) else cell
        for cell in column
    ]


def _segments(width: int) -> int:
    """Return how many places of eight bytes a column takes."""
    return max(1, -(-width // 8))


def _header(table: Table, segments: int, rows: int, *, zipped: bool) -> bytes:
    return struct.pack(
        "<4s60s5id9s8s64s3x",
        b"$FL3" if zipped else b"$FL2",
        _PRODUCT.ljust(60).encode(),
        *(2, segments, 2 if zipped else 1, 0, rows, 100.0),
        *(b"01 Jan 70", b"00:00:00", cut(table.label.encode(), 64).ljust(64)),
    )


def _variable(n: int, field: Field, width: int, cutting: Cutting) -> bytes:
    label = cutting.label(field.name, field.label, LABEL_BYTES, LossKind.VARIABLE_LABEL)
    # A range of two numbers, which no other value lies in.
    missing = (
        struct.pack("<2d", field.missing[0][0], field.missing[-1][0]) if field.missing else b""
    )
    form = _format(field, width)
    short = f"V{n}".ljust(8).encode()
    parts = [
        struct.pack("<6i8s", 2, width, bool(label), -2 if missing else 0, form, form, short),
        struct.pack("<i", len(label)) + _padded(label, 4) if label else b"",
        missing,
        *[struct.pack("<6i8s", 2, -1, 0, 0, 0, 0, b" " * 8)] * (_segments(width) - 1),
    ]
    return b"".join(parts)


def _format(field: Field, width: int) -> int:
    if field.text:
        return _FORMAT_TEXT << 16 | width << 8
    if field.day:
        return _FORMAT_DATE << 16 | 10 << 8
    return _FORMAT_NUMBER << 16 | (12 << 8 | 3 if field.type is Type.REAL else 10 << 8)


def _value_labels(field: Field, place: int, cutting: Cutting) -> bytes:
    labels = (*field.missing, *field.values)
    if not labels:
        return b""
    parts = [struct.pack("<2i", 3, len(labels))]
    for code, told in labels:
        label = cutting.label(field.name, told, VALUE_LABEL_BYTES, LossKind.VALUE_LABEL)
        parts.append(struct.pack("<d", code) + _padded(bytes([len(label)]) + label, 8))
    parts.append(struct.pack("<3i", 4, 1, place))
    return b"".join(parts)


def _extensions(fields: Sequence[Field], widths: Sequence[int], rows: int) -> Iterator[bytes]:
    yield _extension(3, 4, struct.pack("<8i", 1, 0, 0, -1, 1, 1, 2, _UTF_8))
    yield _extension(4, 8, struct.pack("<3d", -_LARGEST, _LARGEST, _LOWEST))
    shown = [
        number
        for field, width in zip(fields, widths, strict=True)
        for number in (_measure(field), min(max(width, 8), 40), _LEFT if width else _RIGHT)
    ]
    yield _extension(11, 4, struct.pack(f"<{len(shown)}i", *shown))
    names = "\t".join(f"V{n}={field.name}" for n, field in enumerate(fields, 1))
    yield _extension(13, 1, names.encode())
    yield _extension(16, 8, struct.pack("<2q", 1, rows))
    yield _extension(20, 1, b"UTF-8")
    yield struct.pack("<2i", 999, 0)


def _extension(kind: int, size: int, data: bytes) -> bytes:
    return struct.pack("<4i", 7, kind, size, len(data) // size) + data


def _measure(field: Field) -> int:
    if field.ordered:
        return _ORDINAL
    if field.text or field.values or field.type is Type.BOOLEAN:
        return _NOMINAL
    return _SCALE


def _padded(data: bytes, size: int) -> bytes:
    return data.ljust(-(-len(data) // size) * size)
