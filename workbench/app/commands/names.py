"""The names of coders, in the one form that they are kept in."""

from __future__ import annotations

import unicodedata

from workbench.app.commands.errors import NoName
from workbench.domain.text import refuse_unstorable


def checked_name(name: str) -> str:
    """Return a coder's name in the one form that it is kept in, or raise a Refusal."""
    refuse_unstorable(name)
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name:
        raise NoName
    return name
