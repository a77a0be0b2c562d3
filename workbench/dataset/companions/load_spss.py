"""`load.sps`: the `.sav` files in SPSS or PSPP, with what belongs to their articles beside it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.dataset.companions.written import Join, Written
from workbench.dataset.formats.choose import Format
from workbench.dataset.model import Table

FILE = "load.sps"

_HEAD = """\
* Encoding: UTF-8.
* Load the tables of this dataset into SPSS, each as a dataset of its name.
* Run it in the folder of the files: CD 'folder'. INSERT FILE='load.sps'.
* Then, for example: DATASET ACTIVATE stance.
* Outlet, outlet type and day of publication of the article stand beside what was coded.
* Missing values: -97 not applicable, -98 undecidable, -99 not coded.

"""


def load_spss(written: Written) -> str | None:
    """Return the syntax; None if nothing was written for SPSS."""
    kind = next((each for each in (Format.SAV, Format.ZSAV) if each in written.formats), None)
    if kind is None:
        return None
    blocks = ["\n".join(_block(written, each, kind)) + "\n" for each in written.tables]
    return _HEAD + "\n".join(blocks)


def _block(written: Written, table: Table, kind: Format) -> Iterator[str]:
    joins = written.joins(table)
    for each in joins:
        yield from _kept(each, kind)
    yield f"GET FILE='{table.name}.{kind}'."
    if joins:
        yield "COMPUTE row_ = $CASENUM."
        yield from (line for each in joins for line in _joined(each))
        yield "SORT CASES BY row_."
        yield "MATCH FILES /FILE=* /DROP=row_."
    # A copy: what is active is closed when the next file is opened.
    yield f"DATASET COPY {table.name}."
    yield from (f"DATASET CLOSE {each.table}_." for each in joins)


def _kept(join: Join, kind: Format) -> Iterator[str]:
    """Yield what keeps the columns of another table until they are joined."""
    kept = " ".join((*join.by, *(own for own, _ in join.columns)))
    yield f"GET FILE='{join.table}.{kind}' /KEEP={kept}."
    yield from (f"RENAME VARIABLES ({own}={new})." for own, new in join.columns if own != new)
    yield f"SORT CASES BY {' '.join(join.by)}."
    yield f"DATASET COPY {join.table}_."


def _joined(join: Join) -> Iterator[str]:
    by = " ".join(join.by)
    yield f"SORT CASES BY {by}."
    yield f"MATCH FILES /FILE=* /TABLE={join.table}_ /BY {by}."
