"""Which articles, coders and annotations go into a dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.dataset.cells import plain
from workbench.dataset.choice import ExportChoice
from workbench.dataset.errors import (
    NobodyHasCoded,
    NoVariableToWant,
    UnknownCoder,
    UnknownPeriod,
    UnknownStatus,
    UnknownVariableWanted,
)
from workbench.domain.article import Status
from workbench.domain.codebook import Codebook, Layer, Scope, Variable
from workbench.domain.coded import AnnotationRow, CodedArticle, CodedValue, Share
from workbench.domain.values import Missing

PERIODS = ("month", "year")
_NOT_CODED = str(int(Missing.NOT_CODED))


@dataclass(frozen=True)
class _Condition:
    """A variable, and the values of which one is wanted; "-99" means that nothing is coded."""

    variable: str
    wanted: frozenset[str]

    def holds(self, values: Iterable[CodedValue]) -> bool:
        found = [plain(each) for key, own in values if key == self.variable for each in own]
        return any(each in self.wanted for each in found or [_NOT_CODED])


class Filter:
    """What of a project is chosen; `coders` are names by id, of those who are chosen.

    Raises:
        UnknownCoder, UnknownStatus, UnknownPeriod, UnknownLayer, UnknownVariableWanted,
        UnknownCategory: the choice names what the project lacks.
    """

    def __init__(self, choice: ExportChoice, codebook: Codebook, coders: Mapping[int, str]) -> None:
        _check(choice, coders)
        chosen = {codebook.layer(key).key for key in choice.layers}
        self.layers = {each.key for each in codebook.layers if not chosen or each.key in chosen}
        self.coders = {
            id_: name for id_, name in coders.items() if not choice.coders or name in choice.coders
        }
        self.statuses = frozenset(Status(each) for each in choice.statuses or Status)
        self._conditions: dict[str, list[_Condition]] = {}
        for name, wanted in choice.where.items():
            self._add(codebook, name, frozenset(wanted))
        self._article_layers = [each.key for each in codebook.layers if each.scope is Scope.ARTICLE]
        self._all = (
            not chosen
            and self.coders == coders
            and len(self.statuses) == len(Status)
            and not self._conditions
        )

    def _add(self, codebook: Codebook, name: str, wanted: frozenset[str]) -> None:
        for layer, variable in variables_named(codebook, name):
            if variable.code_list:
                code_list = codebook.code_list(variable.code_list)
                for each in wanted - {str(int(missing)) for missing in Missing}:
                    code_list.category(each)
            condition = _Condition(variable.key, wanted)
            self._conditions.setdefault(layer.key, []).append(condition)

    def articles(self, articles: Iterable[CodedArticle]) -> Iterator[CodedArticle]:
        """Yield what is chosen of the articles, each with the annotations that are."""
        for coded in articles:
            if self._all:
                yield coded
            elif self._wants(coded):
                yield self._without_others(coded)

    def _wants(self, coded: CodedArticle) -> bool:
        statuses = (coded.statuses.get(id_, Status.NOT_STARTED) for id_ in self.coders)
        if self.coders and self.statuses.isdisjoint(statuses):
            return False
        return all(
            self._is_so(coded, layer, each)
            for layer in self._article_layers
            for each in self._conditions.get(layer, ())
        )

    @staticmethod
    def _is_so(coded: CodedArticle, layer: str, condition: _Condition) -> bool:
        """Tell whether any coder, chosen or not, says so of the article."""
        said = [coded.values.get(row[0], ()) for row in coded.annotations if row[3] == layer]
        return any(map(condition.holds, said or [()]))

    def count(self, shares: Iterable[Share]) -> Mapping[str, int] | None:
        """Return how many annotations of each layer are chosen, None where values decide that."""
        if self._conditions:
            return None
        counts = dict.fromkeys(self.layers, 0)
        for layer, coder, status, number in shares:
            if layer in counts and coder in self.coders and status in self.statuses:
                counts[layer] += number
        return counts

    def statuses_of(self, coded: CodedArticle) -> Mapping[int, Status]:
        """Return the statuses that are chosen, of the coders who are."""
        chosen = self._at_work(coded)
        return {id_: status for id_, status in coded.statuses.items() if id_ in chosen}

    def _at_work(self, coded: CodedArticle) -> set[int]:
        """Return the coders whose work on an article is chosen."""
        return {
            id_
            for id_ in self.coders
            if coded.statuses.get(id_, Status.NOT_STARTED) in self.statuses
        }

    def _without_others(self, coded: CodedArticle) -> CodedArticle:
        chosen = self._at_work(coded)
        own = [row for row in coded.annotations if row[2] in chosen and row[3] in self.layers]
        return coded._replace(
            annotations=[row for row in own if self._keeps(coded, row)], before=own
        )

    def _keeps(self, coded: CodedArticle, row: AnnotationRow) -> bool:
        id_, layer = row[0], row[3]
        if layer in self._article_layers:
            return True
        values = coded.values.get(id_, ())
        return all(each.holds(values) for each in self._conditions.get(layer, ()))


def _check(choice: ExportChoice, coders: Mapping[int, str]) -> None:
    for name in choice.coders:
        if name not in coders.values():
            kind = UnknownCoder if coders else NobodyHasCoded
            raise kind(name=name, known=", ".join(coders.values()))
    for name in choice.statuses:
        if name not in list(Status):
            raise UnknownStatus(name=name, known=", ".join(Status))
    if choice.period not in PERIODS:
        raise UnknownPeriod(name=choice.period, known=", ".join(PERIODS))


def variables_named(codebook: Codebook, name: str) -> list[tuple[Layer, Variable]]:
    """Return the variables that a name means: ``layer.variable``, or that key in any layer.

    Raises:
        UnknownLayer, UnknownVariable, UnknownVariableWanted
    """
    layer, dot, key = name.partition(".")
    if dot:
        return [(codebook.layer(layer), codebook.layer(layer).variable(key))]
    found = [(each, each.by_key[name]) for each in codebook.layers if name in each.by_key]
    if not found:
        known = dict.fromkeys(key for each in codebook.layers for key in each.by_key)
        kind = UnknownVariableWanted if known else NoVariableToWant
        raise kind(name=name, known=", ".join(known))
    return found
