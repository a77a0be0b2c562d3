"""The groups of an RTF file, told apart by the word that each begins with.

striprtf drops notes, text boxes and the numbers of lists, writes the addresses of links into the
text, and takes pictures character by character. What is sorted here is text for striprtf.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from workbench.intake.readers.notes import pointer
from workbench.intake.readers.ordinals import ordinal

_BINARY = re.compile(r"(?<!\\)\\bin(\d{1,9}) ?")
_BRACE = re.compile(r"\\[^a-zA-Z]|[{}]", re.DOTALL)
_FIRST_WORD = re.compile(r"\{[\r\n ]?(\\\*)?[\r\n ]?\\([a-zA-Z]{1,32})-?\d{0,10} ?")
_LEADING = re.compile(r"\{(?:\\[a-zA-Z]{1,32}-?\d{0,10}[\r\n ]?){1,40}")
_GONE = re.compile(r"\\(?:deleted|v)(?![a-zA-Z0-9])")
_DROPPED = {
    *("pict", "object", "result", "stylesheet", "colortbl", "filetbl", "xe", "tc", "fldinst"),
    *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonesttables", "shprslt"),
    *("sp", "themedata", "listtable"),
}
_TRANSPARENT = {"shp", "shpgrp", "shpinst", "shptxt", "nesttableprops"}
_KEPT_APART = {"fonttbl", "info"}
_WORDS = (
    # A tab between cells, no link's address, and the numbers of old lists as those of new ones.
    (re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-zA-Z])"), r"\\tab"),
    (re.compile(r"(?<!\\)\\pntext(?![a-zA-Z])"), r"\\listtext"),
    (re.compile(r"(?<!\\)\\nestrow(?![a-zA-Z])"), r"\\par"),
    (re.compile(r"\\field(?=\{)"), r"\\field "),
)
_NEAR = 200  # characters before a note in which the word stands that counts its mark


class Unbalanced(Exception):  # noqa: N818 (the reader's business, no error of ours)
    """The file ends inside a group."""


@dataclass
class Groups:
    """What is left of a file: its text with pointers to notes, these notes, its fonts, its facts.

    A note is its mark and its own text.
    """

    source: str
    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    apart: dict[str, str] = field(default_factory=dict[str, str])
    _ends: dict[int, int] = field(default_factory=dict[int, int])
    _starts: list[int] = field(default_factory=list[int])
    _noted: int = 0

    def sort(self) -> None:
        """Sort the groups; raise Unbalanced where the first one does not end."""
        self.source = _without_binaries(self.source)
        self._find_ends()
        start = self._starts[0]
        self.text = _reworded(self._walk(start, self._ends[start], in_note=False))
        self.notes = [(mark, _reworded(text)) for mark, text in self.notes]

    def _find_ends(self) -> None:
        opened: list[int] = []
        for token in _BRACE.finditer(self.source, max(self.source.find("{"), 0)):
            if token.group() == "{":
                opened.append(token.start())
                self._starts.append(token.start())
            elif token.group() == "}" and opened:
                self._ends[opened.pop()] = token.end()
                if not opened:
                    return  # what stands behind the document is none of it
        raise Unbalanced

    def _walk(self, at: int, end: int, *, in_note: bool) -> str:
        """Return ``[at, end)`` without the groups that are no text."""
        parts: list[str] = []
        index = bisect_left(self._starts, at)
        while index < len(self._starts) and self._starts[index] < end:
            start = self._starts[index]
            if start >= at:
                parts.append(self.source[at:start])
                text, at = self._group(start, in_note=in_note)
                parts.append(text)
            index += 1
        parts.append(self.source[at:end])
        return "".join(parts)

    def _group(self, start: int, *, in_note: bool) -> tuple[str, int]:
        """Return what stands for (the beginning of) a group, and where to go on."""
        begins = _FIRST_WORD.match(self.source, start)
        word = begins[2] if begins else ""
        if begins and word in _TRANSPARENT:
            return "{\\par ", begins.end()
        if word in _KEPT_APART:
            self.apart.setdefault(word, self.source[start : self._ends[start]])
        elif begins and word == "footnote":
            return ("" if in_note else self._note(begins)), self._ends[start]
        elif not (begins and begins[1]) and word not in _DROPPED and not self._is_gone(start):
            return "{", start + 1
        return "", self._ends[start]

    def _is_gone(self, start: int) -> bool:
        """Tell whether a group was deleted, or is hidden."""
        leading = _LEADING.match(self.source, start)
        return bool(leading and _GONE.search(leading.group()))

    def _note(self, begins: re.Match[str]) -> str:
        """Keep a note and return the pointer to it."""
        text = "{" + self._walk(begins.end(), self._ends[begins.start()], in_note=True)
        is_end = "\\ftnalt" in text[:60]
        before = self.source[max(self._noted, begins.start() - _NEAR) : begins.start()]
        self._noted = self._ends[begins.start()]
        mark = ""
        if "\\chftn" in before or "\\chftn" in text:
            of_kind = sum(each.isdigit() != is_end for each, _ in self.notes if each) + 1
            mark = ordinal(of_kind, "lowerRoman" if is_end else "decimal")
        self.notes.append((mark, text))
        return f"{{{pointer(len(self.notes) - 1)}}}"  # in braces, or a \\u before it takes a part


def _without_binaries(source: str) -> str:
    parts: list[str] = []
    at = 0
    while match := _BINARY.search(source, at):
        parts.append(source[at : match.start()])
        at = match.end() + int(match[1])
    return "".join((*parts, source[at:]))


def _reworded(text: str) -> str:
    for pattern, replacement in _WORDS:
        text = pattern.sub(replacement, text)
    return text
