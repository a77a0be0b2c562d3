"""What the reader and the writer of REFI-QDA projects (.qdpx) have in common."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from workbench.files.xml import NOT_IN_XML

NAMESPACE = "urn:QDA-XML:project:1.0"
#: Who has written a file; by it, and by the codebook in it, we know our own.
ORIGIN = "Pizhu Workbench"
QDE = "project.qde"

_GUIDS = UUID("0f6f3a0e-7a4e-4f0b-9b5c-6d2f1d3f7c41")
#: The bibliography of an article, as variables: their keys with their names.
FIELDS = {
    "source": ("来源", "Source"),
    "author": ("作者", "Author"),
    "published": ("发表日期", "Published"),
    "url": ("网址", "Address"),
    "language": ("语言", "Language"),
    "script": ("文字", "Script"),
    "genre": ("体裁", "Genre"),
    "file_name": ("文件名", "File name"),
}


def guid(*names: str) -> str:
    """Return the GUID of a thing, which is the same whenever it is written."""
    return str(uuid5(_GUIDS, "\n".join(names)))


def bare(text: str) -> str:
    """Return a GUID as it is compared: some write braces around it, or capitals."""
    return text.strip().strip("{}").lower()


def codebook_member() -> str:
    """Return where in the package our own codebook lies, which the standard has no place for."""
    return f"sources/{guid('codebook')}.json"


def clean(text: str) -> str:
    """Return a text as it stands in XML: with LF line ends, and without what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def quoted(text: str) -> str:
    """Return the beginning of a passage as the name of its selection, in one line."""
    line = " ".join(clean(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


_LONGEST = 64
_BLANK = re.compile(r"\s+")


def is_quoted(name: str, passage: str) -> bool:
    """Tell whether the name of a selection is its passage, or begins as it does and breaks off."""
    told, text = squeezed(name), squeezed(passage)
    if told == text:
        return True
    stem = told.removesuffix("…").removesuffix("...").rstrip()
    return stem != told and bool(stem) and text.startswith(stem)


def squeezed(text: str) -> str:
    """Return a text with each white space as one blank."""
    return _BLANK.sub(" ", clean(text)).strip()
