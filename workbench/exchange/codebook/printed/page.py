"""The printed codebook as one HTML file, which needs nothing beside it and prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from workbench.domain.codebook import Codebook
from workbench.exchange.codebook.model import Writing
from workbench.exchange.codebook.printed.outline import (
    Block,
    CellLines,
    Grid,
    GridRow,
    Heading,
    Line,
    Lines,
    Piece,
    Style,
    outline_of,
)
from workbench.exchange.codebook.printed.words import CONTENTS

_STYLE = """
@page { size: A4; margin: 22mm 18mm; }
:root { color-scheme: light; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; color: #1a1a1a; background: #fff;
  font: 11pt/1.55 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif; }
html:lang(en) body { font-family: Georgia, "Times New Roman", "Noto Serif CJK SC", serif; }
h1, h2, h3, nav, th { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.7em; margin: 0 0 .3em; }
h2 { font-size: 1.3em; margin: 2em 0 .6em; border-bottom: 1px solid #888; break-after: avoid; }
h3 { font-size: 1.1em; margin: 1.6em 0 .3em; break-after: avoid; }
p { margin: .15em 0; }
.lead { break-after: avoid; break-inside: avoid; }
nav ul { columns: 3; list-style: none; padding: 0; font-size: .9em; }
nav a { color: inherit; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .6em 0 1.2em;
  font-size: .88em; border-bottom: 1px solid #888; }
th { text-align: left; border-top: 1px solid #888; border-bottom: 1px solid #888; }
th, td { padding: .35em .5em; vertical-align: top; overflow-wrap: anywhere; }
td { border-top: 1px solid #ddd; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.faint { color: #5a5a5a; }
code { font: .92em "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  nav a { text-decoration: none; } }
"""
_TAGS = {Style.STRONG: "strong", Style.CODE: "code"}
_DEEPEST = 8  # steps of indentation; what lies deeper has no room beside it


def write(codebook: Codebook, writing: Writing) -> bytes:
    """Return the page of a codebook."""
    blocks = list(outline_of(codebook, writing))
    return "".join(_page(blocks, writing)).encode("utf-8")


def _page(blocks: list[Block], writing: Writing) -> Iterator[str]:
    language = "zh-CN" if writing.language == "zh" else "en"
    title = next(each.text for each in blocks if isinstance(each, Heading))
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    yield f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    told_contents = False
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2 and not told_contents:
            yield from _contents(blocks, writing)
            told_contents = True
        yield from _block(block)
    yield "</body>\n</html>\n"


def _contents(blocks: Iterable[Block], writing: Writing) -> Iterator[str]:
    told = CONTENTS.told(writing.language)
    yield f'<nav aria-label="{told}">\n<h2>{told}</h2>\n<ul>\n'
    for block in blocks:
        if isinstance(block, Heading) and block.anchor:
            yield f'<li><a href="#{escape(block.anchor)}">{escape(block.text)}</a></li>\n'
    yield "</ul>\n</nav>\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
            yield f"<h{block.level}{anchor}>{escape(block.text)}</h{block.level}>\n"
        case Lines():
            yield f'<div class="lead">{_lines(block.lines)}</div>\n'
        case Grid():
            yield from _grid(block)


def _grid(grid: Grid) -> Iterator[str]:
    numbers = {len(grid.columns) - 1} if grid.counts else set[int]()
    total = sum(grid.shares)
    yield "<table>\n<colgroup>"
    yield "".join(f'<col style="width:{100 * share // total}%">' for share in grid.shares)
    yield "</colgroup>\n<thead><tr>"
    for place, column in enumerate(grid.columns):
        yield f'<th scope="col"{_number(place, numbers)}>{escape(column)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in grid.rows:
        yield "".join(_row(row, numbers))
    yield "</tbody>\n</table>\n"


def _row(row: GridRow, numbers: set[int]) -> Iterator[str]:
    yield "<tr>"
    for place, cell in enumerate(row.cells):
        indent = 1.2 * min(row.depth, _DEEPEST) + 0.5
        style = f' style="padding-left:{indent:g}em"' if place == 0 and row.depth else ""
        yield f"<td{_number(place, numbers)}{style}>{_lines(cell)}</td>"
    yield "</tr>\n"


def _number(place: int, numbers: set[int]) -> str:
    return ' class="number"' if place in numbers else ""


def _lines(lines: CellLines) -> str:
    return "".join(f"<p>{_line(each)}</p>" for each in lines)


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    if piece.style is Style.FAINT:
        return f'<span class="faint">{text}</span>'
    tag = _TAGS.get(piece.style)
    return f"<{tag}>{text}</{tag}>" if tag else text
