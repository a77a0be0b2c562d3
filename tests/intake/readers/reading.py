"""What every reader's tests ask of what it found."""

from __future__ import annotations

from workbench.intake.edits import apply, ordered
from workbench.intake.extracted import Extracted


def checked(found: Extracted) -> Extracted:
    """Return what a reader found; its edits are in order and apart."""
    assert ordered(found.edits) == found.edits
    return found


def body_of(found: Extracted) -> str:
    """Return the text without what the reader itself leaves out."""
    return apply(found.text, found.edits)
