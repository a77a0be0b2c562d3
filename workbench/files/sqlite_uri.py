"""How SQLite is told which file to open, and how."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

#: As the file lies there: without locks, and without its log.
AT_REST = "mode=ro&immutable=1"


def sqlite_uri(path: Path, query: str) -> str:
    """Return the address of a file; whatever is in its name (? # %) stays part of the name."""
    return f"file:{quote(os.fsencode(path.resolve()))}?{query}"
