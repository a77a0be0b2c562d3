"""Databases as Taguette writes them, made of documents of our own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

#: Paragraphs, a list, a table and what is written as it stands, with characters of every length.
HTML = (
    "<h1>标题😀 &amp; é</h1>\n<p>𠮷镇 <b>支持</b>\n修桥。<br>第二行</p>\n"
    "<ul>\n<li>一&lt;二</li>\n<li>e\u0301三</li>\n</ul>\n"
    "<table>\n<tr><td>甲</td><td>乙</td></tr>\n</table>\n<pre>\n  原样\n  保留</pre>"
)
TEXT = "标题😀 & é\n𠮷镇 支持 修桥。\n第二行\n一<二\ne\u0301三\n甲 乙\n  原样\n  保留"
#: What the positions count: all text nodes; the line end that begins <pre> is none.
COUNTED = "标题😀 & é\n𠮷镇 支持\n修桥。第二行\n\n一<二\ne\u0301三\n\n\n甲乙\n\n  原样\n  保留"
_TABLES = (
    "users (login VARCHAR(30) PRIMARY KEY)",
    "projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, created DATETIME)",
    (
        "documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, "
        "filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR(13), "
        "contents TEXT)"
    ),
    "tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT)",
    (
        "highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, "
        "end_offset INTEGER, snippet TEXT)"
    ),
    "highlight_tags (highlight_id INTEGER, tag_id INTEGER)",
    (
        "commands (id INTEGER PRIMARY KEY, date DATETIME, user_login VARCHAR(30), "
        "project_id INTEGER, document_id INTEGER, payload JSON)"
    ),
)


class Highlight(NamedTuple):
    """A highlight: its bytes, its tags, what it quotes, and whoever made it."""

    start: int
    end: int
    tags: Sequence[int] = ()
    snippet: str = ""
    user: str = "admin"


def at(quote: str, tags: Sequence[int] = (1,), user: str = "admin") -> Highlight:
    """Return the highlight of a part of `COUNTED`."""
    start = len(COUNTED[: COUNTED.index(quote)].encode())
    snippet = quote.replace("&", "&amp;").replace("<", "&lt;")
    return Highlight(start, start + len(quote.encode()), tags, f"<p>{snippet}</p>", user)


def database(path: Path, *highlights: Highlight, html: str = HTML) -> Path:
    """Write a database of one project with one document and three tags."""
    with closing(sqlite3.connect(path)) as raw:
        for table in _TABLES:
            raw.execute(f"CREATE TABLE {table}")
        raw.execute("INSERT INTO projects VALUES (1, '修桥之争', '试做', '2025-01-01 00:00:00')")
        raw.execute(
            "INSERT INTO documents VALUES (1, '镇报', '头版', 'a.docx', '', 1, 'LEFT_TO_RIGHT', ?)",
            (html,),
        )
        tags = [(1, 1, "支持", "赞成的话"), (2, 1, "反对", ""), (3, 1, "a;b: c", "")]
        raw.executemany("INSERT INTO tags VALUES (?, ?, ?, ?)", tags)
        for id_, each in enumerate(highlights, 1):
            _write(raw, id_, each)
        raw.commit()
    return path


def _write(raw: sqlite3.Connection, id_: int, each: Highlight) -> None:
    row = (id_, 1, each.start, each.end, each.snippet)
    raw.execute("INSERT INTO highlights VALUES (?, ?, ?, ?, ?)", row)
    raw.executemany("INSERT INTO highlight_tags VALUES (?, ?)", [(id_, tag) for tag in each.tags])
    said = {"type": "highlight_add", "highlight_id": id_}
    for minute in (1, 2):
        time = f"2025-03-04 05:0{minute}:06.789012"
        raw.execute(
            "INSERT INTO commands VALUES (NULL, ?, ?, 1, 1, ?)", (time, each.user, json.dumps(said))
        )
