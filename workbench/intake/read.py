"""A file to a new article: read, cleaned, its metadata guessed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict
from pathlib import Path

from workbench.domain.article import Edit, NewArticle
from workbench.domain.errors import Refusal
from workbench.intake.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    PathIsAddress,
    PathIsFolder,
)
from workbench.intake.extracted import WARNINGS, Extracted, Metadata
from workbench.intake.limits import USUAL, Allowed
from workbench.intake.metadata import guess_metadata, has_title
from workbench.intake.pipeline import Cleaned, clean_extracted
from workbench.intake.readers import extract
from workbench.intake.script import ink

NOTES_LINE = "---NOTES---"
_ADDRESS = re.compile(r"\A(https?|ftp):/+", re.IGNORECASE)
_MUCH = 0.6  # share of the characters whose cutting is worth a warning


def read_path(path: Path, allowed: Allowed = USUAL) -> NewArticle:
    """Read and clean the file at `path`.

    Raises:
        FileMissing, PathIsAddress, PathIsFolder, FileUnreadable, FileTooLarge: it cannot be had.
        Refusal: what `read_article` raises.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise PathIsFolder(file=name)
        if path.exists() and not path.is_file():  # a pipe or device may never end
            raise FileUnreadable(file=name, reason="no regular file")
        size = path.stat().st_size
        most = allowed.megabytes
        if size > most * 1_000_000:
            raise FileTooLarge(file=name, megabytes=-(-size // 1_000_000), limit=most)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise missing(path, name) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(file=name, reason=getattr(error, "strerror", None) or error) from error
    return read_article(data, name, allowed)


def missing(path: Path, name: str) -> Refusal:
    """Return the refusal of a path where there is no file; the address of a page is one, too."""
    address = path.as_posix()
    if not _ADDRESS.match(address):
        return FileMissing(file=name)
    return PathIsAddress(address=_ADDRESS.sub(r"\1://", address))  # a path has no double slash


def read_article(data: bytes, file_name: str, allowed: Allowed = USUAL) -> NewArticle:
    """Read and clean the bytes of one article.

    Raises:
        Refusal: what the reader of its kind raises.
    """
    return new_article(extract(data, file_name, allowed), data, file_name)


def new_article(found: Extracted, data: bytes, file_name: str) -> NewArticle:
    """Clean what a reader found in `data`, and guess what it does not say of itself.

    Raises:
        FileEmpty: one can see nothing of it.
    """
    cleaned = clean_extracted(found)
    if not cleaned.text:  # all of it looks like a site's: then it is what the researcher wants
        if not any(map(_is_seen, found.text)):
            raise FileEmpty(file=file_name)
        cleaned = _uncut(found)
    about = _about(found, cleaned)
    return NewArticle(
        title=about.title,
        text=cleaned.text,
        notes=cleaned.notes,
        original=data,
        encoding=found.encoding,
        file_name=file_name,
        edits=cleaned.edits,
        source=about.source,
        author=about.author,
        published=about.published,
        url=about.url,
        language=about.language or "zh",
        script=about.script,
        genre=about.genre,
        reader=found.reader,
        extracted="" if _decodes_to(found, data) else found.text,
        warnings=(*found.warnings, *_warnings(found, cleaned)),
    )


def _decodes_to(found: Extracted, data: bytes) -> bool:
    """Tell whether the text is to be had by decoding the bytes alone."""
    if found.reader != "text":
        return False
    try:
        data.decode(found.encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_seen(character: str) -> bool:
    """Tell whether a character is more than space or a mark for machines."""
    category = unicodedata.category(character)
    return category == "Co" or category[0] not in "CZ"


def _uncut(found: Extracted) -> Cleaned:
    """Return the text as it is, but for the blank lines at its ends and marks at its beginning."""
    left = len(found.text) - len(found.text.lstrip("\n\ufeff"))
    right = len(found.text.rstrip("\n"))
    ends = ((0, left), (right, len(found.text)))
    edits = tuple(Edit(start, end, "", "blank_line") for start, end in ends if start < end)
    return Cleaned(found.text[left:right], (), edits)


def _about(found: Extracted, cleaned: Cleaned) -> Metadata:
    """Return what the file says of its article; where it says nothing, what its text does."""
    guessed = asdict(guess_metadata(found.text, cleaned.text))
    stated = {field: value for field, value in asdict(found.about).items() if value}
    return Metadata(**{**guessed, **stated})


def _warnings(found: Extracted, cleaned: Cleaned) -> tuple[str, ...]:
    """Return the keys of what the researcher should look at."""
    noted = sum(len(note.text) for note in cleaned.notes)
    kept = ink(cleaned.text) + noted
    checks = {
        "much_cut": kept < (1 - _MUCH) * ink(found.text),
        "no_title": not found.about.title and not has_title(cleaned.text),
    }
    assert checks.keys() <= set(WARNINGS)
    return tuple(key for key, applies in checks.items() if applies)


def as_lines(article: NewArticle) -> str:
    """Return the clean text, a paragraph a line, then the notes, if any, below `NOTES_LINE`."""
    lines = [article.text]
    if article.notes:
        lines.append(NOTES_LINE)
        lines += [f"{note.marker} {note.text}".strip() for note in article.notes]
    return "\n".join(lines) + "\n"
