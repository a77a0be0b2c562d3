"""What an export has written, as its companions need to know it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.labelled import day_names
from workbench.dataset.formats.options import USUAL_CSV, CsvOptions
from workbench.dataset.model import Table
from workbench.dataset.names import Names

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Join:
    """Columns of another table that belong beside a table's own: what `by` names is the same."""

    table: str
    by: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Written:
    """The tables of a dataset, in order, their rows by name, and the formats they are in.

    `title` is what the dataset is called, `version` that of its codebook, empty if none is frozen.
    """

    tables: Sequence[Table]
    rows: Mapping[str, int]
    formats: Sequence[Format]
    title: str
    language: str = "zh"
    csv: CsvOptions = USUAL_CSV
    version: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Table]:
        """The tables by name."""
        return {each.name: each for each in self.tables}

    def joins(self, table: Table) -> tuple[Join, ...]:
        """Return what of the articles belongs beside a table: outlet, its type, publication."""
        names = Names((*table.names, *day_names(table).values()))
        wanted = (
            ("articles", ("article_id",), (("source", "outlet"), ("published", "published"))),
            ("article_coding", ("article_id", "coder"), (("outlet_type", "outlet_type"),)),
        )
        joins: list[Join] = []
        for other, by, columns in wanted:
            there = self.by_name.get(other)
            if there is None or table.name in _OF_ARTICLES or not set(by) <= set(table.names):
                continue
            known = table.names if table.name in _TELL_THEMSELVES else ()
            found = [(own, told) for own, told in columns if own in there.names]
            found = [(own, told) for own, told in found if told not in known]
            if found:
                named = tuple((own, names.claim(told)) for own, told in found)
                joins.append(Join(other, by, named))
        return tuple(joins)


# Tables that have what is told of the article among their own columns.
_TELL_THEMSELVES = ("statements", "forecasts")
_OF_ARTICLES = ("articles", "article_coding")


@dataclass(frozen=True)
class FileFacts:
    """How large a file is, and its SHA-256."""

    size: int
    sha256: str


def facts_of(path: Path) -> FileFacts:
    """Return the facts of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return FileFacts(path.stat().st_size, digest.hexdigest())


def told_apart(labels: Sequence[tuple[str, str]]) -> list[str]:
    """Return the label of each key and label, with the key behind it where labels are alike."""
    seen: dict[str, int] = {}
    for _, label in labels:
        seen[label] = seen.get(label, 0) + 1
    return [label if seen[label] == 1 else f"{label} ({key})" for key, label in labels]
