"""The formats of codebook files: which one a file is, its reader, its writer."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol

from workbench.domain.codebook import Codebook
from workbench.exchange.codebook.model import (
    READABLE,
    SUFFIXES,
    TABLES,
    Choice,
    Format,
    Found,
    Writing,
)
from workbench.exchange.codebook.sniff import format_of
from workbench.exchange.errors import (
    CodebookFileTooLarge,
    CodebookOnlyPrinted,
    CodebookWithoutColumns,
)

MEGABYTES = 100
# Each is imported when a file of its format comes: the libraries behind them take long to load.
_MODULES: Mapping[Format, str] = {
    Format.JSON: "own",
    Format.CSV: "table.delimited",
    Format.XLSX: "table.excel",
    Format.TAGUETTE: "taguette",
    Format.QDC: "qdc",
    Format.HTML: "printed.page",
    Format.DOCX: "printed.word",
}


class Reader(Protocol):
    """Read the bytes of a file that is named `file_name`."""

    def __call__(self, data: bytes, file_name: str, choice: Choice) -> Found:
        """Return its codebook, or raise a Refusal that names the file."""
        ...


class Writer(Protocol):
    """Put a codebook into bytes: the same codebook, the same bytes."""

    def __call__(self, codebook: Codebook, writing: Writing) -> bytes:
        """Return the bytes, or raise a Refusal if the format cannot hold the codebook."""
        ...


def read_codebook(
    data: bytes, file_name: str, kind: Format | None = None, choice: Choice | None = None
) -> Found:
    """Return the codebook in some bytes; of which format they are is told by themselves.

    Raises:
        Refusal: they hold none, or one that is broken; it names the file.
    """
    if len(data) > MEGABYTES * 1_000_000:
        size = len(data) // 1_000_000
        raise CodebookFileTooLarge(file=file_name, megabytes=size, limit=MEGABYTES)
    chosen = kind or format_of(data, file_name)
    if chosen not in READABLE:
        raise CodebookOnlyPrinted(file=file_name)
    wanted = choice or Choice()
    if wanted.columns and chosen not in TABLES:
        raise CodebookWithoutColumns(file=file_name)
    reader: Reader = _of(chosen).read
    return reader(data, file_name, wanted)


def columns_in(data: bytes, file_name: str, choice: Choice) -> tuple[str, ...]:
    """Return the columns of a table, none of what is no table.

    Raises:
        Refusal: it cannot be read.
    """
    kind = format_of(data, file_name)
    if kind is Format.TAGUETTE:
        kind = Format.CSV
    if kind not in (Format.CSV, Format.XLSX):
        return ()
    return _of(kind).table_of(data, file_name, choice).columns


def write_codebook(codebook: Codebook, kind: Format, writing: Writing | None = None) -> bytes:
    """Return a codebook in the bytes of a format.

    Raises:
        Refusal: the format cannot hold it.
    """
    writer: Writer = _of(kind).write
    return writer(codebook, writing or Writing())


def format_for(file_name: str) -> Format | None:
    """Return the format that a file's name asks for, None if it says nothing."""
    ending = file_name.rpartition(".")[2].lower()
    return next((each for each, suffix in SUFFIXES.items() if suffix == ending), None)


def _of(kind: Format) -> Any:
    return import_module(f"workbench.exchange.codebook.{_MODULES[kind]}")
