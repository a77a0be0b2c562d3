"""Cells of a CSV file: quoted where CSV asks for it, harmless where a spreadsheet would calculate.

A text that a spreadsheet could take for a formula gets an apostrophe before it;
so does a text that already looks like one with an apostrophe, so that taking
one apostrophe away always gives the text back. Numbers stay bare.
"""

from __future__ import annotations

import json
import re

from workbench.domain.codebook import Words
from workbench.domain.values import Missing, Scalar

_FIRST = frozenset("'=+-@\t\r\n \v\f\u00a0\u3000\ufeff\u200b＝＋－＠")
#: What is escaped: a sign of a formula first, or behind white space, or behind apostrophes.
FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\ufeff\u200b]*[=+\-@＝＋－＠])")


def text_cell(text: str) -> str:
    """Return the cell that holds `text`."""
    if not text:
        return text
    if (text[0] in _FIRST or text[0].isspace()) and FORMULA.match(text):
        text = "'" + text
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def number_cell(number: float) -> str:
    """Return the shortest digits that give `number` back; whole numbers without a point."""
    if isinstance(number, int):
        return str(int(number))
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


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
