"""A project of ours as the writers of other programs' formats are given it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.domain.annotation import Coder
from workbench.domain.article import Note
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle
from workbench.domain.text import Span


class MemoRow(NamedTuple):
    """A memo as it leaves: who wrote it about what, named by uids and keys; None names nothing."""

    uid: str
    coder: str | None
    coder_name: str
    article: str | None
    code_list: str | None
    category: str | None
    about: str
    text: str
    created: str
    modified: str


@dataclass(frozen=True)
class Leaving:
    """A project of ours as it leaves; `articles` may be asked for more than once.

    `coders` by their ids, `notes` those of an article by its uid. `words` cuts a text into words,
    marks and spaces among them; without it, they are cut by their signs alone.
    """

    name: str
    codebook: Codebook
    coders: Mapping[int, Coder]
    articles: Callable[[], Iterable[CodedArticle]]
    notes: Callable[[str], Sequence[Note]]
    memos: Sequence[MemoRow] = ()
    language: str = "zh"
    words: Callable[[str], Sequence[Span]] | None = None
