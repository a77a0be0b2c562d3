"""PDFs with a text layer, page by page; a form feed at the beginning of each page but the first.

The indents of lines are shown, since only the page has them (`pdflines`). What else belongs to
the page rather than to the text (wraps, numbers, running heads) is left to the cleaning steps,
which know it from the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from workbench.files.packages import LIMITS, Limits, library_on
from workbench.intake.errors import (
    FileDamaged,
    FileEncrypted,
    FileHasTooManyParts,
    FileTooLarge,
    PdfHasNoText,
)
from workbench.intake.extracted import Extracted
from workbench.intake.readers.about import stated
from workbench.intake.readers.pdflines import with_indents
from workbench.intake.readers.pdfstreams import check_streams
from workbench.intake.script import ink
from workbench.intake.steps.characters import without_radicals

_pdfium: Any = import_module("pypdfium2")

_KIND = "PDF"
_PASSWORD, _SECURITY = 4, 5  # PDFium's numbers for what it cannot decrypt
_MOST_CHARACTERS = 20_000_000
_FEW = 4  # characters on a page that are no text: a number on a scan, or a stamp
# In this order. One by one they are many times as fast as a table, which is looked up for each
# Chinese character.
_BREAKS = (
    ("\r\n", "\n"),
    ("\r", "\n"),
    ("\f", "\n"),
    ("\v", "\n"),
    ("\ufffe", "-\n"),
    ("\x02", "-\n"),
)
_LOST = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_pdf(data: bytes, file_name: str, limits: Limits = LIMITS) -> Extracted:
    """Return the text of a PDF.

    Raises:
        FileDamaged, FileEncrypted, FileHasTooManyParts, FileTooLarge, FileUnpacksTooLarge,
        PdfHasNoText.
    """
    check_streams(data, file_name, limits)
    with library_on(file_name, _KIND):
        document = _opened(data, file_name)
        try:
            pages = list(_pages(document, file_name, limits))
            title, author = _said(document)
        finally:
            document.close()
    text = "\n\f".join(pages)
    if not text.strip():
        raise PdfHasNoText(file=file_name, pages=len(pages))
    warnings = tuple(key for key, applies in _looks(text, pages).items() if applies)
    return Extracted(
        _LOST.sub("\ufffd", text),
        "pdf",
        about=stated(text, title, author),
        warnings=warnings,
    )


def _opened(data: bytes, file_name: str) -> Any:
    """Open a document; one that only asks a password for printing opens without."""
    try:
        return _pdfium.PdfDocument(data)
    except _pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            raise FileEncrypted(file=file_name) from error
        raise FileDamaged(file=file_name, kind=_KIND) from error


def _said(document: Any) -> tuple[str, str]:
    """Return title and author as the file states them; nothing where they are garbled."""
    try:
        said = document.get_metadata_dict(skip_empty=True)
    except (UnicodeDecodeError, _pdfium.PdfiumError):
        return "", ""
    return said.get("Title", ""), said.get("Author", "")


def _pages(document: Any, file_name: str, limits: Limits) -> Iterator[str]:
    count = len(document)
    if count > limits.parts:
        raise FileHasTooManyParts(file=file_name, count=count, limit=limits.parts)
    size = 0
    for index in range(count):
        text = _text_of(document, index)
        size += len(text)
        if size > _MOST_CHARACTERS:
            limit = _MOST_CHARACTERS // 1_000_000
            raise FileTooLarge(file=file_name, megabytes=limit, limit=limit)
        yield text


def _text_of(document: Any, index: int) -> str:
    """Return a page's text; nothing where the page itself is broken."""
    try:
        page = document[index]
    except _pdfium.PdfiumError:
        return ""
    try:
        found = page.get_textpage()
        text = with_indents(found, found.get_text_range())
        found.close()
    finally:
        page.close()
    return _canonical(text)


def _canonical(text: str) -> str:
    """Return the text with LF line ends.

    A hyphen that PDFium takes for one at a line's end swallows the break; it comes back. Radicals
    are the printer's choice among signs of one shape, in some files every tenth character: which
    of them it named says nothing of the page, and ten thousand edits would hide those that do.
    """
    for sign, meant in _BREAKS:
        text = text.replace(sign, meant)
    return without_radicals(_SURROGATE.sub("\ufffd", text))


def _looks(text: str, pages: list[str]) -> dict[str, bool]:
    """Return what the researcher should look at, by its key."""
    bare = sum(ink(page) <= _FEW for page in pages)
    return {
        "damaged_characters": _LOST.search(text) is not None,
        "pages_without_text": bare > 0,
    }
