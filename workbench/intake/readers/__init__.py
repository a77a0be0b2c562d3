"""Readers: the bytes of one file to all of its text. Each knows one format.

A reader is a function of the bytes and the file's name (for its refusals). It connects
nowhere, follows no reference, and ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Protocol

from workbench.files.packages import Limits
from workbench.intake.errors import (
    FileBinary,
    FileHoldsNul,
    FileInOtherEncoding,
    FileIsArchive,
    FileIsTable,
    FileMisencoded,
    FileNotAsNamed,
)
from workbench.intake.extracted import Extracted
from workbench.intake.kinds import TABLES, Kind, kind_of
from workbench.intake.limits import USUAL, Allowed

#: Ends the name of a file that keeps HTML as it was pasted: a person chose it, all of it counts.
PASTED_SUFFIX = ".clipboard"


class Reader(Protocol):
    """Read the bytes of a file that is named `file_name`."""

    def __call__(self, data: bytes, file_name: str, limits: Limits = ..., /) -> Extracted:
        """Return all of its text, or raise a Refusal that names the file."""
        ...


def extract(data: bytes, file_name: str, allowed: Allowed = USUAL) -> Extracted:
    """Return what the reader of the file's kind finds in it.

    Raises:
        Refusal: the kind is none that holds one article, or the reader refuses.
    """
    if file_name.endswith(PASTED_SUFFIX):
        return _pasted(data)
    kind = kind_of(data, file_name)
    if kind in TABLES:
        raise FileIsTable(file=file_name)
    if kind is Kind.ZIP:
        raise FileIsArchive(file=file_name, kind="ZIP")
    if kind in _LIMITED:
        return _reader_of(kind)(data, file_name, allowed.package)
    try:
        return _reader_of(kind)(data, file_name)
    except _NO_TEXT as error:
        said = _SAID.get(PurePath(file_name).suffix.lower())
        if kind is not Kind.TEXT or said is None:
            raise
        raise FileNotAsNamed(file=file_name, kind=said) from error


# What a file says that it is by its name, where its bytes do not say it.
_SAID = {
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".pdf": "PDF",
    ".rtf": "RTF",
}
_NO_TEXT = (FileBinary, FileMisencoded, FileInOtherEncoding, FileHoldsNul)
# Those whose files may hold more than their size says.
_LIMITED = frozenset({Kind.DOCX, Kind.ODT, Kind.PDF})
# Each is imported when a file of its kind comes: the libraries behind them take long to load.
_READERS: Mapping[Kind, str] = {
    Kind.TEXT: "text.read_text",
    Kind.MARKDOWN: "markdown.read_markdown",
    Kind.HTML: "web.read_html",
    Kind.MHTML: "mhtml.read_mhtml",
    Kind.DOCX: "docx.read_docx",
    Kind.ODT: "odt.read_odt",
    Kind.PDF: "pdf.read_pdf",
    Kind.RTF: "rtf.read_rtf",
}


def _pasted(data: bytes) -> Extracted:
    from workbench.intake.readers.web import read_pasted_html

    return read_pasted_html(data.decode("utf-8", errors="replace"))


def _reader_of(kind: Kind) -> Reader:
    module, _, function = _READERS[kind].rpartition(".")
    return getattr(import_module(f"workbench.intake.readers.{module}"), function)
