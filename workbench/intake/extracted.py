"""What a reader finds in a file, before cleaning."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.article import Edit
from workbench.intake.asides import Aside

#: What the researcher may be told to look at; each has its text in resources/messages. What
#: follows a colon behind such a key says more of it: a count, or what was left out.
WARNINGS = (
    "much_cut",
    "no_title",
    "damaged_characters",
    "damaged_bytes",
    "pages_without_text",
    "value_left_out",
    "date_unread",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or a file's own fields say about its article; empty where they say nothing.

    `published` is an ISO date (day, month or year); `language` a code of ISO 639, `script` one
    of ISO 15924, `genre` a category's key.
    """

    title: str = ""
    source: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    script: str = ""
    genre: str = ""


@dataclass(frozen=True)
class Extracted:
    """All of the text in a file, canonical, and what the reader itself leaves out of the article.

    `edits` are those cuts, each with its reason; `asides` the notes that the format keeps apart
    (`at`: an offset in `text`). `encoding` is that of a text file or web page, else empty.
    `warnings` are of `WARNINGS`.
    """

    text: str
    reader: str
    encoding: str = ""
    edits: tuple[Edit, ...] = ()
    asides: tuple[Aside, ...] = ()
    about: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
