"""What the tag panel reads: the session, and the annotations that the table holds already."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.app.finding import CategoryFinder
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook
from workbench.domain.codebook_edit.spent import Spent
from workbench.domain.text import Segments
from workbench.ui.annotations.panel import AnnotationsPanel


class SessionSource:
    """Read the open article's annotations from memory, everything else from the session."""

    def __init__(self, session: Session, shown: AnnotationsPanel) -> None:
        self._session = session
        self._shown = shown
        self.article: int | None = None

    @property
    def codebook(self) -> Codebook:
        """The codebook as it is now."""
        return self._session.codebook

    @property
    def finder(self) -> CategoryFinder:
        """Type-ahead over the codebook."""
        return self._session.finder

    def spent(self, code_list: str) -> Spent:
        """Return which codes and keys of a list belonged to categories that are gone."""
        return self._session.spent(code_list)

    def text(self, article: int) -> str:
        """Return an article's canonical text."""
        return self._session.text(article)

    def segments(self, article: int) -> Segments:
        """Return an article's text with its paragraphs and sentences."""
        return self._session.segments(article)

    def published(self, article: int) -> str:
        """Return when an article was published, empty where that is unknown."""
        return self._session.published(article)

    def named(self, article: int, list_key: str) -> Sequence[str]:
        """Return the categories whose names occur in the article, by first occurrence."""
        return self._session.named(article, list_key)

    def annotations(self, article: int) -> Sequence[Annotation]:
        """Return the coder's annotations of the article."""
        if article == self.article:
            return self._shown.annotations()
        return self._session.annotations(article)
