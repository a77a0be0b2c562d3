"""Find categories: by type-ahead, and by their names in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.app.naming import named, places_among
from workbench.app.words import Words
from workbench.domain.codebook import Category, Codebook
from workbench.domain.text import in_parts
from workbench.language.finder import Entry, Finder, Hit
from workbench.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """A category that answers what was typed, and the name of it that did."""

    code_list: str
    category: Category
    matched: str


class CategoryFinder:
    """Type-ahead over the categories of code lists, retired ones left out."""

    def __init__(self, codebook: Codebook, words: Words) -> None:
        self._codebook = codebook
        self._words = words
        self._finders: dict[str, Finder] = {}
        self._lexicons: dict[str, Lexicon] = {}
        self._with_pinyin = False

    def prepare(self) -> None:
        """Have pinyin worked out in the background; it is found as soon as it is there."""
        if self._with_pinyin:
            return
        self._with_pinyin = True
        for finder in self._finders.values():  # those that were in use before
            self._ask_for_pinyin(finder)
        for key in self._codebook.lists_by_key:
            self._finder(key)

    def find(self, query: str, lists: Sequence[str] | None = None, limit: int = 50) -> list[Found]:
        """Return categories of the lists (None: all) by label, alias or pinyin, best first."""
        hits: list[tuple[str, Hit]] = []
        for key in self._codebook.lists_by_key if lists is None else lists:
            hits.extend((key, hit) for hit in self._finder(key).find(query, limit))
        hits.sort(key=lambda each: each[1].kind)
        return [
            Found(key, self._codebook.code_list(key).category(hit.key), hit.matched)
            for key, hit in hits[:limit]
        ]

    def named(self, text: str, code_list: str) -> list[str]:
        """Return the categories of a list whose names occur in `text`, by first occurrence."""
        lexicon, found = self._lexicon(code_list), dict[str, None]()
        for part in in_parts(text):
            found |= dict.fromkeys(key for match in lexicon.find(part) for key in match.keys)
        return list(found)

    def set_codebook(self, codebook: Codebook) -> None:
        """Find in a changed codebook from now on."""
        for key, code_list in codebook.lists_by_key.items():
            if self._codebook.lists_by_key.get(key) != code_list:
                self._finders.pop(key, None)
                self._lexicons.pop(key, None)
        self._codebook = codebook

    def _finder(self, code_list: str) -> Finder:
        finder = self._finders.get(code_list)
        if finder is None:
            finder = Finder(
                Entry(each.key, each.label.zh, each.label.en, each.aliases)
                for each in self._codebook.code_list(code_list).categories
                if not each.retired
            )
            self._finders[code_list] = finder
            if self._with_pinyin:
                self._ask_for_pinyin(finder)
        return finder

    def _ask_for_pinyin(self, finder: Finder) -> None:
        self._words.read_pinyin(finder.names, finder.add_pinyin)

    def _lexicon(self, code_list: str) -> Lexicon:
        if code_list not in self._lexicons:
            used = [c for c in self._codebook.code_list(code_list).categories if not c.retired]
            self._lexicons[code_list] = Lexicon(named(used), places=places_among(used))
        return self._lexicons[code_list]


class LabelFinder:
    """Type-ahead over labels of any kind, such as those of the window's actions."""

    def __init__(self, labels: Mapping[str, str], words: Words) -> None:
        self._finder = Finder(Entry(key, label, "") for key, label in labels.items())
        self._places = {key: place for place, key in enumerate(labels)}
        self._words = words
        self._asked = False

    def find(self, query: str, limit: int = 8) -> list[str]:
        """Return the keys of the labels that answer `query`, the best first, then in their order.

        Pinyin is asked for with the first query, and found as soon as it is there.
        """
        if not self._asked:
            self._asked = True
            self._words.read_pinyin(self._finder.names, self._finder.add_pinyin)
        hits = self._finder.find(query, len(self._places))
        hits.sort(key=lambda hit: (hit.kind, self._places[hit.key]))
        return [hit.key for hit in hits[:limit]]
