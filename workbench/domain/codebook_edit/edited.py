"""What an edit leaves: the codebook as it will be, and what has got another key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from workbench.domain.codebook import Category, Codebook, CodeList, Guide, Layer, Variable, Words
from workbench.domain.codebook_check import check_codebook
from workbench.domain.text import refuse_unstorable

T = TypeVar("T")
_Within = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Renamed:
    """What is called otherwise now: its new key, within its list or layer, to its old one.

    Lists and layers among these places have their new keys too.
    """

    lists: Mapping[str, str] = field(default_factory=dict[str, str])
    layers: Mapping[str, str] = field(default_factory=dict[str, str])
    categories: _Within = field(default_factory=dict[tuple[str, str], str])
    attributes: _Within = field(default_factory=dict[tuple[str, str], str])
    variables: _Within = field(default_factory=dict[tuple[str, str], str])


@dataclass(frozen=True)
class Edited:
    """A codebook after an edit, which holds together."""

    codebook: Codebook
    renamed: Renamed = Renamed()


def edited(codebook: Codebook, renamed: Renamed | None = None) -> Edited:
    """Return the edited codebook, or raise a Refusal that says why it cannot be."""
    check_codebook(codebook)
    return Edited(codebook, renamed or Renamed())


def with_list(codebook: Codebook, key: str, changed: CodeList) -> Codebook:
    """Return the codebook with another list in the place of the one called `key`."""
    lists = tuple(changed if each.key == key else each for each in codebook.code_lists)
    return replace(codebook, code_lists=lists)


def with_layer(codebook: Codebook, key: str, changed: Layer) -> Codebook:
    """Return the codebook with another layer in the place of the one called `key`."""
    layers = tuple(changed if each.key == key else each for each in codebook.layers)
    return replace(codebook, layers=layers)


def each_category(codebook: Codebook, change: Callable[[CodeList, Category], Category]) -> Codebook:
    """Return the codebook with every category changed; what stays the same stays the very same."""
    return replace(
        codebook,
        code_lists=tuple(_with_categories(each, change) for each in codebook.code_lists),
    )


def _with_categories(
    code_list: CodeList, change: Callable[[CodeList, Category], Category]
) -> CodeList:
    changed = tuple(change(code_list, each) for each in code_list.categories)
    same = all(new is old for new, old in zip(changed, code_list.categories, strict=True))
    return code_list if same else replace(code_list, categories=changed)


def each_layer(codebook: Codebook, change: Callable[[Layer], Layer]) -> Codebook:
    """Return the codebook with every layer changed."""
    return replace(codebook, layers=tuple(map(change, codebook.layers)))


def each_variable(codebook: Codebook, change: Callable[[Variable], Variable]) -> Codebook:
    """Return the codebook with every variable changed."""
    return each_layer(
        codebook, lambda layer: replace(layer, variables=tuple(map(change, layer.variables)))
    )


def put_before(items: Sequence[T], new: Iterable[T], before: int | None) -> tuple[T, ...]:
    """Return the items with others put in before the one of that index, at the end for None."""
    place = len(items) if before is None else before
    return (*items[:place], *new, *items[place:])


def refuse_unstorable_words(*words: Words) -> None:
    """Raise a Refusal if one of the wordings cannot be kept."""
    for each in words:
        refuse_unstorable(each.zh)
        refuse_unstorable(each.en)


def words_of(guide: Guide) -> Iterator[Words]:
    """Yield the wordings of a guide."""
    yield from (guide.definition, guide.include, guide.exclude, guide.example)
