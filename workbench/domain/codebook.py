"""The codebook: code lists of categories, layers of variables.

Everything is addressed by key: a code list's key in the codebook, a category's
key in its list, a layer's in the codebook, a variable's in its layer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from workbench.domain.errors import Refusal

AttributeValue = str | int | float | bool


class UnknownCodeList(Refusal):
    """A code list is named that the codebook lacks."""

    sentence = "The codebook has no code list “{key}”; add it or choose another."


class UnknownCategory(Refusal):
    """A category is named that its code list lacks."""

    sentence = "“{key}” is not in the code list “{code_list}”; add the category or choose another."


class UnknownLayer(Refusal):
    """A layer is named that the codebook lacks."""

    sentence = "The codebook has no layer “{key}”; choose one of: {known}."


class CodebookWithoutLayer(UnknownLayer):
    """A layer is named, and the codebook has none."""

    sentence = (
        "The codebook has no layer “{key}”, nor any other; add a layer, or import a codebook."
    )


class UnknownVariable(Refusal):
    """A variable is named that its layer lacks."""

    sentence = "The layer “{layer}” has no variable “{key}”; choose one of: {known}."


@dataclass(frozen=True, slots=True)
class Words:
    """The same wording in Chinese and English."""

    zh: str = ""
    en: str = ""

    def __str__(self) -> str:
        """Return the wording for a log or an English sentence."""
        return self.told("en")

    def told(self, language: str) -> str:
        """Return the wording in `language` ("zh" or "en"), else in the other one."""
        return (self.zh or self.en) if language.startswith("zh") else (self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Guide:
    """What a coder reads before applying a tag."""

    definition: Words = Words()
    include: Words = Words()
    exclude: Words = Words()
    example: Words = Words()


class Kind(StrEnum):
    """The type of a variable's or an attribute's values."""

    CATEGORY = "category"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    DATE = "date"
    TEXT = "text"
    LINK = "link"


class Scope(StrEnum):
    """What a layer's annotations are attached to."""

    SPAN = "span"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A typed field that every category of a code list may fill."""

    key: str
    kind: Kind
    label: Words
    code_list: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """One entry of a code list.

    `score` is None off the scale; `parent` and `members` are keys of the same
    list; `same_as` names the twin in another list as ``list:key``. `patterns` are
    the researcher's own rules: what they find in a text suggests the category.
    """

    key: str
    code: int
    label: Words
    score: float | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    same_as: str | None = None
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])
    guide: Guide = Guide()
    source: str = ""
    colour: str = ""
    shortcut: str = ""
    retired: bool = False
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodeList:
    """A named tree of categories, in order; if `ordered`, that order is a scale's."""

    key: str
    label: Words
    categories: tuple[Category, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    guide: Guide = Guide()
    ordered: bool = False

    @cached_property
    def by_key(self) -> Mapping[str, Category]:
        """The categories by their keys."""
        return {category.key: category for category in self.categories}

    @cached_property
    def has_scores(self) -> bool:
        """Whether any category lies on a scale."""
        return any(category.score is not None for category in self.categories)

    def category(self, key: str) -> Category:
        """Return the category, or raise UnknownCategory."""
        try:
            return self.by_key[key]
        except KeyError:
            raise UnknownCategory(key=key, code_list=self.key) from None

    def twin_of(self, list_key: str, key: str) -> Category | None:
        """Return the category here that names ``list_key:key`` as its twin."""
        return self.twins.get(f"{list_key}:{key}")

    @cached_property
    def twins(self) -> Mapping[str, Category]:
        """The categories that name a twin in another list, by its ``list:key``."""
        twins: dict[str, Category] = {}
        for category in self.categories:
            if category.same_as is not None:
                twins.setdefault(category.same_as, category)
        return twins

    @cached_property
    def twin_lists(self) -> tuple[str, ...]:
        """The lists that twins of these categories are in."""
        return tuple(dict.fromkeys(twin.partition(":")[0] for twin in self.twins))


@dataclass(frozen=True, slots=True)
class Variable:
    """A typed field of a layer.

    `requires` names a boolean attribute that a category must have to be offered
    (an actor's ``can_hold``). `folded` variables stay out of sight until wanted.
    """

    key: str
    kind: Kind
    label: Words
    code_list: str | None = None
    several: bool = False
    requires: str | None = None
    question: Words = Words()
    guide: Guide = Guide()
    default: str = ""
    folded: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Want:
    """Where `variable` holds one of `categories`, at least one of `wanted` is wished for."""

    variable: str
    categories: tuple[str, ...]
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Layer:
    """A kind of annotation.

    `complete` lists what must be there: each inner tuple names variables of
    which at least one is coded. `wants` adds what some categories call for.
    Both are advice: what lacks is shown as missing, never refused.
    `shape` is how the reading pane draws it.
    """

    key: str
    label: Words
    scope: Scope
    variables: tuple[Variable, ...]
    complete: tuple[tuple[str, ...], ...] = ()
    shape: str = "thin_line"
    shortcut: str = ""
    guide: Guide = Guide()
    retired: bool = False
    wants: tuple[Want, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Variable]:
        """The variables by their keys."""
        return {variable.key: variable for variable in self.variables}

    def variable(self, key: str) -> Variable:
        """Return the variable, or raise UnknownVariable."""
        try:
            return self.by_key[key]
        except KeyError:
            known = ", ".join(self.by_key)
            raise UnknownVariable(key=key, layer=self.key, known=known) from None

    @cached_property
    def main(self) -> Variable | None:
        """The variable that one key or click fills: the only one that completes the layer."""
        if len(self.complete) != 1 or len(self.complete[0]) != 1:
            return None
        variable = self.by_key.get(self.complete[0][0])
        if variable is None or variable.kind is not Kind.CATEGORY or variable.several:
            return None
        return variable


@dataclass(frozen=True)
class Codebook:
    """The researcher's instrument: every code list and layer, in order."""

    name: Words
    code_lists: tuple[CodeList, ...] = ()
    layers: tuple[Layer, ...] = ()

    @cached_property
    def lists_by_key(self) -> Mapping[str, CodeList]:
        """The code lists by their keys."""
        return {code_list.key: code_list for code_list in self.code_lists}

    @cached_property
    def layers_by_key(self) -> Mapping[str, Layer]:
        """The layers by their keys."""
        return {layer.key: layer for layer in self.layers}

    def code_list(self, key: str) -> CodeList:
        """Return the code list, or raise UnknownCodeList."""
        try:
            return self.lists_by_key[key]
        except KeyError:
            raise UnknownCodeList(key=key) from None

    def layer(self, key: str) -> Layer:
        """Return the layer, or raise UnknownLayer."""
        try:
            return self.layers_by_key[key]
        except KeyError:
            kind = UnknownLayer if self.layers else CodebookWithoutLayer
            raise kind(key=key, known=", ".join(self.layers_by_key)) from None

    @cached_property
    def article_layer(self) -> Layer | None:
        """The layer of a whole article's variables: the one of this key, else the first."""
        layers = [each for each in self.layers if each.scope is Scope.ARTICLE and not each.retired]
        return next((each for each in layers if each.key == "article"), next(iter(layers), None))

    def offered(self, variable: Variable) -> tuple[Category, ...]:
        """Return the categories that a coder may choose for `variable`, in order."""
        if variable.code_list is None:
            return ()
        categories = self.code_list(variable.code_list).categories
        return tuple(each for each in categories if is_offered(variable, each))


def is_offered(variable: Variable, category: Category) -> bool:
    """Tell whether `category` is in use and has what `variable` requires."""
    if category.retired:
        return False
    return variable.requires is None or bool(category.attributes.get(variable.requires))


def twin_called(codebook: Codebook, code_list: CodeList, name: str) -> tuple[str, Category] | None:
    """Return the list and category that a new category of `code_list` called `name` is a twin of.

    Where exactly one category in the lists that it has twins in is called so, and none here
    names it yet; None otherwise.
    """
    wanted = name.strip().casefold()
    found = [
        (key, each)
        for key in code_list.twin_lists
        if key in codebook.lists_by_key and key != code_list.key
        for each in codebook.code_list(key).categories
        if not each.retired and wanted in map(str.casefold, names_of(each))
    ]
    if len(found) != 1 or code_list.twin_of(found[0][0], found[0][1].key) is not None:
        return None
    return found[0]


def names_of(category: Category) -> tuple[str, ...]:
    """Return the names by which a category occurs in a text."""
    names = (category.label.zh, category.label.en, *category.aliases)
    return tuple(dict.fromkeys(name for name in names if name))
