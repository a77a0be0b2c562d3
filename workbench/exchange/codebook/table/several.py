"""Several texts in one cell: written so that they come back, read as people write them.

They are joined by semicolons; one that holds a separator stands in quotation marks. People also
separate by 、 or by lines, and by commas where the cell has no other separator. Rules, which are
full of such signs, stand on a line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """How texts are joined (`glue`), and what separates them: the first of `signs` in a cell."""

    glue: str
    signs: tuple[str, ...]

    @property
    def every(self) -> str:
        """Every sign that can separate."""
        return re.escape("".join(self.signs))


WORDS = Manner("; ", (";；|\n\r", "、", ",，"))
LINES = Manner("\n", ("\n\r",))


def joined(texts: Iterable[str], manner: Manner = WORDS) -> str:
    """Return the cell that holds several texts."""
    needs_quotes = re.compile(rf'[{manner.every}]|\A["\s]|\s\Z|\A\Z')
    return manner.glue.join(
        '"' + text.replace('"', '""') + '"' if needs_quotes.search(text) else text for text in texts
    )


def parted(cell: str, manner: Manner = WORDS) -> tuple[str, ...]:
    """Return the texts in a cell."""
    quoted = re.compile(rf'\s*"((?:[^"]|"")*)"[^\S\n\r]*(?=[{manner.every}]|\Z)')
    bare = quoted.sub("", cell)
    signs = next((each for each in manner.signs if any(sign in bare for sign in each)), None)
    return tuple(_parts(cell, signs or manner.signs[0], quoted)) if cell.strip() else ()


def _parts(cell: str, signs: str, quoted: re.Pattern[str]) -> Iterator[str]:
    place = 0
    while place < len(cell):
        found = quoted.match(cell, place)
        if found:
            yield found[1].replace('""', '"')
            place = found.end() + 1
            continue
        end = next((n for n in range(place, len(cell)) if cell[n] in signs), len(cell))
        part = cell[place:end].strip()
        if part:
            yield part
        place = end + 1
