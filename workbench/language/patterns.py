"""Read the regular expressions of a codebook with the engine that searches by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.domain.codebook import Codebook
from workbench.domain.codebook_check import PatternNotFitting
from workbench.domain.patterns import PatternUnreadable, refuse_unfit

if TYPE_CHECKING:
    import regex


def compiled(pattern: str) -> regex.Pattern[str]:
    """Return the compiled regular expression, or raise a Refusal."""
    import regex

    refuse_unfit(pattern)
    try:
        return regex.compile(pattern, flags=regex.VERSION0)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        raise PatternUnreadable(pattern=pattern, detail=str(error)) from error


def check_patterns(codebook: Codebook, before: Codebook | None = None) -> None:
    """Raise a Refusal for the first rule that the search cannot follow.

    What stands in the codebook `before` is left alone: each is mended in its turn.
    """
    known = {pattern for _, pattern in _patterns(before)} if before else set[str]()
    for place, pattern in _patterns(codebook):
        if pattern not in known:
            _check(place, pattern)


def _patterns(codebook: Codebook) -> list[tuple[str, str]]:
    return [
        (f"{code_list.key}:{category.key}", pattern)
        for code_list in codebook.code_lists
        for category in code_list.categories
        for pattern in category.patterns
    ]


def _check(place: str, pattern: str) -> None:
    try:
        compiled(pattern)
    except PatternUnreadable as error:
        raise PatternNotFitting(place=place, **error.facts) from error
