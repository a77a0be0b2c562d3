"""The printed codebook as a Word file: A4, headings that Word knows, tables that go over pages."""

from __future__ import annotations

import re
from datetime import datetime
from importlib import import_module
from io import BytesIO
from itertools import zip_longest
from typing import Any

from workbench.domain.codebook import Codebook
from workbench.exchange.codebook.model import Writing
from workbench.exchange.codebook.printed.outline import (
    Block,
    CellLines,
    Grid,
    GridRow,
    Heading,
    Lines,
    Piece,
    Style,
    outline_of,
)
from workbench.exchange.codebook.printed.words import PAGE
from workbench.files.zips import timeless

# Names that every Word knows; other programs take a font of theirs for them.
_LATIN, _HAN, _HEADING_HAN, _MONO = "Times New Roman", "SimSun", "SimHei", "Courier New"
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same codebook gives the same bytes
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_POINTS = {0: 10.5, 1: 20, 2: 15, 3: 12.5}
_TABLE_POINTS = 9
_DEEPEST = 8
_STEP = 200  # twentieths of a point by which a category stands in from its parent
_FAINT = "5A5A5A"
_CELL = "CodebookCell"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_etree: Any = import_module("lxml.etree")  # without types
_A4_WIDTH, _A4_HEIGHT, _MARGIN = 11906, 16838, 1134


def write(codebook: Codebook, writing: Writing) -> bytes:
    """Return the Word file of a codebook."""
    from docx import Document

    document: Any = Document()
    _set_up(document, codebook, writing.language)
    blocks = list(outline_of(codebook, writing))
    for block, following in zip_longest(blocks, blocks[1:]):
        _add(document, block, leads=isinstance(following, Grid))
    target = BytesIO()
    document.save(target)
    return timeless(target.getvalue())


# --- the document as a whole ----------------------------------------------------


def _set_up(document: Any, codebook: Codebook, language: str) -> None:
    about = document.core_properties
    about.title = _clean(codebook.name.told(language))
    about.author, about.comments, about.last_modified_by = "", "", ""
    about.created = about.modified = _MADE
    about.language = "zh-CN" if language == "zh" else "en"
    _fit_page(document.sections[0])
    _set_style(document.styles["Normal"], 0, _HAN)
    for level in (1, 2, 3):
        _set_style(
            document.styles["Title" if level == 1 else f"Heading {level - 1}"], level, _HEADING_HAN
        )
    _add_cell_style(document)
    _number_pages(document.sections[0], language)


def _add_cell_style(document: Any) -> None:
    """Add the style of the paragraphs in tables."""
    from docx.shared import Pt

    style = document.styles.add_style(_CELL, 1)  # of paragraphs
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(_TABLE_POINTS)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(1.5)
    form.line_spacing = 1.08


def _fit_page(section: Any) -> None:
    from docx.shared import Twips

    section.page_width, section.page_height = Twips(_A4_WIDTH), Twips(_A4_HEIGHT)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Twips(_MARGIN))


def _set_style(style: Any, level: int, han: str) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _LATIN, Pt(_POINTS[level])
    style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_name(kind), None)
    fonts.set(_name("eastAsia"), han)
    form = style.paragraph_format
    form.space_after, form.space_before = Pt(2), Pt((0, 0, 18, 12)[level])
    form.line_spacing = 1.2
    if level:
        style.font.bold, form.keep_with_next = True, True


def _number_pages(section: Any, language: str) -> None:
    before, _, after = PAGE.told(language).partition("{page}")
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 1
    paragraph.add_run(before)
    field = _element("fldSimple", instr="PAGE")
    field.append(_run(Piece("1")))
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields
    paragraph.add_run(after)


# --- blocks ---------------------------------------------------------------------


def _add(document: Any, block: Block, *, leads: bool) -> None:
    """Add a block; one that `leads` stays on the page of what follows it."""
    match block:
        case Heading():
            document.add_heading(_clean(block.text), block.level - 1)
        case Lines():
            for line in block.lines:
                paragraph = document.add_paragraph()
                paragraph.paragraph_format.keep_with_next = leads
                paragraph._p.extend(map(_run, line))  # noqa: SLF001
        case Grid():
            body = document.element.body
            body.insert(len(body) - 1, _table(block))  # the last is what the pages look like
            document.add_paragraph()


def _table(grid: Grid) -> Any:
    """Return a table; made here, since the library takes the square of its rows in time."""
    table = _element("tbl")
    room = _A4_WIDTH - 2 * _MARGIN
    widths = [room * share // sum(grid.shares) for share in grid.shares]
    look = _child(table, "tblPr")
    _child(look, "tblW", w=str(sum(widths)), type="dxa")
    borders = _child(look, "tblBorders")
    for side in ("top", "bottom"):
        _child(borders, side, val="single", sz="8", color="888888")
    _child(borders, "insideH", val="single", sz="4", color="DDDDDD")
    _child(look, "tblLayout", type="fixed")
    columns = _child(table, "tblGrid")
    for width in widths:
        _child(columns, "gridCol", w=str(width))
    head = tuple(((Piece(each, Style.STRONG),),) for each in grid.columns)
    for place, row in enumerate((GridRow(head), *grid.rows)):
        table.append(_row(row, widths, grid, is_head=place == 0))
    return table


def _row(row: GridRow, widths: list[int], grid: Grid, *, is_head: bool) -> Any:
    element = _element("tr")
    look = _child(element, "trPr")
    _child(look, "cantSplit")
    if is_head:
        _child(look, "tblHeader")
    for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        holder = _child(element, "tc")
        _child(_child(holder, "tcPr"), "tcW", w=str(width), type="dxa")
        indent = _STEP * min(row.depth, _DEEPEST) if place == 0 else 0
        is_number = grid.counts and place == len(widths) - 1
        _fill(holder, cell, indent, is_number=is_number)
    return element


def _fill(holder: Any, lines: CellLines, indent: int, *, is_number: bool) -> None:
    for line in lines or ((),):  # a cell holds one paragraph at least
        paragraph = _child(holder, "p")
        look = _child(paragraph, "pPr")
        _child(look, "pStyle", val=_CELL)
        if indent:
            _child(look, "ind", left=str(indent))
        if is_number:
            _child(look, "jc", val="right")
        paragraph.extend(map(_run, line))


def _run(piece: Piece) -> Any:
    run = _element("r")
    if piece.style is not Style.PLAIN:
        look = _child(run, "rPr")
        if piece.style is Style.CODE:
            _child(look, "rFonts", ascii=_MONO, hAnsi=_MONO)
        elif piece.style is Style.STRONG:
            _child(look, "b")
        else:
            _child(look, "color", val=_FAINT)
    text = _child(run, "t")
    text.text = _clean(piece.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


# --- XML ------------------------------------------------------------------------


def _name(name: str) -> str:
    return _W + name


def _element(name: str, **attributes: str) -> Any:
    """Return an element of Word's; lxml's own are made ten times as fast as the library's."""
    return _etree.Element(_name(name), {_name(key): value for key, value in attributes.items()})


def _child(above: Any, name: str, **attributes: str) -> Any:
    named = {_name(key): value for key, value in attributes.items()}
    return _etree.SubElement(above, _name(name), named)


def _clean(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
