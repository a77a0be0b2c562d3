"""CSV: with a byte order mark or without, safe in Excel or raw, any usual separator."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.dataset.cells import plain
from workbench.dataset.formats.options import Making
from workbench.dataset.formats.text_files import Lines, TextFiles
from workbench.dataset.model import Row, Table
from workbench.files.cells import guarded

#: Without it, Excel takes the Chinese for something else. (Python's own "utf-8-sig" is slower.)
BYTE_ORDER_MARK = "\ufeff"
# Cells that are no longer than this come again: coders, keys, labels, identifiers.
_SHORT = 40
_REMEMBERED = 20_000


class CsvFiles(TextFiles):
    """Write a CSV file a table."""

    def __init__(self, making: Making) -> None:
        super().__init__(making.folder, "csv")
        self._mark = BYTE_ORDER_MARK if making.csv.byte_order_mark else ""
        self._separator = making.csv.separator.value
        self._cells = _Cells(self._separator, guard=making.csv.excel_safe)

    def begin(self, table: Table) -> tuple[str, Lines]:
        return f"{self._mark}{self._separator.join(table.names)}\n", self._lines

    def _lines(self, rows: Sequence[Row]) -> str:
        cells, separator = self._cells, self._separator
        lines = [
            separator.join(
                [
                    cells[cell] if type(cell) is str else "" if cell is None else plain(cell)
                    for cell in row
                ]
            )
            for row in rows
        ]
        lines.append("")
        return "\n".join(lines)


class _Cells(dict[str, str]):
    """The cell of each text, remembered where it is short."""

    def __init__(self, separator: str, *, guard: bool) -> None:
        super().__init__()
        self._quoted = (separator, '"', "\n", "\r")
        self._guard = guard

    def __missing__(self, text: str) -> str:
        told = guarded(text) if self._guard else text
        if any(sign in told for sign in self._quoted):
            told = '"' + told.replace('"', '""') + '"'
        if len(text) <= _SHORT:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[text] = told
        return told
