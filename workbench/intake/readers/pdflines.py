"""The indents of a page's lines, which PDFium leaves out of its text.

A paragraph of a Chinese page begins two characters further in, and often nothing else tells where
one ends. The indent comes back as the two wide blanks that a text file has in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from statistics import median
from typing import Any

from workbench.intake.script import ends_sentence, is_han

_pdfium: Any = import_module("pypdfium2")

_INDENT = "\u3000\u3000"
_NARROWEST, _WIDEST = 1.5, 2.6  # characters: less is a hanging bullet, more is centred
_FEWEST = 3  # lines that begin with a Han character, of which its width is learned
_GLYPH = 0.9  # share of its square that the ink of a character fills
_FULL = 0.8  # share of the page's widest line that a line fills unless it ends a paragraph
_MARK = re.compile(r"([①-⑳⁰-⁹¹²³]|\[\d+\]|(?<=[。！？”」])\d{1,3})$")  # of a note
_NEAR = 3.0  # characters between a line and the next of one column


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of a page and the place of its first character."""

    text: str
    left: float
    bottom: float
    ink: float


def with_indents(page: Any, text: str) -> str:
    """Return the text of a page of PDFium with the indents of its lines.

    Where PDFium counts other characters than its text has, no place is certain, and none is shown.
    """
    if page.count_chars() != len(text):
        return text
    try:
        placed = _placed(page, text.split("\r\n"))
    except _pdfium.PdfiumError:  # a character without a place
        return text
    inks = [line.ink for line in placed if line.text and is_han(line.text[0])]
    if len(inks) < _FEWEST:
        return text
    square = median(inks) / _GLYPH
    widest = max(len(line.text) for line in placed)
    return "\r\n".join(
        _INDENT + line.text if _is_indented(placed, index, square, widest) else line.text
        for index, line in enumerate(placed)
    )


def _placed(page: Any, lines: Sequence[str]) -> list[_Placed]:
    placed: list[_Placed] = []
    at = 0
    for line in lines:
        left, bottom, right, _ = page.get_charbox(at) if line else (0.0,) * 4
        placed.append(_Placed(line, left, bottom, right - left))
        at += len(line) + 2
    return placed


def _is_indented(lines: Sequence[_Placed], index: int, square: float, widest: int) -> bool:
    """Tell whether a line stands two characters further in than the one below it, or above."""
    line = lines[index]
    above = lines[index - 1] if index else None
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or not _are_together(line, below, square):
        below = above if above and _are_together(above, line, square) else None
    if below is None or not _NARROWEST * square <= line.left - below.left <= _WIDEST * square:
        return False
    goes_on = above is not None and len(above.text) >= _FULL * widest
    return not (above and goes_on and not ends_sentence(_MARK.sub("", above.text.rstrip())))


def _are_together(line: _Placed, below: _Placed, square: float) -> bool:
    """Tell whether two lines follow each other in one column."""
    is_below = 0 < line.bottom - below.bottom <= _NEAR * square
    return is_below and abs(line.left - below.left) <= _NEAR * square
