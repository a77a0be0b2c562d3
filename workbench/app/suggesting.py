"""The suggestions of an open project: worked out once an article, then kept up to date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.app.suggestions import Found, Suggested, Suggester
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook
from workbench.domain.errors import Refusal
from workbench.domain.text import Span
from workbench.language.lexicon import Matches
from workbench.store.errors import NoSuchRow
from workbench.store.rejections import Rejection

# One reads an article at a time, and goes back to one or the other.
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found, with the codebook and the text that it went by."""

    suggester: Suggester
    text: str
    found: Found


class Suggestions:
    """What may be suggested in the articles of one project, to its coder.

    The search is the long part: `search` gives it as a function for any thread, and `keep` takes
    its result. What is coded or rejected since is looked at each time that one asks.
    """

    def __init__(
        self,
        text: Callable[[int], str],
        annotations: Callable[[int], list[Annotation]],
        rejected: Callable[[int], set[Rejection]],
        date: Callable[[int], str],
        codebook: Codebook,
    ) -> None:
        self._text = text
        self._annotations = annotations
        self._rejected = rejected
        self._date = date
        self._codebook = codebook
        self._suggester: Suggester | None = None
        self._found: dict[int, Found] = {}

    def search(self, article: int) -> Callable[[], Searched]:
        """Return the search through an article, to be run in any thread."""
        text, codebook, known = self._text(article), self._codebook, self._suggester

        def run() -> Searched:
            suggester = known or Suggester(codebook)
            return Searched(suggester, text, suggester.matcher.find(text))

        return run

    def keep(self, article: int, result: Searched) -> None:
        """Take the result of a search; one by an older codebook or text is of no use any more."""
        if result.suggester.codebook is not self._codebook:
            return
        self._suggester = result.suggester
        if not self._is_text_of(article, result.text):
            return
        while len(self._found) >= _KEPT:
            self._found.pop(next(iter(self._found)))
        self._found[article] = result.found

    def _is_text_of(self, article: int, text: str) -> bool:
        try:
            return self._text(article) == text
        except NoSuchRow:
            return False

    def known(
        self,
        article: int,
        annotations: Iterable[Annotation] | None = None,
        within: Span | None = None,
    ) -> Suggested | None:
        """Return what is suggested in an article now, None if it was not searched yet.

        `annotations` are one's own there, if they are at hand; `within`: only what touches a
        stretch, for which those of its surroundings are enough.
        """
        found = self._found.get(article)
        if found is None or self._suggester is None:
            return None
        if within is not None:
            found = {key: _touching(there, within) for key, there in found.items()}
        coded = self._annotations(article) if annotations is None else annotations
        rejected, date = self._rejected(article), self._date(article)
        return self._suggester.suggestions(found, coded, rejected, date)

    def of(self, article: int) -> Suggested:
        """Return what is suggested in an article, after searching it if need be."""
        if article not in self._found:
            self.keep(article, self.search(article)())
        return self.known(article) or Suggested()

    def troubles(self) -> dict[str, Refusal]:
        """Return what is wrong with the researcher's rules, by pattern, as far as they ran."""
        return self._suggester.matcher.troubles() if self._suggester else {}

    def set_codebook(self, codebook: Codebook) -> None:
        """Search by a changed codebook from now on."""
        self._codebook = codebook
        self._suggester = None
        self._found.clear()

    def forget(self, articles: frozenset[int] | None) -> None:
        """Search articles anew whose text may have changed; None is all of them."""
        for article in list(self._found) if articles is None else articles:
            self._found.pop(article, None)


def _touching(matches: Matches, within: Span) -> Matches:
    """Return those that touch a stretch, of matches in order that do not overlap."""
    first = bisect_right(matches.ends, within.start)
    return matches.part(slice(first, matches.first_at(within.end)))
