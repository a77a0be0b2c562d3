"""Lay a written pair out as a page of a journal or PDF: wrapped, paged, with notes at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.intake.scored.source import Source, in_input, notes_in, without_notes

_MARK = "\ue000"  # stands for a footnote's marker until its page is known
_BULLET = "\uf06c"  # what a PDF has in the place of a bullet of Wingdings
_NEVER_FIRST = "，。、；：？！）》”’」』…,.;:?!)"
_RADICALS = str.maketrans("力大小工人长高生方日二口金", "⼒⼤⼩⼯⼈⻓⾼⽣⽅⽇⼆⼝⾦")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TOKEN = re.compile(r"[A-Za-z0-9./:_'’&%-]+|.")
_TOUCHING = re.compile(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])")


@dataclass
class _Page:
    lines: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])

    def height(self) -> int:
        return len(self.lines) + len(self.notes)


def cells(text: str) -> int:
    """Return the width of a text in half Han characters."""
    return sum(1 if char < "ʰ" else 2 for char in text)


def wrap(text: str, width: int, hyphen: bool) -> list[str]:
    """Break a paragraph into lines of at most `width` half Han characters; a mark may hang out."""
    lines, line = [], ""
    for token in _TOKEN.findall(text):
        room = width - cells(line)
        if cells(token) <= room or (token in _NEVER_FIRST and line):
            line += token
        elif hyphen and len(token) > 7 and token.isalpha() and room > 4:
            lines.append(f"{line}{token[: room - 1]}-")
            line = token[room - 1 :]
        else:
            lines.append(line.rstrip(" "))
            line = token.lstrip(" ")
    return [*lines, line] if line else lines


def lay_out(source: Source) -> tuple[str, list[str]]:
    """Return the input, and the footnotes as "marker text" in their order."""
    pages, notes = _pages(source), list[str]()
    text = "".join(_page(source, page, number, notes) for number, page in enumerate(pages))
    junk = [row for kind, row in source.rows if kind == "-"]
    return text + "".join(f"{line}\n" for line in junk), notes


def _pages(source: Source) -> list[_Page]:
    pages, height = [_Page()], source.number("lines", 30)
    for line, notes in _lines(source):
        foot = [wrapped for note in notes for wrapped in _foot(source, note)]
        if pages[-1].height() + 1 + len(foot) > height:
            pages.append(_Page())
        pages[-1].lines.append(line)
        pages[-1].notes += notes
    return pages


def _lines(source: Source) -> Iterator[tuple[str, list[str]]]:
    """Yield each line of the body with the footnotes whose markers stand in it."""
    indent, width = source.options.get("indent", ""), 2 * source.number("width", 35)
    for kind, row in source.rows:
        if kind != "+":
            yield from [(row, [])] if kind == "j" else []
            continue
        notes = notes_in(row)
        text = in_input(without_notes(row, _MARK), source.options.get("bullet") or _BULLET)
        if source.flag("spaces"):
            text = _TOUCHING.sub(" ", text)
        if source.flag("radicals"):
            text = text.translate(_RADICALS)
        short = cells(text) < width and not text.endswith(("。", "：", "”", "？", "！"))
        for line in wrap(text if short else indent + text, width, source.flag("hyphen")):
            yield line, [notes.pop(0) for _ in range(line.count(_MARK))]
        if source.flag("paragap"):
            yield "", []


def _foot(source: Source, note: str) -> list[str]:
    return wrap(f"[1] {note}", 2 * source.number("width", 35) + 8, source.flag("hyphen"))


def _marker(style: str, number: int) -> str:
    if style == "circled":
        return chr(ord("①") + number - 1)
    if style == "superscript":
        return str(number).translate(_SUPERSCRIPTS)
    return f"[{number}]"


def _page(source: Source, page: _Page, number: int, all_notes: list[str]) -> str:
    body, count = list[str](), 0
    for line in page.lines:
        while _MARK in line:
            count += 1
            line = line.replace(_MARK, _marker(source.options.get("marks", ""), count), 1)
        body.append(line)
    foot = list[str]()
    for at, note in enumerate(page.notes, 1):
        marker = _marker(source.options.get("marks", ""), at)
        all_notes.append(f"{marker} {note}")
        foot += wrap(f"{marker} {note}", 2 * source.number("width", 35) + 8, source.flag("hyphen"))
    lines = [*_head(source, number), *body, *foot, *_number(source, number)]
    feed = "\f" if source.flag("formfeed") and number else ""
    end = "\n" * (1 + source.number("gap", 0))
    return feed + "".join(line + end for line in lines)


def _head(source: Source, number: int) -> list[str]:
    heads = source.options.get("head", "")
    return [heads.split("|")[number % 2]] if heads and number else []


def _number(source: Source, page: int) -> list[str]:
    forms = {
        "plain": f"{page + 41}",
        "dash": f"— {page + 41} —",
        "dots": f"·{page + 41}·",
        "page": f"第 {page + 1} 页",
        "chinese": f"第 {page + 1} 页　共 9 页",
    }
    form = forms.get(source.options.get("number", "none"))
    return [form] if form else []
