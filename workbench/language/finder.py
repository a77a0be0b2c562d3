"""Find a category while its name is being typed: by label, alias, pinyin or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from workbench.language.folding import fold_loose
from workbench.language.lines import Lines
from workbench.language.pinyin import PinyinIndex

_WORD = re.compile("[0-9A-Za-z\u00c0-\u024f]+")


class Entry(NamedTuple):
    """What can be found: a category's key, its labels, and its other names."""

    key: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()


class HitKind(IntEnum):
    """How a name answers what was typed, the best first."""

    EXACT = 0
    PREFIX = 1
    INITIALS = 2
    SUBSTRING = 3
    PINYIN = 4
    ENGLISH_INITIALS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A category found, and the name of it that answered best."""

    key: str
    matched: str
    kind: HitKind


class Finder:
    """An index of names for type-ahead; case, width, spaces and hyphens do not count.

    Pinyin is found once `add_pinyin` was given an index of `names`: it takes long to make,
    so make it in another process or thread.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._keys: list[str] = []
        names: list[str] = []
        for entry in entries:
            distinct = [
                name for name in dict.fromkeys((entry.zh, entry.en, *entry.aliases)) if name
            ]
            names += distinct
            self._keys += [entry.key] * len(distinct)
        self.names = tuple(names)
        self._folded = _by_length(fold_loose(name) for name in names)
        self._english = _by_length(_english_initials(name) for name in names)
        self._pinyin: PinyinIndex | None = None

    def add_pinyin(self, index: PinyinIndex) -> None:
        """Find by pinyin too from now on; `index` is `pinyin_index(self.names)`."""
        self._pinyin = index

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """Return at most `limit` categories, the best first, then those of shorter names."""
        hits: dict[str, Hit] = {}
        for kind, owner in self._answers(fold_loose(query)):
            if len(hits) >= limit:
                break
            key = self._keys[owner]
            hits.setdefault(key, Hit(key, self.names[owner], kind))
        return list(hits.values())

    def _answers(self, query: str) -> Iterator[tuple[HitKind, int]]:
        """Yield names from the best kind of answer to the weakest; each scan runs if reached."""
        if not query:
            return
        latin = query.isascii() and query.isalnum()
        yield from _each(HitKind.EXACT, self._folded.equal(query))
        yield from _each(HitKind.PREFIX, self._folded.beginning(query))
        if latin and self._pinyin:
            yield from _each(HitKind.INITIALS, self._pinyin.initials.beginning(query))
        yield from _each(HitKind.SUBSTRING, self._folded.holding(query))
        if latin and self._pinyin:
            yield from _each(HitKind.PINYIN, self._pinyin.syllables.beginning(query))
        if latin and len(query) > 1:
            yield from _each(HitKind.ENGLISH_INITIALS, self._english.spelling(query))


def _each(kind: HitKind, owners: Iterator[int]) -> Iterator[tuple[HitKind, int]]:
    return ((kind, owner) for owner in owners)


def _by_length(texts: Iterable[str]) -> Lines:
    lines = [(text, owner) for owner, text in enumerate(texts) if text]
    return Lines(sorted(lines, key=lambda line: len(line[0])))


def _english_initials(name: str) -> str:
    words = _WORD.findall(name)
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""
