"""Where something stands in the codebook, and where it stands after the codebook has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.codebook import Category, Codebook, CodeList, Layer, Variable
from workbench.store.codebook_rows import KeyMap, StoredCodebook

Item = Layer | Variable | CodeList | Category


class Sort(StrEnum):
    """What stands at a place; BOOK is the whole, LAYERS and LISTS are its two headings."""

    BOOK = "book"
    LAYERS = "layers"
    LAYER = "layer"
    VARIABLE = "variable"
    LISTS = "lists"
    LIST = "list"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the codebook by its key; `owner` is the key of its layer or code list."""

    sort: Sort
    key: str = ""
    owner: str = ""


BOOK, LAYERS, LISTS = Place(Sort.BOOK), Place(Sort.LAYERS), Place(Sort.LISTS)


def place_of_layer(key: str) -> Place:
    """Return the place of a layer."""
    return Place(Sort.LAYER, key)


def place_of_variable(layer: str, key: str) -> Place:
    """Return the place of a layer's variable."""
    return Place(Sort.VARIABLE, key, layer)


def place_of_list(key: str) -> Place:
    """Return the place of a code list."""
    return Place(Sort.LIST, key)


def place_of_category(code_list: str, key: str) -> Place:
    """Return the place of a code list's category."""
    return Place(Sort.CATEGORY, key, code_list)


def item_at(codebook: Codebook, place: Place) -> Item | None:
    """Return what stands at a place, None for the whole, a heading and what is gone."""
    match place.sort:
        case Sort.LAYER:
            return codebook.layers_by_key.get(place.key)
        case Sort.LIST:
            return codebook.lists_by_key.get(place.key)
        case Sort.VARIABLE:
            layer = codebook.layers_by_key.get(place.owner)
            return layer.by_key.get(place.key) if layer else None
        case Sort.CATEGORY:
            code_list = codebook.lists_by_key.get(place.owner)
            return code_list.by_key.get(place.key) if code_list else None
        case Sort.BOOK | Sort.LAYERS | Sort.LISTS:
            return None


def followed(place: Place, before: StoredCodebook, after: StoredCodebook) -> Place | None:
    """Return where that which stood at `place` stands now, None if it is gone.

    Its row stays the same when it is renamed, and when the renaming is taken back.
    """
    if place in (BOOK, LAYERS, LISTS):
        return place
    number = _number(before.keys, place)
    if number is None or _number(after.keys, place) == number:
        return None if number is None else place
    return next((each for each, id_ in _numbered(after.keys, place.sort) if id_ == number), None)


def keys_moved(before: StoredCodebook, after: StoredCodebook) -> bool:
    """Tell whether anything has another key now, so that what names it is to be read anew."""
    was, now = before.keys, after.keys
    maps = (
        (was.layer_keys, now.layer_keys),
        (was.variable_keys, now.variable_keys),
        (was.category_keys, now.category_keys),
    )
    return any(new.get(id_, key) != key for old, new in maps for id_, key in old.items())


def _number(keys: KeyMap, place: Place) -> int | None:
    match place.sort:
        case Sort.LAYER:
            return keys.layers.get(place.key)
        case Sort.LIST:
            return keys.lists.get(place.key)
        case Sort.VARIABLE:
            return keys.variables.get((place.owner, place.key))
        case _:
            return keys.categories.get((place.owner, place.key))


def _numbered(keys: KeyMap, sort: Sort) -> Iterator[tuple[Place, int]]:
    match sort:
        case Sort.LAYER | Sort.LIST:
            plain = keys.layers if sort is Sort.LAYER else keys.lists
            yield from ((Place(sort, key), id_) for key, id_ in plain.items())
        case _:
            pairs = keys.variables if sort is Sort.VARIABLE else keys.categories
            yield from ((Place(sort, key, owner), id_) for (owner, key), id_ in pairs.items())
