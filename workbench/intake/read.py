"""A file to a new article: read, decoded, cleaned, its metadata guessed."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.article import NewArticle
from workbench.intake.decode import Decoded, decode
from workbench.intake.errors import FileMissing, FileTooLarge, FileUnreadable, PathIsFolder
from workbench.intake.metadata import guess_metadata, has_title
from workbench.intake.pipeline import Cleaned, clean

LIMIT_MEGABYTES = 20
NOTES_LINE = "---NOTES---"
_MUCH = 0.6  # share of the characters whose cutting is worth a warning


def read_path(path: Path) -> NewArticle:
    """Read and clean the file at `path`.

    Raises:
        FileMissing, PathIsFolder, FileUnreadable, FileTooLarge: the file cannot be had.
        Refusal: what `read_article` raises.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise PathIsFolder(file=name)
        if path.exists() and not path.is_file():  # a pipe or device may never end
            raise FileUnreadable(file=name, reason="no regular file")
        size = path.stat().st_size
        if size > LIMIT_MEGABYTES * 1_000_000:
            raise FileTooLarge(file=name, megabytes=size // 1_000_000, limit=LIMIT_MEGABYTES)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(file=name) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(file=name, reason=getattr(error, "strerror", None) or error) from error
    return read_article(data, name)


def read_article(data: bytes, file_name: str) -> NewArticle:
    """Decode and clean the bytes of one article.

    Raises:
        Refusal: the bytes are empty, binary, mis-encoded, or hold what no store can keep.
    """
    decoded = decode(data, file_name)
    cleaned = clean(decoded.text)
    if not cleaned.text:  # all of it looks like a site's: then it is what the researcher wants
        cleaned = Cleaned(decoded.text.strip("\n"), (), ())
    about = guess_metadata(decoded.text, cleaned.text)
    return NewArticle(
        title=about.title,
        text=cleaned.text,
        notes=cleaned.notes,
        original=data,
        encoding=decoded.encoding,
        file_name=file_name,
        edits=cleaned.edits,
        source=about.source,
        author=about.author,
        published=about.published,
        url=about.url,
        warnings=_warnings(decoded, cleaned),
    )


def _warnings(decoded: Decoded, cleaned: Cleaned) -> tuple[str, ...]:
    """Return the keys of what the researcher should look at."""
    noted = sum(len(note.text) for note in cleaned.notes)
    kept = _ink(cleaned.text) + noted
    checks = {
        "much_cut": kept < (1 - _MUCH) * _ink(decoded.text),
        "no_title": not has_title(cleaned.text),
        "damaged_characters": "\ufffd" in decoded.text or "锟斤拷" in decoded.text,
    }
    return tuple(key for key, applies in checks.items() if applies)


def _ink(text: str) -> int:
    return len("".join(text.split()))


def as_lines(article: NewArticle) -> str:
    """Return the clean text, a paragraph a line, then the notes, if any, below `NOTES_LINE`."""
    lines = [article.text]
    if article.notes:
        lines.append(NOTES_LINE)
        lines += [f"{note.marker} {note.text}".strip() for note in article.notes]
    return "\n".join(lines) + "\n"
