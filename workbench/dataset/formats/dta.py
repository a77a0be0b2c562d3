"""Stata: `.dta` of Stata 14 (release 118), which newer versions and haven read whole.

Written as Stata's own description of the format tells it; without a time. Missing values are
.a (not applicable), .b (undecidable) and .c (not coded). Texts too long for a fixed width
are strLs, so that nothing is cut but labels.
"""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from workbench.dataset.formats.labelled import Cell, Field, fields_of
from workbench.dataset.formats.options import LossKind, Making, refuse_wide
from workbench.dataset.formats.spool import Spool
from workbench.dataset.formats.statistics_files import Cutting, StatisticsFiles
from workbench.dataset.model import Table, Type

#: Labels of variables and tables have 80 characters, those of values 32,000 bytes.
LABEL_CHARACTERS = 80
VALUE_LABEL_BYTES = 32_000
#: What Stata holds in a file of this release.
MOST_COLUMNS = 32_767
# A fixed width takes that much in every row.
_FIXED = 244

_STRL, _DOUBLE, _LONG = 32768, 65526, 65528
_LARGEST_LONG = 2_147_483_620
_DAY_ZERO = date(1960, 1, 1).toordinal()
# No value, and .a, .b, .c for those that are declared missing.
_NONE_LONG = 2_147_483_621
_MISSING_LONG = {-97: _NONE_LONG + 1, -98: _NONE_LONG + 2, -99: _NONE_LONG + 3}
_NONE_DOUBLE = float.fromhex("0x1.000p+1023")
_MISSING_DOUBLE = {
    -97: float.fromhex("0x1.001p+1023"),
    -98: float.fromhex("0x1.002p+1023"),
    -99: float.fromhex("0x1.003p+1023"),
}


class DtaFiles(StatisticsFiles):
    """Write a Stata file a table."""

    def __init__(self, making: Making) -> None:
        super().__init__(making, "dta")

    def open(self, table: Table) -> None:
        refuse_wide(table.name, len(fields_of(table, self._making.language)), "Stata", MOST_COLUMNS)
        super().open(table)

    def write_file(
        self, path: Path, table: Table, fields: Sequence[Field], spool: Spool, cutting: Cutting
    ) -> None:
        columns = [
            _Column(n, field, spool.longest[n], spool.largest[n]) for n, field in enumerate(fields)
        ]
        with path.open("wb") as file:
            parts = _Parts(file)
            file.write(b"<stata_dta>")
            parts.write("header", _header(table, len(columns), spool.rows))
            parts.begin("map")
            file.write(b"<map>" + bytes(8 * _MARKS) + b"</map>")
            for name, data in _description(columns, cutting):
                parts.write(name, data)
            self._write_rows(parts, columns, spool)
            parts.write("value_labels", b"".join(_value_labels(columns, cutting)))
            parts.finish()

    def _write_rows(self, parts: _Parts, columns: Sequence[_Column], spool: Spool) -> None:
        form = struct.Struct("<" + "".join(each.form for each in columns))
        with parts.within("data") as file:
            row = 0
            for batch in spool.batches():
                self._making.step()
                cells = zip(*batch, strict=True)
                ready = [each.cells(own, row) for each, own in zip(columns, cells, strict=True)]
                file.write(b"".join([form.pack(*each) for each in zip(*ready, strict=True)]))
                row += len(batch)
        with parts.within("strls") as file:
            row = 0
            for batch in spool.batches() if any(each.long for each in columns) else ():
                self._making.step()
                for number, cells in enumerate(batch, row + 1):
                    file.writelines(_long_texts(columns, cells, number))
                row += len(batch)


class _Column:
    """A variable of the file: its type, its display format, its cells as they are packed."""

    def __init__(self, place: int, field: Field, longest: int, largest: float) -> None:
        self.field = field
        self.place = place
        self.long = longest > _FIXED
        self._whole = field.type is not Type.REAL and largest <= _LARGEST_LONG
        self._width = max(longest, 1)

    @property
    def type(self) -> int:
        """The number of its type."""
        if self.field.text:
            return _STRL if self.long else self._width
        return _LONG if self._whole else _DOUBLE

    @property
    def form(self) -> str:
        """How `struct` packs its cells; those of a long text are references to it."""
        if self.field.text:
            return "Q" if self.long else f"{self._width}s"
        return "i" if self._whole else "d"

    @property
    def shown(self) -> str:
        """How Stata shows it."""
        if self.field.text:
            return "%-40s" if self.long else f"%-{min(self._width, 40)}s"
        if self.field.day:
            return "%tdCCYY-NN-DD"
        return "%12.0g" if self._whole else "%10.0g"

    def cells(self, cells: Sequence[Cell], row: int) -> Sequence[Cell]:
        """Return the cells of the rows behind `row` as they are packed."""
        if self.long:
            # The variable in two bytes, the observation in six.
            return [
                (self.place + 1) | number << 16 if cell else 0
                for number, cell in enumerate(cells, row + 1)
            ]
        if self.field.text:
            return cells
        none = _NONE_LONG if self._whole else _NONE_DOUBLE
        if self.field.day:
            return [_day(cell, none) for cell in cells]
        if not self.field.missing:
            return [none if cell is None else cell for cell in cells]
        missing = _MISSING_LONG if self._whole else _MISSING_DOUBLE
        return [none if cell is None else missing.get(cell, cell) for cell in cells]  # type: ignore[call-overload]


