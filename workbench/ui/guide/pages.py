"""The pages of the codebook, each with the way to it above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from workbench.app.places import BOOK, Item, Place, Sort, item_at, place_of_layer
from workbench.domain.codebook import Category, Codebook, CodeList, Layer, Variable
from workbench.ui.guide.category_page import category_page
from workbench.ui.guide.layer_page import layer_page, variable_page
from workbench.ui.guide.linker import Linker
from workbench.ui.guide.list_page import book_page, found_page, list_page
from workbench.ui.guide.markup import Page, heading, line, muted
from workbench.ui.tags.labels import name_of, told
from workbench.ui.tags.source import Found

#: What there is a page of.
Shown = Codebook | Item


def page_of(codebook: Codebook, entry: Place, used: str = "") -> Page:
    """Return the page of an entry, one that says so where the codebook has it no more.

    `used` tells in words how often it is used.
    """
    linker = Linker(codebook, used)
    item = shown_at(codebook, entry)
    if item is None:
        gone = QCoreApplication.translate("Guide", "The codebook does not have it any more.")
        return Page(entry.key, heading(entry.key, "") + line(muted(gone)))
    crumbs = line(" › ".join(_above(linker, entry, item)), "crumbs")
    text = crumbs + _text(linker, entry, item)
    return Page(title_of(item), text, tuple(linker.links.targets))


def page_of_found(codebook: Codebook, text: str, hits: Sequence[Found]) -> Page:
    """Return the page of what answers a typed text."""
    linker = Linker(codebook)
    title = QCoreApplication.translate("Guide", "Found for “{text}”").format(text=text)
    written = found_page(linker, title, hits)
    return Page(title, written, tuple(linker.links.targets))


def shown_at(codebook: Codebook, place: Place) -> Shown | None:
    """Return what the page of a place is about, None where the codebook has it no more."""
    return codebook if place == BOOK else item_at(codebook, place)


def title_of(item: Shown) -> str:
    """Return what an item is called."""
    return told(item.name) if isinstance(item, Codebook) else name_of(item)


def _text(linker: Linker, entry: Place, item: Shown) -> str:
    match item:
        case Codebook():
            return book_page(linker, item)
        case CodeList():
            return list_page(linker, entry, item)
        case Category():
            return category_page(linker, entry, item)
        case Layer():
            return layer_page(linker, entry, item)
        case Variable():
            return variable_page(linker, entry, item)


def _above(linker: Linker, entry: Place, item: Shown) -> Iterator[str]:
    """Yield links to what an entry stands under, the codebook first."""
    codebook = linker.codebook
    if entry.sort is not Sort.BOOK:
        yield linker.links.to(BOOK, told(codebook.name))
    if entry.sort is Sort.VARIABLE:
        yield linker.links.to(place_of_layer(entry.owner), name_of(codebook.layer(entry.owner)))
    if isinstance(item, Category):
        code_list = codebook.code_list(entry.owner)
        yield linker.to_list(code_list)
        for parent in _ancestors(code_list, item):
            yield linker.to_category(code_list.key, parent)


def _ancestors(code_list: CodeList, category: Category) -> list[Category]:
    """Return the categories above one, the topmost first."""
    above: list[Category] = []
    while category.parent is not None:
        category = code_list.category(category.parent)
        above.insert(0, category)
    return above
