"""Statement types, variables and entities of Discourse Network Analyzer as layers of ours.

A type with a concept, an agreement, and an organisation or a person is our stance: who holds what
on which target. Its other variables and the other types stay what they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.exchange.codebook.build import Draft
from workbench.exchange.codebook.build import told as words
from workbench.exchange.project.dna_entities import Field, Said, StatementType, said_in
from workbench.exchange.project.keys import Keys, listed
from workbench.exchange.project.model import ForeignScalar, ForeignValues, Remarks
from workbench.files.databases import ForeignDatabase

#: The layer of article variables, and those of its variables that a document has.
ARTICLE_LAYER = "article"
ARTICLE_VARIABLES = ("dna_section", "dna_kind")
_ORGANISATION, _PERSON = ("organization", "organisation"), ("person",)
_CONCEPT, _AGREEMENT = ("concept",), ("agreement",)
_STANCE, _HOLDER, _TARGET, _POSITION = "stance", "holder", "target", "position"
_ACTORS, _TARGETS, _POSITIONS = "actors", "stance_targets", "positions"
_LABELS = {
    _ACTORS: Words("行为体", "Actors"),
    _TARGETS: Words("立场对象", "Stance targets"),
    _POSITIONS: Words("立场取向", "Positions"),
    _STANCE: Words("立场", "Stance"),
    _HOLDER: Words("持有者", "holder"),
    _TARGET: Words("立场对象", "target"),
    _POSITION: Words("立场取向", "position"),
    ARTICLE_LAYER: Words("文章", "Article"),
    "dna_section": Words("版面（DNA）", "section (DNA)"),
    "dna_kind": Words("类型（DNA）", "type (DNA)"),
}
_SCALE = (
    Category("n2", 1, Words("强烈反对", "strongly against"), score=-2.0),
    Category("n1", 2, Words("反对", "against"), score=-1.0),
    Category("zero", 3, Words("中立", "neutral"), score=0.0),
    Category("p1", 4, Words("支持", "for"), score=1.0),
    Category("p2", 5, Words("强烈支持", "strongly for"), score=2.0),
)
_BY_SCORE = {int(each.score or 0): each.key for each in _SCALE}
_CAN_HOLD = Attribute("can_hold", Kind.BOOLEAN, Words("可持立场", "can hold a stance"))


@dataclass(frozen=True)
class Values:
    """The codebook of a database, its layers by statement type, its values by statement."""

    codebook: Codebook
    layers: Mapping[int, str]
    coded: Mapping[int, ForeignValues]


def values_of(database: ForeignDatabase, remarks: Remarks) -> Values:
    """Return what the statements of a database say, and the codebook that this takes."""
    book = _Book(said_in(database), remarks)
    return book.values()


def with_article_variables(codebook: Codebook, keys: Iterable[str]) -> Codebook:
    """Return the codebook with texts of these keys as article variables."""
    variables = tuple(Variable(key, Kind.TEXT, _LABELS[key]) for key in keys)
    if not variables:
        return codebook
    layer = Layer(ARTICLE_LAYER, _LABELS[ARTICLE_LAYER], Scope.ARTICLE, variables)
    return replace(codebook, layers=(*codebook.layers, layer))


@dataclass(frozen=True)
class _Stance:
    """A statement type that is our stance: which of its variables says what."""

    holders: tuple[Field, ...]
    target: Field
    agreement: Field

    @property
    def fields(self) -> tuple[Field, ...]:
        """Those that have become variables of ours; a second holder stays one of its own, too."""
        return (self.holders[0], self.target, self.agreement)


class _Book:
    """A codebook being made of what the statements say."""

    def __init__(self, said: Said, remarks: Remarks) -> None:
        self._said = said
        self._remarks = remarks
        self._layer_keys, self._list_keys = Keys(), Keys()
        for key in (_ACTORS, _TARGETS, _POSITIONS):
            self._list_keys.claim(key, key)
        self._layer_keys.claim(ARTICLE_LAYER, ARTICLE_LAYER)
        self._drafts: defaultdict[str, dict[str, Draft]] = defaultdict(dict)
        self._labels = dict(_LABELS)
        self._uses_scale = False
        # Each statement's values; a category as its draft, until it has a key.
        self._coded: defaultdict[int, dict[str, Draft | ForeignScalar]] = defaultdict(dict)

    def values(self) -> Values:
        """Return the whole of it."""
        stance = next((each for each in self._said.types if self._as_stance(each)), None)
        layers = {
            each.id: self._stance_layer(each) if each is stance else self._layer(each)
            for each in self._said.types
        }
        lists = tuple(self._list(key, drafts) for key, drafts in self._drafts.items())
        if self._uses_scale:
            lists = (*lists, CodeList(_POSITIONS, _LABELS[_POSITIONS], _SCALE, ordered=True))
        codebook = Codebook(Words(en="DNA"), lists, tuple(layers.values()))
        coded = {
            statement: {key: (_scalar(value),) for key, value in own.items()}
            for statement, own in self._coded.items()
        }
        return Values(codebook, {id_: each.key for id_, each in layers.items()}, coded)

    def _as_stance(self, kind: StatementType) -> _Stance | None:
        """Return how a statement type is a stance, None if it is none."""
        holders = [_named(kind, _ORGANISATION, Kind.CATEGORY), _named(kind, _PERSON, Kind.CATEGORY)]
        known = tuple(each for each in holders if each)
        target = _named(kind, _CONCEPT, Kind.CATEGORY)
        agreement = _named(kind, _AGREEMENT, Kind.BOOLEAN, Kind.INTEGER)
        if not known or target is None or agreement is None or not self._is_scale(agreement):
            return None
        return _Stance(known, target, agreement)

    def _is_scale(self, agreement: Field) -> bool:
        cells = self._said.cells[agreement.id].values()
        return agreement.kind is Kind.BOOLEAN or all(each in _BY_SCORE for each in cells)

    # --- layers -------------------------------------------------------------

    def _stance_layer(self, kind: StatementType) -> Layer:
        stance = self._as_stance(kind)
        assert stance is not None
        keys = Keys()
        for key in (_HOLDER, _TARGET, _POSITION):
            keys.claim(key, key)
        self._layer_keys.claim(_STANCE, _STANCE)
        for each in stance.holders:
            # Where no organisation is named, the person holds the stance.
            self._code_categories(each, _HOLDER, _ACTORS)
        self._code_categories(stance.target, _TARGET, _TARGETS)
        self._code_positions(stance.agreement)
        variables = (
            Variable(_HOLDER, Kind.CATEGORY, _LABELS[_HOLDER], _ACTORS),
            Variable(_TARGET, Kind.CATEGORY, _LABELS[_TARGET], _TARGETS),
            Variable(_POSITION, Kind.CATEGORY, _LABELS[_POSITION], _POSITIONS),
            *(self._variable(keys, each) for each in kind.fields if each not in stance.fields),
        )
        complete = ((_HOLDER,), (_POSITION,), (_TARGET,))
        return Layer(_STANCE, _LABELS[_STANCE], Scope.SPAN, variables, complete, shape="tint")

    def _layer(self, kind: StatementType) -> Layer:
        keys = Keys()
        key = self._layer_keys.claim(kind.label, "statement")
        variables = tuple(self._variable(keys, each) for each in kind.fields)
        return Layer(key, words(kind.label or key), Scope.SPAN, variables)

    def _variable(self, keys: Keys, each: Field) -> Variable:
        """Return a variable that is what it is there, and code its values."""
        key = keys.claim(each.name, "variable")
        label = words(each.name or key)
        if each.kind is Kind.CATEGORY:
            list_key = self._list_keys.claim(each.name, "codes")
            self._labels[list_key] = label
            self._code_categories(each, key, list_key)
            return Variable(key, each.kind, label, list_key)
        for statement, cell in self._said.cells[each.id].items():
            self._coded[statement][key] = bool(cell) if each.kind is Kind.BOOLEAN else cell
        return Variable(key, each.kind, label)

    # --- values -------------------------------------------------------------

    def _code_categories(self, each: Field, key: str, list_key: str) -> None:
        """Code a variable's entities where nothing is coded yet; all become categories."""
        drafts = self._drafts[list_key]
        known = self._said.drafts.get(each.id, {})
        if list_key != _ACTORS or not drafts:
            drafts.update((name, replace(draft)) for name, draft in known.items())
        for statement, cell in self._said.cells[each.id].items():
            if key not in self._coded[statement]:
                name = str(cell)
                draft = known.get(name) or Draft(label=words(name))
                self._coded[statement][key] = drafts.setdefault(name, replace(draft))

    def _code_positions(self, agreement: Field) -> None:
        self._uses_scale = True
        for statement, cell in self._said.cells[agreement.id].items():
            score = int(cell)
            if agreement.kind is Kind.BOOLEAN:
                score = 1 if cell else -1
            self._coded[statement][_POSITION] = _BY_SCORE[score]

    def _list(self, key: str, drafts: Mapping[str, Draft]) -> CodeList:
        attributes = self._said.attributes
        if key == _ACTORS:
            attributes = (*attributes, _CAN_HOLD)
            for each in drafts.values():
                said = each.fields.get("attributes", {})
                each.fields = {**each.fields, "attributes": {**said, _CAN_HOLD.key: True}}
        label = self._labels[key]
        return listed(key, label, list(drafts.values()), self._remarks, attributes)


def _named(kind: StatementType, names: Iterable[str], *kinds: Kind) -> Field | None:
    """Return a type's variable of one of these names and kinds."""
    fits = (each for each in kind.fields if each.name.casefold() in names and each.kind in kinds)
    return next(fits, None)


def _scalar(value: Draft | ForeignScalar) -> ForeignScalar:
    return value.key if isinstance(value, Draft) else value
