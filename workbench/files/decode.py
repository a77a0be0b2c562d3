"""Bytes to text, in every encoding that Chinese texts come in, with or without a mark."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from workbench.domain.errors import Refusal
from workbench.files.encodings import Told, is_plausible_chinese, tell, tell_damaged
from workbench.files.errors import (
    FileBinary,
    FileEmpty,
    FileHoldsNul,
    FileHoldsSurrogate,
    FileInOtherEncoding,
    FileMisencoded,
)

__all__ = ["Decoded", "decode", "is_plausible_chinese", "mark_of"]

_KINDS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP/DOCX/ODT"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with LF line ends and no byte order mark, and its encoding's name.

    `damaged` counts the U+FFFD that stand for invalid bytes.
    """

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, file_name: str) -> Decoded:
    """Return the text of a file.

    Raises:
        FileEmpty, FileBinary, FileMisencoded, FileInOtherEncoding, FileHoldsNul,
        FileHoldsSurrogate: each names `file_name` and says what to do.
    """
    _refuse_binary(data, file_name)
    told = _by_mark(data, file_name) or _by_trial(data, file_name)
    text = told.text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_controls(text, file_name)
    if not text.strip():
        raise FileEmpty(file=file_name)
    return Decoded(text, told.encoding, told.damaged)


def mark_of(data: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark that `data` begins with, and the encoding it tells."""
    return next((each for each in _MARKS if data.startswith(each[0])), None)


def _refuse_binary(data: bytes, file_name: str) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise FileBinary(file=file_name, kind=kind)


def _by_mark(data: bytes, file_name: str) -> Told | None:
    found = mark_of(data)
    if found is None:
        return None
    mark, encoding = found
    body = data[len(mark) :]
    try:
        return Told(body.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        told = tell_damaged(body, encoding)
        if told is None:
            _refuse_half_characters(body, encoding, file_name)
            raise FileMisencoded(file=file_name) from error
        return told


def _refuse_half_characters(data: bytes, encoding: str, file_name: str) -> None:
    """Raise FileHoldsSurrogate if lone surrogates are all that is wrong with `data`."""
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return
    half = _SURROGATE.search(text)
    raise FileHoldsSurrogate(file=file_name, position=half.start() if half else 0)


def _by_trial(data: bytes, file_name: str) -> Told:
    told = tell(data)
    if told is None:
        _refuse_half_characters(data, "utf-8", file_name)
        raise _not_ours(data, file_name)
    return told


def _not_ours(data: bytes, file_name: str) -> Refusal:
    guess = _probable_encoding(data)
    is_full_of_controls = sum(byte < 9 or 14 <= byte < 32 for byte in data) > len(data) / 20
    if is_full_of_controls and not guess.startswith("utf_"):
        return FileBinary(file=file_name, kind="?")
    if guess:
        return FileInOtherEncoding(file=file_name, encoding=guess)
    return FileMisencoded(file=file_name)


def _probable_encoding(data: bytes) -> str:
    """Name the encoding of `data` as far as can be guessed, for the refusal only."""
    from charset_normalizer import from_bytes  # slow to import, rarely needed

    best = from_bytes(data[:20_000]).best()
    ours = ("utf_8", "ascii", "gb18030", "gbk", "gb2312", "hz", "big5", "big5hkscs")
    return "" if best is None or best.encoding in ours else best.encoding


def _refuse_controls(text: str, file_name: str) -> None:
    """Refuse a text with a NUL, or full of control characters."""
    nuls = text.count("\0")
    if nuls + len(_CONTROL.findall(text)) > max(8, len(text) / 50):
        raise FileBinary(file=file_name, kind="?")
    if nuls:
        raise FileHoldsNul(file=file_name, position=text.index("\0"))
