"""What the tag panel and the forms read; a session satisfies it, and so does a small fake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Codebook
from workbench.domain.codebook_edit.spent import Spent
from workbench.domain.text import Segments, Span


class Found(Protocol):
    """A category found while its name is typed, and the name of it that matched."""

    @property
    def code_list(self) -> str: ...
    @property
    def category(self) -> Category: ...
    @property
    def matched(self) -> str: ...


class Finder(Protocol):
    """Type-ahead over code lists."""

    def find(
        self, query: str, lists: Sequence[str] | None = None, limit: int = 50
    ) -> Sequence[Found]:
        """Return the categories of `lists` (None: of all) that answer `query`, the best first."""
        ...


class Source(Protocol):
    """Read access to the codebook and to one coder's annotations."""

    @property
    def codebook(self) -> Codebook: ...
    @property
    def finder(self) -> Finder: ...

    def spent(self, code_list: str, /) -> Spent:
        """Return which codes and keys of a list belonged to categories that are gone."""
        ...

    def text(self, article: int, /) -> str:
        """Return the article's canonical text."""
        ...

    def segments(self, article: int, /) -> Segments:
        """Return the text with its paragraphs and sentences."""
        ...

    def published(self, article: int, /) -> str:
        """Return when the article was published, empty where that is unknown."""
        ...

    def named(self, article: int, list_key: str, /) -> Sequence[str]:
        """Return the categories whose names occur in the article, by first occurrence."""
        ...

    def annotations(self, article: int, /) -> Sequence[Annotation]:
        """Return the coder's annotations of the article."""
        ...


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article."""

    article: int
    span: Span
