"""Markdown: the file's own text, its signs cut, its front matter and footnotes set apart.

Signs of headings, of strong emphasis and rules are left to the cleaning steps, which know them
from text that was pasted out of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce

from workbench.domain.article import Edit
from workbench.files.decode import decode
from workbench.intake.asides import Aside
from workbench.intake.extracted import Extracted
from workbench.intake.readers.front_matter import front_matter
from workbench.intake.readers.html.merge import merged
from workbench.intake.script import glue
from workbench.intake.steps.tails import cut_link_lists

_REASON = "markdown"
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n`]*$", re.MULTILINE)
_NOTE = re.compile(
    r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*(?:\n(?:[ ]{2,}|\t)\S.*)*)", re.MULTILINE
)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
_DEFINITION = re.compile(
    r"^ {0,3}\[[^\]^\n][^\]\n]{0,80}\]:[ \t]*\S{1,500}[^\n]{0,200}$", re.MULTILINE
)
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_TAG = re.compile(
    r"</?(?:br|u|b|i|em|strong|sup|sub|span|div|p|center|font|small|mark|kbd|del|ins)(?:\s[^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
_IMAGE = re.compile(
    r"!\[([^\]\n]{0,300})\](?:\([^()\n]{0,600}(?:\([^()\n]{0,100}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,80}\])"
)
_LINK = re.compile(
    r"(?<!!)(\[)((?!\^)[^\[\]\n]{1,400})(\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,600}(?:\s+[\"'][^\n\"']{0,200}[\"'])?\)|\]\[(?!\^)[^\]\n]{0,80}\])"
)
_AUTOLINK = re.compile(r"(<)(https?://[^\s<>]{1,500})(>)")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_TABLE_RULE = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE
)
_ROW = re.compile(r"^[ \t]*(\|)?(.*?)(\|)?[ \t]*$")
_CLOSING = re.compile(r"(?<=\S)[ \t]+#{1,6}[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|>~])")
_EMPHASIS = (
    re.compile(r"(?<![*A-Za-z0-9\\])(\*)(?![*\s])([^*\n]{1,300}?)(?<![\s*\\])(\*)(?![*A-Za-z0-9])"),
    re.compile(r"(?<![_\w\\])(__?)(?![_\s])([^_\n]{1,300}?)(?<![\s_\\])(\1)(?![_\w])"),
    re.compile(r"(?<![~\\])(~~)(?![~\s])([^~\n]{1,300}?)(?<![\s~])(~~)(?!~)"),
    re.compile(r"(?<![`\\])(`{1,2})(?!`)([^`\n]{1,300}?)(?<!`)(\1)(?!`)"),
)
_FILE = re.compile(r"[\w.-]*\.(jpe?g|png|gif|webp|svg|bmp)|image\d*|img\w*", re.IGNORECASE)


def read_markdown(data: bytes, file_name: str) -> Extracted:
    """Return a Markdown file's text; raise what `decode` raises."""
    decoded = decode(data, file_name)
    text = decoded.text.lstrip("\ufeff")
    about, end = front_matter(text)
    front = [Edit(0, end, "", "front_matter")] if end else []
    notes, asides = _notes(text, end)
    pictures, captions = _images(text, end)
    code = [Edit(m.start(), m.end(), "", _REASON) for m in _FENCE.finditer(text, end)]
    signs = [edit for edit in _signs(text) if edit.start >= end and not _is_in_code(edit, code)]
    return Extracted(
        text=text,
        reader="markdown",
        encoding=decoded.encoding,
        edits=merged(text, front, notes, pictures, code, _link_lists(text, end), signs),
        asides=tuple(sorted(asides + captions, key=lambda aside: aside.at or 0)),
        about=about,
        warnings=("damaged_characters",) if "\ufffd" in text else (),
    )


def _is_in_code(edit: Edit, fences: list[Edit]) -> bool:
    """Tell whether `edit` lies between the two fences of a block of code."""
    return any(
        opening.end <= edit.start < closing.start
        for opening, closing in zip(fences[::2], fences[1::2], strict=False)
    )


def _notes(text: str, start: int) -> tuple[list[Edit], list[Aside]]:
    """Return the cuts of notes and their marks, and the notes at their first marks."""
    notes = {match[1]: match for match in reversed([*_NOTE.finditer(text, start)])}
    edits = [Edit(m.start(), m.end(), "", "footnote") for m in notes.values()]
    first: dict[str, int] = {}
    for mark in _NOTE_MARK.finditer(text, start):
        if mark[1] in notes:
            edits.append(Edit(mark.start(), mark.end(), "", "footnote_mark"))
            first.setdefault(mark[1], mark.start())
    asides = [
        Aside("footnote", f"[{label}]", _plain(match[2]), first.get(label))
        for label, match in sorted(notes.items(), key=lambda item: item[1].start())
    ]
    return sorted(edits, key=lambda edit: edit.start), asides


def _plain(note: str) -> str:
    """Return the text of a note: on one line, without signs."""
    lines = [line.strip() for line in note.split("\n") if line.strip()]
    text = reduce(lambda whole, line: whole + glue(whole, line) + line, lines) if lines else ""
    for pattern in (_LINK, *_EMPHASIS):
        text = pattern.sub(r"\2", text)
    return text.replace("**", "")


def _images(text: str, start: int) -> tuple[list[Edit], list[Aside]]:
    """Return the cuts of pictures, and what their descriptions say."""
    found = list(_IMAGE.finditer(text, start))
    edits = [Edit(m.start(), m.end(), "", _REASON) for m in found]
    said = [m for m in found if m[1].strip() and not _FILE.fullmatch(m[1].strip())]
    return edits, [Aside("caption", "", m[1].strip(), m.start()) for m in said]


def _link_lists(text: str, start: int) -> list[Edit]:
    """Return the cuts of lists of links, which can be told only while they are links."""
    return [edit for edit in cut_link_lists(text) if edit.start >= start]


def _signs(text: str) -> list[Edit]:
    """Return the cuts of the signs themselves."""
    whole = [m.span() for p in (_COMMENT, _DEFINITION, _TAG, _TABLE_RULE) for m in p.finditer(text)]
    whole += [m.span() for p in (_QUOTE, _CLOSING, _ESCAPE) for m in p.finditer(text)]
    for pattern in (_LINK, _AUTOLINK, *_EMPHASIS):
        for match in pattern.finditer(text):
            whole += [match.span(1), match.span(3)]
    edits = [Edit(start, end, "", _REASON) for start, end in whole if start < end]
    return _apart([*edits, *_cells(text)])


def _cells(text: str) -> Iterator[Edit]:
    """Yield what makes of the bars of each table's rows tabulators."""
    for rule in _TABLE_RULE.finditer(text):
        start = text.rfind("\n", 0, max(rule.start() - 1, 0)) + 1
        for line in re.finditer(r"[^\n]+", text[start : start + 200_000]):
            if "|" not in line.group():
                break
            yield from _bars(line.group(), start + line.start())
            if text[start + line.end() : start + line.end() + 2] == "\n\n":
                break


def _bars(line: str, offset: int) -> Iterator[Edit]:
    inner = line.strip(" \t")
    left = len(line) - len(line.lstrip(" \t"))
    for match in re.finditer(r"[ \t]*\|[ \t]*", inner):
        is_edge = match.start() == 0 or match.end() == len(inner)
        start = offset + left + match.start()
        yield Edit(start, start + len(match.group()), "" if is_edge else "\t", _REASON)


def _apart(edits: list[Edit]) -> list[Edit]:
    """Return `edits` in order, without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept
