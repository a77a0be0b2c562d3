"""What the readers of codebooks give, and what the writers are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.codebook import Codebook
from workbench.domain.codebook_uses import Uses


class Format(StrEnum):
    """The formats of codebook files; the last two are for paper, and not read back."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    TAGUETTE = "taguette"
    QDC = "qdc"
    HTML = "html"
    DOCX = "docx"


READABLE = (Format.JSON, Format.CSV, Format.XLSX, Format.TAGUETTE, Format.QDC)
#: The formats with columns.
TABLES = (Format.CSV, Format.XLSX, Format.TAGUETTE)
#: What each format's files are called, after the last point.
SUFFIXES: Mapping[Format, str] = {
    each: "csv" if each is Format.TAGUETTE else each.value for each in Format
}


class Note(StrEnum):
    """What a person should know of a codebook that was read all the same."""

    COLUMNS_LEFT_OUT = "columns_left_out"
    RENAMED = "renamed"
    SETS_LEFT_OUT = "sets_left_out"
    BYTES_DAMAGED = "bytes_damaged"
    COLOURS_LEFT_OUT = "colours_left_out"


@dataclass(frozen=True, slots=True)
class Noted:
    """A note and what it names."""

    note: Note
    facts: Mapping[str, object]


def _nothing() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person says of a file that does not say it: columns by field, sheet, code list.

    `code_list` is the key of the list for categories of which the file names none. Columns that
    are not given go by their names, unless it is `exact`.
    """

    columns: Mapping[str, str] = field(default_factory=_nothing)
    sheet: str = ""
    code_list: str = ""
    exact: bool = False


@dataclass(frozen=True)
class Found:
    """The codebook in a file.

    `whole`: the format holds layers as well; otherwise there are code lists only.
    `columns`: of a table, which column was taken for what.
    """

    codebook: Codebook
    format: Format
    whole: bool = False
    notes: tuple[Noted, ...] = ()
    columns: Mapping[str, str] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a codebook is to be written: labels and headings in `language` ("zh" or "en").

    Without `uses` the file says nothing of how often anything is used.
    """

    language: str = "zh"
    uses: Uses | None = None
