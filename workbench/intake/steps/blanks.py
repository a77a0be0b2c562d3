"""White space between lines: a paragraph is one line, and nothing lies between two of them."""

from __future__ import annotations

from workbench.domain.article import Edit
from workbench.intake.lines import lines_of


def collapse_blanks(text: str) -> list[Edit]:
    """Cut blank lines and the white space around each line; one line feed stays."""
    edits: list[Edit] = []
    done = 0
    for line in lines_of(text):
        edits += _gap(text, done, line.start)
        done = line.end
    return edits + ([Edit(done, len(text), "", "blank_line")] if done < len(text) else [])


def _gap(text: str, start: int, end: int) -> list[Edit]:
    """Cut ``[start, end)``, which is white space, but for its first line feed."""
    keep = text.find("\n", start, end) if start else -1
    if keep < 0:
        return [Edit(start, end, "", "blank_line")] if start < end else []
    parts = ((start, keep), (keep + 1, end))
    return [
        Edit(a, b, "", "blank_line" if "\n" in text[a:b] else "space") for a, b in parts if a < b
    ]
