"""Layers and their variables: made, changed, moved, retired, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from workbench.domain.codebook import Codebook, Layer, Variable
from workbench.domain.codebook_edit.edited import (
    Edited,
    Renamed,
    edited,
    put_before,
    refuse_unstorable_words,
    with_layer,
    words_of,
)
from workbench.domain.codebook_edit.errors import LayerExists, VariableExists
from workbench.domain.codebook_edit.mentions import renamed_in_rules
from workbench.domain.text import refuse_unstorable

T = TypeVar("T", Layer, Variable)


def refuse_unstorable_layer(layer: Layer) -> None:
    """Raise a Refusal if a text of the layer or its variables cannot be kept."""
    refuse_unstorable_words(layer.label, *words_of(layer.guide))
    for text in (layer.shape, layer.shortcut):
        refuse_unstorable(text)
    for variable in layer.variables:
        refuse_unstorable_variable(variable)


def refuse_unstorable_variable(variable: Variable) -> None:
    """Raise a Refusal if a text of the variable cannot be kept."""
    refuse_unstorable_words(variable.label, variable.question, *words_of(variable.guide))
    refuse_unstorable(variable.default)


# --- layers -----------------------------------------------------------------


def added(codebook: Codebook, layer: Layer) -> Edited:
    """Put a layer behind the others."""
    if layer.key in codebook.layers_by_key:
        raise LayerExists(key=layer.key)
    refuse_unstorable_layer(layer)
    return edited(replace(codebook, layers=(*codebook.layers, layer)))


def changed(codebook: Codebook, key: str, layer: Layer) -> Edited:
    """Give a layer other fields of its own, maybe another key; its variables stay."""
    old = codebook.layer(key)
    if layer.key != key and layer.key in codebook.layers_by_key:
        raise LayerExists(key=layer.key)
    new = replace(layer, variables=old.variables)
    refuse_unstorable_layer(new)
    renamed = Renamed(layers={layer.key: key}) if layer.key != key else Renamed()
    return edited(with_layer(codebook, key, new), renamed)


def moved(codebook: Codebook, key: str, before: str | None) -> Edited:
    """Put a layer before another one, or at the end."""
    target = None if before is None else codebook.layer(before)
    return edited(replace(codebook, layers=_moved(codebook.layers, codebook.layer(key), target)))


def _moved(items: Sequence[T], one: T, before: T | None) -> tuple[T, ...]:
    if before is one:
        return tuple(items)
    others = [each for each in items if each is not one]
    return put_before(others, [one], None if before is None else others.index(before))


def retired(codebook: Codebook, key: str, *, retire: bool) -> Edited:
    """Offer a layer no more, or again; what is marked in it stays."""
    return edited(with_layer(codebook, key, replace(codebook.layer(key), retired=retire)))


def deleted(codebook: Codebook, key: str) -> Edited:
    """Take out a layer that nothing is marked in."""
    gone = codebook.layer(key)
    layers = tuple(each for each in codebook.layers if each is not gone)
    return edited(replace(codebook, layers=layers))


# --- variables --------------------------------------------------------------


def variable_added(
    codebook: Codebook, layer_key: str, variable: Variable, before: str | None
) -> Edited:
    """Put a variable into a layer, before another one or at the end."""
    layer = codebook.layer(layer_key)
    if variable.key in layer.by_key:
        raise VariableExists(layer=layer_key, key=variable.key)
    refuse_unstorable_variable(variable)
    place = None if before is None else layer.variables.index(layer.variable(before))
    longer = put_before(layer.variables, [variable], place)
    return edited(with_layer(codebook, layer_key, replace(layer, variables=longer)))


def variable_changed(codebook: Codebook, layer_key: str, key: str, variable: Variable) -> Edited:
    """Put another variable in the place of one; the layer's rules follow a new key.

    A wish that hangs on categories of another list than its variable's has nothing to hang on.
    """
    layer = codebook.layer(layer_key)
    old = layer.variable(key)
    if variable.key != key and variable.key in layer.by_key:
        raise VariableExists(layer=layer_key, key=variable.key)
    refuse_unstorable_variable(variable)
    variables = tuple(variable if each is old else each for each in layer.variables)
    if variable.code_list != old.code_list:
        wants = tuple(each for each in layer.wants if each.variable != key)
        layer = replace(layer, wants=wants)
    new = replace(layer, variables=variables)
    if variable.key == key:
        return edited(with_layer(codebook, layer_key, new))
    new = renamed_in_rules(new, {key: variable.key})
    renamed = Renamed(variables={(layer_key, variable.key): key})
    return edited(with_layer(codebook, layer_key, new), renamed)


def variable_moved(codebook: Codebook, layer_key: str, key: str, before: str | None) -> Edited:
    """Put a variable before another one of its layer, or at the end."""
    layer = codebook.layer(layer_key)
    target = None if before is None else layer.variable(before)
    variables = _moved(layer.variables, layer.variable(key), target)
    return edited(with_layer(codebook, layer_key, replace(layer, variables=variables)))


def variable_retired(codebook: Codebook, layer_key: str, key: str, *, retire: bool) -> Edited:
    """Ask for a variable no more, or again; what is coded in it stays.

    The layer's rules ask for it no more.
    """
    layer = codebook.layer(layer_key)
    old = layer.variable(key)
    new = replace(old, retired=retire, default="" if retire else old.default)
    variables = tuple(new if each is old else each for each in layer.variables)
    layer = replace(layer, variables=variables)
    if retire:
        layer = renamed_in_rules(layer, {key: None})
    return edited(with_layer(codebook, layer_key, layer))


def variable_deleted(codebook: Codebook, layer_key: str, key: str) -> Edited:
    """Take a variable out that nothing is coded in; the layer's rules ask for it no more."""
    layer = codebook.layer(layer_key)
    gone = layer.variable(key)
    variables = tuple(each for each in layer.variables if each is not gone)
    layer = renamed_in_rules(replace(layer, variables=variables), {key: None})
    return edited(with_layer(codebook, layer_key, layer))
