"""From categories as a file tells them to code lists: keys, codes and parents where it has none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from workbench.domain.codebook import Category, Words
from workbench.domain.values import Missing
from workbench.exchange.codebook.model import Note, Noted
from workbench.exchange.errors import CodebookTooLarge

#: More categories than anybody can choose from.
MOST_CATEGORIES = 100_000
_LONGEST_KEY = 60
_NOT_IN_KEYS = re.compile(r"[\s;:]+")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(eq=False, slots=True)
class Draft:
    """A category as a file has it.

    Its parent is named (`parent`: by key or by label) or known (`above`). `fields`: the other
    fields of `Category`.
    """

    label: Words = field(default_factory=Words)
    key: str = ""
    code: int | None = None
    parent: str = ""
    above: Draft | None = None
    fields: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def name(self) -> str:
        """What it is called, in whichever language."""
        return self.label.zh or self.label.en or self.key


def told(text: str) -> Words:
    """Return a text of one language as words: Chinese where it has Han characters."""
    return Words(zh=text) if _HAN.search(text) else Words(en=text)


def refuse_too_many(found: int, file_name: str) -> None:
    """Raise CodebookTooLarge beyond the limit."""
    if found > MOST_CATEGORIES:
        raise CodebookTooLarge(file=file_name, count=found, limit=MOST_CATEGORIES)


def categories_of(drafts: Sequence[Draft], notes: list[Noted]) -> tuple[Category, ...]:
    """Return the categories; what the file does not say is given, and noted where it matters."""
    _give_keys(drafts, notes)
    codes = _free_codes(drafts)
    parents = _Parents(drafts)
    return tuple(
        Category(
            key=each.key,
            code=next(codes) if each.code is None else each.code,
            label=each.label,
            parent=parents.key_of(each),
            **each.fields,
        )
        for each in drafts
    )


def _give_keys(drafts: Sequence[Draft], notes: list[Noted]) -> None:
    """Make keys of names; of a name that stands more than once, with those above it.

    So each has the same key in whichever order a file tells them.
    """
    taken = {each.key for each in drafts}
    named = [(each, each.name, key_from(each.name)) for each in drafts if not each.key]
    counts = Counter(wanted for _, _, wanted in named)
    paths = [_path_of(each) if counts[wanted] > 1 else wanted for each, _, wanted in named]
    last: dict[str, int] = {}
    for (each, name, wanted), path in zip(named, paths, strict=True):
        each.key, last[path] = _free_from(path, taken, last.get(path, 1))
        taken.add(each.key)
        if each.key != wanted:
            notes.append(Noted(Note.RENAMED, {"name": name, "key": each.key}))


def _path_of(draft: Draft) -> str:
    """Return a name with those above it, as far as a key has room for them."""
    path, above, steps = key_from(draft.name), draft.above, 0
    while above is not None and len(path) < _LONGEST_KEY and steps < _LONGEST_KEY:
        path = f"{key_from(above.name)} › {path}"
        above, steps = above.above, steps + 1
    return path[-_LONGEST_KEY:].strip()


def key_from(name: str) -> str:
    """Return a name as a category's key can be."""
    return _NOT_IN_KEYS.sub(" ", name).strip()[:_LONGEST_KEY].strip() or "_"


def free_name(wanted: str, taken: Container[str]) -> str:
    """Return a name that is not taken: the one that is wanted, else with a number behind it."""
    return _free_from(wanted, taken, 1)[0]


def _free_from(wanted: str, taken: Container[str], first: int) -> tuple[str, int]:
    """Return a name that is not taken, and its number: `first`, or one behind it."""
    numbered = ((wanted if n == 1 else f"{wanted} ({n})", n) for n in count(first))
    return next(each for each in numbered if each[0] not in taken)


def _free_codes(drafts: Iterable[Draft]) -> Iterator[int]:
    taken = {each.code for each in drafts} | set(map(int, Missing))
    return (number for number in count(1) if number not in taken)


class _Parents:
    """Find the category that a parent's name means: a key first, else a label that is unique."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._keys: set[str] = set()
        self._by_label: dict[str, str | None] = {}
        for each in drafts:
            self._keys.add(each.key)
            for label in {each.label.zh, each.label.en} - {""}:
                self._by_label[label] = None if label in self._by_label else each.key

    def key_of(self, draft: Draft) -> str | None:
        """Return the key of a category's parent, as it is named if nothing is called so."""
        if draft.above is not None:
            return draft.above.key
        if not draft.parent or draft.parent in self._keys:
            return draft.parent or None
        return self._by_label.get(draft.parent) or draft.parent


def list_key(name: str, taken: Iterable[str]) -> str:
    """Return a free key for a code list that a file calls `name`."""
    known = set(taken)
    plain = re.sub(r"\W+", "_", name.casefold(), flags=re.ASCII).strip("_")[:28]
    wanted = plain if _NAME.fullmatch(plain) else "codes"
    return next(
        each for n in count(1) if (each := wanted if n == 1 else f"{wanted}_{n}") not in known
    )
