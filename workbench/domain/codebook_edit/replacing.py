"""A whole codebook in the place of another one, in which things are coded already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count

from workbench.domain.codebook import (
    Attribute,
    AttributeValue,
    Category,
    Codebook,
    CodeList,
    Layer,
    Variable,
)
from workbench.domain.codebook_edit.edited import Edited, each_category, each_layer, edited
from workbench.domain.codebook_edit.layers import refuse_unstorable_layer
from workbench.domain.codebook_edit.lists import refuse_unstorable_list
from workbench.domain.codebook_edit.mentions import renamed_mentions
from workbench.domain.values import Missing

_Place = tuple[str, str]


@dataclass(frozen=True)
class Used:
    """What annotations name: categories by list and key, variables by layer and key, layers."""

    categories: frozenset[_Place] = frozenset()
    variables: frozenset[_Place] = frozenset()
    layers: frozenset[str] = frozenset()


def replaced(codebook: Codebook, new: Codebook, used: Used) -> Edited:
    """Return `new`, with what is used and not in it: retired, not lost.

    Things are the same if their keys are. What is as it was names no category any more that is
    gone, as after a deletion.
    """
    for code_list in new.code_lists:
        refuse_unstorable_list(code_list)
    for layer in new.layers:
        refuse_unstorable_layer(layer)
    layers = (*_layers(codebook, new, used),)
    book = replace(new, layers=layers, code_lists=(*_lists(codebook, new, used, layers),))
    return edited(_without_gone(codebook, _mended(codebook, new, book)))


def _layers(codebook: Codebook, new: Codebook, used: Used) -> Iterator[Layer]:
    for layer in new.layers:
        old = codebook.layers_by_key.get(layer.key)
        left = _left(old, layer.by_key, used) if old else ()
        yield replace(layer, variables=(*layer.variables, *left))
    for old in codebook.layers:
        if old.key in used.layers and old.key not in new.layers_by_key:
            left = tuple(_left(old, (), used))
            yield replace(old, variables=left, complete=(), wants=(), retired=True)


def _left(layer: Layer, there: Iterable[str], used: Used) -> Iterator[Variable]:
    """Yield the variables that are coded and not there any more."""
    for each in layer.variables:
        if each.key not in there and (layer.key, each.key) in used.variables:
            yield replace(each, default="", retired=True)


def _lists(
    codebook: Codebook, new: Codebook, used: Used, layers: Iterable[Layer]
) -> Iterator[CodeList]:
    for code_list in new.code_lists:
        yield _with_left(codebook.lists_by_key.get(code_list.key), code_list, used)
    variables = chain.from_iterable(layer.variables for layer in layers)
    wanted = {each.code_list for each in variables}
    for old in codebook.code_lists:
        if old.key in wanted and old.key not in new.lists_by_key:
            yield _with_left(old, replace(old, categories=()), used)


def _with_left(old: CodeList | None, new: CodeList, used: Used) -> CodeList:
    """Return the list with the categories of the old one that are coded and not in it."""
    left = [
        replace(each, retired=True)
        for each in (old.categories if old else ())
        if each.key not in new.by_key and (new.key, each.key) in used.categories
    ]
    if not left:
        return new
    taken = {each.code for each in new.categories}
    given = taken | {each.code for each in left} | set(map(int, Missing))
    free = (number for number in count(1) if number not in given)
    numbered = (replace(e, code=next(free)) if e.code in taken else e for e in left)
    return replace(new, categories=(*new.categories, *numbered))


def _mended(codebook: Codebook, new: Codebook, book: Codebook) -> Codebook:
    """Return the codebook in which what was left names nothing that is gone."""
    lists = tuple(
        replace(
            _declaring(new, book, each),
            categories=tuple(_category(codebook, new, book, each, own) for own in each.categories),
        )
        for each in book.code_lists
    )
    mended = replace(book, code_lists=lists)
    layers = tuple(
        replace(each, variables=tuple(_variable(mended, own) for own in each.variables))
        for each in book.layers
    )
    return replace(mended, layers=layers)


def _declaring(new: Codebook, book: Codebook, code_list: CodeList) -> CodeList:
    """Return a list that is left without those attributes whose own list is gone."""
    if code_list.key in new.lists_by_key:
        return code_list
    known = (None, *book.lists_by_key)
    kept = tuple(each for each in code_list.attributes if each.code_list in known)
    return replace(code_list, attributes=kept)


def _variable(book: Codebook, variable: Variable) -> Variable:
    """Return a variable that is left without what its list has no attribute for."""
    if not variable.retired or variable.requires is None:
        return variable
    code_list = book.lists_by_key.get(variable.code_list or "")
    declared = {each.key for each in code_list.attributes} if code_list else set[str]()
    return variable if variable.requires in declared else replace(variable, requires=None)


def _category(
    codebook: Codebook, new: Codebook, book: Codebook, code_list: CodeList, category: Category
) -> Category:
    known = new.lists_by_key.get(code_list.key)
    if known is not None and category.key in known.by_key:
        return category
    here = code_list.by_key
    other, _, twin = (category.same_as or "").partition(":")
    there = book.lists_by_key.get(other)
    return replace(
        category,
        parent=category.parent if category.parent in here else None,
        members=tuple(key for key in category.members if key in here),
        same_as=category.same_as if there and twin in there.by_key else None,
        attributes=dict(_attributes(codebook, book, code_list, category)),
    )


def _attributes(
    codebook: Codebook, book: Codebook, code_list: CodeList, category: Category
) -> Iterator[tuple[str, AttributeValue]]:
    """Yield the values of attributes that are declared as they were, and of what there is."""
    old = codebook.lists_by_key.get(code_list.key)
    before = _declared(old.attributes if old else ())
    now = _declared(code_list.attributes)
    for key, value in category.attributes.items():
        attribute = now.get(key)
        if attribute is None or _kind(attribute) != _kind(before[key]):
            continue
        named = book.lists_by_key.get(attribute.code_list or "")
        if attribute.code_list is None or (named and str(value) in named.by_key):
            yield key, value


def _declared(attributes: Iterable[Attribute]) -> Mapping[str, Attribute]:
    return {each.key: each for each in attributes}


def _kind(attribute: Attribute) -> tuple[str, str | None]:
    return attribute.kind, attribute.code_list


def _without_gone(codebook: Codebook, book: Codebook) -> Codebook:
    """Return the codebook where what stays as it was does not name what its lists have lost."""
    mended = book
    for old in codebook.code_lists:
        now = book.lists_by_key.get(old.key, old)
        gone: dict[str, str | None] = {each: None for each in old.by_key if each not in now.by_key}
        mended = renamed_mentions(mended, old.key, gone) if gone else mended

    def as_it_was(code_list: CodeList, category: Category) -> Category:
        old = codebook.lists_by_key.get(code_list.key)
        same = old is not None and old.by_key.get(category.key) == category
        return mended.code_list(code_list.key).category(category.key) if same else category

    def layer_as_it_was(layer: Layer) -> Layer:
        return mended.layer(layer.key) if layer in codebook.layers else layer

    return each_layer(each_category(book, as_it_was), layer_as_it_was)
