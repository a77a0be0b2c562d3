"""Articles: what intake hands over, and what the store gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


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
    """An article read and cleaned, not yet in a project; `warnings` are message keys."""

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
    warnings: tuple[str, ...] = ()


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
    file_name: str
    length: int
    status: Status
    annotations: int
