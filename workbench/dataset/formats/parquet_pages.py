"""Pages of a Parquet file: the values of one column in some rows, encoded and compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from enum import IntEnum

from workbench.dataset.formats.thrift import Struct, encoded, varint
from workbench.domain.values import Scalar

Cells = Sequence[Scalar | None]


class Physical(IntEnum):
    """How values are kept."""

    BOOLEAN, INT64, DOUBLE, BYTE_ARRAY = 0, 2, 5, 6


class Encoding(IntEnum):
    """How a page holds values."""

    PLAIN, RLE, DICTIONARY = 0, 3, 8


_DATA_PAGE, _DICTIONARY_PAGE = 0, 2


class Page:
    """A page's bytes, header and all, and how many they were before compression."""

    def __init__(self, header: Struct, kind: int, place: int, body: bytes) -> None:
        packed = gzipped(body)
        head = encoded(Struct({1: kind, 2: len(body), 3: len(packed), place: header}))
        self.data = head + packed
        self.plain_size = len(head) + len(body)


def data_page(cells: Cells, encoding: Encoding, values: bytes) -> Page:
    """Return the page of some rows whose values, those that are there, are encoded already."""
    levels = _levels(cells)
    body = struct.pack("<I", len(levels)) + levels + values
    header = Struct({1: len(cells), 2: int(encoding), 3: int(Encoding.RLE), 4: int(Encoding.RLE)})
    return Page(header, _DATA_PAGE, 5, body)


def dictionary_page(entries: Sequence[str]) -> Page:
    """Return the page of the entries that other pages name by their number."""
    header = Struct({1: len(entries), 2: int(Encoding.PLAIN)})
    return Page(header, _DICTIONARY_PAGE, 7, texts(entries))


def plain_values(kind: Physical, present: Sequence[Scalar]) -> bytes:
    """Return values one behind the other."""
    match kind:
        case Physical.BYTE_ARRAY:
            return texts([each if isinstance(each, str) else str(int(each)) for each in present])
        case Physical.INT64:
            return struct.pack(f"<{len(present)}q", *map(int, present))
        case Physical.DOUBLE:
            return struct.pack(f"<{len(present)}d", *map(float, present))
        case Physical.BOOLEAN:
            return _bits([bool(each) for each in present])


def texts(values: Sequence[str]) -> bytes:
    """Return texts, each behind its length."""
    parts: list[bytes] = []
    for value in values:
        data = value.encode()
        parts += (struct.pack("<I", len(data)), data)
    return b"".join(parts)


def numbers(entries: Sequence[int], most: int) -> bytes:
    """Return the numbers of entries, none above `most`, as one run of whole bytes each."""
    width = 1 if most < 1 << 8 else 2
    eights = -(-len(entries) // 8)
    data = struct.pack(f"<{len(entries)}{'B' if width == 1 else 'H'}", *entries)
    run = varint(eights << 1 | 1) + data.ljust(eights * 8 * width, b"\0")
    return bytes([width * 8]) + run


def gzipped(data: bytes) -> bytes:
    """Return data as gzip has it, with no time in it."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def _levels(cells: Cells) -> bytes:
    """Return which cells hold a value: one run where all are alike, else a bit each."""
    nothing = cells.count(None)
    if nothing in (0, len(cells)):
        return varint(len(cells) << 1) + bytes([0 if nothing else 1])
    eights = -(-len(cells) // 8)
    return varint(eights << 1 | 1) + _bits([cell is not None for cell in cells])


def _bits(flags: Sequence[bool]) -> bytes:
    """Return a bit a flag, the first one lowest."""
    told = "".join(["1" if flag else "0" for flag in reversed(flags)])
    return int(told or "0", 2).to_bytes(-(-len(flags) // 8), "little")
