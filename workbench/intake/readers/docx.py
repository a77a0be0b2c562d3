"""Word documents (.docx): paragraphs, tables, text boxes, and notes kept apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Protocol

from docx2python import docx2python

from workbench.files.packages import LIMITS, Limits, Package, library_on, open_package
from workbench.files.xml import local_name
from workbench.intake.errors import FileEmpty
from workbench.intake.extracted import Extracted
from workbench.intake.readers.about import stated
from workbench.intake.readers.notes import Note, joined, set_apart, without_pointers
from workbench.intake.readers.ordinals import ordinal
from workbench.intake.readers.tables import row_lines
from workbench.intake.readers.wordml import Bare, lay_bare

_KIND = "DOCX"
_NOTE = re.compile(r"(footnote|endnote)(.*)\)\t")  # how docx2python begins a note


class _Paragraph(Protocol):
    """The part of docx2python's paragraphs that is used."""

    @property
    def run_strings(self) -> list[str]: ...
    @property
    def lineage(self) -> tuple[str | None, ...]: ...


_Tables = Iterable[Iterable[Iterable[Iterable[_Paragraph]]]]


def read_docx(data: bytes, file_name: str, limits: Limits = LIMITS) -> Extracted:
    """Return the text of a Word document.

    Raises:
        FileDamaged, FileEmpty, FileDeclaresEntities, FileEncrypted, FileUnpacksTooLarge,
        FileHasTooManyParts: it is none, or none that is safe to read.
    """
    package = open_package(data, file_name, _KIND, limits)
    bare = lay_bare(package)
    with (
        library_on(file_name, _KIND),
        docx2python(BytesIO(bare.data), duplicate_merged_cells=False) as document,
    ):
        body = document.body_pars
        notes = _notes([*document.footnotes_pars, *document.endnotes_pars])
    text = "\n".join(_lines(body)).replace("\r\n", "\n").replace("\r", "\n")
    noted = set_apart(text, _in_order(bare, notes))
    title, author = _properties(package)
    if not noted.text.strip():
        raise FileEmpty(file=file_name)
    about = stated(noted.text, title, author)
    return Extracted(noted.text, "docx", edits=noted.edits, asides=noted.asides, about=about)


def _lines(tables: _Tables) -> Iterator[str]:
    """Yield the lines of a text; what stands in no table is one of a single cell."""
    for table in tables:
        for row in table:
            cells = [[(p, "".join(p.run_strings)) for p in cell] for cell in row]
            texts = [[text for _, text in cell] for cell in cells]
            if any(p.lineage[1] == "tbl" for cell in cells for p, _ in cell):
                yield from row_lines(texts)
            else:
                yield from (text for cell in texts for text in cell)


def _notes(tables: _Tables) -> dict[tuple[str, str], str]:
    """Return the text of each note by its kind and id."""
    found: dict[tuple[str, str], list[str]] = {}
    paragraphs: list[str] = []
    for each in (p for table in tables for row in table for cell in row for p in cell):
        runs = each.run_strings
        begins = _NOTE.fullmatch(runs[0]) if runs else None
        if begins:
            paragraphs = found.setdefault((begins[1], begins[2]), [])
        paragraphs.append("".join(runs[1:] if begins else runs))
    return {key: without_pointers(joined(each)) for key, each in found.items()}


def _in_order(bare: Bare, texts: Mapping[tuple[str, str], str]) -> list[Note]:
    """Return the notes in the order of the text, counted as Word counts them."""
    counts: Counter[str] = Counter()
    notes: list[Note] = []
    for kind, number, mark in bare.notes:
        if not mark:
            counts[kind] += 1
            mark = ordinal(counts[kind], bare.note_styles[kind])
        notes.append(Note(mark, texts.get((kind, number), "")))
    return notes


def _properties(package: Package) -> tuple[str, str]:
    """Return title and author as the document states them; its date is that of the file."""
    if "docProps/core.xml" not in package.members:
        return "", ""
    found = {local_name(each): each.text or "" for each in package.xml("docProps/core.xml")}
    return found.get("title", ""), found.get("creator", "")
