"""What of the codebook a person points at, to be looked up on its page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint

from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Codebook, CodeList, Layer, Variable


class Sort(StrEnum):
    """What an entry is of."""

    BOOK = "book"
    LIST = "list"
    CATEGORY = "category"
    LAYER = "layer"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the codebook by its keys; `owner` is the list or layer that it belongs to."""

    sort: Sort
    key: str = ""
    owner: str = ""


Item = Codebook | CodeList | Category | Layer | Variable

#: The codebook as a whole.
BOOK = Entry(Sort.BOOK)


@runtime_checkable
class Guided(Protocol):
    """A widget that knows which entry is meant in it."""

    def entry_at(self, at: QPoint | None) -> Entry | None:
        """Return what stands at a point of the screen, or without one what the keyboard is at."""
        ...


def category_entry(code_list: str, key: str) -> Entry:
    """Return the entry of a category."""
    return Entry(Sort.CATEGORY, key, code_list)


def list_entry(key: str) -> Entry:
    """Return the entry of a code list."""
    return Entry(Sort.LIST, key)


def layer_entry(key: str) -> Entry:
    """Return the entry of a layer."""
    return Entry(Sort.LAYER, key)


def variable_entry(layer: str, key: str) -> Entry:
    """Return the entry of a variable."""
    return Entry(Sort.VARIABLE, key, layer)


def item_of(codebook: Codebook, entry: Entry) -> Item | None:
    """Return what an entry is of, None where the codebook has it no more."""
    match entry.sort:
        case Sort.BOOK:
            return codebook
        case Sort.LIST:
            return codebook.lists_by_key.get(entry.key)
        case Sort.LAYER:
            return codebook.layers_by_key.get(entry.key)
        case Sort.CATEGORY:
            code_list = codebook.lists_by_key.get(entry.owner)
            return code_list.by_key.get(entry.key) if code_list else None
        case Sort.VARIABLE:
            layer = codebook.layers_by_key.get(entry.owner)
            return layer.by_key.get(entry.key) if layer else None


def entry_of(codebook: Codebook, annotation: Annotation) -> Entry | None:
    """Return the entry of what an annotation is marked with: its main category, else its layer."""
    layer = codebook.layers_by_key.get(annotation.layer)
    if layer is None:
        return None
    main = layer.main
    values = annotation.values.get(main.key, ()) if main else ()
    if main is not None and main.code_list is not None and values:
        entry = category_entry(main.code_list, str(values[0]))
        if item_of(codebook, entry) is not None:
            return entry
    return layer_entry(layer.key)
