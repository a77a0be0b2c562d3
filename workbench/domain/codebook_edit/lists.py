"""Code lists: made, changed, moved, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Variable
from workbench.domain.codebook_edit.categories import refuse_unstorable_category
from workbench.domain.codebook_edit.edited import (
    Edited,
    Renamed,
    each_category,
    each_variable,
    edited,
    put_before,
    refuse_unstorable_words,
    with_list,
    words_of,
)
from workbench.domain.codebook_edit.errors import ListExists, ListInUse
from workbench.domain.codebook_edit.mentions import variables_of_list


def refuse_unstorable_list(code_list: CodeList) -> None:
    """Raise a Refusal if a text of the list, its attributes or categories cannot be kept."""
    labels = (each.label for each in code_list.attributes)
    refuse_unstorable_words(code_list.label, *words_of(code_list.guide), *labels)
    for category in code_list.categories:
        refuse_unstorable_category(category)


def added(codebook: Codebook, code_list: CodeList) -> Edited:
    """Put a code list behind the others."""
    if code_list.key in codebook.lists_by_key:
        raise ListExists(key=code_list.key)
    refuse_unstorable_list(code_list)
    return edited(replace(codebook, code_lists=(*codebook.code_lists, code_list)))


def changed(
    codebook: Codebook, key: str, code_list: CodeList, attributes: Mapping[str, str]
) -> Edited:
    """Give a list another label, guide, order, key, or other attributes; its categories stay.

    `attributes` are new keys by old ones. What is no attribute any more, categories lose.
    """
    old = codebook.code_list(key)
    if code_list.key != key and code_list.key in codebook.lists_by_key:
        raise ListExists(key=code_list.key)
    refuse_unstorable_list(replace(code_list, categories=()))
    renamed = {was: new for was, new in attributes.items() if was != new}
    declared = {each.key for each in code_list.attributes}
    categories = tuple(_with_attributes(each, renamed, declared) for each in old.categories)
    book = with_list(codebook, key, replace(code_list, categories=categories))
    book = _requiring(book, key, renamed)
    places = {(code_list.key, new): was for was, new in renamed.items()}
    if code_list.key == key:
        return edited(book, Renamed(attributes=places))
    book = _with_list_key(book, key, code_list.key)
    return edited(book, Renamed(lists={code_list.key: key}, attributes=places))


def _with_attributes(
    category: Category, renamed: Mapping[str, str], declared: Iterable[str]
) -> Category:
    values = {renamed.get(key, key): value for key, value in category.attributes.items()}
    values = {key: value for key, value in values.items() if key in declared}
    return category if values == category.attributes else replace(category, attributes=values)


def _requiring(codebook: Codebook, list_key: str, renamed: Mapping[str, str]) -> Codebook:
    """Return the codebook whose variables require the attributes by their new keys."""

    def renewed(variable: Variable) -> Variable:
        required = variable.requires or ""
        if variable.code_list != list_key or required not in renamed:
            return variable
        return replace(variable, requires=renamed[required])

    return each_variable(codebook, renewed)


def _with_list_key(codebook: Codebook, old: str, new: str) -> Codebook:
    """Return the codebook with all that names a list naming it by its new key."""

    def variable(each: Variable) -> Variable:
        return replace(each, code_list=new) if each.code_list == old else each

    def attribute(each: Attribute) -> Attribute:
        return replace(each, code_list=new) if each.code_list == old else each

    book = _with_twins(each_variable(codebook, variable), old, new)
    lists = (
        replace(each, attributes=tuple(map(attribute, each.attributes))) for each in book.code_lists
    )
    return replace(book, code_lists=tuple(lists))


def _with_twins(codebook: Codebook, old: str, new: str | None) -> Codebook:
    """Return the codebook with twins in the list named by its new key, or not at all."""

    def twin(_: CodeList, each: Category) -> Category:
        if each.same_as is None or not each.same_as.startswith(f"{old}:"):
            return each
        return replace(each, same_as=new and new + each.same_as[len(old) :])

    return each_category(codebook, twin)


def moved(codebook: Codebook, key: str, before: str | None) -> Edited:
    """Put a list before another one, or at the end."""
    one = codebook.code_list(key)
    others = [each for each in codebook.code_lists if each is not one]
    place = None
    if before is not None and before != key:
        place = others.index(codebook.code_list(before))
    if before == key:
        return Edited(codebook)
    return edited(replace(codebook, code_lists=put_before(others, [one], place)))


def deleted(codebook: Codebook, key: str) -> Edited:
    """Take out a list that no variable and no attribute of another list takes its values from."""
    codebook.code_list(key)
    places = variables_of_list(codebook, key)
    if places:
        raise ListInUse(key=key, places=", ".join(places))
    lists = tuple(each for each in codebook.code_lists if each.key != key)
    return edited(_with_twins(replace(codebook, code_lists=lists), key, None))
