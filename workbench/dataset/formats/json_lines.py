"""JSON Lines: an object a row, with every column; missing values are their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from workbench.dataset.cells import json_text
from workbench.dataset.formats.options import Making
from workbench.dataset.formats.text_files import Lines, TextFiles
from workbench.dataset.model import Row, Table


class JsonLines(TextFiles):
    """Write a `.jsonl` file a table."""

    def __init__(self, making: Making) -> None:
        super().__init__(making.folder, "jsonl")

    def begin(self, table: Table) -> tuple[str, Lines]:
        return "", partial(_lines, table.names)


def _lines(names: Sequence[str], rows: Sequence[Row]) -> str:
    lines = [json_text(dict(zip(names, row, strict=True))) for row in rows]
    lines.append("")
    return "\n".join(lines)
