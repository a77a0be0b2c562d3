"""Our own JSON, which holds everything; described by ``schema/codebook.schema.json``."""

from __future__ import annotations

from workbench.domain.codebook import Codebook
from workbench.domain.codebook_file import parse_codebook, write_codebook
from workbench.exchange.codebook.build import refuse_too_many
from workbench.exchange.codebook.model import Choice, Format, Found, Note, Noted, Writing
from workbench.files.decode import decode


def read(data: bytes, file_name: str, _choice: Choice) -> Found:
    """Return the codebook of a JSON file.

    Raises:
        Refusal: it is damaged, from a newer version, or contradicts itself.
    """
    decoded = decode(data, file_name)
    codebook = parse_codebook(decoded.text, file_name)
    refuse_too_many(sum(len(each.categories) for each in codebook.code_lists), file_name)
    notes = [Noted(Note.BYTES_DAMAGED, {"count": decoded.damaged})] if decoded.damaged else []
    return Found(codebook, Format.JSON, whole=True, notes=tuple(notes))


def write(codebook: Codebook, _writing: Writing) -> bytes:
    """Return the JSON of a codebook."""
    return write_codebook(codebook).encode("utf-8")
