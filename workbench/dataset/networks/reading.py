"""Statements out of coded articles: the layer of stances, one holder and one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from workbench.dataset.cells import plain
from workbench.dataset.networks.errors import NetworkLayerMissing
from workbench.dataset.networks.names import Named
from workbench.dataset.networks.statement import Mode, Statement
from workbench.domain.codebook import Category, Codebook, CodeList, Layer
from workbench.domain.coded import Bibliography, CodedArticle, CodedValue
from workbench.domain.expansion import expanded
from workbench.domain.values import Missing, Scalar

#: The layer that statements are read from, and its variables, as in the starter codebook.
STANCE, POSITION, WHEN = "stance", "position", "when"
_OF_CATEGORIES = (Mode.HOLDER, Mode.TARGET, Mode.TOWARD, Mode.CONCEPT)


def statement_layer(codebook: Codebook) -> Layer:
    """Return the layer that networks are made of.

    Raises:
        NetworkLayerMissing: there is none that says who holds which position.
    """
    layer = codebook.layers_by_key.get(STANCE)
    if layer is None or not {Mode.HOLDER, POSITION} <= set(_lists_of(layer)):
        raise NetworkLayerMissing(layer=STANCE, variables=f"{Mode.HOLDER}, {POSITION}")
    return layer


def position_scores(codebook: Codebook, layer: Layer) -> dict[str, float | None]:
    """Return the score of each position by key, None off the scale."""
    code_list = codebook.lists_by_key.get(layer.by_key[POSITION].code_list or "")
    return {each.key: each.score for each in code_list.categories} if code_list else {}


def _lists_of(layer: Layer) -> dict[str, str]:
    """Return the code list of each variable that has one."""
    return {each.key: each.code_list for each in layer.variables if each.code_list}


@dataclass(frozen=True)
class _Part:
    """One value of a variable, and how much of it that is where a group is its members."""

    key: str
    weight: float = 1.0


_NONE = (_Part(""),)


class StatementReader:
    """Read the statements of coded articles; with `expand`, groups are their members."""

    def __init__(self, codebook: Codebook, *, expand: bool = False) -> None:
        layer = statement_layer(codebook)
        self._scores = position_scores(codebook, layer)
        lists = _lists(codebook, layer)
        self._parts: Callable[[Mode, str], Sequence[_Part]] = (
            (lambda mode, key: _members(lists[mode], key)) if expand else _alone
        )
        self._modes = tuple(lists)

    def statements(self, coded: CodedArticle) -> Iterator[tuple[int, Statement]]:
        """Yield every statement of an article with who coded it, in text order."""
        for id_, _, coder, layer, *_ in coded.annotations:
            if layer == STANCE:
                values = coded.values.get(id_, ())
                for each in self._of_annotation(coded.bibliography, values):
                    yield coder, each

    def _of_annotation(
        self, about: Bibliography, values: Sequence[CodedValue]
    ) -> Iterator[Statement]:
        coded: Mapping[str, Sequence[Scalar]] = dict(values)
        score = self._scores.get(_first(coded.get(POSITION, ())))
        parts = [self._values(mode, coded.get(mode, ())) for mode in self._modes]
        for chosen in product(*parts):
            keys = {mode.value: part.key for mode, part in zip(self._modes, chosen, strict=True)}
            weight = 1.0
            for part in chosen:
                weight *= part.weight
            yield Statement(
                document=about.uid,
                score=score,
                date=_first(coded.get(WHEN, ())) or about.published,
                author=about.author,
                outlet=about.source,
                weight=weight,
                **keys,
            )

    def _values(self, mode: Mode, scalars: Sequence[Scalar]) -> Sequence[_Part]:
        keys = [plain(each) for each in scalars if not isinstance(each, Missing)]
        return [part for key in keys for part in self._parts(mode, key)] or _NONE


def names_of(codebook: Codebook, language: str) -> dict[Mode, dict[str, Named]]:
    """Return what the categories that statements name are called in `language`."""
    layer = statement_layer(codebook)
    return {
        mode: {each.key: _named(each, language) for each in code_list.categories}
        for mode, code_list in _lists(codebook, layer).items()
    }


def _named(category: Category, language: str) -> Named:
    attributes = {key: plain(value) for key, value in category.attributes.items()}
    return Named(category.label.told(language), attributes)


def _lists(codebook: Codebook, layer: Layer) -> dict[Mode, CodeList]:
    """Return the code list of each variable that a statement takes a value from."""
    lists = _lists_of(layer)
    return {mode: codebook.code_list(lists[mode]) for mode in _OF_CATEGORIES if mode in lists}


def _members(code_list: CodeList, key: str) -> Sequence[_Part]:
    return [_Part(share.key, float(share.weight)) for share in expanded(code_list, key)]


def _alone(_mode: Mode, key: str) -> Sequence[_Part]:
    return (_Part(key),)


def _first(scalars: Sequence[Scalar]) -> str:
    return "" if not scalars or isinstance(scalars[0], Missing) else plain(scalars[0])