def _day(cell: Cell, none: float) -> float:
    return none if cell is None or isinstance(cell, bytes) else cell - _DAY_ZERO


# The places that the map names: those of the parts, and the end.
_MARKS = 14
_MAPPED = (
    *("map", "variable_types", "varnames", "sortlist", "formats", "value_label_names"),
    *("variable_labels", "characteristics", "data", "strls", "value_labels"),
)


class _Parts:
    """The parts of a file between their marks, and where each of them begins."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._begun: dict[str, int] = {}

    def begin(self, name: str) -> None:
        """Note that a part begins here."""
        self._begun[name] = self._file.tell()

    def write(self, name: str, data: bytes) -> None:
        """Write a whole part."""
        with self.within(name) as file:
            file.write(data)

    @contextmanager
    def within(self, name: str) -> Generator[BinaryIO]:
        """Write a part in pieces."""
        self.begin(name)
        self._file.write(f"<{name}>".encode())
        yield self._file
        self._file.write(f"</{name}>".encode())

    def finish(self) -> None:
        """Write the end of the file and the map."""
        end = self._file.tell()
        self._file.write(b"</stata_dta>")
        marks = (0, *(self._begun[name] for name in _MAPPED), end, self._file.tell())
        self._file.seek(self._begun["map"] + len("<map>"))
        self._file.write(struct.pack(f"<{_MARKS}Q", *marks))


def _header(table: Table, columns: int, rows: int) -> bytes:
    label = table.label[:LABEL_CHARACTERS].encode()
    return b"".join(
        (
            b"<release>118</release><byteorder>LSF</byteorder>",
            b"<K>" + struct.pack("<H", columns) + b"</K>",
            b"<N>" + struct.pack("<Q", rows) + b"</N>",
            b"<label>" + struct.pack("<H", len(label)) + label + b"</label>",
            b"<timestamp>\0</timestamp>",
        )
    )


def _description(columns: Sequence[_Column], cutting: Cutting) -> Iterator[tuple[str, bytes]]:
    names = [each.field.name for each in columns]
    yield "variable_types", struct.pack(f"<{len(columns)}H", *(each.type for each in columns))
    yield "varnames", _fixed(names, 129)
    yield "sortlist", bytes(2 * (len(columns) + 1))
    yield "formats", _fixed([each.shown for each in columns], 57)
    labelled = [each.field.name if _labels(each.field) else "" for each in columns]
    yield "value_label_names", _fixed(labelled, 129)
    yield "variable_labels", _fixed([_label(each.field, cutting) for each in columns], 321)
    yield "characteristics", b""


def _fixed(texts: Sequence[str], size: int) -> bytes:
    return b"".join(text.encode().ljust(size, b"\0") for text in texts)


def _label(field: Field, cutting: Cutting) -> str:
    told = field.label[:LABEL_CHARACTERS]
    limit = len(told.encode())
    return cutting.label(field.name, field.label, limit, LossKind.VARIABLE_LABEL).decode()


def _labels(field: Field) -> Sequence[tuple[int, str]]:
    """Return the labels of a column's numbers, as the file has the numbers."""
    missing = ((_MISSING_LONG[code], told) for code, told in field.missing)
    return sorted((*field.values, *missing))


def _value_labels(columns: Sequence[_Column], cutting: Cutting) -> Iterator[bytes]:
    for each in columns:
        labels = _labels(each.field)
        if labels:
            name = each.field.name
            told = [
                cutting.label(name, text, VALUE_LABEL_BYTES, LossKind.VALUE_LABEL)
                for _, text in labels
            ]
            table = _label_table([code for code, _ in labels], told)
            head = struct.pack("<i129s3x", len(table), name.encode())
            yield b"<lbl>" + head + table + b"</lbl>"


def _label_table(codes: Sequence[int], told: Sequence[bytes]) -> bytes:
    ended = [text + b"\0" for text in told]
    places = list(accumulate(map(len, ended), initial=0))
    numbers = (len(codes), places[-1], *places[:-1], *codes)
    return struct.pack(f"<{len(numbers)}i", *numbers) + b"".join(ended)


def _long_texts(columns: Sequence[_Column], cells: Sequence[Cell], row: int) -> Iterator[bytes]:
    for each in columns:
        text = cells[each.place] if each.long else b""
        if text and isinstance(text, bytes):
            head = struct.pack("<3sIQBI", b"GSO", each.place + 1, row, 130, len(text) + 1)
            yield head + text + b"\0"
