"""Bytes to text: UTF-8, GB18030, and UTF-16 or UTF-32 that say so by a byte order mark."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from workbench.domain.errors import Refusal
from workbench.intake.errors import (
    FileBinary,
    FileEmpty,
    FileHoldsNul,
    FileHoldsSurrogate,
    FileInOtherEncoding,
    FileMisencoded,
)

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
_FEW = 8  # Han characters: fewer prove nothing, and a name may be written with rare ones
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What every Chinese text is full of; text in another encoding, read as GB18030, is not.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体"
    "制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内"
    "數學國這個來對會爲為們時說過後於從發動產經還點關與實體應開間樣當樣東"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with LF line ends and no byte order mark, and its encoding's name."""

    text: str
    encoding: str


def decode(data: bytes, file_name: str) -> Decoded:
    """Return the text of a file.

    Raises:
        FileEmpty, FileBinary, FileMisencoded, FileInOtherEncoding, FileHoldsNul,
        FileHoldsSurrogate: each names `file_name` and says what to do.
    """
    _refuse_binary(data, file_name)
    text, encoding = _by_mark(data, file_name) or _by_trial(data, file_name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_controls(text, file_name)
    if not text.strip():
        raise FileEmpty(file=file_name)
    return Decoded(text, encoding)


def _refuse_binary(data: bytes, file_name: str) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise FileBinary(file=file_name, kind=kind)


def _by_mark(data: bytes, file_name: str) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file_name), encoding
    return None


def _strictly(data: bytes, encoding: str, file_name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        _refuse_half_characters(data, encoding, file_name)
        raise FileMisencoded(file=file_name) from error


def _refuse_half_characters(data: bytes, encoding: str, file_name: str) -> None:
    """Raise FileHoldsSurrogate if lone surrogates are all that is wrong with `data`."""
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return
    half = _SURROGATE.search(text)
    raise FileHoldsSurrogate(file=file_name, position=half.start() if half else 0)


def _by_trial(data: bytes, file_name: str) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        _refuse_half_characters(data, "utf-8", file_name)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not is_plausible_chinese(text):
        raise _not_ours(data, file_name)
    return text, "gb18030"


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
    ours = ("utf_8", "ascii", "gb18030", "gbk", "gb2312", "hz")
    return "" if best is None or best.encoding in ours else best.encoding


def is_plausible_chinese(text: str) -> bool:
    """Tell whether `text` can be Chinese, rather than another encoding's bytes read as GB18030."""
    other = Counter(character for character in text if character > "\x7f")
    total = other.total()
    if not total:
        return False
    strange = sum(count for character, count in other.items() if _is_strange(character))
    if strange > total / 100:
        return False
    return _is_common_enough(other)


def _is_strange(character: str) -> bool:
    """Tell whether `character` has no meaning agreed upon: private, unassigned or a control."""
    return unicodedata.category(character) in ("Co", "Cn", "Cc")


def _is_common_enough(other: Counter[str]) -> bool:
    han = {c: n for c, n in other.items() if "\u3400" <= c <= "\u9fff" or c >= "\U00020000"}
    total = sum(han.values())
    if total < other.total() / 4:
        return False
    usual = sum(count for character, count in han.items() if _is_usual(character))
    frequent = sum(count for character, count in han.items() if character in _FREQUENT)
    if total < _FEW:
        return usual >= 0.5 * total
    return usual >= 0.85 * total and (total < 40 or frequent >= 0.12 * total)


def _is_usual(character: str) -> bool:
    """Tell whether `character` is of the first level of GB 2312 or of Big5: 3,755 and 5,401."""
    try:
        if "\xb0" <= chr(character.encode("gb2312")[0]) <= "\xd7":
            return True
    except UnicodeEncodeError:
        pass
    try:
        return b"\xa4\x40" <= character.encode("big5") <= b"\xc6\x7e"
    except UnicodeEncodeError:
        return False


def _refuse_controls(text: str, file_name: str) -> None:
    """Refuse a text with a NUL, or full of control characters."""
    nuls = text.count("\0")
    if nuls + len(_CONTROL.findall(text)) > max(8, len(text) / 50):
        raise FileBinary(file=file_name, kind="?")
    if nuls:
        raise FileHoldsNul(file=file_name, position=text.index("\0"))
