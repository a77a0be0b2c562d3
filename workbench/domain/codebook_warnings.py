"""What in a codebook is allowed and yet worth a look: names that catch too much, or two catch."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.codebook import Category, Codebook, CodeList


@dataclass(frozen=True, slots=True)
class CodebookWarning:
    """One thing to look at.

    `kind` is alias_short (one character alone, as 美 is for a state: it stands in many other
    words), alias_twice (two categories of a list claim one name: a text that holds it says
    neither, so it is asked, not guessed) or alias_empty. `place` is the category, ``list:key``,
    `text` the name, `other` who claims it too.
    """

    kind: str
    place: str
    text: str
    other: str = ""


def codebook_warnings(codebook: Codebook) -> list[CodebookWarning]:
    """Return what is worth a look, in the order of the codebook; what is retired is not."""
    return [each for code_list in codebook.code_lists for each in _of_list(code_list)]


def _of_list(code_list: CodeList) -> Iterator[CodebookWarning]:
    claims: dict[str, str] = {}
    for category in code_list.categories:
        if category.retired:
            continue
        place, own = f"{code_list.key}:{category.key}", set[str]()
        for alias in category.aliases:
            if not alias.strip():
                yield CodebookWarning("alias_empty", place, alias)
            elif len(alias.strip()) == 1:
                yield CodebookWarning("alias_short", place, alias)
        for name in _names(category):
            folded = _folded(name)
            if not folded or folded in own:
                continue
            own.add(folded)
            holder = claims.setdefault(folded, place)
            if holder != place:
                yield CodebookWarning("alias_twice", place, name, holder)


def _names(category: Category) -> tuple[str, ...]:
    return (category.label.zh, category.label.en, *category.aliases)


def _folded(name: str) -> str:
    """Return a name as texts are searched for it: width and case make no difference."""
    return unicodedata.normalize("NFKC", name).casefold().strip()
