"""`load.do`: a table of the `.dta` files in Stata, with what belongs to its articles beside it.

A program of Stata has 3,500 lines and 135,600 bytes at most, and a local macro's name 31
characters; so tables with the same joins share their lines, however many there are. Names of
temporary files stand in quotes: the folder that they lie in can have spaces.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from workbench.dataset.companions.written import Join, Written
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.labelled import fields_of

FILE = "load.do"
#: What Stata/BE opens; more variables need Stata/SE or MP, and more than it has room for a word.
BASIC_COLUMNS, USUAL_COLUMNS = 2_048, 5_000
_WIDTH = 90

_HEAD = """\
* Load the tables of this dataset into Stata, with value labels.
*
*   cd "the folder of this file"
*   do load.do
*   load_table stance
*
* Outlet, outlet type and day of publication of the article stand beside what was coded.
* Missing values: .a not applicable, .b undecidable, .c not coded.
"""
_BEGIN = """\

version 14
capture program drop load_table
program define load_table
    version 14
    args name
"""
_END = """\
    use "`name'.dta", clear
end
"""


def load_stata(written: Written) -> str | None:
    """Return the script; None if nothing was written for Stata."""
    if Format.DTA not in written.formats:
        return None
    groups: dict[tuple[Join, ...], list[str]] = {}
    for each in written.tables:
        if joins := written.joins(each):
            groups.setdefault(joins, []).append(each.name)
    lines = [
        line
        for number, (joins, names) in enumerate(groups.items(), 1)
        for line in _block(written, f"tables_{number}", names, joins)
    ]
    head = [*_comment("Tables: " + " ".join(each.name for each in written.tables)), *_wide(written)]
    return _HEAD + "".join(f"{each}\n" for each in head) + _BEGIN + "\n".join([*lines, _END])


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="* ", subsequent_indent="*   ")


def _wide(written: Written) -> Iterator[str]:
    """Yield what must be known of tables that not every Stata has room for."""
    widths = {each.name: len(fields_of(each, written.language)) for each in written.tables}
    for name, width in widths.items():
        if width > BASIC_COLUMNS:
            first = "set maxvar 32767" if width > USUAL_COLUMNS else ""
            needed = f"Stata/SE or MP{f', and first: {first}' if first else ''}"
            yield from _comment(f"{name} has {width} variables, which needs {needed}")


def _block(
    written: Written, macro: str, names: Sequence[str], joins: Sequence[Join]
) -> Iterator[str]:
    """Yield the lines for the tables that have the same joins; their rows stay in order."""
    for some in textwrap.wrap(" ".join(names), _WIDTH - 20):
        yield f"    local {macro} `{macro}' {some}"
    yield f"    local found : list name in {macro}"
    yield "    if `found' {"
    for each in joins:
        yield from _kept(written, each)
    yield '        use "`name\'.dta", clear'
    yield "        tempvar row"
    yield "        quietly generate long `row' = _n"
    for each in joins:
        by, using = " ".join(each.by), f'"`{each.table}\'"'
        yield f"        merge m:1 {by} using {using}, keep(master match) nogenerate"
    yield "        sort `row'"
    yield "        exit"
    yield "    }"


def _kept(written: Written, join: Join) -> Iterator[str]:
    """Yield what keeps the columns of another table until they are merged."""
    taken = " ".join((*join.by, *(name for name, _ in join.columns)))
    yield f'        use {taken} using "{join.table}.dta", clear'
    fields = fields_of(written.by_name[join.table], written.language)
    labelled = {each.name for each in fields if each.values or each.missing}
    for name, new in join.columns:
        if name != new:
            yield f"        rename {name} {new}"
            if name in labelled:  # the table's own variable has its labels by this name
                yield f"        label copy {name} {new}"
                yield f"        label values {new} {new}"
                yield f"        label drop {name}"
    yield f"        tempfile {join.table}"
    yield f'        quietly save "`{join.table}\'"'
