"""What a pair is written down as: lines that are body, junk, caption or footnote.

`+ ` a paragraph of the article; `- ` junk, only in the input; `c ` a caption; `n ` a footnote;
`j ` junk in its place, where a layout puts `- ` at the end; `@key value` a direction to the
layout. Inside a line `{-junk-}` stands only in the input,
`{+restored+}` only in what should come out, and `{^text^}` is a footnote whose marker stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

NOTES = "---NOTES---"
CAPTIONS = "---CAPTIONS---"
_NOTE = re.compile(r"\{\^(.*?)\^\}")
_INPUT_ONLY = re.compile(r"\{-(.*?)-\}")
_OUTPUT_ONLY = re.compile(r"\{\+(.*?)\+\}")


@dataclass
class Source:
    """One written pair: `rows` are (kind, text); `options` the directions."""

    rows: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    options: dict[str, str] = field(default_factory=dict[str, str])

    def number(self, key: str, default: int) -> int:
        """Return a direction that is a number."""
        return int(self.options.get(key) or default)

    def flag(self, key: str) -> bool:
        """Whether a direction is given and not 0."""
        return self.options.get(key, "0") != "0"


def read_source(path: Path) -> Source:
    """Read a written pair."""
    source = Source()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            source.options[key] = value
        else:
            source.rows.append((line[:1] or "-", line[2:]))
    return source


def in_input(text: str, bullet: str = "") -> str:
    """Return a line as the input has it; footnotes still stand in it."""
    return _OUTPUT_ONLY.sub(bullet, _INPUT_ONLY.sub(r"\1", text))


def in_output(text: str) -> str:
    """Return a line as it should come out."""
    return _NOTE.sub("", _OUTPUT_ONLY.sub(r"\1", _INPUT_ONLY.sub("", text)))


def notes_in(text: str) -> list[str]:
    """Return the footnotes whose markers stand in a line."""
    return _NOTE.findall(text)


def without_notes(text: str, stand_in: str) -> str:
    """Return a line with `stand_in` for each footnote."""
    return _NOTE.sub(stand_in, text)
