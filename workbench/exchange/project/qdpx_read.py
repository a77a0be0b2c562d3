"""Read REFI-QDA projects (.qdpx): our own as they were, those of other programs as they come."""

from __future__ import annotations

from pathlib import Path

from workbench.exchange.project.formats import Watch
from workbench.exchange.project.model import ForeignProject
from workbench.exchange.project.refi import ORIGIN, codebook_member
from workbench.exchange.project.refi_document import RefiDocument
from workbench.exchange.project.refi_foreign import read_foreign
from workbench.exchange.project.refi_own import read_own
from workbench.exchange.project.refi_package import has_document, open_refi
from workbench.files.xml import attribute


def claims(path: Path, head: bytes) -> bool:
    """Tell whether a file is a package with a document of the standard."""
    return head.startswith(b"PK") and has_document(path)


def read(path: Path, watch: Watch) -> ForeignProject:
    """Return the project in a package.

    Raises:
        Refusal: it is damaged, an attack, or holds no project.
        OSError: it cannot be read.
    """
    document = RefiDocument(open_refi(path))
    is_ours = attribute(document.root, "origin").startswith(ORIGIN)
    codebook = document.package.member(codebook_member()) if is_ours else None
    if codebook is None:
        return read_foreign(document, path.name, watch)
    return read_own(document, codebook, path.name, watch)
