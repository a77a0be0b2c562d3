"""What the finder of the tag panel shows for what is typed."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.codebook import Category, Layer, Variable, is_offered
from workbench.domain.terms import meant_at
from workbench.ui.tags.answers import Answer, told_apart
from workbench.ui.tags.choices import (
    MOST_UNASKED,
    Choice,
    added_choice,
    category_choice,
)
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Passage, Source
from workbench.ui.tags.suggest import suggested
from workbench.ui.tags.tag_nodes import one_key_layers

_MOST = 60

#: Layer and category; the category is empty in a row that adds one.
Tag = tuple[str, str]


def found_tags(source: Source, text: str, only: Layer | None, date: str = "") -> list[Choice]:
    """Return the tags that answer `text`, the best first, then the rows that would add it.

    `date` tells governments of one name apart; where it does not, their rows ask.
    """
    layers = _searched(source, only)
    by_list: dict[str, list[tuple[Layer, Variable]]] = {}
    for layer, variable in layers:
        by_list.setdefault(variable.code_list or "", []).append((layer, variable))
    found: list[tuple[Layer, Answer]] = []
    named: set[str] = set()
    for hit in source.finder.find(text, list(by_list), limit=_MOST):
        if hit.matched.casefold() == text.casefold():
            named.add(hit.code_list)
        for layer, variable in by_list.get(hit.code_list, ()):
            if is_offered(variable, hit.category):
                found.append((layer, Answer(hit.category, hit.matched)))
    additions = [
        _addition(source, text, *each) for each in layers if each[1].code_list not in named
    ]
    return [*_rows(found, date, noted=only is None), *additions]


def _rows(found: list[tuple[Layer, Answer]], date: str, *, noted: bool) -> list[Choice]:
    """Return the rows; those of the first one's layer and name are told apart by the date."""
    if not found:
        return []
    layer, best = found[0]
    same = [each for each in found if each[0] is layer and each[1].matched == best.matched]
    told = told_apart([answer for _, answer in same], date)
    rest = [each for each in found if each not in same]
    return [
        replace(_row(layer, each.category, each.matched, noted=noted), asks=each.asks)
        for layer, each in (*((layer, each) for each in told), *rest)
    ]


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


def only_tag(source: Source, layer: Layer, quote: str, date: str = "") -> str | None:
    """Return the one category of `layer` that `quote` names at `date`, None if several or none."""
    claimants = named_by(source, layer, quote)
    meant = meant_at(claimants, date)
    return meant.key if meant is not None else None


def named_by(source: Source, layer: Layer, quote: str) -> list[Category]:
    """Return the categories of `layer` that have `quote` for a name."""
    variable = layer.main
    assert variable is not None
    hits = source.finder.find(quote, [variable.code_list or ""], limit=10) if quote else ()
    found = {
        hit.category.key: hit.category
        for hit in hits
        if hit.matched == quote and is_offered(variable, hit.category)
    }
    return list(found.values())


def _row(layer: Layer, category: Category, matched: str, noted: bool) -> Choice:
    variable = layer.main
    assert variable is not None
    choice = category_choice(variable.code_list or "", category, layer, matched)
    note = name_of(layer) if noted else choice.note
    return replace(choice, value=(layer.key, category.key), note=note)


def _addition(source: Source, text: str, layer: Layer, variable: Variable) -> Choice:
    choice = added_choice(source, variable.code_list or "", text)
    return replace(choice, value=(layer.key, ""))
