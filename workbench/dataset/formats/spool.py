"""Rows kept on disk until a table is whole: statistics files tell widths before the first row."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from workbench.dataset.formats.labelled import Cell, Field
from workbench.dataset.model import Row

Cells = Sequence[Cell]


class Spool:
    """The cells of a table's rows, in order, and what must be known of each column.

    `longest` is the length of a text column's longest cell in bytes, `largest` that of a
    number column's largest amount.
    """

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self.rows = 0
        self.longest = [0] * len(fields)
        self.largest = [0.0] * len(fields)
        self._fields = fields
        self._path = path
        # Open as long as the table grows; read again and removed when it is whole.
        self._file = path.open("w+b")

    def add(self, rows: Sequence[Row]) -> None:
        """Keep the cells of rows."""
        if not rows:
            return
        columns = [
            list(map(field.cell, (row[field.place] for row in rows))) for field in self._fields
        ]
        for n, (field, column) in enumerate(zip(self._fields, columns, strict=True)):
            self._measure(n, field, column)
        self.rows += len(rows)
        marshal.dump(list(zip(*columns, strict=True)), self._file)

    def _measure(self, n: int, field: Field, column: Sequence[Cell]) -> None:
        if field.text:
            longest = max(len(cell) for cell in column if isinstance(cell, bytes))
            self.longest[n] = max(self.longest[n], longest)
            return
        amounts = (abs(cell) for cell in column if isinstance(cell, (int, float)))
        self.largest[n] = max(self.largest[n], max(amounts, default=0))

    def batches(self) -> Iterator[Sequence[Cells]]:
        """Yield the rows as they came."""
        self._file.seek(0)
        left = self.rows
        while left:
            batch: list[Cells] = marshal.load(self._file)  # noqa: S302 - our own, just written
            left -= len(batch)
            yield batch

    def close(self) -> None:
        """Let go of the rows."""
        self._file.close()
        with suppress(FileNotFoundError):
            self._path.unlink()
