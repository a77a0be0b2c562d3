"""Cells of the dataset's CSV files: values, missing values, lists as JSON."""

from __future__ import annotations

import json

from workbench.domain.codebook import Words
from workbench.domain.values import Missing, Scalar
from workbench.files.cells import number_cell, text_cell


def plain(value: Scalar | None) -> str:
    """Return any value as text, none as empty."""
    if value is None:
        return ""
    return value if isinstance(value, str) else number_cell(value)


def cell(value: Scalar | None) -> str:
    """Return the cell of any value; none is an empty cell."""
    return text_cell(value) if isinstance(value, str) else plain(value)


def line(*values: Scalar | None) -> str:
    """Return the line of a table that holds `values`, without its end."""
    return ",".join(map(cell, values))


def json_text(value: object) -> str:
    """Return `value` as compact JSON; missing values are their numbers."""
    return _encode(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def missing_words(missing: Missing) -> Words:
    """Return what a missing value means."""
    return _MISSING[missing]


_MISSING = {
    Missing.NOT_APPLICABLE: Words("不适用", "not applicable"),
    Missing.UNDECIDABLE: Words("无法判断", "undecidable"),
    Missing.NOT_CODED: Words("未编码", "not coded"),
}
