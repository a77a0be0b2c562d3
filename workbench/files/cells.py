"""Cells of a CSV file: quoted where CSV asks for it, harmless where a spreadsheet would calculate.

A text that a spreadsheet could take for a formula gets an apostrophe before it;
so does a text that already looks like one with an apostrophe, so that taking
one apostrophe away always gives the text back. Numbers stay bare.
"""

from __future__ import annotations

import re

_FIRST = frozenset("'=+-@\t\r\n \v\f\u00a0\u3000\ufeff\u200b＝＋－＠")
#: What is escaped: a sign of a formula first, or behind white space, or behind apostrophes.
FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\ufeff\u200b]*[=+\-@＝＋－＠])")


def guarded(text: str) -> str:
    """Return a text as no spreadsheet takes it for a formula."""
    return "'" + text if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text that was `guarded` as it was before."""
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text


def text_cell(text: str) -> str:
    """Return the cell that holds `text`."""
    if not text:
        return text
    if text[0] in _FIRST or text[0].isspace():
        text = guarded(text)
    if '"' in text or "," in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def number_cell(number: float) -> str:
    """Return the shortest digits that give `number` back; whole numbers without a point."""
    if isinstance(number, int):
        return str(int(number))
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
