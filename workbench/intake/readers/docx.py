"""Word documents (.docx): paragraphs, tables, text boxes, and notes kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from workbench.files.packages import LIMITS, Limits, Package, open_package
from workbench.files.xml import attribute, local_name
from workbench.intake.errors import FileEmpty
from workbench.intake.extracted import Extracted
from workbench.intake.readers.about import stated
from workbench.intake.readers.notes import Note, joined, set_apart, without_pointers
from workbench.intake.readers.ordinals import ordinal
from workbench.intake.readers.wordml import Bare, lay_bare, lines_of

_KIND = "DOCX"


def read_docx(data: bytes, file_name: str, limits: Limits = LIMITS) -> Extracted:
    """Return the text of a Word document.

    Raises:
        FileDamaged, FileEmpty, FileDeclaresEntities, FileEncrypted, FileUnpacksTooLarge,
        FileHasTooManyParts: it is none, or none that is safe to read.
    """
    package = open_package(data, file_name, _KIND, limits)
    bare = lay_bare(package)
    text = "\n".join(lines_of(bare.body)).replace("\r\n", "\n").replace("\r", "\n")
    noted = set_apart(text, _in_order(bare, _notes(bare)))
    title, author = _properties(package)
    if not noted.text.strip():
        raise FileEmpty(file=file_name)
    about = stated(noted.text, title, author)
    return Extracted(noted.text, "docx", edits=noted.edits, asides=noted.asides, about=about)


def _notes(bare: Bare) -> dict[tuple[str, str], str]:
    """Return the text of each note by its kind and id."""
    return {
        (local_name(note), attribute(note, "id")): without_pointers(joined(lines_of(note)))
        for part in bare.notes
        for note in part
    }


def _in_order(bare: Bare, texts: Mapping[tuple[str, str], str]) -> list[Note]:
    """Return the notes in the order of the text, counted as Word counts them."""
    counts: Counter[str] = Counter()
    notes: list[Note] = []
    for kind, number, mark in bare.pointed:
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
