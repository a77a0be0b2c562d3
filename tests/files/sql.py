"""Changes of SQLite files behind the program's back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def raw_change(path: Path, *statements: str) -> Path:
    """Run statements on a file, which is made if there is none, and return its path."""
    with closing(sqlite3.connect(path)) as raw:
        for each in statements:
            raw.execute(each)
        raw.commit()
    return path
