"""What answers a typed name: by its own names or its twin's, told apart by the date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.domain.codebook import Category, Variable, is_offered
from workbench.domain.terms import meant_at
from workbench.ui.tags.source import Source


@dataclass(frozen=True, slots=True)
class Answer:
    """A category that is offered, the name that answered, and whether others have that name."""

    category: Category
    matched: str
    asks: bool = False


def found_for(source: Source, variable: Variable, text: str, limit: int) -> list[Answer]:
    """Return what a variable offers for `text`, the best first; twins' names come last."""
    own = source.codebook.code_list(variable.code_list or "")
    answers: dict[str, Answer] = {}
    for hit in source.finder.find(text, [own.key], limit=limit):
        if is_offered(variable, hit.category):
            answers.setdefault(hit.category.key, Answer(hit.category, hit.matched))
    if own.twin_lists:
        for hit in source.finder.find(text, own.twin_lists, limit=limit):
            twin = own.twin_of(hit.code_list, hit.category.key)
            if twin is not None and is_offered(variable, twin):
                answers.setdefault(twin.key, Answer(twin, hit.matched))
    return list(answers.values())


def told_apart(answers: Sequence[Answer], date: str) -> list[Answer]:
    """Return the answers with the one first that is meant at `date` by the best name.

    Where several have that name and the date does not decide, they all ask.
    """
    if not answers:
        return []
    name = answers[0].matched.casefold()
    claimants = [each for each in answers if each.matched.casefold() == name]
    rest = [each for each in answers if each not in claimants]
    if len(claimants) == 1:
        return [*claimants, *rest]
    meant = meant_at([each.category for each in claimants], date)
    if meant is None:
        return [*(replace(each, asks=True) for each in claimants), *rest]
    first = [each for each in claimants if each.category is meant]
    return [*first, *(each for each in claimants if each.category is not meant), *rest]
