"""The compression of SPSS files: small whole numbers and runs of spaces take one byte."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import BinaryIO, Protocol

from workbench.dataset.formats.labelled import Cell

_BIAS = 100
_END, _AS_IT_IS, _SPACES, _NOTHING = 252, 253, 254, 255
_SEGMENT = 8
_BLOCK = 0x3FF000
_REMEMBERED = 20_000

#: The codes of a cell, and the bytes that stand behind them.
_Coded = tuple[bytes, bytes]


class Bytecode:
    """Encode rows; a column has a number, or as many places of eight bytes as are given."""

    def __init__(self, segments: Sequence[int]) -> None:
        self._columns = [_Texts(each) if each else _Numbers() for each in segments]
        self._codes = b""
        self._data = b""

    def encoded(self, rows: Sequence[Sequence[Cell]]) -> bytes:
        """Return what can be written of all rows so far."""
        cells = [
            column[cell] for row in rows for column, cell in zip(self._columns, row, strict=True)
        ]
        self._codes += b"".join([codes for codes, _ in cells])
        self._data += b"".join([data for _, data in cells])
        return self._taken(len(self._codes) // _SEGMENT * _SEGMENT)

    def rest(self) -> bytes:
        """Return the end of the data."""
        self._codes += bytes([_END])
        self._codes = self._codes.ljust(-(-len(self._codes) // _SEGMENT) * _SEGMENT, b"\0")
        return self._taken(len(self._codes))

    def _taken(self, until: int) -> bytes:
        """Return the codes until there, eight at a time, each time with their bytes."""
        codes, data = self._codes, self._data
        parts: list[bytes] = []
        at = 0
        for start in range(0, until, _SEGMENT):
            eight = codes[start : start + _SEGMENT]
            end = at + eight.count(_AS_IT_IS) * _SEGMENT
            parts += (eight, data[at:end])
            at = end
        self._codes, self._data = codes[until:], data[at:]
        return b"".join(parts)


class _Numbers(dict[Cell, _Coded]):
    """How numbers are coded."""

    def __missing__(self, number: Cell) -> _Coded:
        if number is None:
            coded = bytes([_NOTHING]), b""
        elif not isinstance(number, bytes) and number == int(number) and -99 <= number <= 151:
            coded = bytes([int(number) + _BIAS]), b""
        else:
            coded = bytes([_AS_IT_IS]), struct.pack("<d", number)
        if len(self) < _REMEMBERED:
            self[number] = coded
        return coded


class _Texts(dict[Cell, _Coded]):
    """How texts are coded that take so many places of eight bytes."""

    def __init__(self, segments: int) -> None:
        super().__init__()
        self._segments = segments

    def __missing__(self, text: Cell) -> _Coded:
        assert isinstance(text, bytes)
        padded = text.ljust(self._segments * _SEGMENT)
        codes, data = bytearray(), bytearray()
        for start in range(0, len(padded), _SEGMENT):
            eight = padded[start : start + _SEGMENT]
            codes.append(_AS_IT_IS if eight.strip(b" ") else _SPACES)
            data += eight if codes[-1] == _AS_IT_IS else b""
        coded = bytes(codes), bytes(data)
        if self._segments <= _SEGMENT and len(self) < _REMEMBERED:
            self[text] = coded
        return coded


class Output(Protocol):
    """Where encoded rows go."""

    def write(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class PlainOutput:
    """Write them as they are."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, data: bytes) -> None:
        self._file.write(data)

    def close(self) -> None:
        """Leave the file open: it is its opener's."""


class ZlibOutput:
    """Write them in compressed blocks, with a table of the blocks behind them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._start = file.tell()
        self._left = b""
        self._blocks: list[tuple[int, int]] = []
        file.write(bytes(24))

    def write(self, data: bytes) -> None:
        self._left += data
        while len(self._left) >= _BLOCK:
            self._put(self._left[:_BLOCK])
            self._left = self._left[_BLOCK:]

    def _put(self, block: bytes) -> None:
        packed = zlib.compress(block)
        self._file.write(packed)
        self._blocks.append((len(block), len(packed)))

    def close(self) -> None:
        if self._left:
            self._put(self._left)
        trailer = self._file.tell()
        parts = [struct.pack("<2q2i", -_BIAS, 0, _BLOCK, len(self._blocks))]
        plain, packed = self._start, self._start + 24
        for size, packed_size in self._blocks:
            parts.append(struct.pack("<2q2i", plain, packed, size, packed_size))
            plain, packed = plain + size, packed + packed_size
        table = b"".join(parts)
        self._file.write(table)
        self._file.seek(self._start)
        self._file.write(struct.pack("<3q", self._start, trailer, len(table)))
        self._file.seek(0, 2)
