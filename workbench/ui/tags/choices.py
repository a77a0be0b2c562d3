"""What a picker offers: categories of a code list, or annotations to link to."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from workbench.app.places import Place, place_of_category
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Layer, Variable, names_of, twin_called
from workbench.domain.terms import meant_at, term_of
from workbench.domain.values import Scalar
from workbench.ui.tags.answers import found_for, told_apart
from workbench.ui.tags.labels import category_tip, name_of, other
from workbench.ui.tags.source import Passage, Source
from workbench.ui.tags.suggest import suggested

_FOUND = 60
_QUOTE = 40
#: Nobody scrolls further than this; typing finds the rest.
MOST_UNASKED = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list to choose from; `adds` is the text that a row would add to the list.

    One that `acts` is no tag but an action of the window.

    One that `asks` is one of several that the typed name fits: who means it goes to it.
    `category` is what a row stands for, with the layer whose rules hold where it has none.
    """

    value: Hashable
    label: str
    other: str = ""
    note: str = ""
    colour: str = ""
    tip: str = ""
    adds: str = ""
    asks: bool = False
    acts: bool = False
    entry: Place | None = None
    category: Category | None = field(default=None, compare=False)
    layer: Layer | None = field(default=None, compare=False)

    def rules(self) -> str:
        """Return the tip, made when it is wanted: few of many rows are pointed at."""
        return category_tip(self.category, self.layer) if self.category else self.tip


class Choices(Protocol):
    """What can be chosen for a variable."""

    def choice(self, value: Scalar) -> Choice:
        """Return how `value` is shown."""
        ...

    def suggested(self) -> list[Choice]:
        """Return what is offered before anything is typed."""
        ...

    def found(self, text: str) -> list[Choice]:
        """Return what answers `text`, the best first."""
        ...

    def called(self, text: str) -> list[Choice]:
        """Return what `text` can mean by its whole name: several where nothing tells them apart."""
        ...

    def addition(self, text: str) -> Choice | None:
        """Return the row that adds `text` to the list, None if it cannot grow or has it."""
        ...


def category_choice(
    code_list: str, category: Category, layer: Layer | None = None, matched: str = ""
) -> Choice:
    """Return the row of a category; an alias that was found is shown beside its label."""
    known = {category.label.zh, category.label.en, ""}
    beside = (other(category.label), "" if matched in known else matched)
    return Choice(
        category.key,
        name_of(category),
        " · ".join(each for each in beside if each),
        note=term_of(category),
        colour=category.colour,
        entry=place_of_category(code_list, category.key),
        category=category,
        layer=layer,
    )


class CategoryChoices:
    """The categories that a variable takes; `date` tells governments of one name apart."""

    def __init__(self, source: Source, layer: Layer, variable: Variable) -> None:
        self._source = source
        self._layer = layer
        self._variable = variable
        self._list = variable.code_list or ""
        self.passage: Passage | None = None
        self.date = ""

    def choice(self, value: Scalar) -> Choice:
        """Return how a category is shown, also one that is retired or gone."""
        category = self._source.codebook.code_list(self._list).by_key.get(str(value))
        return category_choice(self._list, category) if category else Choice(value, str(value))

    def suggested(self) -> list[Choice]:
        """Return the likely ones of this passage, then all in the order of their list."""
        first: Sequence[Category] = ()
        if self.passage is not None:
            first = suggested(self._source, self._layer, self._variable, self.passage)
        everything = (*first, *self._source.codebook.offered(self._variable))
        shown = list({each.key: each for each in everything}.values())[:MOST_UNASKED]
        return [category_choice(self._list, each) for each in shown]

    def found(self, text: str) -> list[Choice]:
        """Return the categories that answer `text`, or whose twins do."""
        answers = found_for(self._source, self._variable, text, 5 * _FOUND)
        return [
            replace(category_choice(self._list, each.category, None, each.matched), asks=each.asks)
            for each in told_apart(answers, self.date)[:_FOUND]
        ]

    def called(self, text: str) -> list[Choice]:
        """Return the category that has `text` for its key, a label or an alias."""
        wanted = text.strip().casefold()
        if not wanted:
            return []
        offered = self._source.codebook.offered(self._variable)
        keyed = [each for each in offered if each.key.casefold() == wanted]
        named = [each for each in offered if wanted in map(str.casefold, names_of(each))]
        meant = meant_at(keyed or named, self.date)
        return [
            category_choice(self._list, each) for each in ([meant] if meant else keyed or named)
        ]

    def addition(self, text: str) -> Choice | None:
        """Return the row that adds `text` unless a category is called so."""
        wanted = text.strip()
        if not wanted or self._is_named(wanted):
            return None
        return added_choice(self._source, self._list, wanted)

    def _is_named(self, text: str) -> bool:
        hits = self._source.finder.find(text, [self._list], limit=5)
        return any(text.casefold() == hit.matched.casefold() for hit in hits)


