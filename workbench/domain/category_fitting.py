"""Give categories that are known by their names alone the keys that the same have here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from workbench.domain.codebook import Category, CodeList

_LONGEST_STEM = 54


def fitted_list(there: CodeList, found: CodeList) -> tuple[CodeList, Mapping[str, str]]:
    """Return a list with other keys for categories that are others here, and those keys.

    Another category is one below another parent, or one whose key is not its name and whose
    name is another. One that is here under another key gets that.
    """
    keys = _Fitting(there, found).keys
    categories = tuple(
        replace(
            each,
            key=keys[each.key],
            parent=keys.get(each.parent, each.parent) if each.parent else each.parent,
            members=tuple(keys.get(member, member) for member in each.members),
        )
        for each in found.categories
    )
    changed = {old: new for old, new in keys.items() if old != new}
    return replace(found, categories=categories), changed


class _Fitting:
    """The new keys of a list's categories, those above before those below."""

    def __init__(self, there: CodeList, found: CodeList) -> None:
        self.keys: dict[str, str] = {}
        self._there = there
        self._found = found
        self._given: set[str] = set()
        self._twins = {
            (each.parent, word): each.key for each in there.categories for word in _words(each)
        }
        for each in found.categories:
            for category in reversed(list(self._unknown(each))):
                key = self._key(category)
                self.keys[category.key] = key
                self._given.add(key)

    def _unknown(self, category: Category) -> Iterator[Category]:
        """Yield a category and those above it that have no key yet."""
        above: Category | None = category
        while above is not None and above.key not in self.keys:
            yield above
            above = self._found.by_key.get(above.parent or "")

    def _key(self, category: Category) -> str:
        parent = self.keys.get(category.parent or "", category.parent)
        fitting = (e for e in _numbered(category.key) if self._fits(category, parent, e))
        return self._twin(category, parent) or next(fitting)

    def _twin(self, category: Category, parent: str | None) -> str | None:
        """Return the key of the same category here, where its own is none of a category's."""
        if category.key in self._there.by_key:
            return None
        twins = (self._twins.get((parent, word)) for word in _words(category))
        return next((each for each in twins if each and self._is_free(each)), None)

    def _is_free(self, key: str) -> bool:
        return key not in self._found.by_key and key not in self._given

    def _fits(self, category: Category, parent: str | None, key: str) -> bool:
        if key != category.key and not self._is_free(key):
            return False
        known = self._there.by_key.get(key)
        if known is None:
            return True
        own = _words(category)
        return known.parent == parent and (category.key in own or bool(own & _words(known)))


def _words(category: Category) -> set[str]:
    return {category.label.zh, category.label.en} - {""}


def _numbered(key: str) -> Iterator[str]:
    yield key
    yield from (f"{key[:_LONGEST_STEM]} ({n})" for n in count(2))
