"""What CSV and JSON Lines share: a text file a table, a line a row."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from workbench.dataset.formats.options import Loss
from workbench.dataset.model import Row, Table

#: Takes rows, gives their lines with their ends.
Lines = Callable[[Sequence[Row]], str]


class TextFiles(ABC):
    """A sink that writes each table to a text file of its own."""

    losses: Sequence[Loss] = ()

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending
        self._files: dict[str, tuple[Path, TextIO, Lines]] = {}

    @abstractmethod
    def begin(self, table: Table) -> tuple[str, Lines]:
        """Return what a table's file begins with, and what makes its lines."""

    def open(self, table: Table) -> None:
        head, lines = self.begin(table)
        path = self._folder / f"{table.name}.{self._ending}"
        # newline="": line breaks inside quotes stay as they are.
        file = path.open("w", encoding="utf-8", newline="")
        self._files[table.name] = path, file, lines
        file.write(head)

    def write(self, table: str, rows: Sequence[Row]) -> None:
        _, file, lines = self._files[table]
        file.write(lines(rows))

    def close(self) -> Sequence[Path]:
        self._shut()
        return [path for path, _, _ in self._files.values()]

    def abandon(self) -> None:
        self._shut()

    def _shut(self) -> None:
        for _, file, _ in self._files.values():
            file.close()
