"""Tables inside documents, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_LAYOUT = 3  # paragraphs in a cell: more than that, and the table only lays out a page


def row_lines(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a row of cells, each of paragraphs, as one line with tabs between the cells.

    Where one cell has all the text, or cells are as long as columns of a page, the paragraphs
    are lines of their own.
    """
    filled = [[" ".join(p.split("\n")) for p in cell if p.strip()] for cell in cells]
    if sum(map(bool, filled)) < 2 or any(len(cell) > _LAYOUT for cell in filled):
        yield from (paragraph for cell in filled for paragraph in cell)
    else:
        yield "\t".join(" ".join(cell) for cell in filled).rstrip("\t")
