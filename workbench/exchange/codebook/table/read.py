"""From the rows of a table to code lists: our own tables exactly, others' by what they seem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from workbench.domain.codebook import Codebook
from workbench.domain.text import canonical
from workbench.exchange.codebook.alone import check_alone
from workbench.exchange.codebook.build import MOST_CATEGORIES, refuse_too_many, told
from workbench.exchange.codebook.model import Choice, Format, Found, Note, Noted
from workbench.exchange.codebook.table.fields import LEVELS, is_count, mapping_of
from workbench.exchange.codebook.table.lists import Lists, Told
from workbench.exchange.errors import CodebookEmpty, CodebookNamesUnknown
from workbench.files.cells import unguarded
from workbench.files.errors import TableWithoutColumn
from workbench.files.tables.model import Table

_NAMES = ("label", "label_zh", "label_en", "key", *LEVELS)
_SHOWN = 30  # columns that are named in a refusal


@dataclass(frozen=True)
class _Rows:
    """The rows that say something, cell by field, each with its place in the file."""

    told: list[Told]
    damaged: int


def found_in(table: Table, choice: Choice, kind: Format) -> Found:
    """Return the code lists of a table.

    Raises:
        Refusal: a row cannot be read, or what the rows say contradicts itself.
    """
    mapping = _mapping(table, choice)
    rows = _read(table, mapping)
    mapping, rows = _told_code_from_key(mapping, rows)
    if not set(_NAMES) & set(mapping):
        raise CodebookNamesUnknown(file=table.name, known=_shown(table))
    notes = _notes(table, mapping, rows)
    lists = Lists(table.name, mapping, choice.code_list)
    for each in rows.told:
        lists.add(each)
    code_lists = lists.finished(notes)
    if not any(each.categories or "kind" in mapping for each in code_lists):
        raise CodebookEmpty(file=table.name)
    codebook = Codebook(told(PurePath(table.name).stem), code_lists)
    check_alone(codebook)
    return Found(codebook, kind, notes=tuple(notes), columns=mapping)


def _mapping(table: Table, choice: Choice) -> dict[str, str]:
    for column in choice.columns.values():
        if column not in table.columns:
            raise TableWithoutColumn(file=table.name, column=column, known=_shown(table))
    return mapping_of(table.columns, choice.columns, exact=choice.exact)


def _shown(table: Table) -> str:
    more = " …" if len(table.columns) > _SHOWN else ""
    return ", ".join(table.columns[:_SHOWN]) + more


def _read(table: Table, mapping: Mapping[str, str]) -> _Rows:
    places = {field: table.columns.index(column) for field, column in mapping.items()}
    is_own, found, count, damaged = "kind" in mapping, list[Told](), 0, 0
    for row in table.rows():
        if row.refusal is not None:
            raise row.refusal
        count += 1
        damaged += row.damaged
        if count <= MOST_CATEGORIES + 1:
            cells = {field: row.cells[place] for field, place in places.items()}
            cells = {k: unguarded(v) if is_own else _tidy(k, v) for k, v in cells.items()}
            found.append(Told(f"{table.name}#{row.number}", cells))
    refuse_too_many(count, table.name)
    return _Rows(found, damaged)


def _tidy(field: str, text: str) -> str:
    """Return what a cell of a foreign table says; a name that is indented stays so."""
    text = unguarded(canonical(text))
    return text.rstrip() if field.startswith("label") else text.strip()


def _told_code_from_key(mapping: Mapping[str, str], rows: _Rows) -> tuple[dict[str, str], _Rows]:
    """Tell whether a column called code holds numbers; if it does not, it holds the keys."""
    cells = [each.cells.get("code", "").strip() for each in rows.told]
    if "key" in mapping or "code" not in mapping or all(map(_is_number, filter(None, cells))):
        return dict(mapping), rows
    names = {"code": "key"}
    moved = [
        replace(each, cells={names.get(k, k): v for k, v in each.cells.items()})
        for each in rows.told
    ]
    return {names.get(k, k): v for k, v in mapping.items()}, replace(rows, told=moved)


def _is_number(text: str) -> bool:
    return text.lstrip("+-−–").replace(".", "", 1).isdecimal()


def _notes(table: Table, mapping: Mapping[str, str], rows: _Rows) -> list[Noted]:
    taken = set(mapping.values())
    left = [each for each in table.columns if each not in taken and not is_count(each)]
    notes = [Noted(Note.COLUMNS_LEFT_OUT, {"columns": ", ".join(left[:_SHOWN])})] if left else []
    if rows.damaged:
        notes.append(Noted(Note.BYTES_DAMAGED, {"count": rows.damaged}))
    return notes
