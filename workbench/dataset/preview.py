"""A look at what would be written: the first rows and the number of rows of every table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.dataset.model import Row, Table


@dataclass
class TablePreview:
    """A table with its first rows, and how many there are."""

    table: Table
    rows: list[Row] = field(default_factory=list[Row])
    count: int = 0


class Preview:
    """A sink that keeps the first rows of every table and counts the rest."""

    def __init__(self, shown: int) -> None:
        self._shown = shown
        self._tables: dict[str, TablePreview] = {}

    @property
    def tables(self) -> Sequence[TablePreview]:
        """What was seen, table by table."""
        return list(self._tables.values())

    def open(self, table: Table) -> None:
        """Begin a table."""
        self._tables[table.name] = TablePreview(table)

    def write(self, table: str, rows: Sequence[Row]) -> None:
        """Keep rows as long as there are few, and count them."""
        seen = self._tables[table]
        seen.rows.extend(rows[: max(0, self._shown - len(seen.rows))])
        seen.count += len(rows)

    def close(self) -> Sequence[Path]:
        """Write nothing."""
        return ()

    def abandon(self) -> None:
        """Let go of nothing."""
