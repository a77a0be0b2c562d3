"""Tables of text with a delimiter: .csv and .tsv as databases and spreadsheets write them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, islice

from workbench.domain.errors import Refusal
from workbench.files.errors import (
    FileHoldsNul,
    FileHoldsSurrogate,
    FileMisencoded,
    RowQuoteOpen,
    RowUnreadable,
)
from workbench.files.tables.lines import LONGEST_LINE, Line, lines_of_file
from workbench.files.tables.model import BEGINNING, Opener, Place, Row

_DELIMITERS = (",", "\t", ";")
_LINES = 200
_FEW_DAMAGED = 1_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def delimited_rows(opener: Opener, name: str, place: Place = BEGINNING) -> Iterator[Row]:
    """Yield every row from a place on; one that cannot be read is refused by its number."""
    with opener() as stream:
        head = [line.text for line in islice(lines_of_file(stream, name), _LINES)]
    delimiter = delimiter_of(head, name)
    with opener() as stream:
        yield from _rows(lines_of_file(stream, name, place.at), delimiter, name, place.number)


def delimiter_of(lines: list[str], name: str = "") -> str:
    """Return what stands between the cells: what cuts most of the rows into as many, several."""
    order = ("\t", ",", ";") if name.lower().endswith((".tsv", ".tab")) else _DELIMITERS
    return max(order, key=lambda each: _evenness(lines, each))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    csv.field_size_limit(LONGEST_LINE)
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0.0, 0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width, count = max(several.items(), key=lambda each: each[1])
    return round(count / widths.total(), 1), width


class _Counted:
    """Lines on their way into the parser, which says nothing of damage and open quotes."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.damaged = 0
        self.quotes = 0
        self._at = -1

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.damaged += line.damaged
            self.quotes += line.text.count('"')
            self._at = line.at if self._at < 0 else self._at
            yield line.text

    def take(self) -> tuple[int, bool, int]:
        """Return what was counted in the last row, and where it begins; begin anew."""
        taken = self.damaged, self.quotes % 2 == 1, max(0, self._at)
        self.damaged, self.quotes, self._at = 0, 0, -1
        return taken


def _rows(lines: Iterator[Line], delimiter: str, name: str, first: int) -> Iterator[Row]:
    counted = _Counted(lines)
    csv.field_size_limit(LONGEST_LINE)  # the module's own is 131,072: shorter than a long essay
    parser = csv.reader(iter(counted), delimiter=delimiter)
    for number in count(first):
        try:
            cells = next(parser)
        except StopIteration:
            return
        except csv.Error as error:
            _, _, at = counted.take()
            yield Row(number, (), RowUnreadable(file=f"{name}#{number}", reason=error), at=at)
            continue
        damaged, is_odd, at = counted.take()
        refusal = _refusal(cells, damaged, is_odd, f"{name}#{number}")
        yield Row(number, tuple(cells), refusal, damaged, at)


def _refusal(cells: list[str], damaged: int, is_odd: bool, name: str) -> Refusal | None:
    """Return why a row cannot be an article, None if it can."""
    if is_odd and cells and cells[-1].endswith(("\n", "\r")):  # to the end of the file
        return RowQuoteOpen(file=name)
    return text_refusal(cells, damaged, name)


def text_refusal(cells: Sequence[str], damaged: int, name: str) -> Refusal | None:
    """Return why the cells of a row hold no good text, None if they do."""
    for cell in cells:
        if "\0" in cell:
            return FileHoldsNul(file=name, position=cell.index("\0"))
        half = _SURROGATE.search(cell)
        if half:
            return FileHoldsSurrogate(file=name, position=half.start())
    if damaged > max(1, sum(map(len, cells)) / _FEW_DAMAGED):
        return FileMisencoded(file=name)
    return None
