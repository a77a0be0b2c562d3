"""Where a table shows its tree by place: a column a level, or names that are indented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.exchange.codebook.build import Draft, told
from workbench.exchange.codebook.table.fields import LEVELS

_INDENT = re.compile(r"^[ \t\u00a0\u3000]*(?:[-–—·•>›└├│─]+[ \t\u00a0\u3000]*)*")
_WIDTHS = {"\t": 4, "\u3000": 2}


class Levels:
    """A column a level: cells that repeat what stands above, or are left empty, mean the same."""

    def __init__(self, fields: Iterable[str]) -> None:
        self._fields = [each for each in LEVELS if each in set(fields)]
        self._path: list[Draft] = []
        self._known: dict[tuple[str, ...], Draft] = {}

    def drafts(self, row: Mapping[str, str]) -> list[Draft]:
        """Return the categories that a row adds, from the top; none if it repeats what is known.

        What the row is about is `last` afterwards.
        """
        cells = [row.get(each, "").strip() for each in self._fields]
        if not any(cells):
            self._path = []
            return []
        first = next(place for place, cell in enumerate(cells) if cell)
        path = [each.name for each in self._path[:first]]
        added: list[Draft] = []
        for cell in filter(None, cells[first:]):
            path.append(cell)
            if tuple(path) not in self._known:
                above = self._known.get(tuple(path[:-1]))
                self._known[tuple(path)] = Draft(told(cell), above=above)
                added.append(self._known[tuple(path)])
        self._path = [self._known[tuple(path[: n + 1])] for n in range(len(path))]
        return added

    @property
    def last(self) -> Draft | None:
        """The category that the last row was about."""
        return self._path[-1] if self._path else None


class Indents:
    """Names that begin with blanks or dashes: deeper than the one above means below it."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Draft]] = []

    def place(self, draft: Draft, name: str) -> None:
        """Put a category below the last one that is less indented."""
        width = width_of(name)
        while self._open and self._open[-1][0] >= width:
            self._open.pop()
        draft.above = self._open[-1][1] if self._open else None
        self._open.append((width, draft))


def width_of(name: str) -> int:
    """Return how far a name is indented."""
    return sum(_WIDTHS.get(each, 1) for each in _INDENT.findall(name)[0])


def without_indent(name: str) -> str:
    """Return a name without what indents it."""
    return _INDENT.sub("", name).strip()
