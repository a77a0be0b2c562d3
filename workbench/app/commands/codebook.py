"""Add to the codebook while coding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.errors import CategoryExists, NoName
from workbench.domain.codebook import Category, Codebook, CodeList
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
        category = self._numbered(code_list)
        if category.key in code_list.by_key:
            raise CategoryExists(code_list=code_list.key, key=category.key)
        if not category.key.strip() or not (category.label.zh or category.label.en):
            raise NoName
        for text in (category.key, category.label.zh, category.label.en, *category.aliases):
            refuse_unstorable(text)
        check_codebook(_with(work.codebook, code_list, category))
        add_category(work.gate, work.ids, work.stored, code_list.key, category)
        work.tell(None, code_list=code_list.key, category=category.key)
        return category.key

    def _numbered(self, code_list: CodeList) -> Category:
        if self.category.code:
            return self.category
        highest = max((each.code for each in code_list.categories), default=0)
        return replace(self.category, code=highest + 1)


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
