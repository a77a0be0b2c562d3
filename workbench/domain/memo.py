"""Memos: what a coder writes about an article, a category, or the project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What a memo is about: an article, or a category of a list, or (naming none) the project."""

    article: int | None = None
    code_list: str | None = None
    category: str | None = None


#: The project as a whole.
PROJECT = Subject()


@dataclass(frozen=True, slots=True)
class Memo:
    """One memo; `coder` is None where it came with a copied project, whose coders stayed behind.

    `about` is the name of a category that is gone since; the memo is one of the project then.
    """

    id: int
    uid: str
    coder: int | None
    subject: Subject
    about: str
    text: str
    created: str
    modified: str
