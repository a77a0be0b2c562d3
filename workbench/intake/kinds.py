"""What kind of file some bytes are: told by the bytes, by the name where those say nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile

from workbench.domain.errors import Refusal
from workbench.files.zips import BROKEN
from workbench.intake.errors import (
    FileEncrypted,
    FileInOldFormat,
    FileIsArchive,
    FileIsPicture,
    FileIsProgram,
    FileOfOtherProgram,
)


class Kind(StrEnum):
    """The kinds of files that hold articles: one each, or (the last five) many."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    ZIP = "zip"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    JSONL = "jsonl"


#: Kinds that are tables with a row an article.
TABLES = frozenset({Kind.CSV, Kind.TSV, Kind.XLSX, Kind.JSONL})

_HEAD = 1024
_NAMES = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".mht": Kind.MHTML,
    ".mhtml": Kind.MHTML,
    ".csv": Kind.CSV,
    ".tsv": Kind.TSV,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
}
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_PICTURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"AT&TFORM", "DjVu"),
)
_ARCHIVES = (
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\0", "XZ"),
)
_PROGRAMS = (b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_OTHER_MAGIC = ((b"CAJ\0", "CAJViewer"), (b"HN\x01\0", "CAJViewer"), (b"HN\x02\0", "CAJViewer"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|title)[\s>/]", re.IGNORECASE)
_ANY_TAG = re.compile(rb"</?[a-z][a-z0-9]*[\s>/]|<!--", re.IGNORECASE)
_MIME = re.compile(rb"\A[A-Za-z][A-Za-z0-9-]{1,40}:")
_MIME_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_MULTIPART = re.compile(rb"^Content-Type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
# What a member of a zip is called, or what the one named `mimetype` says, tells the format.
_MEMBERS = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.XLSX),
)
_OPENDOCUMENT = b"application/vnd.oasis.opendocument.text"
_OTHER_MEMBERS = (
    ("ppt/presentation.xml", "PowerPoint"),
    ("Index/Document.iwa", "Pages"),
    ("index.apxl", "Pages"),
    ("META-INF/container.xml", "EPUB"),
)


def kind_of(data: bytes, file_name: str) -> Kind:
    """Return the kind of a file.

    Raises:
        FileIsPicture, FileIsProgram, FileIsArchive, FileInOldFormat, FileOfOtherProgram,
        FileEncrypted: it is none that we read, whatever its name says.
    """
    refusal = _refusal(data, file_name)
    if refusal:
        raise refusal
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, file_name)
    return _by_beginning(data) or _by_name(data, file_name) or Kind.TEXT


def _refusal(data: bytes, name: str) -> Refusal | None:
    """Return why a file of this beginning is not read, None if it may be."""
    for magic, kind in _PICTURES:
        if data.startswith(magic):
            return FileIsPicture(file=name, kind=kind)
    if (picture := _picture_in_container(data)) is not None:
        return FileIsPicture(file=name, kind=picture)
    for magic, kind in _ARCHIVES:
        if data.startswith(magic):
            return FileIsArchive(file=name, kind=kind)
    for magic, program in _OTHER_MAGIC:
        if data.startswith(magic):
            return FileOfOtherProgram(file=name, program=program)
    if data.startswith(_PROGRAMS) or (data.startswith(b"MZ") and b"\0" in data[:_HEAD]):
        return FileIsProgram(file=name)
    return _ole_refusal(data, name) if data.startswith(_OLE) else None


def _picture_in_container(data: bytes) -> str | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return "HEIC"
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return "BMP"
    return None


def _ole_refusal(data: bytes, name: str) -> Refusal:
    """Tell an Office file under a password from one of the time before .docx."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileEncrypted(file=name)
    return FileInOldFormat(file=name)


def _by_beginning(data: bytes) -> Kind | None:
    """Return the kind that the first KB tells, None where it is plain text or unknown."""
    head = _plain(data[: 2 * _HEAD])[:_HEAD].lstrip()
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    if head.startswith(b"%PDF-") or (b"%PDF-" in head and b"startxref" in data):
        return Kind.PDF
    if head.startswith(b"<") and _PAGE.search(head):
        return Kind.HTML
    if _MIME.match(head) and _is_mime(data[: 8 * _HEAD]):
        return Kind.MHTML
    return None


def _plain(head: bytes) -> bytes:
    """Return the bytes without byte order mark, and ASCII of UTF-16 as itself."""
    return head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")


def _is_mime(head: bytes) -> bool:
    return bool(_MIME_VERSION.search(head) and _MULTIPART.search(head))


def _by_name(data: bytes, file_name: str) -> Kind | None:
    suffix = PurePath(file_name).suffix.lower()
    if suffix in _PAGES:
        return Kind.HTML if _ANY_TAG.search(_plain(data)) else None
    if suffix in (".mht", ".mhtml") and not _MIME.match(_plain(data[:_HEAD]).lstrip()):
        return None
    return _NAMES.get(suffix)


def _kind_of_zip(data: bytes, file_name: str) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            said = _said_type(package) if "mimetype" in names else b""
    except BROKEN:
        return _kind_of_damaged_zip(data, file_name)
    if said.startswith(b"application/vnd.oasis.opendocument."):
        return _opendocument(said, file_name)
    for name, program in _OTHER_MEMBERS:
        if name in names:
            raise FileOfOtherProgram(file=file_name, program=program)
    return next((kind for name, kind in _MEMBERS if name in names), _by_folders(names))


def _said_type(package: ZipFile) -> bytes:
    with package.open("mimetype") as member:
        return member.read(200)


def _opendocument(said: bytes, file_name: str) -> Kind:
    if said.startswith(_OPENDOCUMENT):
        return Kind.ODT
    raise FileOfOtherProgram(file=file_name, program="LibreOffice")


def _by_folders(names: set[str]) -> Kind:
    """Tell a document whose members have unusual names from a plain archive."""
    if {"content.xml", "META-INF/manifest.xml"} <= names:
        return Kind.ODT
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Kind.DOCX
    return Kind.ZIP


def _kind_of_damaged_zip(data: bytes, file_name: str) -> Kind:
    """Return what a zip that cannot be opened was, so that its reader says what is wrong."""
    by_name = {".docx": Kind.DOCX, ".odt": Kind.ODT, ".xlsx": Kind.XLSX}
    kind = by_name.get(PurePath(file_name).suffix.lower())
    if kind is None and _OPENDOCUMENT in data[: 4 * _HEAD]:
        return Kind.ODT
    if kind is None and b"word/" in data:
        return Kind.DOCX
    return kind or Kind.ZIP
