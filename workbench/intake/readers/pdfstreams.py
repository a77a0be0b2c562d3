"""How large the packed streams of a PDF are, found out before PDFium unpacks them.

PDFium takes some eighty bytes of memory for each byte of a page's operators, and has no limit for
them: a file of a hundred kilobytes can take gigabytes. Operators are text, pictures and fonts are
not, and the operators of the fullest page are a few megabytes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from workbench.files.packages import Limits
from workbench.intake.errors import FileUnpacksTooLarge

_MEGABYTE = 1_000_000
_OPERATORS = 4 * _MEGABYTE  # beyond as many of anything, which need no second look
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED_ONCE = re.compile(rb"/Filter\s*/FlateDecode")
_SHORT = 2 * _OPERATORS // 1_032  # deflate makes nothing shorter than that
_DICTIONARY = 400
_TAKEN, _GIVEN = 16_384, 65_536  # bytes at a time
_PRINTABLE = bytes((9, 10, 13, *range(32, 127)))
_DEEPEST = 3  # streams can be packed more than once


def check_streams(data: bytes, file_name: str, limits: Limits) -> None:
    """Unpack the streams of a PDF, piece by piece, as far as the limits go.

    Raises:
        FileUnpacksTooLarge: one of them has more than a page can have.
    """
    for match in _STREAM.finditer(data):
        if _is_surely_small(data, match):
            continue
        size = operators = 0
        for chunk in _unpacked(_pieces(data, match.end()), _DEEPEST):
            size += len(chunk)
            if size > _OPERATORS and _is_text(chunk):
                operators += len(chunk)
            if operators > _OPERATORS:
                raise _too_large(file_name, size, 2 * _OPERATORS // _MEGABYTE)
            if size > limits.megabytes * _MEGABYTE:
                raise _too_large(file_name, size, limits.megabytes)


def _is_surely_small(data: bytes, stream: re.Match[bytes]) -> bool:
    """Tell whether a stream is packed once, and is too short to unpack to very much."""
    end = data.find(b"endstream", stream.end(), stream.end() + _SHORT)
    before = data[max(0, stream.start() - _DICTIONARY) : stream.start()].rpartition(b" obj")[2]
    return end > 0 and before.count(b"Filter") == 1 and _PACKED_ONCE.search(before) is not None


def _is_text(chunk: bytes) -> bool:
    return len(chunk.translate(None, _PRINTABLE)) < len(chunk) / 10


def _too_large(file_name: str, size: int, limit: int) -> FileUnpacksTooLarge:
    megabytes = max(size // _MEGABYTE, limit + 1)  # at least: it was not unpacked to its end
    return FileUnpacksTooLarge(file=file_name, megabytes=megabytes, limit=limit)


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    for at in range(start, len(data), _TAKEN):
        yield data[at : at + _TAKEN]


def _unpacked(packed: Iterator[bytes], deepest: int) -> Iterator[bytes]:
    """Yield what a stream unpacks to; nothing if it is packed otherwise, or not at all."""
    chunks = _inflated(packed)
    first = next(chunks, b"")
    if not first:
        return
    if deepest > 1 and first[0] == 0x78 and int.from_bytes(first[:2], "big") % 31 == 0:
        yield from _unpacked(_chained(first, chunks), deepest - 1)
        return
    yield from _chained(first, chunks)


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for piece in packed:
            while piece and not unpacker.eof:
                chunk = unpacker.decompress(piece, _GIVEN)
                piece = unpacker.unconsumed_tail
                if chunk:
                    yield chunk
            if unpacker.eof:
                return
    except zlib.error:
        return
