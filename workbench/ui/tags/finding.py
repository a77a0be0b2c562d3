"""What the finder of the tag panel shows for what is typed."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.codebook import Category, Layer, Variable, is_offered
from workbench.ui.tags.choices import (
    MOST_UNASKED,
    Choice,
    added_choice,
    category_choice,
    name_of_list,
)
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Passage, Source
from workbench.ui.tags.suggest import suggested
from workbench.ui.tags.tag_nodes import one_key_layers

_MOST = 60

#: Layer and category; the category is empty in a row that adds one.
Tag = tuple[str, str]


def found_tags(source: Source, text: str, only: Layer | None) -> list[Choice]:
    """Return the tags that answer `text`, the best first, then the rows that would add it."""
    layers = _searched(source, only)
    by_list: dict[str, list[tuple[Layer, Variable]]] = {}
    for layer, variable in layers:
        by_list.setdefault(variable.code_list or "", []).append((layer, variable))
    rows: list[Choice] = []
    named: set[str] = set()
    for hit in source.finder.find(text, list(by_list), limit=_MOST):
        if hit.matched.casefold() == text.casefold():
            named.add(hit.code_list)
        for layer, variable in by_list.get(hit.code_list, ()):
            if is_offered(variable, hit.category):
                rows.append(_row(layer, hit.category, hit.matched, noted=only is None))
    additions = [
        _addition(source, text, *each) for each in layers if each[1].code_list not in named
    ]
    return [*rows, *additions]


def _searched(source: Source, only: Layer | None) -> list[tuple[Layer, Variable]]:
    layers = one_key_layers(source.codebook)
    return layers if only is None else [each for each in layers if each[0].key == only.key]


def near_tags(source: Source, layer: Layer, passage: Passage | None) -> list[Choice]:
    """Return the tags of a layer before anything is typed: the likely ones, then all."""
    variable = layer.main
    assert variable is not None
    first = suggested(source, layer, variable, passage) if passage else []
    everything = {each.key: each for each in (*first, *source.codebook.offered(variable))}
    shown = list(everything.values())[:MOST_UNASKED]
    return [_row(layer, each, "", noted=False) for each in shown]


def only_tag(source: Source, layer: Layer, quote: str) -> str | None:
    """Return the one category of `layer` that has `quote` for a name, None if several or none."""
    variable = layer.main
    assert variable is not None
    hits = source.finder.find(quote, [variable.code_list or ""], limit=10) if quote else ()
    keys = {
        hit.category.key
        for hit in hits
        if hit.matched == quote and is_offered(variable, hit.category)
    }
    return keys.pop() if len(keys) == 1 else None


def _row(layer: Layer, category: Category, matched: str, noted: bool) -> Choice:
    choice = category_choice(category, layer, matched)
    note = name_of(layer) if noted else ""
    return replace(choice, value=(layer.key, category.key), note=note)


def _addition(source: Source, text: str, layer: Layer, variable: Variable) -> Choice:
    choice = added_choice(text, name_of_list(source, variable.code_list or ""))
    return replace(choice, value=(layer.key, ""))
