"""What every page does: link to entries of the codebook, and tell rules and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from workbench.app.places import Place, place_of_category, place_of_list, place_of_variable
from workbench.domain.codebook import (
    AttributeValue,
    Category,
    Codebook,
    CodeList,
    Guide,
    Layer,
    Variable,
)
from workbench.ui.guide.markup import Links, Told, muted
from workbench.ui.guide.rules import guide_rows, named_in
from workbench.ui.punctuation import listed
from workbench.ui.tags.labels import name_of, other, signed

#: Nobody reads further than this down a page; typing finds the rest.
MOST = 400


class Linker:
    """Write rich text about one state of the codebook, and keep where its links lead.

    `used` tells in words how often what the page is of is used.
    """

    def __init__(self, codebook: Codebook, used: str = "") -> None:
        self.codebook = codebook
        self.links = Links()
        self._used = used

    def use(self) -> Told:
        """Return how often what the page is of is used."""
        return QCoreApplication.translate("Guide", "Use"), escape(self._used)

    def guide(self, guide: Guide, here: Place, lists: Iterable[str]) -> list[Told]:
        """Return definition, rules and example; labels of these lists become links."""
        return guide_rows(guide, self.links, named_in(guide, self.codebook, lists), here)

    def to_list(self, code_list: CodeList) -> str:
        """Return a link to a code list."""
        return self.links.to(place_of_list(code_list.key), name_of(code_list))

    def to_category(self, list_key: str, category: Category) -> str:
        """Return a link to a category."""
        return self.links.to(place_of_category(list_key, category.key), name_of(category))

    def to_categories(self, list_key: str, categories: Sequence[Category]) -> str:
        """Return links to categories, one behind the other."""
        shown = listed(self.to_category(list_key, each) for each in categories[:MOST])
        return shown + "…" * (len(categories) > MOST)

    def category_line(self, list_key: str, category: Category, *notes: str) -> str:
        """Return a line with a link to a category, its other label, its score and notes."""
        beside = (other(category.label), signed(category.score), *notes)
        note = " · ".join(each for each in beside if each)
        return f"{self.to_category(list_key, category)} &nbsp;{muted(note)}"

    def line(self, entry: Place, item: Layer | CodeList | Variable, note: str) -> str:
        """Return a line with a link to an item, its other label and a note."""
        beside = " · ".join(each for each in (other(item.label), note) if each)
        return f"{self.links.to(entry, name_of(item))} &nbsp;{muted(beside)}"

    def takers(self, code_list: CodeList) -> Told:
        """Return the variables that the categories of a list are chosen in."""
        return QCoreApplication.translate("Guide", "Chosen in"), listed(self._takers(code_list))

    def _takers(self, code_list: CodeList) -> Iterator[str]:
        for layer in self.codebook.layers:
            for each in layer.variables:
                if each.code_list == code_list.key:
                    name = f"{name_of(layer)} · {name_of(each)}"
                    yield self.links.to(place_of_variable(layer.key, each.key), name)

    def value(self, list_key: str | None, value: AttributeValue) -> str:
        """Return the value of an attribute; a category of a list as a link."""
        translate = QCoreApplication.translate
        if isinstance(value, bool):
            return escape(translate("Fields", "yes") if value else translate("Fields", "no"))
        code_list = self.codebook.lists_by_key.get(list_key or "")
        category = code_list.by_key.get(str(value)) if code_list else None
        if code_list is None or category is None:
            return escape(f"{value:g}" if isinstance(value, float) else str(value))
        return self.to_category(code_list.key, category)
