"""Values of a foreign table's rows, whatever type the file gives them."""

from __future__ import annotations

from workbench.domain.text import TextHoldsNul, TextHoldsSurrogate, refuse_unstorable
from workbench.files.databases import Cell
from workbench.files.errors import FileHoldsNul, FileHoldsSurrogate


def text(cell: Cell) -> str:
    """Return a cell as text, None as an empty one."""
    return "" if cell is None else str(cell).replace("\0", "\ufffd")


def integer(cell: Cell, otherwise: int = -1) -> int:
    """Return a cell as a whole number; `otherwise`, where it is none."""
    try:
        return otherwise if cell is None else int(cell)
    except (ValueError, OverflowError):
        return otherwise


def refuse_unstorable_in(content: str, file_name: str) -> None:
    """Raise FileHoldsNul or FileHoldsSurrogate where a text of the file cannot be kept."""
    try:
        refuse_unstorable(content)
    except TextHoldsNul as error:
        raise FileHoldsNul(file=file_name, **error.facts) from error
    except TextHoldsSurrogate as error:
        raise FileHoldsSurrogate(file=file_name, **error.facts) from error
