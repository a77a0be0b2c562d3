"""Tables that grow article by article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from workbench.dataset.model import Row, Table
from workbench.domain.coded import CodedArticle

#: The rows that are to be written next, by table.
Rows = dict[str, list[Row]]


class Growing(Protocol):
    """Some tables of the dataset, and what makes their rows of the articles as they come."""

    @property
    def tables(self) -> Sequence[Table]:
        """The tables, in order."""
        ...

    @property
    def rows(self) -> Rows:
        """What is to be written next to each table; whoever writes it clears the lists."""
        ...

    def add(self, coded: CodedArticle) -> None:
        """Take in an article."""
        ...

    def finish(self) -> None:
        """Add the rows that are only known when all articles have come."""
        ...


class Grown:
    """A base for `Growing`: tables with empty lists, and nothing left for the end."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables: Sequence[Table] = tables
        self.rows: Rows = {each.name: [] for each in tables}

    def finish(self) -> None:
        """Add nothing: all rows are known with their articles."""


class Counted(Grown):
    """No tables: how many annotations the articles have that are chosen."""

    def __init__(self) -> None:
        super().__init__(())
        self.annotations = 0

    def add(self, coded: CodedArticle) -> None:
        """Count the annotations of an article."""
        self.annotations += len(coded.annotations)
