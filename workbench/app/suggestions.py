"""Suggestions: what the codebook's names and rules find in a text and is not coded there yet.

A suggestion is made for each layer of text whose main variable takes a category: the actors
and concepts of the starter codebook. It is no annotation; it is worked out whenever it is asked
for, and only a rejection is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from heapq import merge

from workbench.app.commands.marking import MarkSpan
from workbench.app.commands.rejecting import RejectSuggestion
from workbench.app.naming import named, places_among
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Codebook, CodeList, Layer, Scope, Variable, is_offered
from workbench.domain.stretches import Stretches
from workbench.domain.terms import meant_at, readable
from workbench.domain.text import Span
from workbench.language.lexicon import Matches
from workbench.language.matcher import Matcher, Sought
from workbench.language.rules import Rule
from workbench.store.rejections import Rejection

#: What each list may suggest in a text.
Found = Mapping[str, Matches]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place where a layer's main variable may take a category; of several, one is asked for."""

    layer: str
    variable: str
    code_list: str
    span: Span
    categories: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether only one category is called so."""
        return len(self.categories) == 1

    def accept(self, article: int, category: str | None = None) -> MarkSpan:
        """Return the command that marks it, as the only category or as the one that is chosen."""
        key = category or self.categories[0]
        return MarkSpan(article, self.layer, self.span.start, self.span.end, {self.variable: key})

    def reject(self, article: int) -> RejectSuggestion:
        """Return the command that has it forgotten."""
        start, end = self.span.start, self.span.end
        return RejectSuggestion(article, self.code_list, self.categories, start, end)


#: What a suggestion is but its place: layer, variable, list, and categories.
Kind = tuple[str, str, str, tuple[str, ...]]
_Place = tuple[int, int, Kind]


class Suggested(Stretches[Suggestion, Kind]):
    """The suggestions in a text, in order."""

    def what(self, thing: Suggestion) -> Kind:
        """Return what is suggested."""
        return thing.layer, thing.variable, thing.code_list, thing.categories

    def thing(self, span: Span, what: Kind) -> Suggestion:
        """Return the suggestion at a place."""
        layer, variable, code_list, categories = what
        return Suggestion(layer, variable, code_list, span, categories)


def suggesting_layers(codebook: Codebook) -> list[Layer]:
    """Return the layers that something can be suggested for: one category completes them."""
    return [
        layer
        for layer in codebook.layers
        if layer.scope is Scope.SPAN and not layer.retired and layer.main and layer.main.code_list
    ]


def sought_in(codebook: Codebook) -> Sought:
    """Return the names and rules of every list that a layer's suggestions come from."""
    lists = dict.fromkeys(
        layer.main.code_list
        for layer in suggesting_layers(codebook)
        if layer.main and layer.main.code_list
    )
    used = {
        key: [each for each in codebook.code_list(key).categories if not each.retired]
        for key in lists
    }
    return Sought(
        names={key: tuple(named(categories)) for key, categories in used.items()},
        places={key: places_among(categories) for key, categories in used.items()},
        rules={
            key: tuple(Rule(pattern, each.key) for each in categories for pattern in each.patterns)
            for key, categories in used.items()
        },
    )


class Suggester:
    """Make suggestions by one state of the codebook; the search itself may run in any thread."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._layers = suggesting_layers(codebook)
        self.matcher = Matcher(sought_in(codebook))

    def suggestions(
        self,
        found: Found,
        annotations: Iterable[Annotation],
        rejected: Iterable[Rejection],
        date: str = "",
    ) -> Suggested:
        """Return what is found and neither coded at its place nor rejected there, in order.

        `date` is the article's: it tells governments of one name apart.
        """
        by_layer: dict[str, list[Annotation]] = {layer.key: [] for layer in self._layers}
        for each in annotations:
            if each.layer in by_layer and each.span is not None:
                by_layer[each.layer].append(each)
        refused: dict[tuple[str, str], list[Span]] = {}
        for each in rejected:
            refused.setdefault((each.code_list, each.category), []).append(each.span)
        suggested = Suggested()
        by_layers = (
            _uncoded(self._made(layer, found, refused, date), by_layer[layer.key])
            for layer in self._layers
        )
        for each in merge(*by_layers, key=lambda each: (each[0], each[1], each[2][0])):
            suggested.put(*each)
        return suggested

    def _made(
        self,
        layer: Layer,
        found: Found,
        refused: Mapping[tuple[str, str], Sequence[Span]],
        date: str,
    ) -> Iterator[_Place]:
        """Yield what is found for a layer, without what is rejected there or not offered."""
        variable = layer.main
        if variable is None or variable.code_list is None:
            return
        key = variable.code_list
        offered = cache(partial(self._offered, variable, key, date))
        for start, end, keys in found[key].triples() if key in found else ():
            left = offered(keys)
            if refused:
                left = tuple(
                    each
                    for each in left
                    if not any(_meets(span, start, end) for span in refused.get((key, each), ()))
                )
            if left:
                yield start, end, (layer.key, variable.key, key, left)

    def _offered(
        self, variable: Variable, key: str, date: str, keys: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return those of the categories of one name that are meant and may be chosen."""
        code_list = self.codebook.code_list(key)
        meant_here = meant(code_list, keys, date)
        return tuple(e for e in meant_here if is_offered(variable, code_list.category(e)))


def meant(code_list: CodeList, keys: tuple[str, ...], date: str) -> tuple[str, ...]:
    """Return which of the categories of one name are meant at `date`: the one, or all."""
    if len(keys) == 1:
        return keys
    found = meant_at([code_list.category(key) for key in keys], readable(date))
    return keys if found is None else (found.key,)


def _uncoded(suggestions: Iterable[_Place], annotations: Iterable[Annotation]) -> Iterator[_Place]:
    """Yield suggestions, in text order, whose place is not coded: neither so, nor otherwise.

    The same stretch coded otherwise is a decision too. What only overlaps and says something
    else leaves the suggestion standing.
    """
    coming = sorted(annotations, key=_start, reverse=True)
    here: list[Annotation] = []
    for each in suggestions:
        start, end, _ = each
        while coming and _start(coming[-1]) < end:
            here.append(coming.pop())
        here = [other for other in here if other.span and other.span.end > start]
        if not any(_decides(other, *each) for other in here):
            yield each


def _start(annotation: Annotation) -> int:
    return annotation.span.start if annotation.span else 0


def _decides(annotation: Annotation, start: int, end: int, kind: Kind) -> bool:
    """Tell whether an annotation that overlaps a suggestion leaves nothing to suggest."""
    span = annotation.span
    if span is None or not _meets(span, start, end):
        return False
    _, variable, _, categories = kind
    same = (span.start, span.end) == (start, end)
    return same or any(v in categories for v in annotation.values.get(variable, ()))


def _meets(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end
