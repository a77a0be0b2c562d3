"""Bring a codebook from elsewhere together with the one that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Layer, Scope, Variable
from workbench.domain.codebook_check import check_codebook
from workbench.domain.values import Missing

T = TypeVar("T", CodeList, Layer)


def added(there: Codebook, found: Codebook) -> Codebook:
    """Return the codebook with what it lacks of `found`; nothing that is there changes.

    Things are the same if their keys are. A category whose numeric code is taken gets another.

    Raises:
        CodebookInconsistent: they do not go together.
    """
    lists = _with_new(there.code_lists, found.code_lists, _longer)
    layers = _with_new(there.layers, found.layers, _with_variables)
    joined = replace(there, code_lists=lists, layers=layers)
    check_codebook(joined)
    return joined


def exchanged(there: Codebook, found: Codebook) -> Codebook:
    """Return the codebook with the code lists of `found` in place of its own of the same keys.

    Its other lists and its layers stay, and may name what is in none any more.
    """
    lists = _with_new(there.code_lists, found.code_lists, lambda _, new: new)
    return replace(there, code_lists=lists)


def with_layers(codebook: Codebook, keys: Iterable[str]) -> Codebook:
    """Return the codebook with a layer for each of these code lists that nothing codes with."""
    layers, wanted = list(codebook.layers), set(keys)
    for code_list in codebook.code_lists:
        if code_list.key in wanted and not _is_used(codebook, code_list.key):
            layers.append(_layer_for(code_list, [each.key for each in layers]))
    return replace(codebook, layers=tuple(layers))


def _is_used(codebook: Codebook, key: str) -> bool:
    fields = (
        *(each for layer in codebook.layers for each in layer.variables),
        *(each for code_list in codebook.code_lists for each in code_list.attributes),
    )
    return any(each.code_list == key for each in fields)


def _layer_for(code_list: CodeList, taken: Iterable[str]) -> Layer:
    """Return a layer that marks stretches of text with one category of the list."""
    known, stem = set(taken), code_list.key[:28]
    numbered = (code_list.key if n == 1 else f"{stem}_{n}" for n in count(1))
    key = next(each for each in numbered if each not in known)
    variable = Variable(code_list.key, Kind.CATEGORY, code_list.label, code_list.key)
    return Layer(key, code_list.label, Scope.SPAN, (variable,), complete=((code_list.key,),))


def _with_new(there: Sequence[T], found: Iterable[T], both: Callable[[T, T], T]) -> tuple[T, ...]:
    """Return what is there, with what is found: `both` says what comes of two of one key."""
    new = {each.key: each for each in found}
    known = {each.key for each in there}
    kept = (both(each, new[each.key]) if each.key in new else each for each in there)
    return (*kept, *(each for key, each in new.items() if key not in known))


def _with_variables(there: Layer, found: Layer) -> Layer:
    new = (each for each in found.variables if each.key not in there.by_key)
    return replace(there, variables=(*there.variables, *new))


def _longer(there: CodeList, found: CodeList) -> CodeList:
    declared = {each.key for each in there.attributes}
    attributes = (each for each in found.attributes if each.key not in declared)
    return replace(
        there,
        attributes=(*there.attributes, *attributes),
        categories=(*there.categories, *_numbered(there, found)),
    )


def _numbered(there: CodeList, found: CodeList) -> Iterator[Category]:
    """Yield the categories that are new, with codes that are free."""
    new = [each for each in found.categories if each.key not in there.by_key]
    taken = {each.code for each in there.categories}
    given = taken | {each.code for each in new} | set(map(int, Missing))
    free = (number for number in count(1) if number not in given)
    for each in new:
        yield replace(each, code=next(free)) if each.code in taken else each
