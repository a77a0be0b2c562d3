"""Where annotations stand: the numbers of paragraph and sentence."""

from __future__ import annotations

from bisect import bisect_right

from workbench.domain.coded import CodedArticle
from workbench.domain.text import Segments


class Located:
    """The places of the article that is being written: several tables ask for them in turn."""

    def __init__(self) -> None:
        self._of: CodedArticle | None = None
        self._places = Places("")

    def places(self, coded: CodedArticle) -> Places:
        """Return the places of an article's text."""
        if self._of is not coded:
            self._of, self._places = coded, Places(coded.text)
        return self._places


class Places:
    """The sentences of a text: where they start, and the numbers of paragraph and sentence.

    `numbers[n]` are those of what lies behind the starts of n sentences; what lies before the
    first counts as part of it.
    """

    def __init__(self, text: str) -> None:
        segments = Segments(text)
        paragraphs = segments.paragraphs.starts.tolist()
        self.sentences = segments.sentences.starts.tolist()
        numbers = [
            (bisect_right(paragraphs, start), number)
            for number, start in enumerate(self.sentences, 1)
        ]
        self.numbers = [*numbers[:1], *numbers] or [(1, 1)]

    def at(self, start: int | None) -> tuple[int, int] | tuple[None, None]:
        """Return the numbers of what begins at `start`, None of what has no place."""
        return (None, None) if start is None else self.numbers[bisect_right(self.sentences, start)]
