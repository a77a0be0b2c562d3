"""What statistics formats share: a file a table, written when all rows are known."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from workbench.dataset.formats.labelled import Field, cut, fields_of
from workbench.dataset.formats.options import Loss, LossKind, Making
from workbench.dataset.formats.spool import Spool
from workbench.dataset.model import Row, Table


class Cutting:
    """Cut what is too long for a file, and count it by column."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._cut: Counter[tuple[str, LossKind, int]] = Counter()

    def label(self, column: str, text: str, limit: int, kind: LossKind) -> bytes:
        """Return a label in UTF-8, cut to `limit` bytes."""
        return self.text(column, text.encode(), limit, kind)

    def text(self, column: str, text: bytes, limit: int, kind: LossKind = LossKind.TEXT) -> bytes:
        """Return UTF-8 text cut to `limit` bytes."""
        if len(text) <= limit:
            return text
        self._cut[column, kind, limit] += 1
        return cut(text, limit)

    @property
    def losses(self) -> Sequence[Loss]:
        """What was cut so far."""
        return [
            Loss(self._file, column, kind, limit, count)
            for (column, kind, limit), count in self._cut.items()
        ]


class StatisticsFiles(ABC):
    """A sink that keeps the rows of each table and writes its file at the end."""

    def __init__(self, making: Making, ending: str) -> None:
        self.losses: list[Loss] = []
        self._making = making
        self._ending = ending
        self._spools: dict[str, Spool] = {}
        self._tables: dict[str, tuple[Table, tuple[Field, ...]]] = {}

    @abstractmethod
    def write_file(
        self, path: Path, table: Table, fields: Sequence[Field], spool: Spool, cutting: Cutting
    ) -> None:
        """Write a table whose rows lie in `spool`."""

    def open(self, table: Table) -> None:
        fields = fields_of(table, self._making.language)
        path = self._making.folder / f"{table.name}.{self._ending}.rows"
        self._spools[table.name] = Spool(path, fields)
        self._tables[table.name] = table, fields

    def write(self, table: str, rows: Sequence[Row]) -> None:
        self._spools[table].add(rows)

    def close(self) -> Sequence[Path]:
        paths: list[Path] = []
        for name, (table, fields) in self._tables.items():
            path = self._making.folder / f"{name}.{self._ending}"
            cutting = Cutting(path.name)
            self.write_file(path, table, fields, self._spools[name], cutting)
            self._spools[name].close()
            self.losses += cutting.losses
            paths.append(path)
        return paths

    def abandon(self) -> None:
        for spool in self._spools.values():
            spool.close()
