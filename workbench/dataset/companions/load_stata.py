"""`load.do`: a table of the `.dta` files in Stata, with what belongs to its articles beside it."""

from __future__ import annotations

from workbench.dataset.companions.written import Join, Written
from workbench.dataset.formats.choose import Format
from workbench.dataset.model import Table

FILE = "load.do"

_HEAD = """\
* Load the tables of this dataset into Stata, with value labels.
*
*   cd "the folder of this file"
*   do load.do
*   load_table stance
*
* Outlet, outlet type and day of publication of the article stand beside what was coded.
* Missing values: .a not applicable, .b undecidable, .c not coded.
* Tables: @TABLES@

version 14
capture program drop load_table
program define load_table
    args name
"""
_TAIL = """\
    use "`name'.dta", clear
end
"""


def load_stata(written: Written) -> str | None:
    """Return the script; None if nothing was written for Stata."""
    if Format.DTA not in written.formats:
        return None
    names = " ".join(each.name for each in written.tables)
    joined = (_joined(written, each) for each in written.tables if written.joins(each))
    return _HEAD.replace("@TABLES@", names) + "".join(joined) + _TAIL


def _joined(written: Written, table: Table) -> str:
    lines = [f"""    if "`name'" == "{table.name}" {{"""]
    joins = written.joins(table)
    for each in joins:
        lines += _kept(each)
    lines.append(f'        use "{table.name}.dta", clear')
    lines += [
        f"        merge m:1 {' '.join(each.by)} using `{each.table}', keep(master match) nogenerate"
        for each in joins
    ]
    lines += ["        exit", "    }"]
    return "\n".join(lines) + "\n"


def _kept(join: Join) -> list[str]:
    """Return what keeps the columns of another table until they are merged."""
    own = [name for name, _ in join.columns]
    renamed = [pair for pair in join.columns if pair[0] != pair[1]]
    return [
        f'        use {" ".join((*join.by, *own))} using "{join.table}.dta", clear',
        *(f"        rename {name} {new}" for name, new in renamed),
        f"        tempfile {join.table}",
        f"        quietly save `{join.table}'",
    ]
