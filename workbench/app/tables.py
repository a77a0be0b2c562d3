"""Tables among the files to import: what is in them, and which column holds what."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from workbench.app.errors import ColumnsUnreadable, NoFieldOfArticles
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.domain.codebook import Codebook, Variable
from workbench.domain.errors import Refusal
from workbench.intake.inside import Choose
from workbench.intake.limits import USUAL, Allowed
from workbench.intake.sources import Source, SourceReader, tables_in
from workbench.intake.tables.guess import FIELDS, guess_columns
from workbench.intake.tables.model import TableChoice, TableFile
from workbench.intake.tables.opening import describe

__all__ = [
    "FIELDS",
    "Choose",
    "Source",
    "SourceReader",
    "TableChoice",
    "TableFile",
    "TableSeen",
    "choosing",
    "columns_written",
    "look_at_table",
    "tables_among",
    "tables_read",
    "variables_of",
]
#: Other words for fields, as people write them on the command line.
_ALIASES = {"date": "published", "address": "url", "outlet": "source"}


@dataclass(frozen=True)
class TableSeen:
    """A table among the files: where it is, what a person sees of it, and what its columns seem."""

    source: Source
    file: TableFile
    guess: Mapping[str, str]


def tables_among(
    paths: Iterable[Path],
    codebook: Codebook | None = None,
    progress: Progress | None = None,
    allowed: Allowed = USUAL,
) -> list[TableSeen]:
    """Look at the tables among files, in folders and archives; usable in any thread.

    A table that cannot be read is left out: reading its rows will say why.

    Raises:
        Cancelled: between two tables.
    """
    watching = progress or NoProgress()
    seen: list[TableSeen] = []
    with closing(SourceReader()) as reader:
        for source in tables_in(paths, allowed):
            refuse_if_cancelled(watching)
            try:
                seen.append(look_at_table(source, reader, codebook))
            except (Refusal, OSError, ValueError):
                continue
    return seen


def look_at_table(
    source: Source, reader: SourceReader, codebook: Codebook | None = None, sheet: str = ""
) -> TableSeen:
    """Describe the table at a source, a sheet of it if one is named.

    Raises:
        Refusal: it cannot be had, or is none.
    """
    file = describe(reader.table(source, sheet))
    return TableSeen(source, file, guess_columns(file.columns, file.sample, codebook))


def variables_of(codebook: Codebook) -> Sequence[Variable]:
    """Return the variables of whole articles that a column may hold."""
    layer = codebook.article_layer
    return [each for each in layer.variables if not each.retired] if layer else []


def choosing(codebook: Codebook, columns: Mapping[str, str], sheet: str = "") -> Choose:
    """Return what reads every table by these columns, guessed where none are given.

    Raises:
        NoFieldOfArticles: a column is given to what is neither a field nor a variable.
    """
    known = (*FIELDS, *(each.key for each in variables_of(codebook)))
    for field in columns:
        if field not in known:
            raise NoFieldOfArticles(field=field, known=", ".join(known))
    choice = TableChoice(columns, sheet, codebook)
    return lambda _: choice


def columns_written(text: str) -> Mapping[str, str]:
    """Return the columns that a person wrote as ``title=标题,text=正文``.

    A part with a comma in it stands in quotation marks, as in a table; a list without any comma
    may have Chinese ones.

    Raises:
        ColumnsUnreadable: it is not of that form.
    """
    text = text if "," in text else text.replace("，", ",")
    columns: dict[str, str] = {}
    for part in chain.from_iterable(csv.reader([text], skipinitialspace=True)):
        field, equals, column = part.partition("=")
        if not equals or not field.strip() or not column.strip():
            raise ColumnsUnreadable(part=part)
        columns[_ALIASES.get(field.strip(), field.strip())] = column.strip()
    return columns


def tables_read(sources: Iterable[Source]) -> list[tuple[str, TableChoice]]:
    """Return each table among sources that were read, as it is shown, with its columns."""
    found: dict[str, TableChoice] = {}
    for source in sources:
        if source.row and source.table is not None:
            found.setdefault(source.shown.removesuffix(f"#{source.row}"), source.table)
    return list(found.items())
