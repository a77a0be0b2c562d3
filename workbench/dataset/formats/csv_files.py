"""CSV: with a byte order mark or without, safe in Excel or raw, any usual separator."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.dataset.cells import plain
from workbench.dataset.formats.options import Making, Separator
from workbench.dataset.formats.text_files import Lines, TextFiles
from workbench.dataset.model import Row, Table
from workbench.domain.values import Scalar
from workbench.files.cells import guarded, text_cell

#: Without it, Excel takes the Chinese for something else. (Python's own "utf-8-sig" is slower.)
BYTE_ORDER_MARK = "\ufeff"
# So many cells are remembered, of texts that are no longer than this.
_SHORT = 64
_REMEMBERED = 10_000


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
        cell, join = self._cells.__getitem__, self._separator.join
        lines = [join(map(cell, row)) for row in rows]
        lines.append("")
        return "\n".join(lines)


class _Cells(dict[Scalar | None, str]):
    """The cell of every value. Most values come again and again, and looking up is fast.

    True, 1 and 1.0 are one value to a dict; they have the same cell, too.
    """

    def __init__(self, separator: str, *, guard: bool) -> None:
        super().__init__()
        self._quoted = (separator, '"', "\n", "\r")
        self._guard = guard
        # The usual way has a fast one.
        self._text = text_cell if guard and separator == Separator.COMMA else self._other_text

    def __missing__(self, value: Scalar | None) -> str:
        if isinstance(value, str):
            cell = self._text(value)
            if len(value) > _SHORT:
                return cell
        else:
            cell = plain(value)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[value] = cell
        return cell

    def _other_text(self, text: str) -> str:
        told = guarded(text) if self._guard else text
        if any(sign in told for sign in self._quoted):
            return '"' + told.replace('"', '""') + '"'
        return told
