"""Give what a codebook from elsewhere calls alike, but means otherwise, other keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, count

from workbench.domain.category_fitting import fitted_list
from workbench.domain.codebook import Codebook, CodeList, Layer, Variable

_LONGEST_STEM = 28


@dataclass(frozen=True)
class Fitted:
    """A codebook that can be joined, and the keys that it was given where another had them.

    `layers` by their keys before, `variables` by those of their layer and their own before,
    `categories` by those of their list and their own before.
    """

    codebook: Codebook
    layers: Mapping[str, str]
    variables: Mapping[tuple[str, str], str]
    categories: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )


def fitted(there: Codebook, found: Codebook, *, by_name: bool = False) -> Fitted:
    """Return `found` with other keys for layers of another scope and variables of another kind.

    `by_name`: the keys of its categories are but their names, so that one may mean another here.

    What was given such a key before gets the same again.
    """
    categories: dict[str, Mapping[str, str]] = {}
    if by_name:
        found, categories = _with_categories(there, found)
    layers: dict[str, str] = {}
    variables: dict[tuple[str, str], str] = {}
    new: list[Layer] = []
    for layer in found.layers:
        key = _free(layer.key, lambda key, layer=layer: _layer_fits(there, found, layer, key))
        own = there.layers_by_key.get(key)
        fields = [_fitted_variable(own, layer, each) for each in layer.variables]
        renamed = zip(layer.variables, fields, strict=True)
        variables |= {(layer.key, old.key): now.key for old, now in renamed if old.key != now.key}
        if key != layer.key:
            layers[layer.key] = key
        new.append(replace(layer, key=key, variables=tuple(fields)))
    return Fitted(replace(found, layers=tuple(new)), layers, variables, categories)


def _with_categories(
    there: Codebook, found: Codebook
) -> tuple[Codebook, dict[str, Mapping[str, str]]]:
    lists: list[CodeList] = []
    changed: dict[str, Mapping[str, str]] = {}
    for each in found.code_lists:
        known = there.lists_by_key.get(each.key)
        fit, changed[each.key] = (each, {}) if known is None else fitted_list(known, each)
        lists.append(fit)
    return replace(found, code_lists=tuple(lists)), changed


def _free(key: str, fits: Callable[[str], bool]) -> str:
    return next(each for each in chain([key], _numbered(key)) if fits(each))


def _numbered(key: str) -> Iterator[str]:
    return (f"{key[:_LONGEST_STEM]}_{n}" for n in count(2))


def _layer_fits(there: Codebook, found: Codebook, layer: Layer, key: str) -> bool:
    if key != layer.key and key in found.layers_by_key:
        return False
    known = there.layers_by_key.get(key)
    return known is None or known.scope is layer.scope


def _fitted_variable(own: Layer | None, layer: Layer, variable: Variable) -> Variable:
    if own is None:
        return variable
    key = _free(variable.key, lambda key: _variable_fits(own, layer, variable, key))
    return replace(variable, key=key)


def _variable_fits(own: Layer, layer: Layer, variable: Variable, key: str) -> bool:
    if key != variable.key and key in layer.by_key:
        return False
    known = own.by_key.get(key)
    return known is None or (
        (known.kind, known.code_list) == (variable.kind, variable.code_list)
        and known.several >= variable.several
    )
