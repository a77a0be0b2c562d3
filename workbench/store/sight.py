"""Read one article's text from a project at rest, without SQLAlchemy and without opening it.

It is for the first sight only, before the store is loaded: whatever is unusual about the file
is left to the store, which says what it is.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.files.sqlite_uri import AT_REST, sqlite_uri

_ARTICLE = """
SELECT article.id, article.title, text_version.text
FROM article JOIN text_version ON text_version.sha256 = article.text_sha256
ORDER BY article.id = ? DESC, article.ordinal LIMIT 1
"""


def text_at_rest(path: Path, article: int | None) -> tuple[int, str, str] | None:
    """Return id, title and text of an article (else of the first one); None if that is not easy.

    A project that is open somewhere, or that a crash left with a log, is not at rest.
    """
    if any(path.with_name(path.name + log).exists() for log in ("-wal", "-journal")):
        return None
    try:
        with closing(sqlite3.connect(sqlite_uri(path, AT_REST), uri=True)) as raw:
            raw.execute("PRAGMA trusted_schema=OFF")
            found = raw.execute(_ARTICLE, (article,)).fetchone()
    except (sqlite3.Error, OSError, ValueError):
        return None
    whole = found is not None and tuple(map(type, found)) == (int, str, str)
    return found if whole else None
