"""Articles: what intake hands over, and what the store gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from workbench.domain.text import canonical
from workbench.domain.values import Given


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or caption, kept apart from the body.

    `anchor` is the code point in the clean text where its marker stood, None if it had none.
    """

    kind: Literal["footnote", "caption"]
    marker: str
    text: str
    anchor: int | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One cut or replacement of cleaning, in offsets of the decoded original."""

    start: int
    end: int
    replacement: str
    reason: str


@dataclass(frozen=True)
class NewArticle:
    """An article read and cleaned, not yet in a project; `warnings` are message keys.

    `edits` refer to `extracted`, all of the text that the reader found in the file. It is empty
    where the file is text: then they refer to the original in its encoding, line ends made LF.
    `language` is a code of ISO 639, `script` one of ISO 15924 (Hans, Hant) or empty; `genre` is
    a category's key or empty. `same_as` is the id of an article that this is a rendering of.
    `values` are those of variables of the article's own layer, by their keys.
    """

    title: str
    text: str
    notes: tuple[Note, ...]
    original: bytes
    encoding: str
    file_name: str
    edits: tuple[Edit, ...]
    source: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = "zh"
    script: str = ""
    genre: str = ""
    reader: str = "text"
    extracted: str = ""
    same_as: int | None = None
    warnings: tuple[str, ...] = ()
    values: Mapping[str, Given] = field(default_factory=dict[str, Given])

    @property
    def came(self) -> Original:
        """Where its text came from."""
        return Original(self.original, self.encoding, self.reader, self.extracted, self.edits)

    @property
    def source_text(self) -> str:
        """The text that the edits refer to."""
        return self.came.text


@dataclass(frozen=True, slots=True)
class Original:
    """Where an article's text came from: the bytes as they came, and what cleaning did."""

    data: bytes
    encoding: str
    reader: str
    extracted: str
    edits: tuple[Edit, ...]

    @property
    def text(self) -> str:
        """The text that the edits refer to."""
        return self.extracted or canonical(self.data.decode(self.encoding))


class Status(StrEnum):
    """A coder's status on an article."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article's bibliography and state for one coder: a row of the article list."""

    id: int
    uid: str
    title: str
    source: str
    author: str
    published: str
    url: str
    language: str
    script: str
    genre: str
    same_as: int | None
    file_name: str
    length: int
    status: Status
    annotations: int
