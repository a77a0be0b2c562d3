"""Add to the codebook while coding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.errors import CategoryExists, NoName
from workbench.domain.codebook import Category, Codebook, CodeList, Words, names_of, twin_called
from workbench.domain.codebook_check import check_codebook
from workbench.domain.text import refuse_unstorable
from workbench.store.codebook_rows import add_category


@dataclass(frozen=True)
class AddCategory:
    """Append a category to a code list; return its key.

    A code of 0 stands for the next free one.
    """

    kind: ClassVar[str] = "add_category"
    code_list: str
    category: Category

    def apply(self, work: Work) -> str:
        """Check the codebook as it would be, and write the category."""
        code_list = work.codebook.code_list(self.code_list)
        category = self.numbered(code_list)
        if category.key in code_list.by_key:
            raise CategoryExists(code_list=code_list.key, key=category.key)
        if not category.key.strip() or not (category.label.zh or category.label.en):
            raise NoName
        for text in _texts(category):
            refuse_unstorable(text)
        check_codebook(_with(work.codebook, code_list, category))
        add_category(work.gate, work.ids, work.stored, code_list.key, category)
        work.tell(None, code_list=code_list.key, category=category.key)
        return category.key

    def numbered(self, code_list: CodeList) -> Category:
        """Return the category with a code."""
        if self.category.code:
            return self.category
        highest = max((0, *(each.code for each in code_list.categories)))
        return replace(self.category, code=highest + 1)


def _texts(category: Category) -> Iterator[str]:
    """Yield every text of a category that is kept; what it names is in the codebook already."""
    guide = category.guide
    parts = (guide.definition, guide.include, guide.exclude, guide.example)
    for words in (category.label, *parts):
        yield from (words.zh, words.en)
    yield from (category.key, *category.aliases, *category.patterns)
    yield from (category.source, category.colour, category.shortcut)


def _with(codebook: Codebook, code_list: CodeList, category: Category) -> Codebook:
    """Return the codebook as it would be with `category` in `code_list`."""
    longer = replace(code_list, categories=(*code_list.categories, category))
    lists = tuple(longer if each is code_list else each for each in codebook.code_lists)
    return replace(codebook, code_lists=lists)


def key_for(code_list: CodeList, label: str) -> str:
    """Return a free key for a new category named `label`: N001, N002, … of its list."""
    number = len(code_list.categories) + 1
    while f"N{number:03}" in code_list.by_key:
        number += 1
    return f"N{number:03}" if label.strip() else ""


def new_category(codebook: Codebook, list_key: str, label: str, requires: str = "") -> Category:
    """Return a new category of a list, called `label`, with the boolean attribute `requires`.

    What another list has already, it names as its twin, and takes over its names.
    """
    code_list = codebook.code_list(list_key)
    attributes = {requires: True} if requires else {}
    new = Category(key_for(code_list, label), 0, _labelled(label), attributes=attributes)
    twin = twin_called(codebook, code_list, label)
    if twin is None:
        return new
    of, category = twin
    aliases = tuple(each for each in names_of(category) if each not in _both(category.label))
    same_as = f"{of}:{category.key}"
    return replace(new, label=category.label, aliases=aliases, same_as=same_as)


def _labelled(label: str) -> Words:
    """Return the label in the language that it is written in."""
    return Words(en=label) if label.isascii() else Words(zh=label)


def _both(words: Words) -> tuple[str, str]:
    return words.zh, words.en
