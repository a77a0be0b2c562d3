"""A project of ours as the writers of other programs' formats are given it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.annotation import Coder
from workbench.domain.article import Note
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle, CodedMemo
from workbench.domain.text import Span


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
    memos: Sequence[CodedMemo] = ()
    language: str = "zh"
    words: Callable[[str], Sequence[Span]] | None = None