def name_of_list(source: Source, key: str) -> str:
    """Return a code list's label."""
    return name_of(source.codebook.code_list(key))


def added_choice(source: Source, list_key: str, text: str) -> Choice:
    """Return the row that adds `text` to a list; it says if that will be a twin."""
    codebook = source.codebook
    sentence = QCoreApplication.translate("Choices", "Add “{text}” to: {list}")
    twin = twin_called(codebook, codebook.code_list(list_key), text)
    label = sentence.format(text=text, list=name_of_list(source, list_key))
    if twin is not None:
        same = QCoreApplication.translate("Choices", "the same as {name} in: {list}")
        told = same.format(name=name_of(twin[1]), list=name_of_list(source, twin[0]))
        return Choice(None, label, other=told, adds=text)
    return Choice(None, label, adds=text)


class LinkChoices:
    """The article's other annotations; `linking` is the one that links."""

    def __init__(self, source: Source, layer: str) -> None:
        self._source = source
        self._own_layer = layer
        self.passage: Passage | None = None
        self.linking: int | None = None

    def choice(self, value: Scalar) -> Choice:
        """Return how an annotation is shown; one that is gone by its number."""
        ours = (each for each in self._annotations() if each.id == value)
        annotation = next(ours, None)
        return self._row(annotation) if annotation else Choice(value, f"#{value}")

    def suggested(self) -> list[Choice]:
        """Return the annotations by their distance from the passage, the layer's own first."""
        return [self._row(each) for each in sorted(self._annotations(), key=self._far)]

    def found(self, text: str) -> list[Choice]:
        """Return the annotations whose quote, memo or layer holds `text`."""
        wanted = text.casefold().strip()
        return [
            self._row(each)
            for each in sorted(self._annotations(), key=self._far)
            if wanted in f"{each.quote} {each.memo} {self._layer_name(each)}".casefold()
        ]

    def called(self, text: str) -> list[Choice]:
        """Return the annotations whose whole quote is `text`."""
        wanted = text.strip()
        return [self._row(each) for each in self._annotations() if wanted and each.quote == wanted]

    def addition(self, text: str) -> Choice | None:
        """Return None: an annotation is made in the text."""
        return None

    def _annotations(self) -> list[Annotation]:
        if self.passage is None:
            return []
        everything = self._source.annotations(self.passage.article)
        return [each for each in everything if each.span and each.id != self.linking]

    def _far(self, annotation: Annotation) -> tuple[bool, int, int]:
        assert annotation.span
        assert self.passage
        gap = max(
            annotation.span.start - self.passage.span.end,
            self.passage.span.start - annotation.span.end,
            0,
        )
        return annotation.layer != self._own_layer, gap, annotation.id

    def _layer_name(self, annotation: Annotation) -> str:
        layer = self._source.codebook.layers_by_key.get(annotation.layer)
        return name_of(layer) if layer else annotation.layer

    def _row(self, annotation: Annotation) -> Choice:
        quote = annotation.quote.replace("\n", " ")
        shown = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
        return Choice(annotation.id, shown, note=self._layer_name(annotation), tip=quote)
