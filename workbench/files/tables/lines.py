"""The lines of a text file as they come: decoded one by one, whatever the size of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from workbench.files.decode import mark_of
from workbench.files.encodings import tell
from workbench.files.errors import TableLineTooLong

_SAMPLE = 1_000_000
_CHUNK = 1 << 18
LONGEST_LINE = 20_000_000
_END = re.compile(rb"\r\n|\n|\r")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, and how many of its bytes could not be decoded.

    `at`: the byte of the file that it begins with, 0 where nobody knows.
    """

    text: str
    damaged: int = 0
    at: int = 0


def lines_of_file(stream: BinaryIO, name: str, at: int = 0) -> Iterator[Line]:
    """Yield the lines of a file; one that is written in another encoding is read in that.

    `at`: the byte that a line begins with, to begin there.

    Raises:
        TableLineTooLong: it has no line ends, and so is no table.
    """
    head = stream.read(_SAMPLE)
    mark, encoding = mark_of(head) or (b"", encoding_of(head))
    at = max(at, len(mark))
    stream.seek(at)
    if encoding in _WIDE:
        yield from _wide_lines(stream, encoding, name, at)
        return
    for line in _byte_lines(stream, name):
        text, damaged = _decoded(line, encoding)
        yield Line(text, damaged, at)
        at += len(line)


def encoding_of(head: bytes) -> str:
    """Return the encoding that the beginning of a file is written in, UTF-8 if none fits."""
    if len(head) >= _SAMPLE and b"\0" not in head:  # no character is cut at a line's end
        head = head[: head.rfind(b"\n") + 1] or head
    told = tell(head)
    return told.encoding if told else "utf-8"


def _wide_lines(stream: BinaryIO, encoding: str, name: str, at: int) -> Iterator[Line]:
    text = TextIOWrapper(stream, encoding, errors="replace", newline="")
    try:
        while line := text.readline(LONGEST_LINE):
            if len(line) >= LONGEST_LINE:
                raise TableLineTooLong(file=name, limit=LONGEST_LINE // 1_000_000)
            damaged = line.count("\ufffd")
            yield Line(line, damaged, at)
            # How many bytes stood for what cannot be decoded, nobody knows.
            at = 0 if damaged or not at else at + len(line.encode(encoding))
    finally:
        text.detach()


def _byte_lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield lines with their ends, which may be LF, CRLF or CR."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        data = rest + chunk
        # A CR at the end may be half of a CRLF.
        whole = len(data) - 1 if data.endswith(b"\r") else len(data)
        end = 0
        for match in _END.finditer(data, len(rest) if not rest.endswith(b"\r") else 0, whole):
            yield data[end : match.end()]
            end = match.end()
        rest = data[end:]
        if len(rest) > LONGEST_LINE:
            raise TableLineTooLong(file=name, limit=LONGEST_LINE // 1_000_000)
    if rest:
        yield rest


def _decoded(line: bytes, encoding: str) -> tuple[str, int]:
    try:
        return line.decode(encoding), 0
    except UnicodeDecodeError:
        told = tell(line)
    if told is not None and told.encoding not in _WIDE:
        return told.text, told.damaged
    text = line.decode(encoding, "replace")
    return text, text.count("\ufffd")
