"""Which format a codebook file is in, by what it holds; its name says too little."""

from __future__ import annotations

import csv
import re
from io import BytesIO
from zipfile import ZipFile

from workbench.exchange.codebook.model import Format
from workbench.exchange.codebook.taguette import is_header
from workbench.exchange.errors import CodebookEmpty, CodebookFormatUnknown, CodebookOnlyPrinted
from workbench.files.decode import mark_of
from workbench.files.encodings import tell
from workbench.files.errors import FileDamaged
from workbench.files.zips import BROKEN

_HEAD = 20_000
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_CODEBOOK = re.compile(r"<(?:\w+:)?CodeBook[\s>/]")
_BINARY = (b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"SQLite format 3", b"\x89PNG", b"\x1f\x8b")


def format_of(data: bytes, file_name: str) -> Format:
    """Return the format of some bytes.

    Raises:
        CodebookEmpty, CodebookFormatUnknown, CodebookOnlyPrinted, FileDamaged.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise CodebookEmpty(file=file_name)
    if data.startswith(b"PK"):
        return _of_zip(data, file_name)
    if data.startswith(_BINARY):
        raise CodebookFormatUnknown(file=file_name)
    head = _text(data[:_HEAD]).lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return Format.JSON
    if head.startswith("<"):
        return _of_xml(head, file_name)
    return Format.TAGUETTE if is_header(_cells(head)) else Format.CSV


def _text(head: bytes) -> str:
    mark = mark_of(head)
    if mark is not None:
        return head[len(mark[0]) :].decode(mark[1], "replace")
    told = tell(head)
    return told.text if told else head.decode("utf-8", "replace")


def _of_zip(data: bytes, file_name: str) -> Format:
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except BROKEN as error:
        raise FileDamaged(file=file_name, kind="ZIP") from error
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return Format.XLSX
    if "word/document.xml" in names:
        raise CodebookOnlyPrinted(file=file_name)
    raise CodebookFormatUnknown(file=file_name)


def _of_xml(head: str, file_name: str) -> Format:
    if _CODEBOOK.search(head):
        return Format.QDC
    if _PAGE.search(head):
        raise CodebookOnlyPrinted(file=file_name)
    raise CodebookFormatUnknown(file=file_name)


def _cells(head: str) -> list[str]:
    line = head.replace("\r\n", "\n").replace("\r", "\n").partition("\n")[0]
    return next(csv.reader([line]), list[str]())
