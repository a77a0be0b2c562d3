"""What a text calls the categories of a codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.domain.codebook import Category
from workbench.language.short_forms import short_forms_of
from workbench.language.traps import PLACES


def named(categories: Iterable[Category]) -> Iterator[tuple[str, str]]:
    """Yield the names of categories with their keys, short forms of countries among them."""
    for each in categories:
        names = [name for name in (each.label.zh, each.label.en, *each.aliases) if name]
        short = [form for name in names for form in short_forms_of(name)]
        yield from ((name, each.key) for name in dict.fromkeys([*names, *short]))


def places_among(categories: Iterable[Category]) -> frozenset[str]:
    """Return the capitals and residences that are aliases: a label of its own means the place."""
    return PLACES - {each.label.zh for each in categories}
