"""What the commands that change the codebook have in common."""

from __future__ import annotations

from dataclasses import replace

from workbench.app.commands.base import Work
from workbench.app.commands.errors import NoName
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Layer,
    Variable,
    Words,
    names_of,
    twin_called,
)
from workbench.domain.codebook_edit.edited import Edited
from workbench.domain.codebook_edit.spent import Spent
from workbench.language.patterns import check_patterns
from workbench.store.codebook_diff import write_difference


def write_edit(work: Work, edit: Edited) -> None:
    """Write what an edit changes of the codebook, or raise a Refusal for a rule of no use."""
    check_patterns(edit.codebook, work.codebook)
    write_difference(work.gate, work.ids, work.stored, edit.codebook, edit.renamed)


def refuse_nameless(key: str, label: Words) -> None:
    """Raise NoName unless there is a key and a label in one language."""
    if not key.strip() or not (label.zh.strip() or label.en.strip()):
        raise NoName


def told(item: Category | CodeList | Layer | Variable) -> str:
    """Return what the history calls a thing that may be gone when it is read."""
    return item.label.zh or item.label.en or item.key


_NOTHING_SPENT = Spent()


def key_for(code_list: CodeList, label: str, spent: Spent = _NOTHING_SPENT) -> str:
    """Return a free key for a new category named `label`: N001, N002, … of its list.

    What is `spent` of the list is not given again.
    """
    number = max(len(code_list.categories), spent.number) + 1
    while f"N{number:03}" in code_list.by_key:
        number += 1
    return f"N{number:03}" if label.strip() else ""


def new_category(
    codebook: Codebook,
    list_key: str,
    label: str,
    requires: str = "",
    spent: Spent = _NOTHING_SPENT,
) -> Category:
    """Return a new category of a list, called `label`, with the boolean attribute `requires`.

    What another list has already, it names as its twin, and takes over its names.
    """
    code_list = codebook.code_list(list_key)
    attributes = {requires: True} if requires else {}
    key = key_for(code_list, label, spent)
    new = Category(key, 0, _labelled(label), attributes=attributes)
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
