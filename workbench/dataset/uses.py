"""How often everything of the codebook was coded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, repeat

from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle, CodedValue
from workbench.domain.values import Missing

#: A row of the codebook's table: its kind, what it belongs to, its key.
Place = tuple[str, str, str]
#: So many values of a layer are counted as they are before they are summed up by place.
REMEMBERED = 20_000


class Uses:
    """Count what is coded by layer, variable, category and missing value."""

    def __init__(self, codebook: Codebook) -> None:
        self._lists = {
            (layer.key, each.key): each.code_list or ""
            for layer in codebook.layers
            for each in layer.variables
        }
        self._times: Counter[Place] = Counter()
        self._values: dict[str, Counter[CodedValue]] = {
            layer.key: Counter() for layer in codebook.layers
        }

    def add(self, coded: CodedArticle) -> None:
        """Count what is coded in an article."""
        ids: defaultdict[str, list[int]] = defaultdict(list)
        for row in coded.annotations:
            ids[row[3]].append(row[0])
        nothing = repeat(())
        for layer, own in ids.items():
            self._times["layer", "", layer] += len(own)
            values = self._values[layer]
            values.update(chain.from_iterable(map(coded.values.get, own, nothing)))
            if len(values) > REMEMBERED:
                self._sum_up(layer)

    def _sum_up(self, layer: str) -> None:
        values = self._values[layer]
        for value, n in values.items():
            for place in self._places(layer, value):
                self._times[place] += n
        values.clear()

    def _places(self, layer: str, value: CodedValue) -> Iterator[Place]:
        variable, scalars = value
        code_list = self._lists[layer, variable]
        yield "variable", layer, variable
        for each in scalars:
            if isinstance(each, Missing):
                yield "missing", "", each.name.lower()
            elif code_list:
                yield "category", code_list, str(each)

    def times(self) -> Counter[Place]:
        """Return how often each was coded; code lists and attributes are not."""
        for layer in self._values:
            self._sum_up(layer)
        return self._times
