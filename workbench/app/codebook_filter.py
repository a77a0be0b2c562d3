"""Filter the codebook while one types: by labels, keys, codes and other names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from workbench.app.places import (
    Place,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
from workbench.domain.codebook import Category, Codebook, CodeList, Layer, Variable
from workbench.language.folding import fold_loose

# Between the names of one part of the codebook, and between the parts: nobody types them.
_NAME, _PART = "\x01", "\x00"


class CodebookFilter:
    """An index of a codebook's names; case, width, spaces and hyphens do not count.

    `before` is the index of the codebook before a change: what is called the same is not
    folded again.
    """

    def __init__(self, codebook: Codebook, before: CodebookFilter | None = None) -> None:
        rows = list(_rows(codebook))
        known: dict[str, str] = before.folded if before is not None else {}
        #: The names as they are compared, by the names as they are.
        self.folded: dict[str, str] = {
            names: known.get(names) or fold_loose(names) for _, names in rows
        }
        #: Every part of the codebook, in its order.
        self.places = [place for place, _ in rows]
        parts = [self.folded[names] + _PART for _, names in rows]
        self._text = "".join(parts)
        self._ends = list(accumulate(map(len, parts)))

    def matching(self, typed: str) -> list[int]:
        """Return which of `places` have names that hold every word of `typed`, in order."""
        apart = typed.replace(_NAME, " ").replace(_PART, " ")
        found: set[int] | None = None
        for word in filter(None, map(fold_loose, apart.split())):
            here = set(self._holding(word))
            found = here if found is None else found & here
        return sorted(found or ())

    def _holding(self, word: str) -> Iterator[int]:
        text, ends = self._text, self._ends
        at = text.find(word)
        while at >= 0:
            number = bisect_right(ends, at)
            yield number
            at = text.find(word, ends[number])


def _rows(codebook: Codebook) -> Iterator[tuple[Place, str]]:
    for layer in codebook.layers:
        yield place_of_layer(layer.key), _names(layer)
        for variable in layer.variables:
            yield place_of_variable(layer.key, variable.key), _names(variable)
    for code_list in codebook.code_lists:
        yield place_of_list(code_list.key), _names(code_list)
        for category in code_list.categories:
            place = place_of_category(code_list.key, category.key)
            yield place, _names(category, str(category.code), *category.aliases)


def _names(item: Layer | Variable | CodeList | Category, *others: str) -> str:
    return _NAME.join((item.label.zh, item.label.en, item.key, *others))
