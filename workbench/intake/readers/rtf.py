"""RTF: striprtf on the groups that are text, with the fonts that tell its encodings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from workbench.files.packages import library_on
from workbench.intake.errors import FileDamaged, FileEmpty
from workbench.intake.extracted import Extracted
from workbench.intake.readers.about import stated
from workbench.intake.readers.notes import Note, joined, set_apart, unguarded
from workbench.intake.readers.rtfgroups import Groups, Unbalanced

_rtf_to_text: Callable[..., str] = import_module("striprtf.striprtf").rtf_to_text

_KIND = "RTF"
_HEAD = 2_000
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_CHARSETS = {"936": "134", "54936": "134", "950": "136", "932": "128", "949": "129"}
_ENCODINGS = {"936": "gb18030", "54936": "gb18030", "950": "cp950", "932": "cp932", "949": "cp949"}
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)")
_CHARSET = re.compile(r"\\fcharset(\d{1,3})")
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff\0]")
_FONTS = 2_000


def read_rtf(data: bytes, file_name: str) -> Extracted:
    """Return the text of an RTF file.

    Raises:
        FileDamaged, FileEmpty.
    """
    page = _CODE_PAGE.search(data[:_HEAD])
    code_page = page[1].decode() if page else "1252"
    groups = _sorted(unguarded(_decoded(data, code_page)), file_name)
    fonts = _fonts(groups.apart.get("fonttbl", ""), code_page)
    plain = _Plain(file_name, code_page, fonts)
    notes = [Note(mark, joined(plain.of(text).split("\n"))) for mark, text in groups.notes]
    noted = set_apart(plain.of(groups.text).strip("\n"), notes)
    info = groups.apart.get("info", "")
    title, author = (plain.of(_fact(info, word)) for word in ("title", "author"))
    if not noted.text.strip():
        raise FileEmpty(file=file_name)
    warnings = ("damaged_characters",)
    return Extracted(
        noted.text,
        "rtf",
        edits=noted.edits,
        asides=noted.asides,
        about=stated(noted.text, title, author),
        warnings=warnings if "\ufffd" in noted.text else (),
    )


def _decoded(data: bytes, code_page: str) -> str:
    """Return the source, which is ASCII but where a program wrote its text as it was."""
    data = data.replace(b"\0", b"")
    for encoding in ("ascii", "utf-8-sig", _ENCODINGS.get(code_page, "cp1252")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _sorted(source: str, file_name: str) -> Groups:
    groups = Groups(source)
    try:
        groups.sort()
    except Unbalanced as error:
        raise FileDamaged(file=file_name, kind=_KIND) from error
    return groups


def _fonts(table: str, code_page: str) -> str:
    """Return the font table in few words: striprtf's pattern gets lost in longer ones.

    A Western font of a Chinese file has Chinese in it where the program did not look: its bytes
    are the code page's.
    """
    entries: list[str] = []
    fonts = list(_FONT.finditer(table))[:_FONTS]
    for each, following in zip(fonts, [*fonts[1:], None], strict=False):
        entry = table[each.end() : following.start() if following else len(table)]
        charset = _CHARSET.search(entry)
        told = charset[1] if charset else "0"
        if told in ("0", "1"):
            told = _CHARSETS.get(code_page, told)
        entries.append(f"{{\\f{each[1]}\\fcharset{told} x;}}\n")
    return f"{{\\fonttbl{''.join(entries)}}}"


@dataclass(frozen=True, slots=True)
class _Plain:
    """Gives the plain text of groups of one file."""

    file_name: str
    code_page: str
    fonts: str

    def of(self, group: str) -> str:
        """Return the text of a group, canonical, characters that make no sense replaced."""
        source = f"{{\\rtf1\\ansi\\ansicpg{self.code_page}{self.fonts}\n{group}}}"
        with library_on(self.file_name, _KIND):
            text = _rtf_to_text(source, errors="replace")
        text = _HALVES.sub(_whole, text).replace("\r\n", "\n").replace("\r", "\n")
        return _LONE.sub("\ufffd", text).replace("\t\n", "\n")


def _whole(halves: re.Match[str]) -> str:
    return halves.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _fact(info: str, word: str) -> str:
    """Return the group of `word` among a file's facts, without the word."""
    inside = r"((?:\\[^a-zA-Z]|\\(?=[a-zA-Z])|[^{}\\])*+)"  # one way only to match each character
    match = re.search(rf"\{{\\{word} ?{inside}\}}", info)
    return f"{{{match[1]}}}" if match else "{}"
