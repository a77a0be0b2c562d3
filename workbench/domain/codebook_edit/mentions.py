"""Where a codebook names categories by their keys, and other names put in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Variable,
    Want,
)
from workbench.domain.codebook_edit.edited import each_category, each_layer

#: From a list's key and a category's key there to another key of the list, None for none.
Naming = Mapping[str, str | None]


def renamed_mentions(codebook: Codebook, list_key: str, naming: Naming) -> Codebook:
    """Return the codebook with every mention of categories of a list replaced.

    Parents are left to who knows what becomes of the children. What comes to be named twice
    is named once; what would be its own member is not.
    """
    return each_layer(
        each_category(
            codebook, lambda code_list, each: _category(list_key, naming, code_list, each)
        ),
        lambda layer: _layer(list_key, naming, layer),
    )


def _category(list_key: str, naming: Naming, code_list: CodeList, each: Category) -> Category:
    changes: dict[str, Any] = {}
    if code_list.key == list_key and any(key in naming for key in each.members):
        changes["members"] = tuple(key for key in _all(naming, each.members) if key != each.key)
    twin = _twin(list_key, naming, f"{code_list.key}:{each.key}", each.same_as)
    if twin != each.same_as:
        changes["same_as"] = twin
    attributes = _attributes(list_key, naming, code_list, each)
    if attributes != each.attributes:
        changes["attributes"] = attributes
    return replace(each, **changes) if changes else each


def _all(naming: Naming, keys: Iterable[str]) -> tuple[str, ...]:
    named = (naming.get(key, key) for key in keys)
    return tuple(dict.fromkeys(key for key in named if key is not None))


def _twin(list_key: str, naming: Naming, own: str, same_as: str | None) -> str | None:
    other, _, key = (same_as or "").partition(":")
    if other != list_key or key not in naming:
        return same_as
    new = naming[key]
    return None if new is None or f"{list_key}:{new}" == own else f"{list_key}:{new}"


def _attributes(
    list_key: str, naming: Naming, code_list: CodeList, each: Category
) -> Mapping[str, Any]:
    naming_list = {a.key for a in code_list.attributes if a.code_list == list_key}
    values = {
        key: naming.get(str(value), value) if key in naming_list else value
        for key, value in each.attributes.items()
    }
    return {key: value for key, value in values.items() if value is not None}


def _layer(list_key: str, naming: Naming, layer: Layer) -> Layer:
    of_list = {each.key for each in layer.variables if each.code_list == list_key}
    if not of_list:
        return layer
    wants = [
        replace(want, categories=_all(naming, want.categories))
        if want.variable in of_list
        else want
        for want in layer.wants
    ]
    return replace(
        layer,
        variables=tuple(_variable(list_key, naming, each) for each in layer.variables),
        wants=tuple(each for each in wants if each.categories),
    )


def _variable(list_key: str, naming: Naming, variable: Variable) -> Variable:
    if variable.code_list != list_key or variable.default not in naming:
        return variable
    return replace(variable, default=naming[variable.default] or "")


def without_default(codebook: Codebook, list_key: str, keys: Iterable[str]) -> Codebook:
    """Return the codebook with no variable starting with any of these categories."""
    gone = set(keys)

    def cleared(variable: Variable) -> Variable:
        starts = variable.code_list == list_key and variable.default in gone
        return replace(variable, default="") if starts else variable

    return each_layer(
        codebook, lambda layer: replace(layer, variables=tuple(map(cleared, layer.variables)))
    )


def variables_of_list(codebook: Codebook, list_key: str) -> list[str]:
    """Return the places of the variables and attributes that take categories of a list."""
    variables = [
        f"{layer.key}.{each.key}"
        for layer in codebook.layers
        for each in layer.variables
        if each.kind is Kind.CATEGORY and each.code_list == list_key
    ]
    attributes = [
        f"{code_list.key}.{each.key}"
        for code_list in codebook.code_lists
        for each in code_list.attributes
        if each.code_list == list_key and code_list.key != list_key
    ]
    return variables + attributes


def renamed_in_rules(layer: Layer, naming: Naming) -> Layer:
    """Return the layer with its variables named otherwise in its rules; None takes one out."""

    def named(keys: Iterable[str]) -> tuple[str, ...]:
        found = (naming.get(key, key) for key in keys)
        return tuple(dict.fromkeys(key for key in found if key is not None))

    clauses = (named(clause) for clause in layer.complete)
    wants = [
        Want(new, want.categories, named(want.wanted))
        for want in layer.wants
        if (new := naming.get(want.variable, want.variable)) is not None
    ]
    return replace(
        layer,
        complete=tuple(clause for clause in clauses if clause),
        wants=tuple(each for each in wants if each.wanted),
    )
