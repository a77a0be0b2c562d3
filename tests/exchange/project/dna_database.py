"""Databases as Discourse Network Analyzer writes them, made of statements of our own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

#: A title and a text with line ends of all kinds, characters beyond U+FFFF before the statements.
TEXT = "标题😀\r\n𠮷镇说：我们支持修桥。\r镇上的商会反对修桥。\n尾"
_TABLES = (
    "CODERS(ID INTEGER PRIMARY KEY, Name TEXT)",
    (
        "DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, "
        "Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER)"
    ),
    "STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT)",
    "VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER)",
    "REGEXES(Label TEXT PRIMARY KEY)",
    (
        "STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, "
        "Start INTEGER, Stop INTEGER, Coder INTEGER)"
    ),
    "DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER)",
    "DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER)",
    "DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT)",
)
_VERSION_2 = (
    "DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT)",
    (
        "ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, "
        "Green INTEGER, Blue INTEGER, Type TEXT, Alias TEXT, Notes TEXT, ChildOf TEXT)"
    ),
    "STATEMENTLINKS(ID INTEGER PRIMARY KEY, SourceId INTEGER, TargetId INTEGER)",
)
_VERSION_3 = (
    (
        "DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, "
        "Entity INTEGER)"
    ),
    (
        "ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, "
        "Green INTEGER, Blue INTEGER, ChildOf INTEGER)"
    ),
    "ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT)",
    (
        "ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, "
        "AttributeValue TEXT)"
    ),
)
PERSON, ORGANISATION, CONCEPT, AGREEMENT, NOTE = range(1, 6)
_VARIABLES = (
    (PERSON, "person", "short text", 1),
    (ORGANISATION, "organization", "short text", 1),
    (CONCEPT, "concept", "short text", 1),
    (AGREEMENT, "agreement", "boolean", 1),
    (NOTE, "note", "long text", 2),
)
_DATA = {"short text": "DATASHORTTEXT", "boolean": "DATABOOLEAN", "long text": "DATALONGTEXT"}


class Coded(NamedTuple):
    """A statement: its place in UTF-16 with a line end counted once, and what it says."""

    start: int
    stop: int
    person: str = ""
    organisation: str = ""
    concept: str = ""
    agreement: int | None = None
    note: str = ""
    coder: int = 1
    document: int = 1


def place(text: str, quote: str) -> tuple[int, int]:
    """Return where a quote lies in the text pane of the program."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    start = len(plain[: plain.index(quote)].encode("utf-16-le")) // 2
    return start, start + len(quote.encode("utf-16-le")) // 2


def database(
    path: Path, *statements: Coded, version: int = 3, text: str = TEXT, date: int = 1_740_000_000
) -> Path:
    """Write a database of version 2 or 3 with one document of that text."""
    own = _VERSION_2 if version == 2 else _VERSION_3
    with closing(sqlite3.connect(path)) as raw:
        for table in (*_TABLES, *own):
            raw.execute(f"CREATE TABLE {table}")
        raw.executemany("INSERT INTO CODERS VALUES (?, ?)", [(1, "Admin"), (2, "甲")])
        raw.executemany("INSERT INTO STATEMENTTYPES VALUES (?, ?)", _TYPES)
        raw.executemany("INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", _VARIABLES)
        days = date * 1000 if version == 2 else date
        document = (1, "修桥", text, 1, "某记者", "镇报", "头版", "存疑", "新闻", days)
        raw.execute(f"INSERT INTO DOCUMENTS VALUES ({', '.join('?' * 10)})", document)
        raw.execute("INSERT INTO REGEXES VALUES ('桥')")
        _write(raw, statements, version)
        raw.commit()
    return path


_TYPES = [(1, "DNA Statement"), (2, "Annotation"), (3, "从未用过")]


def _write(raw: sqlite3.Connection, statements: Sequence[Coded], version: int) -> None:
    entities = _Entities(raw, version)
    numbers = count(1)
    for id_, each in enumerate(statements, 1):
        kind = 2 if each.note else 1
        raw.execute(
            "INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)",
            (id_, kind, each.document, each.start, each.stop, each.coder),
        )
        for variable, value in _values(each, kind):
            table = _DATA[_VARIABLES[variable - 1][2]]
            if table == "DATASHORTTEXT" and version == 3:
                value = entities.number(variable, str(value))
            row = (next(numbers), id_, variable, value)
            raw.execute(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", row)
    for name in ("商会", "没有说话的"):
        entities.describe(ORGANISATION, name, kind="firm", alias="镇商会; 商会", notes="镇上的商人")


def _values(each: Coded, kind: int) -> Iterator[tuple[int, object]]:
    if kind == 2:
        yield NOTE, each.note
        return
    yield PERSON, each.person
    yield ORGANISATION, each.organisation
    yield CONCEPT, each.concept
    if each.agreement is not None:
        yield AGREEMENT, each.agreement


class _Entities:
    """The entities of a database, numbered as they come; version 2 has rows of attributes."""

    def __init__(self, raw: sqlite3.Connection, version: int) -> None:
        self._raw = raw
        self._version = version
        self._numbers: dict[tuple[int, str], int] = {}
        if version == 3:
            names = [(1, ORGANISATION, "Type"), (2, ORGANISATION, "Alias")]
            names.append((3, ORGANISATION, "Notes"))
            raw.executemany("INSERT INTO ATTRIBUTEVARIABLES VALUES (?, ?, ?)", names)

    def number(self, variable: int, name: str) -> int:
        """Return an entity's number, and write it at first."""
        key = (variable, name)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            row = (self._numbers[key], variable, name, 255, 16, 0, None)
            self._raw.execute("INSERT INTO ENTITIES VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        return self._numbers[key]

    def describe(self, variable: int, name: str, *, kind: str, alias: str, notes: str) -> None:
        """Say something about an entity."""
        if self._version == 2:
            row = (None, variable, name, 255, 16, 0, kind, alias, notes, "")
            self._raw.execute(f"INSERT INTO ATTRIBUTES VALUES ({', '.join('?' * 10)})", row)
            return
        number = self.number(variable, name)
        values = [(None, number, n, value) for n, value in enumerate((kind, alias, notes), 1)]
        self._raw.executemany("INSERT INTO ATTRIBUTEVALUES VALUES (?, ?, ?, ?)", values)
