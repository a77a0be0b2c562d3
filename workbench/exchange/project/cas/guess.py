"""Layers of the types that other tools' documents bring: a type a layer, a feature a variable.

A string with few values is a category, one with many a text; a reference is a link. What cuts and
tags every word (sentences, tokens, lemmas, parts of speech) is no layer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.domain.codebook import CodeList, Kind, Layer, Scope, Variable
from workbench.exchange.codebook.build import told as words
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.model import (
    BOOLEAN,
    DOCUMENT,
    NUMBERS,
    STRING_LISTS,
    STRUCTURES,
    WHOLE_NUMBERS,
    Document,
    Feature,
    Ref,
    Structure,
    features_of,
    is_a,
)
from workbench.exchange.project.keys import Keys

#: So many different texts of a feature are categories; more are texts.
MOST_VALUES = 200
_KEY = re.compile(r"[^\s;:](?:[^\n\r\t;:]{0,58}[^\s;:])?")
_LEFT_OUT = tuple(
    f"de.tudarmstadt.ukp.dkpro.core.api.{each}."
    for each in ("segmentation", "metadata", "lexmorph", "syntax")
)


@dataclass(frozen=True)
class Known:
    """The layer of a type, and which of its variables each feature is."""

    layer: Layer
    variables: Mapping[str, Variable]


def is_left_out(name: str) -> bool:
    """Tell whether a type is of those that cut and tag every word."""
    return name.startswith(_LEFT_OUT)


@dataclass
class _Use:
    """How a feature is used: its kind as declared, and the texts that it has."""

    feature: Feature | None
    kinds: set[type] = field(default_factory=set[type])
    texts: set[str] = field(default_factory=set[str])


_Uses = dict[str, _Use]


def guessed(
    documents: Iterable[Document], known: Iterable[str], layers: Iterable[str]
) -> tuple[dict[str, Known], tuple[CodeList, ...]]:
    """Return the layers of all types that are not `known`, and the code lists that they need.

    `layers` are keys that are taken.
    """
    uses: dict[str, _Uses] = {}
    settled = {*known, names.ARTICLE}
    for document in documents:
        for structure in document.structures:
            if structure.type not in settled and _is_annotation(document, structure):
                _look(document, structure, uses.setdefault(structure.type, {}))
    keys, list_keys = Keys(), Keys()
    for key in layers:
        keys.claim(key, key)
    lists: list[CodeList] = []
    found = {name: _known(name, own, keys, list_keys, lists) for name, own in uses.items()}
    return found, tuple(lists)


def _is_annotation(document: Document, structure: Structure) -> bool:
    has_place = structure.begin is not None and structure.end is not None
    is_whole = is_a(document.types, structure.type, DOCUMENT)
    return has_place and not is_whole and not is_left_out(structure.type)


def _look(document: Document, structure: Structure, uses: _Uses) -> None:
    declared = features_of(document.types, structure.type)
    for key, value in structure.features.items():
        use = uses.setdefault(key, _Use(declared.get(key)))
        for each in value if isinstance(value, tuple) else (value,):
            use.kinds.add(type(each))
            if isinstance(each, str) and len(use.texts) <= MOST_VALUES:
                use.texts.add(each)


def _known(name: str, uses: _Uses, keys: Keys, list_keys: Keys, lists: list[CodeList]) -> Known:
    short = name.rpartition(".")[2]
    key = keys.claim(names.layer_of(name) or short, "annotation")
    own = Keys()
    variables = {
        feature: _variable(own.claim(names.variable_of(feature), "value"), feature, use)
        for feature, use in uses.items()
    }
    for feature, each in variables.items():
        if each.kind is Kind.CATEGORY:
            # One list a feature: no other tool says which features share theirs.
            list_key = list_keys.claim(f"{key}_{each.key}", "codes")
            lists.append(CodeList(list_key, words(f"{short} {feature}")))
            variables[feature] = Variable(
                each.key, each.kind, each.label, list_key, several=each.several
            )
    layer = Layer(key, words(short), Scope.SPAN, tuple(variables.values()))
    return Known(layer, variables)


def _variable(key: str, feature: str, use: _Use) -> Variable:
    declared = use.feature.range if use.feature else ""
    several = declared in STRING_LISTS or declared in (STRUCTURES, "uima.cas.FSList")
    return Variable(key, _kind(declared, use), words(feature), several=several)


def _kind(declared: str, use: _Use) -> Kind:
    if Ref in use.kinds:
        return Kind.LINK
    if declared == BOOLEAN or use.kinds == {bool}:
        return Kind.BOOLEAN
    if declared in WHOLE_NUMBERS or use.kinds == {int}:
        return Kind.INTEGER
    if declared in NUMBERS or use.kinds <= {int, float}:
        return Kind.REAL
    is_few = len(use.texts) <= MOST_VALUES
    are_names = all(map(_KEY.fullmatch, use.texts))
    return Kind.CATEGORY if is_few and are_names else Kind.TEXT
