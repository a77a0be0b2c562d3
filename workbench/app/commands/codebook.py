"""What the commands that change the codebook have in common."""

from __future__ import annotations

from workbench.app.commands.base import Work
from workbench.app.commands.errors import NoName
from workbench.domain.codebook import Category, CodeList, Layer, Variable, Words
from workbench.domain.codebook_edit.edited import Edited
from workbench.store.codebook_diff import write_difference


def write_edit(work: Work, edit: Edited) -> None:
    """Write what an edit changes of the codebook."""
    write_difference(work.gate, work.ids, work.stored, edit.codebook, edit.renamed)


def refuse_nameless(key: str, label: Words) -> None:
    """Raise NoName unless there is a key and a label in one language."""
    if not key.strip() or not (label.zh.strip() or label.en.strip()):
        raise NoName


def told(item: Category | CodeList | Layer | Variable) -> str:
    """Return what the history calls a thing that may be gone when it is read."""
    return item.label.zh or item.label.en or item.key


def key_for(code_list: CodeList, label: str) -> str:
    """Return a free key for a new category named `label`: N001, N002, … of its list."""
    number = len(code_list.categories) + 1
    while f"N{number:03}" in code_list.by_key:
        number += 1
    return f"N{number:03}" if label.strip() else ""
